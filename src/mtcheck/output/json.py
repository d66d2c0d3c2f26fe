"""One JSON object for a whole run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from mtcheck.finding import Finding
from mtcheck.output.jsonl import as_utf8, row
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex
from mtcheck.version import __version__


class Writer:
    """Keeps all findings and prints them together at the end, with the files it has none of."""

    def __init__(self) -> None:
        self._files: list[dict[str, Any]] = []

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

    def end(self, unread: Mapping[str, str]) -> None:
        """Print the object: the version, the files that were read, and those that were not."""
        whole = {
            "mtcheck": __version__,
            "files": self._files,
            "unread": [{"file": name, "why": why} for name, why in unread.items()],
        }
        click.echo(as_utf8(whole, indent=2))
