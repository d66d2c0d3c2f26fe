"""From the pieces of a raw text that a reader reads, in passages, to a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from mtcheck.text.document import Block, BlockKind, Document, Link
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span


class Piece(NamedTuple):
    """A stretch of the raw text that is read: as it is, or as `text`; `link` is where it leads."""

    start: int
    end: int
    text: str | None = None
    link: str | None = None

    def of(self, raw: str) -> str:
        """Return what a reader reads of it."""
        return raw[self.start : self.end] if self.text is None else self.text


@dataclass(slots=True)
class Passage:
    """What a reader sees as one block; `kind` is None where the file says nothing about it."""

    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind | None = None
    level: int = 0


def document_of(raw: str, passages: Iterable[Passage]) -> Document:
    """Return the document of these passages, which are in the order of `raw` and have ink.

    Everything else of `raw` is markup. White space around a passage belongs to no block; one of
    which the file does not say what it is, is what it looks like, as in a plain text.
    """
    edits: list[Edit] = []
    spans: list[tuple[Passage, int, int]] = []
    links: list[Link] = []
    at = length = 0
    for passage in passages:
        between = "\n" if spans else ""
        first = length + len(between)
        for piece in passage.pieces:
            if piece.start > at or between:
                edits.append(Edit(Span(at, piece.start), between))
                length += len(between)
                between = ""
            if piece.text is not None:
                edits.append(Edit(Span(piece.start, piece.end), piece.text))
            before, at = length, piece.end
            length += len(piece.of(raw))
            if piece.link:
                _link(links, Link(Span(before, length), piece.link), first)
        spans.append((passage, first, length))
    if at < len(raw):
        edits.append(Edit(Span(at, len(raw)), ""))
    text, offsets = apply_edits(raw, edits)
    return Document(raw, text, offsets, tuple(_blocks(text, spans)), links=tuple(links))


def _link(links: list[Link], link: Link, first: int) -> None:
    """Add a link; it goes on with the one before it in the same passage, from `first` on."""
    before = links[-1] if links else None
    if (
        before is not None
        and before.target == link.target
        and first <= before.span.end == link.span.start
    ):
        link = Link(Span(before.span.start, link.span.end), link.target)
        links.pop()
    links.append(link)


def _blocks(text: str, spans: list[tuple[Passage, int, int]]) -> Iterable[Block]:
    from mtcheck.formats.plain import kind_of

    for number, (passage, first, last) in enumerate(spans):
        inked = text[first:last]
        start = first + len(inked) - len(inked.lstrip())
        end = start + len(inked.strip())
        kind = passage.kind or kind_of(text, start, end, first=not number, alone=len(spans) == 1)
        yield Block(kind, Span(start, end), passage.level)
