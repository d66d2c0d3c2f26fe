"""Files that hold a translation beside its original (PO, XLIFF, TMX)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mtcheck.formats.fields import Value, compose
from mtcheck.text.document import Document


class Unit(NamedTuple):
    """A translation and what it translates, both in the raw text; the original may be missing."""

    target: Value
    source: Value | None


def document_of(raw: str, units: Sequence[Unit]) -> Document | None:
    """Return the document of the targets of `units`, in order, None when they have no ink.

    Its `source` is the document of their sources, `aligned` says which belongs to which.
    """
    units = [unit for unit in units if len(unit.target.content)]
    document = compose(raw, [unit.target for unit in units], "")
    if document is None:
        return None
    sources = {u.source.content: u.source for u in units if u.source and len(u.source.content)}
    original = compose(raw, [sources[content] for content in sorted(sources)], "")
    if original is None:
        return document
    aligned = tuple(
        (document.offsets.to_new(u.target.content), original.offsets.to_new(u.source.content))
        for u in units
        if u.source and u.source.content in sources
    )
    return document._replace(source=original, aligned=aligned)
