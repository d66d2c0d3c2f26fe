"""Positions as a browser counts them.

Python counts code points, JavaScript counts UTF-16 code units: behind every emoji the two are one
apart. The page gets both from here and never converts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from mtcheck.text.document import Document
from mtcheck.text.span import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """UTF-16 positions of one text, fast for many positions."""

    __slots__ = ("_astral",)

    def __init__(self, text: str) -> None:
        self._astral = [m.start() for m in _ASTRAL.finditer(text)]

    def of(self, position: int) -> int:
        """Return how many UTF-16 code units stand before a code point of the text."""
        return position + bisect_left(self._astral, position)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the page: a block's number, and UTF-16 start and length in its text."""

    block: int
    start: int
    length: int


class Places:
    """Where stretches of the raw text stand in the blocks of a document."""

    def __init__(self, document: Document, blocks: tuple[Span, ...]) -> None:
        self._offsets = document.offsets
        self._raw_length = len(document.raw)
        self._units = Utf16(document.text)
        self._blocks = blocks
        self._starts = [b.start for b in blocks]

    def shown(self, raw: Span) -> Span:
        """Return the stretch of the document's text that shows a stretch of the raw text."""
        if not self._offsets.runs:
            return raw
        return self._offsets.to_new(raw)

    def blocks_of(self, shown: Span) -> list[tuple[int, Span]]:
        """Return the blocks that a stretch of the text touches, each with the part it touches.

        A stretch in no block (white space between two) is an empty part at the nearest end.
        """
        if not self._blocks:
            return []
        at = max(0, bisect_right(self._starts, shown.start) - 1)
        parts = []
        for index in range(at, len(self._blocks)):
            block = self._blocks[index]
            if block.start >= shown.end and index > at:
                break
            start, end = max(block.start, shown.start), min(block.end, shown.end)
            if start < end or (start == end and not len(shown)):
                parts.append((index, Span(start, end)))
                if not len(shown):
                    break
        if not parts:
            end = self._blocks[at].end if shown.start >= self._blocks[at].end else shown.start
            end = max(end, self._blocks[at].start)
            parts.append((at, Span(end, end)))
        return parts

    def place(self, raw: Span) -> Place | None:
        """Return where the first part of a stretch of the raw text stands, None without blocks."""
        parts = self.blocks_of(self.shown(raw))
        if not parts:
            return None
        index, part = parts[0]
        base = self._units.of(self._blocks[index].start)
        start = self._units.of(part.start)
        return Place(index, start - base, self._units.of(part.end) - start)
