"""Work shared among processes, its results in order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TypeVar

from mtcheck.engine import cache
from mtcheck.errors import MtcheckError

Task = TypeVar("Task")
Done = TypeVar("Done")

_AHEAD = 4  # tasks a process that may be done or waiting while their turn has not come


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(work: Callable[[Task], Done], tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    """Yield `work(task)` of each task, in order, computed by as many processes as `jobs`.

    `work` is a function of a module. When the caller stops early, or is interrupted, the processes
    end at once; when it is killed, they end by themselves. MtcheckError when one of them is killed.
    """
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    waiting: deque[Future[Done]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin) as pool:
        try:
            for task in tasks:
                with _broken_pipes_are_errors():
                    waiting.append(pool.submit(work, task))
                if len(waiting) > jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException as error:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            if isinstance(error, BrokenProcessPool):
                raise MtcheckError(
                    "a process of this run was killed, perhaps for want of memory; try --jobs 1"
                ) from error
            raise


@contextlib.contextmanager
def _broken_pipes_are_errors() -> Iterator[None]:
    """Let threads that start here get an error for a pipe that nobody reads: the command line has
    such a pipe end the whole program, which is right for standard output only."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end when that ends or says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: _leave())
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    _leave()


def _leave() -> None:
    cache.drop()
    os._exit(1)
