"""markdown-it, told to say where in the source each of its tokens stands.

The library keeps the lines of blocks and no more. Its states know the rest while they parse: a
block state where the content of a line begins, behind the marks of quotations and lists; an inline
state how far it has read. What they know is written down here, as `meta` of the tokens; nothing is
searched for afterwards.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

PLACES, AT = "places", "at"
"""Keys of `Token.meta`. An "inline" token has PLACES: where in the source each code point of its
content begins, and where the last one ends. Its children have AT: where they begin in the content;
an opening or closing one of a link, where the text of the link begins or ends."""

BRACKETS = 20
"""How many brackets may lie in each other; deeper ones are text, as CommonMark allows. To look for
links in them takes time for each."""


class Parsed(NamedTuple):
    """The tokens of a text, and the lines (from 0) of blocks that lie too deep to be read."""

    tokens: list[Token]
    lost: list[int]


def parse(source: str, nesting: int, *, images: bool = False) -> Parsed:
    """Return what a Markdown text holds. `source` has no carriage returns.

    `nesting` is how many blocks may lie in each other; `images` says whether the descriptions of
    images are parsed too. Raises RecursionError when that is more than Python's stack can take.
    """
    env: dict[str, Any] = {"lost": [], "images": images, "inside": 0}
    markdown = _markdown()
    markdown.options["maxNesting"] = nesting
    return Parsed(markdown.parse(source, env), env["lost"])


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark")
    made.block, made.inline = _Blocks(), _Inlines()
    said = {"alerts": True, "tasklists": True, "store_labels": True}
    made.configure("commonmark", said)
    made.enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False, move_to_end=False)
    # What is joined has lost its place; the source has no carriage returns.
    return made.disable(["fragments_join", "text_join", "normalize"])


class _BlockState(StateBlock):
    """A block state that knows where the content of an "inline" token comes from."""

    _cut: tuple[int, str] = (0, "")
    _row: Token | None = None
    _cells: list[list[int]] | None = None

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        text = super().getLines(begin, end, indent, keepLastLF)
        self._cut = (begin, text)
        return text

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "tr_open":
            self._row, self._cells = token, None
        elif ttype == "inline":
            token.meta[PLACES] = self._places(self.tokens[-2])
        return token

    def _places(self, opening: Token) -> list[int]:
        if opening.type in ("th_open", "td_open"):
            return self._cell()
        if opening.type == "heading_open" and opening.markup.startswith("#"):
            line = self.line - 1
            start = self.bMarks[line] + self.tShift[line] + len(opening.markup)
            start += _indent(self.src[start : self.eMarks[line]])
            return list(range(start, self.eMarks[line] + 1))
        first, text = self._cut
        places: list[int] = []
        for line, content in enumerate(text.split("\n"), first):
            # A line loses marks at its beginning only: both end together. A tab that is cut in two
            # becomes spaces, which then all stand where the line begins.
            begin, end = self.bMarks[line], self.eMarks[line]
            start = end - len(content)
            places += [begin] * (begin - start)
            places += range(max(begin, start), end + 1)
        return places[_indent(text) :]

    def _cell(self) -> list[int]:
        """Return the places of the next cell of a row."""
        assert self._row is not None
        assert self._row.map is not None
        line = self._row.map[0]
        end = self.eMarks[line]
        if self._cells is None:
            self._cells = _cells(self.src, self.bMarks[line] + self.tShift[line], end)
            self._cells.reverse()
        return self._cells.pop() if self._cells else [end]


def _indent(text: str) -> int:
    """Return how much white space markdown-it cuts off the beginning of a text."""
    return len(text) + 1 - len(mdTrim(text + "."))


def _cells(source: str, start: int, end: int) -> list[list[int]]:
    """Return the places of each cell of a row of a table, as markdown-it divides it.

    A stroke behind a backslash is text, even if there is another backslash before, and the first of
    them is not part of the content of the cell.
    """
    found: list[tuple[str, list[int]]] = []
    content: list[str] = []
    places: list[int] = []
    row = source[start:end]
    start += _indent(row)
    end = start + len(mdTrim(row))
    for at in range(start, end):
        if source[at] != "|":
            content.append(source[at])
            places.append(at)
        elif at > start and source[at - 1] == "\\":
            content[-1] = "|"
        else:
            found.append(("".join(content), [*places, at]))
            content, places = [], []
    found.append(("".join(content), [*places, end]))
    found = found[0 if found[0][0] else 1 :]
    if found and not found[-1][0]:
        found.pop()
    return [
        places[_indent(content) :] if mdTrim(content) else [places[-1]] for content, places in found
    ]


class _Blocks(ParserBlock):
    """The parser of blocks, with our state; it says what lies too deep."""

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token]:  # noqa: N803
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.level >= state.md.options.maxNesting:
            line = state.skipEmptyLines(startLine)
            if line < endLine and state.sCount[line] >= state.blkIndent:
                state.env["lost"].append(line)
        super().tokenize(state, startLine, endLine)


class _InlineState(StateInline):
    """An inline state that notes where each token begins."""

    _from: int | None = None

    def append_pending(self, text: str) -> None:
        if self._from is None:
            self._from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta[AT] = self._from
        self._from = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._from = None
        token.meta[AT] = self.pos
        if ttype == "text" and len(self.tokens) > 1:
            before = self.tokens[-2]
            if before.meta.get(AT, -1) >= self.pos:  # another mark of one run
                token.meta[AT] = before.meta[AT] + len(before.content)
        return token


class _Inlines(ParserInline):
    """The parser of inlines, with our state."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        # It calls itself for the description of an image, in which there may be images.
        if env["inside"] and (not env["images"] or env["inside"] > 1):
            return tokens
        env["inside"] += 1
        # Blocks are all parsed by now. Brackets are followed this deep each time one opens.
        md.options["maxNesting"] = BRACKETS
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["inside"] -= 1
        return tokens
