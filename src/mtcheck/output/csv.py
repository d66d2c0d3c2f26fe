"""A table for spreadsheets: RFC 4180, in UTF-8."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mtcheck.gate.result import Located, Result
from mtcheck.output.strict import printable
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

COLUMNS = (
    "file",
    "record",
    "place",
    "line",
    "column",
    "end_line",
    "end_column",
    "severity",
    "category",
    "rule",
    "message",
    "text",
    "replacements",
    "context",
    "fingerprint",
    "origin",
    "url",
)

# What makes a spreadsheet take a cell for a formula (https://owasp.org, "CSV Injection").
_FORMULA = tuple(
    "=+-@\t\r\n"
    "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)


class Writer:
    """Prints a row of names, then a row a finding.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front: texts come from
    strangers. Several replacements stand in lines of one cell. In a container, `place` stands
    instead of line and column.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._begun = False

    def result(self, result: Result) -> None:
        """Print the findings of one document, a row each."""
        self._rows([_cells(result, located) for located in result.found])

    def end(self, ended: Ended) -> None:
        """Print the row of names where there was no finding."""
        self._rows([])
        self._target.close()

    def _rows(self, rows: list[tuple[object, ...]]) -> None:
        written = io.StringIO(newline="")
        to = csv.writer(written)
        if not self._begun:
            to.writerow(COLUMNS)
            self._begun = True
        to.writerows([map(_safe, row) for row in rows])
        self._target.write(written.getvalue().encode())


def _cells(result: Result, located: Located) -> tuple[object, ...]:
    finding, place = located.finding, located.place
    lines = (located.line, located.column, located.end_line, located.end_column)
    return (
        result.file,
        result.record,
        place or "",
        *(("",) * 4 if place else lines),
        finding.severity,
        finding.category,
        finding.rule,
        finding.message,
        located.shown,
        "\n".join(finding.replacements),
        located.context,
        located.fingerprint,
        finding.checker,
        (finding.origin.url if finding.origin else None) or "",
    )


def _safe(cell: object) -> str:
    text = printable(str(cell))
    return f"'{text}" if text.startswith(_FORMULA) else text
