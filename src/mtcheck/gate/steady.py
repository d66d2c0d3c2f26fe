"""Work that a signal must not end in the middle."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def steady() -> Iterator[None]:
    """Let signals that would end the program wait until the work is done; it should be short."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    caught = [number for number in numbers if callable(before[number])]
    try:
        for number in caught:
            signal.signal(number, lambda number, _: came.append(number))
        yield
    finally:
        for number in caught:
            signal.signal(number, before[number])
        for number in came[:1]:
            os.kill(os.getpid(), number)
