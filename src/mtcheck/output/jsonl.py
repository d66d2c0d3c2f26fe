"""One JSON object a finding, a line each: the contract that scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import click

from mtcheck.engine.packs import RuleSet
from mtcheck.finding import Finding
from mtcheck.formats.places import place_of
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex

_AT_ONCE = 5_000


def row(document: Document, finding: Finding, lines: LineIndex) -> dict[str, Any]:
    """Return a finding as JSON values; `start` and `end` are code points of the file, `line` and
    `column` count from 1. A file of records has `record`, a container `place`."""
    line, column = lines.line_column(finding.span.start)
    before = document.first.code_point
    where: dict[str, Any] = {"record": document.record} if document.record else {}
    if document.parts:
        where["place"] = place_of(document, finding.span.start)._asdict()
    return {
        "file": document.name,
        **where,
        "start": before + finding.span.start,
        "end": before + finding.span.end,
        "line": line,
        "column": column,
        "rule": finding.rule,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "text": finding.text,
        "replacements": list(finding.replacements),
        "safe_fix": finding.safe_fix,
        "penalty": finding.penalty,
    }


def as_utf8(value: Any, indent: int | None = None) -> bytes:
    r"""Return `value` as JSON in UTF-8, whatever the locale is.

    Half a surrogate pair, as in a file name whose bytes are no UTF-8, becomes its JSON escape:
    what "backslashreplace" writes for it (`\udcff`) is just that.
    """
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def put(pieces: Iterable[bytes]) -> None:
    """Print `pieces` one after the other, some thousand at a time: they may be all of a book."""
    rest = iter(pieces)
    while some := b"".join(islice(rest, _AT_ONCE)):
        click.echo(some, nl=False)


class Writer:
    """Prints each finding when it is there; nothing has to be kept."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document, a line each."""
        if findings:
            lines = document.lines
            put(as_utf8(row(document, f, lines)) + b"\n" for f in findings)

    def end(self, unread: Mapping[str, str], rules: RuleSet) -> None:
        """Print nothing: each line is a finding, and files without any have none."""
