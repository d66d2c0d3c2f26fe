"""The paragraphs of a Word document while they are read, and the passages that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from mtcheck.formats.boxes import arranged, cut
from mtcheck.formats.build import Passage, Piece
from mtcheck.formats.docx.fields import Field
from mtcheck.formats.docx.styles import Sense
from mtcheck.text.document import BlockKind, BlockRole


@dataclass(slots=True)
class Table:
    """A table: how many rows and cells were met so far, and whether the row is one of its head."""

    rows: int = 0
    cells: int = 0
    heads: bool = False


class Read(NamedTuple):
    """A piece, and the field that hides it, if that ends."""

    piece: Piece
    hidden_by: Field | None = None

    @property
    def shown(self) -> bool:
        """Whether a reader sees it."""
        return self.hidden_by is None or not self.hidden_by.closed


@dataclass(slots=True)
class Paragraph:
    """A paragraph: what is read in it, the boxes of text that hang in it (and behind how many
    pieces), and what says what it is."""

    read: list[Read] = field(default_factory=list)
    boxes: list[tuple[int, list[Paragraph]]] = field(default_factory=list)
    style: str | None = None
    outline: int | None = None
    numbering: str | None = None
    depth: int | None = None
    table: Table | None = None
    row: int = 0
    heads: bool = False
    number: int | None = None  # in an ordered list
    goes_on: bool = False  # its end was deleted, and the change tracked


def joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, those whose end was deleted as one with the next."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if before is not None:
            count = len(before.read)
            before.read += paragraph.read
            before.boxes += [(n + count, box) for n, box in paragraph.boxes]
            paragraph.read, paragraph.boxes = before.read, before.boxes
            before = None
        if paragraph.goes_on:
            before = paragraph
        else:
            yield paragraph
    if before is not None:
        yield before


def passages(
    paragraph: Paragraph, sense: Sense, raw: str, inner: Iterable[list[Passage]]
) -> tuple[list[Passage], int]:
    """Return the passages of a paragraph, and how many boxes of text in it are not read.

    `inner` are the passages of its boxes.
    """
    counts = list(accumulate((read.shown for read in paragraph.read), initial=0))
    pieces = [read.piece for read in paragraph.read if read.shown]
    boxes = [(counts[at], box) for (at, _), box in zip(paragraph.boxes, inner, strict=True)]
    before, own, after, left_out = arranged(pieces, boxes, raw)
    kind, level = _kind(paragraph, sense)
    return before + list(_cut(paragraph, cut(own, raw), kind, level)) + after, left_out


def _cut(
    paragraph: Paragraph, pieces: Iterable[list[Piece]], kind: BlockKind | None, level: int
) -> Iterator[Passage]:
    number = paragraph.number if kind == "list-item" else None
    role: BlockRole = "head" if kind == "cell" and paragraph.heads else ""
    for some in pieces:
        yield Passage(some, kind, level, number, role)
        if kind == "list-item":
            number, role = None, "more"


def place_in_list(paragraph: Paragraph, sense: Sense) -> tuple[str, int] | None:
    """Return the list that a paragraph is in and how deep (from 0), None where it is in none."""
    numbering = sense.numbering if paragraph.numbering is None else paragraph.numbering
    if numbering is None or numbering == "0":
        return None
    return numbering, sense.depth if paragraph.depth is None else paragraph.depth


def _kind(paragraph: Paragraph, sense: Sense) -> tuple[BlockKind | None, int]:
    """Return kind and level of a paragraph, None where nothing tells."""
    if paragraph.table is not None and paragraph.table.cells > 1:
        return "cell", paragraph.row
    if sense.kind is not None and sense.kind != "list-item":
        return sense.kind, sense.level
    if paragraph.outline is not None and paragraph.outline < 9:
        return "title", paragraph.outline + 1
    listed = place_in_list(paragraph, sense)
    if listed is not None:
        return "list-item", listed[1] + 1
    by_style = sense.kind and sense.numbering is None and paragraph.numbering is None
    return ("list-item", sense.level) if by_style else (None, 0)
