"""Whether a build fails, and one line that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.finding import SEVERITIES, Finding
from mtcheck.gate.result import Result

LEVELS = (*SEVERITIES, "never")


class Limits(NamedTuple):
    """What a gate lets pass.

    Findings count from the severity `fail_on` upwards ("never": none do), and those of
    `categories` whatever their severity. `findings` and `per_1000_words` are how many of those that
    count may be there, in all and per 1,000 words of all texts; without either, none may. `score`
    is the lowest MQM raw score that a text may have.
    """

    fail_on: str = "warning"
    categories: tuple[str, ...] = ()
    findings: int | None = None
    per_1000_words: float | None = None
    score: float | None = None

    @property
    def severities(self) -> tuple[str, ...]:
        """The severities that count."""
        return LEVELS[: LEVELS.index(self.fail_on) + 1] if self.fail_on != "never" else ()

    @property
    def need_measures(self) -> bool:
        """Whether results have to be measured."""
        return self.per_1000_words is not None or self.score is not None


class Verdict:
    """Adds up results and judges them by `limits`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._severities = {*limits.severities}
        self._categories = {*limits.categories}
        self._counted: Counter[str] = Counter()
        self._files: dict[str, bool] = {}  # whether something that counts is in it
        self._words = 0
        self._lowest: tuple[float, float, str, float] | None = None  # first what it lacks
        self._scored = limits.score is not None
        self.unread = self.lacking = 0
        """Files that could not be read, and those for which LanguageTool did not answer."""
        self.lacking_fails = False

    def add(self, result: Result, limits: Limits | None = None) -> None:
        """Take one result into account; `limits` say what counts in it, those of the run when None.
        How much of it may be there is said for the run alone."""
        limits = limits or self.limits
        severities, categories = limits.severities, limits.categories
        self._severities.update(severities)
        self._categories.update(categories)
        counted = [
            f.severity
            for f, *_ in result.found
            if f.severity in severities or f.category in categories
        ]
        self._counted.update(counted)
        self._files[result.file] = self._files.get(result.file, False) or bool(counted)
        self._words += result.words or 0
        if limits.score is not None:
            self._scored = True
            if result.score is not None:
                score = (result.score - limits.score, result.score, result.title, limits.score)
                self._lowest = min(self._lowest or score, score)

    def counts(self, finding: Finding) -> bool:
        """Whether a finding counts; how many of those may be there is another matter."""
        return finding.severity in self._severities or finding.category in self._categories

    @property
    def judges(self) -> bool:
        """Whether there is anything that could fail."""
        return bool(self._severities or self._categories or self._scored)

    @property
    def failed(self) -> bool:
        """Whether what was found is more than the limits let pass."""
        return any(True for _ in self._reasons())

    @property
    def line(self) -> str:
        """The verdict in one line, as "gate: FAIL, 3 errors in 2 of 14 files"."""
        said = ", ".join(count_of(n, s) for s in SEVERITIES if (n := self._counted[s]))
        hit, files = sum(self._files.values()), len(self._files)
        severities = [each for each in SEVERITIES if each in self._severities]
        looked_for = " or ".join(f"{each}s" for each in severities) or "findings that count"
        found = f"{said or f'no {looked_for}'} in {_of(hit, files)}"
        if self.unread and not files:
            found = "nothing was checked"
        missed = f"; {count_of(self.unread, 'input')} could not be read" if self.unread else ""
        if self.lacking:
            missed += f"; LanguageTool did not answer for {count_of(self.lacking, 'file')}"
        reasons = "".join(f"; {reason}" for reason in self._reasons() if reason)
        passes = not self.failed and self.complete
        return f"gate: {'pass' if passes else 'FAIL'}, {found}{reasons}{missed}"

    @property
    def complete(self) -> bool:
        """Whether all that had to be read and asked was."""
        return not self.unread and not (self.lacking and self.lacking_fails)

    @property
    def reason(self) -> str:
        """What was found that counts, and over which limit it is, as "3 errors, 1 warning"."""
        said = ", ".join(count_of(n, s) for s in SEVERITIES if (n := self._counted[s]))
        return "; ".join(filter(None, (said, *self._reasons())))

    def _reasons(self) -> Iterator[str]:
        limits, found = self.limits, self._counted.total()
        if limits.findings is None and limits.per_1000_words is None and found:
            yield ""
        if limits.findings is not None and found > limits.findings:
            yield f"at most {limits.findings:,} may be there"
        if limits.per_1000_words is not None and found:
            rate = found * 1000 / self._words if self._words else float("inf")
            if rate > limits.per_1000_words:
                yield f"{rate:.1f} per 1,000 words, at most {limits.per_1000_words:g} may be there"
        if self._lowest and self._lowest[0] < 0:
            _, score, title, least = self._lowest
            yield f"{title} scores {score:.1f}, below {least:g}"


def count_of(number: int, noun: str) -> str:
    """Return "1 error", "2,000 errors"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _of(hit: int, files: int) -> str:
    return f"{hit:,} of {count_of(files, 'file')}" if hit else count_of(files, "file")
