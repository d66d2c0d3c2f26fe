"""What a reader of a Word document reads, found in the XML of one of its parts.

The elements and what they mean are those of ECMA-376, part 1, section 17. What stands in tracked
insertions is read, in deletions not; of alternatives the first; hidden text, formulas, comments and
the codes of fields are not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mtcheck.formats import xml
from mtcheck.formats.boxes import PAGE_BREAK
from mtcheck.formats.build import Piece
from mtcheck.formats.docx.content import Spaces, pieces_of
from mtcheck.formats.docx.fields import Fields
from mtcheck.formats.docx.parts import NAMES
from mtcheck.formats.docx.story import Story
from mtcheck.formats.docx.styles import Styles, is_on
from mtcheck.formats.elements import Elements

_OUTERMOST = {"w:document", "w:footnotes", "w:endnotes"}
_NOT_READ = {
    *("w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:rt", "m:oMath", "m:oMathPara"),
    *("w:rPrChange", "w:pPrChange", "w:sectPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:tcPr"),
}
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "w:softHyphen": "\N{SOFT HYPHEN}",
}
_PRIVATE = range(0xE000, 0xF900)  # a picture in a font of symbols


@dataclass(slots=True)
class _Text:
    """A `w:t` that is open: where it begins, whether white space at its ends counts."""

    token: xml.Token
    preserved: bool
    content: list[xml.Token] = field(default_factory=list)


class Body(Elements):
    """Reads one part by `walk`; `story` is what it found, `missing` counts what it cannot read."""

    def __init__(self, raw: str, styles: Styles, links: dict[str, str]) -> None:
        super().__init__(raw, NAMES)
        self._stories = [Story()]
        self.missing = 0
        self._styles = styles
        self._links = links
        self._choices: list[bool] = []
        self._placeholders: set[int] = set()
        self._hyperlinks: list[str | None] = []
        self._spaces = Spaces()
        self._at = 0
        self._in_code = False
        self._text: _Text | None = None
        self._sign: tuple[xml.Token, str] | None = None

    def _content(self, token: xml.Token) -> None:
        if self._text is not None:
            self._text.content.append(token)
        elif self._in_code:
            code = self.raw[token.start : token.end]
            is_text = token.kind == "text"
            self.story.fields.add_code(xml.unescaped(code, token.start) if is_text else code)

    def _end_skipped(self) -> None:
        self._spaces.close(len(self._path))

    def _open(self, token: xml.Token) -> None:
        name = token.name
        if len(self._path) == 1 and name not in _OUTERMOST:
            raise xml.XmlError("this is no text of Word", token.start)
        self._spaces.open(token, len(self._path))
        self._sign = None  # it has something in it, so that it is none
        if name == "w:del" and self._parents("w:tr", "w:trPr"):
            self._skipped = len(self._path) - 2  # the row was deleted
        elif name in _NOT_READ:
            if self._parents("w:pPr", "w:rPr") and self.story.open and name != "w:rPrChange":
                self.story.open.goes_on = True
            self._skipped = len(self._path)
        elif name in _SIGNS and self._in_run:
            self._sign = (token, _SIGNS[name])
        else:
            handler = _OPEN.get(name)
            if handler is not None:
                handler(self, token)

    def _close(self, token: xml.Token) -> None:
        if self._sign is not None and self._sign[0].name == token.name:
            opened, text = self._sign
            self._sign = None
            self._put(Piece(opened.start, token.end, text))
        handler = _CLOSE.get(token.name)
        if handler is not None:
            handler(self, token)
        self._spaces.close(len(self._path))

    @property
    def story(self) -> Story:
        """The innermost flow of paragraphs that is open: at the end, that of the part."""
        return self._stories[-1]

    @property
    def _in_run(self) -> bool:
        return len(self._path) > 1 and self._path[-2] == "w:r"

    def _parents(self, *names: str) -> bool:
        return tuple(self._path[-1 - len(names) : -1]) == names

    # Paragraphs, boxes and links.

    def _property(self, token: xml.Token) -> None:
        if "w:pPr" in self._path[-3:-1]:
            self.story.set(token.name, token.attributes.get("w:val"))

    def _heads(self, token: xml.Token) -> None:
        if self._parents("w:tr", "w:trPr"):
            self.story.set_head(is_on(token.attributes.get("w:val")))

    def _begin_box(self, token: xml.Token) -> None:
        self._stories.append(Story())

    def _end_box(self, token: xml.Token) -> None:
        box = self._stories.pop()
        self.story.add_box(box)

    def _begin_link(self, token: xml.Token) -> None:
        said = token.attributes
        anchor = said.get("w:anchor")
        target = self._links.get(said.get("r:id", ""), "") + (f"#{anchor}" if anchor else "")
        self._hyperlinks.append(target or None)

    def _end_link(self, token: xml.Token) -> None:
        self._hyperlinks.pop()

    # What is read, or not, as a whole.

    def _begin_alternatives(self, token: xml.Token) -> None:
        self._choices.append(False)

    def _end_alternatives(self, token: xml.Token) -> None:
        self._choices.pop()

    def _alternative(self, token: xml.Token) -> None:
        if self._choices and self._choices[-1]:
            self._skipped = len(self._path)
        elif self._choices:
            self._choices[-1] = True

    def _placeholder(self, token: xml.Token) -> None:
        if is_on(token.attributes.get("w:val")):
            self._placeholders.add(len(self._path) - 2)

    def _control(self, token: xml.Token) -> None:
        if len(self._path) - 1 in self._placeholders:
            self._skipped = len(self._path)

    def _end_control(self, token: xml.Token) -> None:
        self._placeholders.discard(len(self._path))

    def _other_document(self, token: xml.Token) -> None:
        self.missing += 1

    def _note(self, token: xml.Token) -> None:
        if token.attributes.get("w:type", "normal") != "normal":  # a line above the notes
            self._skipped = len(self._path)

    # Fields.

    def _begin_simple_field(self, token: xml.Token) -> None:
        self.story.fields.begin()
        self.story.fields.add_code(token.attributes.get("w:instr", ""))
        self.story.fields.separate()

    def _field_character(self, token: xml.Token) -> None:
        step = _FIELD_STEPS.get(token.attributes.get("w:fldCharType", ""))
        if step is not None:
            step(self.story.fields)

    def _begin_code(self, token: xml.Token) -> None:
        self._in_code = True

    def _end_code(self, token: xml.Token) -> None:
        self._in_code = False

    # Runs and what is in them.

    def _vanish(self, token: xml.Token) -> None:
        if self._parents("w:r", "w:rPr"):
            self.story.hidden = is_on(token.attributes.get("w:val"))

    def _style_of_run(self, token: xml.Token) -> None:
        if self._parents("w:r", "w:rPr"):
            self.story.run_style = token.attributes.get("w:val")

    def _begin_text(self, token: xml.Token) -> None:
        self._text = _Text(token, self._spaces.preserved)

    def _end_text(self, token: xml.Token) -> None:
        text, self._text = self._text, None
        if text is not None:
            for piece in pieces_of(self.raw, text.content, preserved=text.preserved):
                self._put(piece)

    def _break(self, token: xml.Token) -> None:
        if not self._in_run:
            return
        ends_page = token.attributes.get("w:type", "textWrapping") != "textWrapping"
        self._sign = (token, PAGE_BREAK if ends_page else "\n")

    def _symbol(self, token: xml.Token) -> None:
        value = token.attributes.get("w:char", "")
        code = int(value, 16) if re.fullmatch("[0-9A-Fa-f]{2,6}", value) else 0
        if (
            self._in_run
            and 32 <= code <= 0x10FFFF
            and code not in _PRIVATE
            and not 0xD800 <= code < 0xE000
        ):
            self._sign = (token, chr(code))

    def _put(self, piece: Piece) -> None:
        if piece.start >= self._at:  # else an element stands where none may
            self._at = piece.end
            link = next((h for h in reversed(self._hyperlinks) if h), None)
            self.story.put(piece, self._styles, link)


Handler = Callable[[Body, xml.Token], None]

_FIELD_STEPS: dict[str, Callable[[Fields], None]] = {
    "begin": Fields.begin,
    "separate": Fields.separate,
    "end": Fields.end,
}

_OPEN: dict[str, Handler] = {
    "w:p": lambda body, token: body.story.begin_paragraph(),
    "w:pStyle": Body._property,
    "w:outlineLvl": Body._property,
    "w:numId": Body._property,
    "w:ilvl": Body._property,
    "w:tbl": lambda body, token: body.story.begin_table(),
    "w:tr": lambda body, token: body.story.begin_row(),
    "w:tblHeader": Body._heads,
    "w:tc": lambda body, token: body.story.begin_cell(),
    "w:txbxContent": Body._begin_box,
    "mc:AlternateContent": Body._begin_alternatives,
    "mc:Choice": Body._alternative,
    "mc:Fallback": Body._alternative,
    "w:showingPlcHdr": Body._placeholder,
    "w:sdtContent": Body._control,
    "w:altChunk": Body._other_document,
    "w:subDoc": Body._other_document,
    "w:footnote": Body._note,
    "w:endnote": Body._note,
    "w:hyperlink": Body._begin_link,
    "w:fldSimple": Body._begin_simple_field,
    "w:fldChar": Body._field_character,
    "w:instrText": Body._begin_code,
    "w:r": lambda body, token: body.story.begin_run(),
    "w:vanish": Body._vanish,
    "w:rStyle": Body._style_of_run,
    "w:t": Body._begin_text,
    "w:br": Body._break,
    "w:sym": Body._symbol,
}
_CLOSE: dict[str, Handler] = {
    "w:p": lambda body, token: body.story.end_paragraph(),
    "w:tbl": lambda body, token: body.story.end_table(),
    "w:txbxContent": Body._end_box,
    "mc:AlternateContent": Body._end_alternatives,
    "w:sdt": Body._end_control,
    "w:hyperlink": Body._end_link,
    "w:fldSimple": lambda body, token: body.story.fields.end(),
    "w:instrText": Body._end_code,
    "w:t": Body._end_text,
}
