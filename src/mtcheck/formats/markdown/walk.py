"""From the tokens of a Markdown text to what a reader reads of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from mtcheck.formats.build import Builder
from mtcheck.formats.markdown.parser import AT, PLACES
from mtcheck.text.document import BlockKind, BlockRole
from mtcheck.text.lazy import lazy

_PIECE = lazy(r"[^ \t\r\n\f]++(?>(?: [^ \t\r\n\f]++)*)|[ \t\r\n\f]++")
"""Words with single spaces between them, or other white space."""
_TAG = lazy(r"<(/?)(code|kbd|samp|var|tt|pre|script|style|br)\b", re.IGNORECASE)
_CONTAINERS: dict[str, BlockKind] = {
    "list_item": "list-item",
    "blockquote": "quotation",
    "alert": "quotation",
    "footnote_reference": "paragraph",
}
_LISTS = ("ordered_list", "bullet_list")
_CODE = ("fence", "code_block")
_ONLY_IMAGES = frozenset(("image", "softbreak", "hardbreak", "link_open", "link_close"))


class Source:
    """What markdown-it is given of a raw text: from `start` on, with line feeds only."""

    def __init__(self, raw: str, start: int) -> None:
        self.start = start
        self.text = re.sub("\r\n?", "\n", raw[start:]) if "\r" in raw else raw[start:]
        self._longer = [
            match.start() - number
            for number, match in enumerate(re.finditer("\r\n", raw[start:]) if "\r" in raw else ())
        ]
        self._ends: list[int] | None = None

    def raw(self, place: int) -> int:
        """Return the place in the raw text of a place in this one."""
        return self.start + place + bisect_left(self._longer, place)

    def line_end(self, number: int) -> int:
        """Return where a line (from 0) of this text ends; behind the last one, its end."""
        if self._ends is None:
            self._ends = [match.start() for match in re.finditer("\n", self.text)]
        return self._ends[number] if number < len(self._ends) else len(self.text)


class _Item:
    """An item of a list that is open: its number, and whether anything of it was read."""

    def __init__(self, number: int | None) -> None:
        self._number = number
        self._is_begun = False

    def begin(self) -> tuple[int | None, BlockRole]:
        """Return number and role of the next block of the item."""
        if self._is_begun:
            return None, "more"
        self._is_begun = True
        return self._number, ""


class Walk:
    """Hands what a reader reads to a builder, token by token."""

    def __init__(self, source: Source, builder: Builder, *, images: bool = False) -> None:
        self._source = source
        self._builder = builder
        self._images = images
        self._inside: list[BlockKind] = []
        self._lists: list[int | None] = []  # the number of the next item, None in unordered ones
        self._items: list[_Item] = []
        self._row = 0

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Read a whole text."""
        for before, token in zip((None, *tokens), tokens, strict=False):
            name, _, side = token.type.rpartition("_")
            if name in _CONTAINERS:
                self._container(_CONTAINERS[name], opens=side == "open")
            elif name in _LISTS:
                self._list(token, opens=side == "open")
            elif token.type in _CODE:
                self._code(token)
            elif token.type == "table_open":
                self._row = 0
            elif token.type == "tr_open":
                self._row += 1
            elif token.type == "inline" and before and before.type != "alert_title_open":
                self._inline(token, before)

    def _container(self, kind: BlockKind, *, opens: bool) -> None:
        if opens:
            self._inside.append(kind)
        else:
            self._inside.pop()
        if kind != "list-item":
            return
        if not opens:
            self._items.pop()
            return
        number = self._lists[-1]
        self._items.append(_Item(number))
        if number is not None:
            self._lists[-1] = number + 1

    def _list(self, token: Token, *, opens: bool) -> None:
        if opens:
            first = token.attrs.get("start", 1) if token.type == "ordered_list_open" else None
            self._lists.append(None if first is None else int(first))
        else:
            self._lists.pop()

    def _code(self, token: Token) -> None:
        """Read a block of code: what its lines have lost, they have lost at their beginning."""
        source, builder = self._source, self._builder
        builder.begin("code")
        assert token.map is not None
        line = token.map[0] + (token.type == "fence")
        before: list[tuple[int, int]] = []  # what stands between this line and those before
        begun = False
        for number, content in enumerate(token.content.split("\n"), line):
            end = source.line_end(number)
            if source.text[end - len(content) : end] != content:  # a tab was cut in two
                content = content.lstrip(" \t")
            start = source.raw(end - len(content))
            if before:
                before[-1] = (before[-1][0], start)
            if begun and content.strip():
                for gap in before:
                    builder.put(*gap, "\n")
                before.clear()
            if content.strip():
                builder.put(start, source.raw(end))
                begun = True
            if begun:
                before.append((source.raw(end), source.raw(end)))

    def _inline(self, token: Token, opened: Token) -> None:
        inline = _Inline(self._source, self._builder, token)
        children = token.children or []
        if opened.type == "heading_open":
            self._builder.begin("title", int(opened.tag[1]))
        elif opened.type in ("th_open", "td_open"):
            head: BlockRole = "head" if opened.type == "th_open" else ""
            self._builder.begin("cell", self._row, role=head)
        else:
            kind = self._inside[-1] if self._inside else "paragraph"
            if kind == "list-item":
                self._builder.begin(kind, len(self._items), *self._items[-1].begin())
            else:
                self._builder.begin(kind)
            if self._images and all(_may_stand_with_images(child) for child in children):
                inline.captions(children)
                return
        inline.read(children)


def _may_stand_with_images(token: Token) -> bool:
    return token.type in _ONLY_IMAGES or (token.type == "text" and not token.content.strip())


class _Inline:
    """The content of one block."""

    def __init__(self, source: Source, builder: Builder, token: Token) -> None:
        self._source = source
        self._builder = builder
        self._content = token.content
        self._places: list[int] = token.meta[PLACES]
        self._code = 0

    def captions(self, tokens: Iterable[Token]) -> None:
        """Read the descriptions of images."""
        for token in tokens:
            if token.type == "image":
                self._builder.begin("caption")
                self.read(token.children or (), token.meta[AT] + len("!["))

    def read(self, tokens: Iterable[Token], shift: int = 0) -> None:
        """Read the tokens of (a part of) the content; `shift` is where the part begins."""
        builder = self._builder
        opened: list[tuple[int, str]] = []
        waiting = iter(tokens)
        for token in waiting:
            at = token.meta.get(AT, 0) + shift  # a reference to a footnote has none
            match token.type:
                case "text":
                    self._text(at, at + len(token.content))
                case "text_special":
                    self._special(at, token)
                case "code_inline":
                    self._code_span(at, token)
                case "softbreak":
                    builder.space(self._raw(at), self._raw(self._line_start(at)))
                case "hardbreak":
                    builder.line_break(self._raw(at), self._raw(self._line_start(at)))
                case "html_inline":
                    self._tag(at, token.content)
                case "link_open" if token.info == "auto":
                    next(waiting)
                    self._address(at, str(token.attrs["href"]))
                case "link_open":
                    opened.append((builder.here, str(token.attrs["href"])))
                case "link_close" if opened:
                    builder.link(*opened.pop())

    def _raw(self, at: int) -> int:
        return self._source.raw(self._places[at])

    def _line_start(self, at: int) -> int:
        """Return where the next line begins, the white space before it left out."""
        at = self._content.index("\n", at) + 1
        while self._content[at : at + 1] in (" ", "\t"):
            at += 1
        return at

    def _text(self, start: int, end: int) -> None:
        places = self._places
        from_code = self._builder.here
        for match in _PIECE.finditer(self._content, start, end):
            a, b = match.span()
            begin, end = self._raw(a), self._raw(b)
            if self._content[a] in " \t\r\n\f":
                self._builder.space(begin, end)
            elif places[b] - places[a] == b - a:
                self._builder.put(begin, end)
            else:  # an escaped stroke in a table: two characters for one
                for at in range(a, b):
                    self._builder.put(self._raw(at), self._raw(at + 1), self._content[at])
        if self._code:
            self._builder.uncheck(from_code)

    def _special(self, at: int, token: Token) -> None:
        if token.content == token.markup:  # a backslash that escapes nothing
            self._text(at, at + len(token.markup))
            return
        start, end = self._raw(at), self._raw(at + len(token.markup))
        if not token.content.strip(" \t\r\n\f"):
            self._builder.space(start, end)
        else:
            self._builder.put(start, end, token.content)

    def _code_span(self, at: int, token: Token) -> None:
        start, length = at + len(token.markup), len(token.content)
        if self._content[start : start + length].replace("\n", " ") != token.content:
            start += 1  # one space at each end belongs to the marks
        from_code = self._builder.here
        self._text(start, start + length)
        self._builder.uncheck(from_code)

    def _tag(self, at: int, content: str) -> None:
        tag = _TAG.match(content)
        if tag is None:
            return
        if tag[2].lower() == "br":
            self._builder.line_break(self._raw(at), self._raw(at + len(content)))
        elif not content.endswith("/>"):
            self._code = max(0, self._code + (-1 if tag[1] else 1))

    def _address(self, at: int, target: str) -> None:
        start = self._builder.here
        self._text(at + 1, self._content.index(">", at))
        self._builder.link(start, target)
        self._builder.uncheck(start)
