"""How far a long run is: one line on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time

from mtcheck.output.target import is_terminal
from mtcheck.output.text import visible

_FEWEST = 20
_EVERY = 0.1  # seconds between two updates


class Progress:
    """A counter of files that shows itself when there are many."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._shown = 0.0
        self._on = total >= _FEWEST and is_terminal(sys.stderr)

    def step(self, name: str) -> None:
        """Count one file as done."""
        self.done += 1
        if self._on and time.monotonic() - self._shown > _EVERY:
            self._shown = time.monotonic()
            self._write(f"{self.done} of {self.total}: {visible(name)[-60:]}")

    def clear(self) -> None:
        """Remove the line, so that something else can be written."""
        if self._on:
            self._write("")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
