"""What a reader of an OpenDocument text reads, found in its XML.

The elements are those of OpenDocument 1.3, part 3, sections 4 to 9. A run of white space shows as
one space, none at the begin and the end of a paragraph; further spaces are elements. Notes stand in
the file where they are referred to, and are treated as boxes that hang there.
"""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.formats import xml
from mtcheck.formats.boxes import arranged, cut
from mtcheck.formats.build import Passage, Piece
from mtcheck.formats.elements import Elements
from mtcheck.formats.odt.flow import Flow, List, Paragraph, Table
from mtcheck.formats.odt.styles import NAMES, Styles, number
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


class Body(Elements):
    """Reads the XML of a text; `left_out` counts the boxes and notes inside of sentences."""

    def __init__(self, raw: str, styles: Styles) -> None:
        super().__init__(raw, NAMES)
        self.left_out = 0
        self._styles = styles
        self._flows = [Flow()]
        self._counts: dict[str | None, int] = {}  # the next number of each style of lists
        self._links: list[str | None] = []
        self._hidden: list[bool] = [False]

    def read(self, span: Span, depth: int) -> list[Passage]:
        """Return the passages of the part at `span`; XmlError when it is broken."""
        self.walk(span, depth)
        return self._passages(self._flow)

    def _open(self, token: xml.Token) -> None:
        if len(self._path) == 1 and token.name not in _OUTERMOST:
            raise xml.XmlError("this is no text of LibreOffice", token.start)
        if token.name in _NOT_READ:
            self._skipped = len(self._path)
        elif token.name in _OPEN:
            _OPEN[token.name](self, token)

    def _close(self, token: xml.Token) -> None:
        if token.name in _CLOSE:
            _CLOSE[token.name](self, token)

    def _content(self, token: xml.Token) -> None:
        if self._flow.open is not None:
            self._text(self._flow.open, token)

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    # Paragraphs, lists, tables, boxes.

    def _begin_paragraph(self, token: xml.Token) -> None:
        said, flow = token.attributes, self._flow
        sense = self._styles.sense("paragraph", said.get("text:style-name"))
        paragraph = Paragraph(sense.kind, sense.level, hidden=sense.hidden)
        if token.name == "text:h":
            paragraph.kind, paragraph.level = "title", number(said.get("text:outline-level"), 1)
        elif flow.lists and sense.kind in (None, "list-item"):
            flow.in_list(paragraph)
        flow.begin_paragraph(paragraph)

    def _end_paragraph(self, token: xml.Token) -> None:
        paragraph, self._flow.open = self._flow.open, None
        if paragraph is not None and paragraph.trailing:
            paragraph.pieces.pop()

    def _begin_list(self, token: xml.Token) -> None:
        said, flow = token.attributes, self._flow
        around = flow.lists[-1].style if flow.lists else None
        style = said.get("text:style-name", around)
        first = self._styles.first_number(style, len(flow.lists) + 1)
        goes_on = "text:continue-list" in said or said.get("text:continue-numbering") == "true"
        if goes_on and not flow.lists and first is not None:
            first = self._counts.get(style, first)
        flow.lists.append(List(style, first))

    def _item(self, token: xml.Token) -> None:
        if self._flow.lists and self._path[-2] == "text:list":
            if token.name == "text:list-header":
                self._flow.lists[-1].begin_header()
            else:
                start = token.attributes.get("text:start-value")
                self._flow.lists[-1].begin_item(number(start, 1) if start else None)

    def _end_list(self, token: xml.Token) -> None:
        ended = self._flow.lists.pop()
        if not self._flow.lists and ended.next is not None:
            self._counts[ended.style] = ended.next

    def _begin_table(self, token: xml.Token) -> None:
        self._flow.tables.append(Table())

    def _end_table(self, token: xml.Token) -> None:
        self._flow.tables.pop()

    def _begin_head(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].heads = True

    def _end_head(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].heads = False

    def _row(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].rows += 1

    def _cell(self, token: xml.Token) -> None:
        if self._flow.tables:
            self._flow.tables[-1].cells += 1

    def _begin_box(self, token: xml.Token) -> None:
        self._flows.append(Flow())

    def _end_box(self, token: xml.Token) -> None:
        inside = self._passages(self._flows.pop())
        holder = self._flow.open
        if holder is None:  # it hangs at the page
            holder = Paragraph()
            self._flow.paragraphs.append(holder)
        holder.boxes.append((len(holder.pieces), inside))

    def _section(self, token: xml.Token) -> None:
        if token.attributes.get("text:display") == "none":
            self._skipped = len(self._path)

    def _passages(self, flow: Flow) -> list[Passage]:
        found: list[Passage] = []
        for paragraph in flow.paragraphs:
            before, own, after, left_out = arranged(paragraph.pieces, paragraph.boxes, self.raw)
            found += before
            kind, level, place, role = paragraph.shape()
            for some in cut(own, self.raw):
                found.append(Passage(some, kind, level, place, role))
                if kind == "list-item":
                    place, role = None, "more"
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

    def _text(self, paragraph: Paragraph, token: xml.Token) -> None:
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

    def _space(self, paragraph: Paragraph, piece: Piece) -> None:
        if not paragraph.spaced and not self._is_hidden(paragraph):
            self._put(paragraph, piece)
            paragraph.spaced = paragraph.trailing = True

    def _put(self, paragraph: Paragraph, piece: Piece) -> None:
        if piece.end > piece.start and not self._is_hidden(paragraph):
            link = next((target for target in reversed(self._links) if target), None)
            paragraph.pieces.append(piece._replace(link=link))
            paragraph.spaced = paragraph.trailing = False

    def _is_hidden(self, paragraph: Paragraph) -> bool:
        return paragraph.hidden or self._hidden[-1]


_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_OUTERMOST = {"office:document-content", "office:document"}
_Handler = Callable[[Body, xml.Token], None]

_OPEN: dict[str, _Handler] = {
    "text:p": Body._begin_paragraph,
    "text:h": Body._begin_paragraph,
    "text:list": Body._begin_list,
    "text:list-item": Body._item,
    "text:list-header": Body._item,
    "text:section": Body._section,
    "table:table": Body._begin_table,
    "table:table-header-rows": Body._begin_head,
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
    "table:table-header-rows": Body._end_head,
    "text:note-body": Body._end_box,
    "draw:text-box": Body._end_box,
    "text:a": Body._end_link,
    "text:span": Body._end_span,
}
