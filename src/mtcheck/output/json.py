"""One JSON object for a whole run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import click

from mtcheck.finding import Finding
from mtcheck.output.jsonl import row
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex
from mtcheck.version import __version__


class Writer:
    """Keeps all findings and prints them together at the end."""

    def __init__(self) -> None:
        self._files: list[dict[str, Any]] = []

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            whole = {"mtcheck": __version__, "files": self._files}
            click.echo(json.dumps(whole, ensure_ascii=False, indent=2))

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Keep the findings of one document."""
        lines = LineIndex(document.raw)
        self._files.append(
            {
                "file": document.name,
                "notes": list(document.notes),
                "findings": [row(document.name, f, lines) for f in findings],
            }
        )
