"""What of a text is not English, and therefore was not checked as English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mtcheck.engine.view import View
from mtcheck.text.document import Document
from mtcheck.text.span import Span

_SHOWN = 5  # lines of a remark


class Foreign(NamedTuple):
    """A block that is not English: where it stands in the raw text, and its language."""

    span: Span
    language: str


def foreign_blocks(view: View) -> tuple[Foreign, ...]:
    """Return the blocks of a view that are not English, in text order."""
    return tuple(Foreign(view.raw_span(a, b), language) for a, b, language in view.foreign)


def with_remarks(document: Document, found: Iterable[Foreign]) -> Document:
    """Return a document whose notes say what of it is not English, a sentence a language."""
    by_language: dict[str, list[Span]] = {}
    for block in found:
        by_language.setdefault(block.language, []).append(block.span)
    if not by_language:
        return document
    notes = [_remark(document, language, spans) for language, spans in by_language.items()]
    return document._replace(notes=(*document.notes, *notes))


def _remark(document: Document, language: str, spans: list[Span]) -> str:
    if len(spans) == len([b for b in document.blocks if b.kind != "code"]):
        return f"this is {language}, not English; it was not checked"
    lines = [str(document.lines.line_column(span.start)[0]) for span in spans[:_SHOWN]]
    more = f" and {len(spans) - _SHOWN} more" if len(spans) > _SHOWN else ""
    if len(spans) == 1:
        return f"the paragraph in line {lines[0]} is {language}; it was not checked"
    return f"the paragraphs in lines {', '.join(lines)}{more} are {language}; they were not checked"
