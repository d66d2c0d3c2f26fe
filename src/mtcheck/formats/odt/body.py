"""What a reader of an OpenDocument text reads, found in its XML.

The elements are those of OpenDocument 1.3, part 3, sections 4 to 9. A run of white space shows as
one space, none at the begin and the end of a paragraph; further spaces are elements. Notes stand in
the file where they are referred to, and are treated as boxes that hang there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mtcheck.formats import xml
from mtcheck.formats.boxes import Box, arranged, cut
from mtcheck.formats.build import Passage, Piece
from mtcheck.formats.odt.styles import NAMES, Styles
from mtcheck.text.document import BlockKind
from mtcheck.text.lazy import lazy
from mtcheck.text.span import Span

_NOT_READ = {
    *("text:tracked-changes", "office:annotation", "office:forms", "office:scripts"),
    *("text:note-citation", "text:ruby-text", "text:placeholder", "text:script"),
    *("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
    *("text:alphabetical-index", "text:user-index", "text:bibliography", "text:hidden-text"),
    *("text:hidden-paragraph", "svg:title", "svg:desc", "table:covered-table-cell"),
    *("office:automatic-styles", "office:styles", "office:master-styles", "office:meta"),
    *("office:settings", "office:font-face-decls", "draw:object", "table:title", "table:desc"),
    "office:event-listeners",
}
_ODD = lazy(r"[ \t\r\n]+|&")
_SPACE = " \t\r\n"
_MOST_SPACES = 1000  # that one element can stand for


@dataclass(slots=True)
class _Table:
    """A table: how many rows and cells were met so far."""

    rows: int = 0
    cells: int = 0


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open: what it is, what was read in it, and the boxes that hang in it."""

    kind: BlockKind | None = None
    level: int = 0
    hidden: bool = False
    table: _Table | None = None
    row: int = 0
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spaced: bool = True  # white space that comes now does not show
    trailing: bool = False  # the last piece is white space that shows only if something follows


@dataclass(slots=True)
class _Flow:
    """A flow of paragraphs: that of the text, of a note, or of a box."""

    paragraphs: list[_Paragraph] = field(default_factory=list)
    open: _Paragraph | None = None
    tables: list[_Table] = field(default_factory=list)
    lists: int = 0


class Body:
    """Reads the XML of a text; `left_out` counts the boxes and notes inside of sentences."""

    def __init__(self, raw: str, styles: Styles) -> None:
        self.raw = raw
        self.left_out = 0
        self._styles = styles
        self._flows = [_Flow()]
        self._path: list[str] = []
        self._skipped = 0  # how deep the element is that is not read; 0 for none
        self._links: list[str | None] = []
        self._hidden: list[bool] = [False]

    def read(self, span: Span, depth: int) -> list[Passage]:
        """Return the passages of the part at `span`; XmlError when it is broken."""
        for token in xml.scan(self.raw, NAMES, start=span.start, end=span.end, depth=depth):
            if token.kind == "open":
                self._path.append(token.name)
                if not self._skipped:
                    self._open(token)
            elif token.kind == "close":
                if len(self._path) == self._skipped:
                    self._skipped = 0
                elif not self._skipped and token.name in _CLOSE:
                    _CLOSE[token.name](self, token)
                self._path.pop()
            elif not self._skipped and self._flow.open is not None:
                self._text(self._flow.open, token)
        return self._passages(self._flow)

    def _open(self, token: xml.Token) -> None:
        if len(self._path) == 1 and token.name not in _OUTERMOST:
            raise xml.XmlError("this is no text of LibreOffice", token.start)
        if token.name in _NOT_READ:
            self._skipped = len(self._path)
        elif token.name in _OPEN:
            _OPEN[token.name](self, token)

    @property
    def _flow(self) -> _Flow:
        return self._flows[-1]

    # Paragraphs, lists, tables, boxes.

    def _begin_paragraph(self, token: xml.Token) -> None:
        said, flow = token.attributes, self._flow
        sense = self._styles.sense("paragraph", said.get("text:style-name"))
        kind, level = sense.kind, sense.level
        if token.name == "text:h":
            kind, level = "title", number(said.get("text:outline-level"), 1)
        elif flow.lists and kind in (None, "list-item"):
            kind, level = "list-item", flow.lists
        table = flow.tables[-1] if flow.tables else None
        row = table.rows if table is not None else 0
        flow.open = _Paragraph(kind, level, sense.hidden, table, row)
        flow.paragraphs.append(flow.open)

    def _end_paragraph(self, token: xml.Token) -> None:
        paragraph, self._flow.open = self._flow.open, None
        if paragraph is not None and paragraph.trailing:
            paragraph.pieces.pop()

    def _begin_list(self, token: xml.Token) -> None:
        self._flow.lists += 1

    def _end_list(self, token: xml.Token) -> None:
        self._flow.lists -= 1

    def _begin_table(self, token: xml.Token) -> None:
        self._flow.tables.append(_Table())

    def _end_table(self, token: xml.Token) -> None:
        self._flow.tables.pop()

    def _row(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].rows += 1

    def _cell(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].cells += 1

    def _begin_box(self, token: xml.Token) -> None:
        self._flows.append(_Flow())

    def _end_box(self, token: xml.Token) -> None:
        inside = self._passages(self._flows.pop())
        holder = self._flow.open
        if holder is None:  # it hangs at the page
            holder = _Paragraph()
            self._flow.paragraphs.append(holder)
        holder.boxes.append((len(holder.pieces), inside))

    def _section(self, token: xml.Token) -> None:
        if token.attributes.get("text:display") == "none":
            self._skipped = len(self._path)

    def _passages(self, flow: _Flow) -> list[Passage]:
        found: list[Passage] = []
        for paragraph in flow.paragraphs:
            before, own, after, left_out = arranged(paragraph.pieces, paragraph.boxes, self.raw)
            kind, level = paragraph.kind, paragraph.level
            if paragraph.table is not None and paragraph.table.cells > 1:
                kind, level = "cell", paragraph.row
            found += before
            found += (Passage(some, kind, level) for some in cut(own, self.raw))
            found += after
            self.left_out += left_out
        return found

    # Text.

    def _begin_link(self, token: xml.Token) -> None:
        self._links.append(token.attributes.get("xlink:href"))

    def _end_link(self, token: xml.Token) -> None:
        self._links.pop()

    def _begin_span(self, token: xml.Token) -> None:
        sense = self._styles.sense("text", token.attributes.get("text:style-name"))
        self._hidden.append(self._hidden[-1] or sense.hidden)

    def _end_span(self, token: xml.Token) -> None:
        self._hidden.pop()

    def _sign(self, token: xml.Token) -> None:
        text = _SIGNS[token.name]
        if token.name == "text:s":
            text *= min(_MOST_SPACES, number(token.attributes.get("text:c"), 1))
        if self._flow.open is not None and text:
            self._put(self._flow.open, Piece(token.start, token.end, text))

    def _text(self, paragraph: _Paragraph, token: xml.Token) -> None:
        raw, at = self.raw, token.start
        is_text = token.kind == "text"
        known = {a: (b, c) for a, b, c in xml.references(raw, at, token.end)} if is_text else {}
        for match in _ODD.finditer(raw, token.start, token.end):
            start, end = match.span()
            if match[0] == "&" and start not in known:
                continue
            end, text = known.get(start, (end, " "))
            self._put(paragraph, Piece(at, start))
            if text in _SPACE:
                verbatim = raw[start:end] == " "  # else a change of it takes all of it
                self._space(paragraph, Piece(start, end, None if verbatim else " "))
            else:
                self._put(paragraph, Piece(start, end, text))
            at = end
        self._put(paragraph, Piece(at, token.end))

    def _space(self, paragraph: _Paragraph, piece: Piece) -> None:
        if not paragraph.spaced and not self._is_hidden(paragraph):
            self._put(paragraph, piece)
            paragraph.spaced = paragraph.trailing = True

    def _put(self, paragraph: _Paragraph, piece: Piece) -> None:
        if piece.end > piece.start and not self._is_hidden(paragraph):
            link = next((target for target in reversed(self._links) if target), None)
            paragraph.pieces.append(piece._replace(link=link))
            paragraph.spaced = paragraph.trailing = False

    def _is_hidden(self, paragraph: _Paragraph) -> bool:
        return paragraph.hidden or self._hidden[-1]


def number(value: str | None, default: int) -> int:
    """Return a number of an attribute; `default` for what is none."""
    return (
        int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
    )


_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_OUTERMOST = {"office:document-content", "office:document"}
_Handler = Callable[[Body, xml.Token], None]

_OPEN: dict[str, _Handler] = {
    "text:p": Body._begin_paragraph,
    "text:h": Body._begin_paragraph,
    "text:list": Body._begin_list,
    "text:section": Body._section,
    "table:table": Body._begin_table,
    "table:table-row": Body._row,
    "table:table-cell": Body._cell,
    "text:note-body": Body._begin_box,
    "draw:text-box": Body._begin_box,
    "text:a": Body._begin_link,
    "text:span": Body._begin_span,
    "text:s": Body._sign,
    "text:tab": Body._sign,
    "text:line-break": Body._sign,
}
_CLOSE: dict[str, _Handler] = {
    "text:p": Body._end_paragraph,
    "text:h": Body._end_paragraph,
    "text:list": Body._end_list,
    "table:table": Body._end_table,
    "text:note-body": Body._end_box,
    "draw:text-box": Body._end_box,
    "text:a": Body._end_link,
    "text:span": Body._end_span,
}
