"""HTML cut into tags, text and the rest, with exact positions, in one pass.

The rules are those of the standard's tokenizer, as far as text depends on them: a quoted attribute
may hold ">", "</3" is a comment, "<3" is text, a comment ends with "-->" or "--!>", nothing ends an
unclosed quote but the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mtcheck.formats.encoding import BYTE_ORDER_MARK
from mtcheck.formats.html.elements import RAW_TEXT
from mtcheck.text.span import Span

SPACE = "\t\n\f\r "
"""White space of HTML; other spaces are characters like any other."""

# An attribute, and the slashes and spaces before it. One with a value whose quotation mark is never
# closed is none, and then neither is the tag.
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>))"
    r"|(?![\t\n\f\r ]*+=))"
)
_TAG = re.compile(rf"</?+([A-Za-z][^\t\n\f\r />]*+)(?>(?:{_ATTRIBUTE.pattern})*)[\t\n\f\r /]*+>")
_COMMENT_END = re.compile("--!?>")
_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)

_LOWER = {number: number + 32 for number in range(ord("A"), ord("Z") + 1)}

Kind = Literal["text", "raw", "start", "end", "cdata", "comment", "unfinished"]


class Token(NamedTuple):
    """A piece of a page: `name` is that of a tag, in lower case (but for XML).

    "raw" is the content of an element whose content is text only, and `name` that element's;
    "cdata" is the text of a CDATA section without its brackets; "comment" is whatever else is no
    text; "unfinished" is what a browser drops because the file ends within a tag or a comment.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """An attribute of a tag: where its value stands (without quotation marks), and which marks."""

    name: str
    start: int
    end: int
    quote: str


class Tokens:
    """The tokens of a page, and what whoever reads them has to say meanwhile.

    `sections` is whether there are CDATA sections: in a drawing or a formula, and in XML. After the
    start tag of an element whose content is text only, `text_only` is its name; `alone` is for
    those who say nothing.
    """

    def __init__(self, raw: str, *, xml: bool = False, alone: bool = False) -> None:
        self.raw = raw
        self.xml = xml
        self.alone = alone
        self.sections = xml
        self.text_only = ""

    def __iter__(self) -> Iterator[Token]:
        raw = self.raw
        at = text = int(raw.startswith(BYTE_ORDER_MARK))
        length = len(raw)
        while at < length:
            at = raw.find("<", at)
            if at < 0:
                break
            token = self._markup(at)
            if token is None:
                at += 1
                continue
            if text < at:
                yield Token("text", text, at)
            if self.alone and token.kind == "start" and token.name in RAW_TEXT:
                self.text_only = token.name
            yield token
            at = text = token.end
            if token.kind == "cdata":
                at = text = min(length, token.end + 3)
            elif self.text_only:
                at = text = self._raw_end(token)
                self.text_only = ""
                yield Token("raw", token.end, at, token.name)
        if text < length:
            yield Token("text", text, length)

    def _markup(self, at: int) -> Token | None:
        """Return the token that begins with the "<" at a position, None when it is text."""
        raw = self.raw
        tag = _TAG.match(raw, at)
        closing = raw.startswith("/", at + 1)
        if tag is not None:
            name = tag[1] if self.xml else lower(tag[1])
            return Token("end" if closing else "start", at, tag.end(), name)
        first = raw[at + 1 + closing : at + 2 + closing]
        if first.isascii() and first.isalpha():
            return Token("unfinished", at, len(raw), "tag")
        if closing and first:
            return self._comment(at, self._past(">", at + 2))
        if first == "!":
            return self._declaration(at)
        if first == "?":
            return self._comment(at, self._past("?>" if self.xml else ">", at + 2))
        return None

    def _declaration(self, at: int) -> Token:
        raw = self.raw
        if raw.startswith("<!--", at):
            for dash in (at + 2, at + 3):  # "<!-->" and "<!--->" are whole comments
                if raw.startswith("-->", dash):
                    return Token("comment", at, dash + 3)
            found = _COMMENT_END.search(raw, at + 4)
            return self._comment(at, found.end() if found else -1)
        if raw.startswith("<![CDATA[", at) and self.sections:
            end = raw.find("]]>", at + 9)
            return Token("cdata", at + 9, end if end >= 0 else len(raw))
        if self.xml:
            subset, end = raw.find("[", at), raw.find(">", at)
            if 0 <= subset < end:
                return self._comment(at, self._past("]>", subset))
        return self._comment(at, self._past(">", at + 2))

    def _past(self, closing: str, at: int) -> int:
        end = self.raw.find(closing, at)
        return end + len(closing) if end >= 0 else -1

    def _comment(self, at: int, end: int) -> Token:
        if end < 0:
            return Token("unfinished", at, len(self.raw), "comment")
        return Token("comment", at, end)

    def _raw_end(self, tag: Token) -> int:
        """Return where the content of an element ends whose content is text only."""
        if tag.name == "plaintext":
            return len(self.raw)
        if tag.name == "script":
            return self._script_end(tag.end)
        closing = re.compile(rf"</{tag.name}(?=[\t\n\f\r />])", re.IGNORECASE)
        found = closing.search(self.raw, tag.end)
        return found.start() if found else len(self.raw)

    def _script_end(self, at: int) -> int:
        """Return where a script ends: not at a "</script>" that ends a "<script>" in a comment."""
        state, raw = 0, self.raw  # 1: in a comment, 2: in a script in a comment
        while found := _SCRIPT.search(raw, at):
            at = found.end()
            what = found.group()
            if what == "<!--":
                # "<!-->" is a whole comment: the dashes that begin it may end it.
                state, at = max(state, 1), at - 2
            elif what == "-->":
                state = 0
            elif not found.group(1):
                state = 2 if state == 1 else state
            elif state == 2:
                state = 1
            else:
                return found.start()
        return len(raw)


def comments_in(raw: str, *, xml: bool = False) -> Iterator[tuple[Span, str]]:
    """Yield where each comment of a page stands, and what it says."""
    for token in Tokens(raw, xml=xml, alone=not xml):
        if token.kind == "comment" and raw.startswith("<!--", token.start):
            text = raw[token.start + 4 : token.end]
            yield Span(token.start, token.end), text.removesuffix("-->").removesuffix("--!>")


def lower(name: str) -> str:
    """Return the name of a tag or an attribute with its ASCII letters in lower case."""
    return name.lower() if name.isascii() else name.translate(_LOWER)


def attributes(raw: str, tag: Token) -> list[Attribute]:
    """Return the attributes of a start tag in order, the first of each name only."""
    found: dict[str, Attribute] = {}
    at = tag.start + 1 + len(tag.name)
    while match := _ATTRIBUTE.match(raw, at, tag.end):
        at = match.end()
        name = lower(match.group(1))
        start, end = match.span(2)
        quote = raw[start] if start >= 0 and start < end and raw[start] in "\"'" else ""
        if start < 0:
            start = end = at
        found.setdefault(name, Attribute(name, start + len(quote), end - len(quote), quote))
    return list(found.values())
