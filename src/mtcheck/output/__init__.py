"""What mtcheck prints, one module a format; nothing else knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from mtcheck.engine.packs import RuleSet
from mtcheck.finding import Finding
from mtcheck.text.document import Document

FORMATS: dict[str, str] = {
    "text": "mtcheck.output.text",
    "json": "mtcheck.output.json",
    "jsonl": "mtcheck.output.jsonl",
}
"""The formats of `mtcheck check`, each with the module that has its `Writer`."""


class Writer(Protocol):
    """Takes findings document by document and prints them."""

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document, or keep them for the end."""

    def end(self, unread: Mapping[str, str], rules: RuleSet) -> None:
        """Print what belongs at the end; `unread` are the files that could not be read, and why,
        `rules` those that ran."""


def writer(name: str) -> Writer:
    """Return a new writer of a format; KeyError when there is no such format."""
    return cast(Writer, import_module(FORMATS[name]).Writer())
