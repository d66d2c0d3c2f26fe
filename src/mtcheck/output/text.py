"""Findings for a person at a terminal, grouped by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mtcheck.finding import SEVERITIES
from mtcheck.gate.result import Located, Result
from mtcheck.gate.verdict import count_of
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

_COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}
_LONGEST_QUOTE = 70
_SUPPRESSED = {
    "comment": "by comments",
    "config": "by the config",
    "baseline": "by the baseline",
    "diff": "in unchanged lines",
}


def visible(text: str) -> str:
    """Return `text` with characters that would steer a terminal written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(what: object) -> None:
    """Print one sentence to standard error, behind the name of the program."""
    click.echo(f"mtcheck: {visible(str(what))}", err=True)


class Writer:
    """Prints a heading a file, two lines a finding, one line that adds up, and the verdict."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._counts: Counter[str] = Counter()
        self._files = self._records = 0
        self._file: str | None = None
        self._suppressed: Counter[str] = Counter()
        self.shows_suppressed = self.is_quiet = False

    def result(self, result: Result) -> None:
        """Print the findings of one document."""
        self._records += bool(result.record)
        if not result.record or result.file != self._file:
            self._files += 1
        self._file = result.file
        self._suppressed.update(each.by for each in result.suppressed)
        if result.found or (result.suppressed and self.shows_suppressed):
            self._target.write("\n".join(self._lines(result)) + "\n")

    def end(self, ended: Ended) -> None:
        """Print how many findings there are of each severity, in how many files."""
        if self.is_quiet:
            self._target.close()
            return
        counts = [count_of(n, s) for s in SEVERITIES if (n := self._counts[s])]
        missed = len(ended.unread)
        unread = f"; {count_of(missed, 'input')} could not be read" if missed else ""
        read = count_of(self._files, "file")
        if self._records:
            read = f"{read} ({count_of(self._records, 'record')})"
        told = (f"{n:,} {how}" for by, how in _SUPPRESSED.items() if (n := self._suppressed[by]))
        hidden = f"; suppressed: {', '.join(told)}" if self._suppressed else ""
        found = f"{', '.join(counts) or 'No findings'} in {read}"
        if missed and not self._files:
            found = "Nothing was checked"
        self._target.write(f"{found}{unread}{hidden}.\n")
        if ended.verdict.judges:
            colour = "red" if ended.verdict.failed or missed else "green"
            self._target.write(self._style(visible(ended.verdict.line), fg=colour) + "\n")
        self._target.close()

    def _lines(self, result: Result) -> Iterator[str]:
        yield self._style(visible(result.title), bold=True, underline=True)
        for located in result.found:
            finding = located.finding
            self._counts[finding.severity] += 1
            severity = self._style(finding.severity, fg=_COLOURS[finding.severity])
            quote = self._style(_quote(located.shown), bold=True)
            rule = self._style(finding.rule, dim=True)
            yield f"  {_where(located)}  {severity}  {quote}  {rule}"
            yield f"      {visible(finding.message)}"
        for located, by, reason in result.suppressed if self.shows_suppressed else ():
            why = f"suppressed {_SUPPRESSED[by]}" + f": {visible(reason)}" * bool(reason)
            quote, rule = _quote(located.shown), located.finding.rule
            yield self._style(f"  {_where(located)}  {quote}  {rule}", dim=True)
            yield self._style(f"      {why}", dim=True)
        yield ""

    def _style(self, text: str, **style: object) -> str:
        return click.style(text, **style) if self._target.colour else text  # type: ignore[arg-type]


def _where(located: Located) -> str:
    """Return line and column; of a container part, paragraph and column in it."""
    return str(located.place) if located.place else f"{located.line}:{located.column}"


def _quote(text: str) -> str:
    flat = visible(text)
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
