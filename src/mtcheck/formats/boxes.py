"""Text that hangs in a paragraph without being part of its sentences: boxes, and notes in place.

The text of a document has the order of its file, and what stands inside of a sentence would cut
it. So a box is read where it hangs at the begin or the end of a paragraph, and else left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.formats.build import Passage, Piece

PAGE_BREAK = "\f"
"""What a piece reads as behind which a new passage begins."""

Box = tuple[int, list[Passage]]
"""How many pieces of the paragraph stand before a box, and the passages in it."""


class Arranged(NamedTuple):
    """What stands before the paragraph, its own pieces, what stands behind it, and how many boxes
    with text are left out."""

    before: list[Passage]
    pieces: Sequence[Piece]
    after: list[Passage]
    left_out: int


def arranged(pieces: Sequence[Piece], boxes: Sequence[Box], raw: str) -> Arranged:
    """Return the pieces of a paragraph and its boxes beside each other."""
    inked = [number for number, piece in enumerate(pieces) if piece.of(raw).strip()]
    before: list[Passage] = []
    after: list[Passage] = []
    first, last, left_out = 0, len(pieces), 0
    for at, box in boxes:
        if not inked or at <= inked[0]:
            before += box
            first = at
        elif at > inked[-1]:
            after += box
            last = min(last, at)
        else:
            left_out += any(piece.of(raw).strip() for p in box for piece in p.pieces)
    return Arranged(before, pieces[first:last], after, left_out)


def cut(pieces: Sequence[Piece], raw: str) -> Iterator[list[Piece]]:
    """Yield the pieces between page breaks and empty lines; the ends of lines only inside."""
    some: list[Piece] = []
    waiting: list[Piece] = []  # white space and ends of lines, until something follows
    for piece in pieces:
        if not piece.of(raw).strip():
            waiting.append(piece)
            continue
        lines = sum(p.text == "\n" for p in waiting)
        if some and (lines > 1 or any(p.text == PAGE_BREAK for p in waiting)):
            yield some
            some = []
        if some or not lines:
            some += [p for p in waiting if p.text != PAGE_BREAK]
        some.append(piece)
        waiting = []
    if some:
        ends = [n for n, p in enumerate(waiting) if p.text in ("\n", PAGE_BREAK)]
        yield some + waiting[: ends[0] if ends else None]
