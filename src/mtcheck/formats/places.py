"""Places in a container (a DOCX, an EPUB), as a person finds them there."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from mtcheck.text.document import Document
from mtcheck.text.span import Span


class ContainerPlace(NamedTuple):
    """Where something stands: the part, the paragraph of that part, and the code point of the
    paragraph's text, both from 1."""

    part: str
    paragraph: int
    column: int

    def __str__(self) -> str:
        return f"{self.part}, paragraph {self.paragraph}, {self.column}"


def place_of(document: Document, position: int) -> ContainerPlace:
    """Return the place of a code point of a container's raw text."""
    starts = [part.start for part in document.parts]
    at = max(0, bisect_right(starts, position) - 1)
    shown = document.offsets.to_new(Span(starts[at], starts[at])).start
    here = document.offsets.to_new(Span(position, position)).start
    blocks = [b.span.start for b in document.blocks if shown <= b.span.start]
    number = max(1, bisect_right(blocks, here))
    start = blocks[number - 1] if blocks else here
    return ContainerPlace(document.parts[at].name, number, max(0, here - start) + 1)
