"""From the passages of a page to a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtcheck.formats.html.flow import Passage
from mtcheck.text.document import Block, Document, Link
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span


def build(raw: str, passages: Iterable[Passage], unchecked: Sequence[str]) -> Document:
    """Return the document of these passages; everything else of `raw` is markup.

    `unchecked` are the reasons that keep a stretch from being checked.
    """
    edits: list[Edit] = []
    blocks: list[Block] = []
    links: list[Link] = []
    left_alone: list[Span] = []
    at = length = 0
    for passage in passages:
        between = "\n" if length else ""
        start = length + len(between)
        for piece in passage.pieces:
            first, last, text = piece
            if first == last:  # the end of a line: it stands for the markup before it
                between = text or ""
                continue
            if first > at or between:
                edits.append(Edit(Span(at, first), between))
            if text is not None:
                edits.append(Edit(Span(first, last), text))
            length += len(between) + len(piece)
            between, at = "", last
        if passage.text(raw).strip():
            kind, level, _ = passage.context
            blocks.append(Block(kind, Span(start, length), level))
        links += (Link(Span(start + a, start + b), target) for a, b, target in passage.links)
        left_alone += (
            Span(start + a, start + b) for a, b, why in passage.unchecked if why in unchecked
        )
    if at < len(raw):
        edits.append(Edit(Span(at, len(raw)), ""))
    text, offsets = apply_edits(raw, edits)
    return Document(
        raw,
        text,
        offsets,
        tuple(blocks),
        links=tuple(links),
        unchecked=tuple(left_alone),
    )
