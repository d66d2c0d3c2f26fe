"""Progress shows on a terminal, for many files, and removes itself."""

import io
import sys

import pytest

from mtcheck.output import progress as module
from mtcheck.output.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test sets, in seconds."""
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


def test_it_counts_and_removes_itself(monkeypatch, clock):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", Terminal())
    progress = Progress(30)
    progress.step("a\x1b.txt")
    progress.step("too soon")
    clock[0] += 1
    progress.step("n" * 100)
    progress.clear()
    assert sys.stderr.getvalue() == (
        f"\r\x1b[K1 of 30: a\\x1b.txt\r\x1b[K3 of 30: {'n' * 60}\r\x1b[K"
    )


@pytest.mark.parametrize(("stream", "files"), [(Terminal(), 3), (io.StringIO(), 30), (None, 30)])
def test_few_files_or_no_terminal_show_nothing(monkeypatch, clock, stream, files):
    monkeypatch.setattr(sys, "stderr", stream)
    progress = Progress(files)
    progress.step("x")
    progress.clear()
    assert stream is None or stream.getvalue() == ""
