"""One JSON object a finding, a line each: the contract that scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import click

from mtcheck.finding import Finding
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex


def row(name: str, finding: Finding, lines: LineIndex) -> dict[str, Any]:
    """Return a finding as JSON values; `start` and `end` are code points, `line` counts from 1."""
    line, column = lines.line_column(finding.span.start)
    return {
        "file": name,
        "start": finding.span.start,
        "end": finding.span.end,
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


class Writer:
    """Prints each finding when it is there; nothing has to be kept."""

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document, a line each."""
        if findings:
            lines = LineIndex(document.raw)
            rows = (json.dumps(row(document.name, f, lines), ensure_ascii=False) for f in findings)
            click.echo("\n".join(rows))
