"""Findings for a person at a terminal, grouped by file."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

import click

from mtcheck.engine.packs import RuleSet
from mtcheck.finding import SEVERITIES, Finding
from mtcheck.formats.places import place_of
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex

_COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}
_LONGEST_QUOTE = 70


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that understands escape sequences."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def colours_wanted() -> bool:
    """Whether standard output is such a terminal and NO_COLOR (https://no-color.org) is not set."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def visible(text: str) -> str:
    """Return `text` with characters that would steer a terminal written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def count_of(number: int, noun: str) -> str:
    """Return "1 error", "2,000 errors"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say(what: object) -> None:
    """Print one sentence to standard error, behind the name of the program."""
    click.echo(f"mtcheck: {visible(str(what))}", err=True)


class Writer:
    """Prints a heading a file, two lines a finding, and one line that adds up."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._files = self._records = 0
        self._file: str | None = None
        self._colour = colours_wanted()

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document."""
        self._records += bool(document.record)
        if not document.record or document.name != self._file:
            self._files += 1
        self._file = document.name
        if findings:
            click.echo("\n".join(self._lines(document, findings)))

    def end(self, unread: Mapping[str, str], rules: RuleSet) -> None:
        """Print how many findings there are of each severity, in how many files."""
        counts = [count_of(n, s) for s in SEVERITIES if (n := self._counts[s])]
        missed = f"; {count_of(len(unread), 'input')} could not be read" if unread else ""
        read = count_of(self._files, "file")
        if self._records:
            read = f"{count_of(self._records, 'record')} of {read}"
        click.echo(f"{', '.join(counts) or 'No findings'} in {read}{missed}.")

    def _lines(self, document: Document, findings: Sequence[Finding]) -> Iterator[str]:
        lines = document.lines
        yield self._style(visible(document.title), bold=True, underline=True)
        for finding in findings:
            self._counts[finding.severity] += 1
            where = _where(document, lines, finding.span.start)
            severity = self._style(finding.severity, fg=_COLOURS[finding.severity])
            quote = self._style(_quote(_shown(document, finding)), bold=True)
            rule = self._style(finding.rule, dim=True)
            yield f"  {where}  {severity}  {quote}  {rule}"
            yield f"      {visible(finding.message)}"
        yield ""

    def _style(self, text: str, **style: object) -> str:
        return click.style(text, **style) if self._colour else text  # type: ignore[arg-type]


def _where(document: Document, lines: LineIndex, position: int) -> str:
    """Return line and column; of a container part, paragraph and column in it."""
    if document.parts:
        return str(place_of(document, position))
    line, column = lines.line_column(position)
    return f"{line}:{column}"


def _shown(document: Document, finding: Finding) -> str:
    """Return what a reader sees of what was found, without tags."""
    if document.offsets.is_identity:
        return finding.text
    return document.offsets.to_new(finding.span).of(document.text)


def _quote(text: str) -> str:
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
