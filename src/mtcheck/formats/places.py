"""Places in a container (a DOCX, an EPUB), as a person finds them there."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from mtcheck.text.document import Document
from mtcheck.text.span import Span


class ContainerPlace(NamedTuple):
    """Where something stands: the part; the paragraph of that part, counting those with text; the
    run of that paragraph, which is text that no markup interrupts; and the code point of the
    paragraph's text. All count from 1."""

    part: str
    paragraph: int
    run: int
    column: int

    def __str__(self) -> str:
        return f"{self.part}, paragraph {self.paragraph}, run {self.run}, column {self.column}"


def place_of(document: Document, position: int) -> ContainerPlace:
    """Return the place of a code point of a container's raw text."""
    at = max(0, bisect_right(document.parts, position, key=lambda part: part.start) - 1)
    part = document.parts[at]
    here = document.offsets.to_new(Span(position, position)).start
    first = _blocks_before(document, document.offsets.to_new(Span(part.start, part.start)).start)
    behind = bisect_right(document.blocks, here, key=lambda block: block.span.start)
    number = max(1, behind - first)
    blocks = document.blocks[first + number - 1 : first + number]
    start = blocks[0].span.start if blocks else here
    run = _run(document, start, position)
    return ContainerPlace(part.name, number, run, max(0, here - start) + 1)


def _blocks_before(document: Document, start: int) -> int:
    """Return how many blocks begin before a code point of the text."""
    return bisect_right(document.blocks, start - 1, key=lambda block: block.span.start)


def _run(document: Document, start: int, position: int) -> int:
    """Return in which run a code point of the raw text stands, for a paragraph's start in the
    text."""
    from mtcheck.formats.rewrite import is_markup  # late: most files are no containers

    runs = document.offsets.runs
    number, inside = 0, False
    for run in runs[max(0, bisect_right(runs, start, key=lambda run: run.new.start) - 1) :]:
        if run.old.start > position:
            break
        markup = is_markup(document, run)
        number += not markup and not inside
        inside = not markup
    return max(1, number)
