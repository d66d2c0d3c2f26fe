"""The process of a command: its streams, and the signals that end it."""

from __future__ import annotations

import io
import os
import signal
import sys


def prepare() -> None:
    """Make this process one that ends as any tool does, and writes what it has to say."""
    if hasattr(signal, "SIGPIPE"):
        # A reader that has what it wanted ends us as it ends any tool (141 to a shell), not with
        # a status that would say "clean" of what was never checked.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as nohup does
            signal.signal(number, _end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Only a terminal has to understand what it gets by the locale; who wants another
            # encoding in a pipe says so, as to any Python.
            own = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = stream.encoding if own else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _end(number: int, _: object) -> None:
    """End the program as Ctrl-C does: what is half written is removed, other processes end."""
    signal.signal(number, signal.SIG_IGN)  # once is enough
    raise SystemExit(128 + number)
