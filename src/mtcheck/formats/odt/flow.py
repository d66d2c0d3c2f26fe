"""A flow of paragraphs in an OpenDocument text while it is read: its lists and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from mtcheck.formats.boxes import Box
from mtcheck.formats.build import Piece
from mtcheck.text.document import BlockKind, BlockRole


@dataclass(slots=True)
class Table:
    """A table: how many rows and cells were met so far, and whether its head is open."""

    rows: int = 0
    cells: int = 0
    heads: bool = False


@dataclass(slots=True)
class List:
    """A list that is open: its style, the number of the next item (None without numbers), and what
    the next paragraph of the item that is open has."""

    style: str | None = None
    next: int | None = None
    number: int | None = None
    role: BlockRole = ""

    def begin_item(self, start: int | None) -> None:
        """An item begins, with a number of its own if `start` says so."""
        if self.next is not None and start is not None:
            self.next = start
        self.number, self.role = self.next, ""
        if self.next is not None:
            self.next += 1

    def begin_header(self) -> None:
        """An item without a number begins."""
        self.number, self.role = None, "more"


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is open: what it is, what was read in it, and the boxes that hang in it."""

    kind: BlockKind | None = None
    level: int = 0
    number: int | None = None
    role: BlockRole = ""
    hidden: bool = False
    table: Table | None = None
    row: int = 0
    heads: bool = False
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spaced: bool = True  # white space that comes now does not show
    trailing: bool = False  # the last piece is white space that shows only if something follows

    def shape(self) -> tuple[BlockKind | None, int, int | None, BlockRole]:
        """Return kind, level, number and role of its block, when all of its table is known."""
        if self.table is not None and self.table.cells > 1:
            return "cell", self.row, None, "head" if self.heads else ""
        return self.kind, self.level, self.number, self.role


@dataclass(slots=True)
class Flow:
    """A flow of paragraphs: that of the text, of a note, or of a box."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    open: Paragraph | None = None
    tables: list[Table] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)

    def begin_paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph begins; where it stands in a table is added to it."""
        if self.tables:
            table = paragraph.table = self.tables[-1]
            paragraph.row, paragraph.heads = table.rows, table.heads
        self.open = paragraph
        self.paragraphs.append(paragraph)

    def in_list(self, paragraph: Paragraph) -> None:
        """Make a paragraph one of the innermost list."""
        listed = self.lists[-1]
        paragraph.kind, paragraph.level = "list-item", len(self.lists)
        paragraph.number, paragraph.role = listed.number, listed.role
        listed.number, listed.role = None, "more"
