"""The text of a page as it flows: white space folded, blocks cut, every piece with its place.

A browser shows a run of spaces and line breaks as one space, and none at the begin and end of a
block, even if tags lie between them. Of each run the first character stays when it is a space;
otherwise the run becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mtcheck.formats.build import Builder
from mtcheck.formats.html.references import REFERENCE, reference
from mtcheck.formats.html.tokens import SPACE
from mtcheck.text.document import BlockKind, BlockRole, Document

_WORDS = re.compile(r"[^\t\n\f\r &\0]++(?>(?: [^\t\n\f\r &\0]++)*)")
"""Text as it stands: words with single spaces between them."""
_WORD = re.compile(r"[^\t\n\f\r &\0]++")
_SPACES = re.compile(r"[\t\n\f\r ]++")


class Piece(NamedTuple):
    """A stretch of the raw text that is read: as it is, or as `text`."""

    start: int
    end: int
    text: str | None = None

    def __len__(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)


class Context(NamedTuple):
    """What kind of block text makes where it stands, as in `Block`; `cell` is the number of the
    table's cell."""

    kind: BlockKind = "paragraph"
    level: int = 0
    cell: int | None = None
    number: int | None = None
    role: BlockRole = ""


@dataclass(slots=True)
class Passage:
    """A block of the page: its pieces, and stretches of its text (in its own code points) that are
    links, or are not checked (and why). `region` is where on the page it stands; `inked` is where
    its last white space begins."""

    context: Context
    region: int
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    inked: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    unchecked: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def text(self, raw: str) -> str:
        """Return what the passage says."""
        return "".join(raw[a:b] if text is None else text for a, b, text in self.pieces)

    def move(self, by: int) -> None:
        """Make it one of a raw text in which it stands so much further on."""
        self.pieces = [Piece(a + by, b + by, text) for a, b, text in self.pieces]


def document_of(raw: str, passages: Iterable[Passage], unchecked: Sequence[str]) -> Document:
    """Return the document of these passages; everything else of `raw` is markup.

    `unchecked` are the reasons that keep a stretch from being checked.
    """
    builder = Builder(raw)
    for passage in passages:
        kind, level, _, number, role = passage.context
        builder.begin(kind, level, number, role)
        for start, end, text in passage.pieces:
            builder.put(start, end, text)
        first = builder.start or 0
        for start, end, target in passage.links:
            builder.link(first + start, target, first + end)
        for start, end, why in passage.unchecked:
            if why in unchecked:
                builder.uncheck(first + start, first + end)
    return builder.document()


class Flow:
    """Takes text and the ends of blocks in the order of the page, and makes passages of them.

    `context`, `region`, `link` and `why_unchecked` are set from outside and hold for what comes
    next.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.passages: list[Passage] = []
        self.context = Context()
        self.region = 0
        self.link: str | None = None
        self.why_unchecked: str | None = None
        self._open: Passage | None = None
        self._spaces: list[Piece] = []
        self._break: Piece | None = None
        self._after_block: list[Passage] = []
        self.left_out = 0

    def end_block(self) -> None:
        """What follows is a block of its own."""
        if self._open is None:
            return
        self._spaces.clear()
        self._break = None
        self._open = None
        self.passages += self._after_block
        self._after_block.clear()

    def line_break(self, start: int, end: int, *, preserved: bool) -> None:
        """What follows stands on a line of its own; two in a row end the block."""
        if self._open is None:
            return
        if preserved:
            self._spaces.append(Piece(start, end, "\n"))
            return
        self._spaces.clear()
        if self._break is not None:
            self.end_block()
        else:
            self._break = Piece(start, end, "\n")

    def text(self, start: int, end: int, *, preserved: bool, references: bool = True) -> None:
        """Take a stretch of the raw text; where white space is not `preserved`, it is folded."""
        raw, at = self.raw, start
        words = _WORD if preserved else _WORDS
        while at < end:
            match = words.match(raw, at, end)
            if match is not None:
                stop = match.end()
                self._ink(at, stop)
                at = stop
            else:
                at = self._odd(at, end, preserved=preserved, references=references)

    def _odd(self, at: int, end: int, *, preserved: bool, references: bool) -> int:
        """Take a run of white space, a reference or a NUL; returns where it ends."""
        spaces = _SPACES.match(self.raw, at, end)
        if spaces is not None:
            self._space(at, spaces.end(), preserved=preserved)
            return spaces.end()
        if self.raw[at] == "\0":  # a browser drops it
            return at + 1
        found = REFERENCE.match(self.raw, at, end) if references else None
        length, text = reference(found.group()) if found else (0, "")
        if not length:
            self._ink(at, at + 1)
            return at + 1
        if text in SPACE:
            self._space(at, at + length, preserved=preserved, text=text)
        else:
            self._ink(at, at + length, text)
        return at + length

    def _space(self, start: int, end: int, *, preserved: bool, text: str | None = None) -> None:
        if self._open is None:
            return
        if preserved:
            self._spaces.append(Piece(start, end, text))
        elif not self._spaces and self._break is None:
            if text is None and self.raw[start] == " ":
                self._spaces.append(Piece(start, start + 1))
            else:
                self._spaces.append(Piece(start, end, " "))

    def _ink(self, start: int, end: int, text: str | None = None) -> None:
        passage = self._open
        if passage is None:
            passage = self._open = Passage(self.context, self.region)
            self.passages.append(passage)
        if self._after_block:  # a sentence goes on behind these
            self.left_out += len(self._after_block)
            self._after_block.clear()
        if self._break is not None:
            passage.add(self._break)
            self._break = None
        if self._spaces:
            for space in self._spaces:
                passage.add(space)
            self._spaces.clear()
        before, last_ink = passage.length, passage.inked
        passage.pieces.append(Piece(start, end, text))
        passage.length += end - start if text is None else len(text)
        passage.inked = passage.length
        if self.link is not None:
            _mark(passage.links, before, passage.length, self.link, last_ink)
        if self.why_unchecked is not None:
            _mark(passage.unchecked, before, passage.length, self.why_unchecked, last_ink)

    def aside(self, start: int, end: int) -> None:
        """Take the value of an attribute, which stands beside the text: a block of its own.

        Inside a sentence there is no place for it: then it is left out, and counted.
        """
        inner = Flow(self.raw)
        inner.context, inner.region = Context("caption"), self.region
        inner.why_unchecked = self.why_unchecked
        inner.text(start, end, preserved=False)
        made = [passage for passage in inner.passages if passage.text(self.raw).strip()]
        (self.passages if self._open is None else self._after_block).extend(made)


def _mark(
    marks: list[tuple[int, int, str]], start: int, end: int, what: str, last_ink: int
) -> None:
    """Mark a stretch; it goes on with the mark before it where nothing but space is between."""
    if marks and marks[-1][1] == last_ink and marks[-1][2] == what:
        marks[-1] = (marks[-1][0], end, what)
    else:
        marks.append((start, end, what))
