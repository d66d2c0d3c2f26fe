"""A document built from the pieces of a raw text that a reader reads."""

from __future__ import annotations

from mtcheck.text.document import Block, BlockKind, Document, Link
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span


class Builder:
    """Takes the pieces of `raw` that a reader reads, in their order, and makes a document of them.

    What lies between two pieces is markup. All positions that are taken are code points of `raw`;
    `length` is how much text there is so far, in code points.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.length = 0
        self.blocks: list[Block] = []
        self._links: list[Link] = []
        self._unchecked: list[Span] = []
        self._edits: list[Edit] = []
        self._at = 0
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._start: int | None = None
        self._inked = False
        self._white: tuple[int, int, str | None] | None = None

    @property
    def here(self) -> int:
        """Where in the text the next piece will begin, if it belongs to the block that is open."""
        if self._white is None:
            return self.length
        start, end, text = self._white
        return self.length + (end - start if text is None else len(text))

    def begin(self, kind: BlockKind, level: int = 0) -> None:
        """End the block that is open; what comes is another one, if anything comes."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """End the block that is open, if it has any ink. White space at its end is not read."""
        if self._start is not None and self._inked:
            self.blocks.append(Block(self._kind, Span(self._start, self.length), self._level))
        self._start = self._white = None

    def put(self, start: int, end: int, text: str | None = None) -> None:
        """Add a piece: what stands at `[start, end)` of raw, which reads as `text` if given."""
        if end <= start or text == "":
            return
        if self._start is None:
            self._skip(start, "\n" if self.length else "")
            self._start, self._inked = self.length, False
        elif self._white is not None:
            self._add(*self._white)
        self._white = None
        self._inked = self._inked or not (text or self.raw[start:end]).isspace()
        self._add(start, end, text)

    def space(self, start: int, end: int) -> None:
        """Add white space that reads as one space; none if white space stands there already, or if
        the block begins or ends with it."""
        if self._start is not None and self._white is None:
            self.white(start, start + 1 if self.raw[start] == " " else end, " ")

    def line_break(self, start: int, end: int) -> None:
        """Add what ends a line for a reader inside a block; it is markup, and no sentence ends."""
        self.white(start, end, "\n")

    def white(self, start: int, end: int, text: str | None = None) -> None:
        """Add a piece of white space, as `put` does, in place of any before it; none is read where
        a block begins or ends."""
        if self._start is not None:
            self._white = (start, end, text)

    def link(self, start: int, target: str) -> None:
        """Say that the text since `start`, a code point of the text, leads to `target`."""
        start = self._shown(start)
        if target and start < self.length:
            self._links.append(Link(Span(start, self.length), target))

    def uncheck(self, start: int) -> None:
        """Say that the text since `start`, a code point of the text, is no English."""
        start = self._shown(start)
        if self._unchecked and start <= self._unchecked[-1].end:
            start = self._unchecked.pop().start
        if start < self.length:
            self._unchecked.append(Span(start, self.length))

    def document(self, name: str, notes: tuple[str, ...], encoding: str) -> Document:
        """Return the document of all that was added."""
        self.end()
        self._skip(len(self.raw))
        text, offsets = apply_edits(self.raw, self._edits)
        return Document(
            self.raw,
            text,
            offsets,
            tuple(self.blocks),
            name=name,
            notes=notes,
            encoding=encoding,
            links=tuple(sorted(self._links)),
            unchecked=tuple(self._unchecked),
        )

    def _shown(self, start: int) -> int:
        """Return where text that was to begin at `start` begins, behind what separates blocks."""
        return start if self._start is None else max(start, self._start)

    def _add(self, start: int, end: int, text: str | None) -> None:
        self._skip(start)
        if text is None or (text != "\n" and text == self.raw[start:end]):
            self.length += end - start
        else:
            self._edits.append(Edit(Span(start, end), text))
            self.length += len(text)
        self._at = end

    def _skip(self, start: int, text: str = "") -> None:
        if start > self._at or text:
            self._edits.append(Edit(Span(self._at, start), text))
            self.length += len(text)
        self._at = start
