"""What was there before and does not count: a baseline, and lines that did not change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from mtcheck.gate.result import Result
from mtcheck.gate.run import Unread
from mtcheck.output.text import say


class Known:
    """What does not count although it was found: the findings of a `baseline`, and those in lines
    that did not change since the revision `diff_base`. InputError when one cannot be had."""

    def __init__(self, baseline: str | None, diff_base: str | None) -> None:
        self._path = baseline
        self._baseline = self._changes = None
        if baseline is not None:
            from mtcheck.gate.baseline import Baseline, read_baseline

            self._baseline = Baseline(read_baseline(baseline), os.path.dirname(baseline))
        if diff_base is not None:
            from mtcheck.gate.changes import changes_since

            self._changes = changes_since(diff_base)

    def without(self, result: Result) -> Result:
        """Return a result with what is known among those that do not count."""
        if self._baseline:  # first: it has to meet all it knows, or would take the rest for fixed
            result = self._baseline.known(result)
        return self._changes.only_changed(result) if self._changes else result

    def over(self, run: Iterable[Result | Unread]) -> Iterator[Result | Unread]:
        """Yield what a run gives, `without` what is known."""
        for each in run:
            yield each if isinstance(each, Unread) else self.without(each)

    @property
    def by_lines(self) -> bool:
        """Whether it depends on lines of the files."""
        return self._changes is not None

    @property
    def used(self) -> int:
        """How many findings of the baseline were found so far."""
        return self._baseline.used if self._baseline else 0

    def back_to(self, used: int) -> None:
        """Forget what was found since there were so many, because a file is checked again."""
        if self._baseline:
            self._baseline.back_to(used)

    def end(self) -> None:
        """Say what of a baseline is over."""
        fixed = sum(entry.times for entry in self._baseline.fixed()) if self._baseline else 0
        if fixed:
            has = "finding is" if fixed == 1 else "findings are"
            say(f"{fixed:,} {has} fixed; `mtcheck baseline update` takes them out of {self._path}")
