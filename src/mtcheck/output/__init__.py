"""What mtcheck prints, one module a format; nothing else knows it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import TracebackType
from typing import Protocol, cast

from mtcheck.finding import Finding
from mtcheck.text.document import Document

FORMATS: dict[str, str] = {
    "text": "mtcheck.output.text",
    "json": "mtcheck.output.json",
    "jsonl": "mtcheck.output.jsonl",
}
"""The formats of `mtcheck check`, each with the module that has its `Writer`."""


class Writer(Protocol):
    """Takes findings document by document and prints them; on leaving, what belongs at the end."""

    def __enter__(self) -> Writer:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End, if no error is on its way."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document."""


def writer(name: str) -> Writer:
    """Return a new writer of a format; KeyError when there is no such format."""
    return cast(Writer, import_module(FORMATS[name]).Writer())
