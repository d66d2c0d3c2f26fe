"""How far a long run is: one line on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_FEWEST = 20
_EVERY = 0.1  # seconds between two updates


class Progress:
    """A counter that shows itself for many files, and removes itself again."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._shown = 0.0
        self._on = total >= _FEWEST and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def step(self, name: str) -> None:
        """Count one file as done."""
        self.done += 1
        if self._on and time.monotonic() - self._shown > _EVERY:
            self._shown = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{self.done} of {self.total}: {name[-60:]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Remove the line, so that something else can be written."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
