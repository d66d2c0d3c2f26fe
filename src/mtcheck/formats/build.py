"""A document built from the stretches of a raw text that a reader reads, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from mtcheck.formats.plain import kind_of
from mtcheck.text.document import Block, BlockKind, BlockRole, Document, Link
from mtcheck.text.offsets import OffsetMap
from mtcheck.text.span import Span

_SPACE = " \t\n\v\f\r"


class Piece(NamedTuple):
    """A stretch of the raw text that is read: as it is, or as `text`; `link` is where it leads."""

    start: int
    end: int
    text: str | None = None
    link: str | None = None

    def of(self, raw: str) -> str:
        """Return what a reader reads of it."""
        return raw[self.start : self.end] if self.text is None else self.text


@dataclass(slots=True)
class Passage:
    """What a reader sees as one block; `kind` is None where the file says nothing about it.

    The others are as in `Block`.
    """

    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind | None = None
    level: int = 0
    number: int | None = None
    role: BlockRole = ""


def document_of(raw: str, passages: Iterable[Passage]) -> Document:
    """Return the document of these passages, which are in the order of `raw`."""
    builder = Builder(raw)
    for passage in passages:
        builder.begin(passage.kind, passage.level, passage.number, passage.role)
        for start, end, text, link in passage.pieces:
            before = builder.length
            builder.put(start, end, text)
            if link:
                builder.link(before, link)
    return builder.document()


class _Opened(NamedTuple):
    """What is known of a block before it is read; as in `Block`."""

    kind: BlockKind | None = None
    level: int = 0
    number: int | None = None
    role: BlockRole = ""


class Builder:
    """Takes the pieces of `raw` that a reader reads, in their order, and makes a document of them.

    What lies between two pieces is markup, and the end of a line between two blocks. Stretches that
    are put are code points of `raw`; those of links and of what is unchecked are code points of the
    text, of which there are `length` so far.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.length = 0
        self.start: int | None = None
        """Where the block that is open begins in the text, None while nothing is read in it."""
        self._blocks: list[tuple[_Opened, int, int]] = []
        self._links: list[Link] = []
        self._unchecked: list[Span] = []
        # The runs: where each starts in raw and in the text, what it reads as (None: as it is).
        self._old: list[int] = []
        self._new: list[int] = []
        self._texts: list[str | None] = []
        self._at = 0
        self._opened = _Opened()
        self._white: tuple[int, int, str | None] | None = None

    @property
    def here(self) -> int:
        """Where in the text the next piece will begin, if it belongs to the block that is open."""
        if self._white is None:
            return self.length
        start, end, text = self._white
        return self.length + (end - start if text is None else len(text))

    def begin(
        self,
        kind: BlockKind | None,
        level: int = 0,
        number: int | None = None,
        role: BlockRole = "",
    ) -> None:
        """End the block that is open; what comes is another one, if any ink comes.

        Where `kind` is None, the block is what it looks like, as in a plain text. The others are as
        in `Block`.
        """
        self._end()
        self._opened = _Opened(kind, level, number, role)

    def put(self, start: int, end: int, text: str | None = None) -> None:
        """Add a piece: what stands at `[start, end)` of raw, which reads as `text` if given.

        White space that is put at the ends of a block is read, but is no part of the block.
        """
        if end <= start:
            return
        if self.start is None:
            self._skip(start, "\n" if self.length else "")
            self.start = self.length
        elif self._white is not None:
            white, self._white = self._white, None
            self._add(*white)
        self._add(start, end, text)

    def space(self, start: int, end: int) -> None:
        """Add white space that reads as one space; none if white space stands there already, or if
        the block begins or ends with it."""
        if self.start is not None and self._white is None:
            self._white = (start, start + 1 if self.raw[start] == " " else end, " ")

    def line_break(self, start: int, end: int) -> None:
        """Add what ends a line for a reader inside a block; it is markup, and no sentence ends."""
        self.white(start, end, "\n")

    def white(self, start: int, end: int, text: str | None = None) -> None:
        """Add a piece of white space, as `put` does, in place of any before it; none is read where
        a block begins or ends."""
        if self.start is not None:
            self._white = (start, end, text)

    def link(self, start: int, target: str, end: int | None = None) -> None:
        """Say that the text from `start` to `end`, or so far, leads to `target`.

        It goes on with the link before it, where that ends there in the same block.
        """
        start, end = self._shown(start), self.length if end is None else end
        if not target or start >= end:
            return
        before = self._links[-1] if self._links else None
        if before and before.target == target and before.span.end == start != self.start:
            start = self._links.pop().span.start
        self._links.append(Link(Span(start, end), target))

    def uncheck(self, start: int, end: int | None = None) -> None:
        """Say that the text from `start` to `end`, or so far, is no English."""
        start, end = self._shown(start), self.length if end is None else end
        if self._unchecked and start <= self._unchecked[-1].end:
            start = self._unchecked.pop().start
        if start < end:
            self._unchecked.append(Span(start, end))

    def document(self) -> Document:
        """Return the document of all that was added; the reader says what it knows of the file."""
        self._end()
        self._skip(len(self.raw))
        old, new, raw = [*self._old, len(self.raw)], [*self._new, self.length], self.raw
        text = "".join(
            raw[start:end] if said is None else said
            for said, start, end in zip(self._texts, old, old[1:], strict=False)
        )
        offsets = OffsetMap.from_starts(old, new, [said is None for said in self._texts])
        return Document(
            raw,
            text,
            offsets,
            self._inked(text),
            links=tuple(sorted(self._links)),
            unchecked=tuple(self._unchecked),
        )

    def _inked(self, text: str) -> tuple[Block, ...]:
        """Return the blocks that have ink, without the white space around it.

        Spaces that do not break belong to a block, unless it is one of a plain text.
        """
        found: list[tuple[_Opened, int, int]] = []
        for opened, start, end in self._blocks:
            inked = text[start:end]
            if not inked.isspace():
                around = None if opened.kind is None else _SPACE
                end -= len(inked) - len(inked.rstrip(around))
                start += len(inked) - len(inked.lstrip(around))
                found.append((opened, start, end))
        alone = len(found) == 1
        return tuple(
            Block(
                kind or kind_of(text, start, end, first=not at, alone=alone),
                Span(start, end),
                level,
                number,
                role,
            )
            for at, ((kind, level, number, role), start, end) in enumerate(found)
        )

    def _end(self) -> None:
        if self.start is not None and self.start < self.length:
            self._blocks.append((self._opened, self.start, self.length))
        self.start = self._white = None

    def _shown(self, start: int) -> int:
        """Return where text that was to begin at `start` begins, behind what separates blocks."""
        return start if self.start is None else max(start, self.start)

    def _add(self, start: int, end: int, text: str | None) -> None:
        if start != self._at:
            self._skip(start)
        if text is not None and text != "\n" and text == self.raw[start:end]:
            text = None
        if text is not None or not self._texts or self._texts[-1] is not None:
            self._old.append(start)
            self._new.append(self.length)
            self._texts.append(text)
        self.length += end - start if text is None else len(text)
        self._at = end

    def _skip(self, start: int, text: str = "") -> None:
        if start > self._at or text:
            self._old.append(self._at)
            self._new.append(self.length)
            self._texts.append(text)
            self.length += len(text)
        self._at = start
