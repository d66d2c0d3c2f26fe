"""A flow of paragraphs in a Word document while it is read: that of a part, or of a text box."""

from __future__ import annotations

from dataclasses import dataclass, field

from mtcheck.formats.build import Piece
from mtcheck.formats.docx.fields import Fields
from mtcheck.formats.docx.paragraphs import Paragraph, Read, Table
from mtcheck.formats.docx.styles import Styles, number


@dataclass(slots=True)
class Story:
    """The paragraphs so far, and what is open: a paragraph, tables, fields, a run (whether it says
    itself that it is hidden, and its style)."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    open: Paragraph | None = None
    tables: list[Table] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    hidden: bool | None = None
    run_style: str | None = None

    def begin_paragraph(self) -> None:
        """A paragraph begins, in the innermost table."""
        table = self.tables[-1] if self.tables else None
        self.open = Paragraph(table=table)
        if table is not None:
            self.open.row, self.open.heads = table.rows, table.heads
        self.paragraphs.append(self.open)

    def end_paragraph(self) -> None:
        """The paragraph ends."""
        self.open = None

    def set(self, name: str, value: str | None) -> None:
        """Take a property of the paragraph."""
        if self.open is None:
            return
        if name == "w:pStyle":
            self.open.style = value
        elif name == "w:outlineLvl":
            self.open.outline = number(value, 9)
        elif name == "w:numId":
            self.open.numbering = value
        else:
            self.open.depth = number(value)

    def begin_table(self) -> None:
        """A table begins."""
        self.tables.append(Table())

    def end_table(self) -> None:
        """The innermost table ends."""
        self.tables.pop()

    def begin_row(self) -> None:
        """A row of the innermost table begins."""
        if self.tables:
            self.tables[-1].rows += 1
            self.tables[-1].heads = False

    def set_head(self, heads: bool) -> None:
        """The row of the innermost table is one of its head, or is none."""
        if self.tables:
            self.tables[-1].heads = heads

    def begin_cell(self) -> None:
        """A cell of the innermost table begins."""
        if self.tables:
            self.tables[-1].cells += 1

    def begin_run(self) -> None:
        """A run begins."""
        self.hidden = self.run_style = None

    def add_box(self, box: Story) -> None:
        """Take the box of text that ends here."""
        if self.open is None:  # it hangs nowhere
            self.paragraphs += box.paragraphs
        else:
            self.open.boxes.append((len(self.open.read), box.paragraphs))

    def put(self, piece: Piece, styles: Styles, link: str | None) -> None:
        """Add what is read here, unless it is hidden; `link` is where it leads."""
        if self.open is None or self._is_hidden(styles, self.open.style):
            return
        piece = piece._replace(link=link or self.fields.link)
        self.open.read.append(Read(piece, self.fields.hiding))

    def _is_hidden(self, styles: Styles, style: str | None) -> bool:
        if self.hidden is not None:
            return self.hidden
        if self.run_style is not None and styles.sense(self.run_style).hidden:
            return True
        return styles.sense(style).hidden
