"""Findings for a person at a terminal, grouped by file."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from types import TracebackType

import click

from mtcheck.finding import SEVERITIES, Finding
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex

_COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}
_LONGEST_QUOTE = 70


def colours_wanted() -> bool:
    """Whether standard output is a terminal and NO_COLOR (https://no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


class Writer:
    """Prints a heading a file, two lines a finding, and one line that adds up."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._files = 0
        self._colour = colours_wanted()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            return
        files = f"{self._files} file{'s' * (self._files != 1)}"
        if not self._counts:
            click.echo(f"No findings in {files}.")
            return
        parts = [
            f"{n} {severity}{'s' * (n != 1)}"
            for severity in SEVERITIES
            if (n := self._counts[severity])
        ]
        click.echo(f"{', '.join(parts)} in {files}.")

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document."""
        self._files += 1
        if not findings:
            return
        lines = LineIndex(document.raw)
        click.echo(self._style(visible(document.name), bold=True, underline=True))
        for finding in findings:
            self._counts[finding.severity] += 1
            line, column = lines.line_column(finding.span.start)
            severity = self._style(finding.severity, fg=_COLOURS[finding.severity])
            quote = self._style(_quote(finding.text), bold=True)
            rule = self._style(finding.rule, dim=True)
            click.echo(f"  {line}:{column}  {severity}  {quote}  {rule}")
            click.echo(f"      {visible(finding.message)}")
        click.echo()

    def _style(self, text: str, **style: object) -> str:
        return click.style(text, **style) if self._colour else text  # type: ignore[arg-type]


def _quote(text: str) -> str:
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"


def visible(text: str) -> str:
    """Return `text` with characters that would steer a terminal written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
