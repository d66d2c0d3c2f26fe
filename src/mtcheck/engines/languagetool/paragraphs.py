"""What of a document LanguageTool is asked about: its English paragraphs, none too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.engine.view import View
from mtcheck.text.span import Span

LONGEST = 8_000
"""Code points of a request. Servers take 20,000 and more; the time for a text grows with it, and so
does what is lost when one is refused."""


class Paragraph(NamedTuple):
    """A stretch of a document's text, and where it starts there, in code points."""

    start: int
    text: str


def paragraphs(view: View) -> Iterator[Paragraph]:
    """Yield the paragraphs of a view's document that are English prose, in order; those longer than
    LONGEST in parts that end where sentences do."""
    text = view.doc.text
    foreign = {start for start, _, _ in view.foreign}
    for kind, start, end in view.blocks:
        if kind == "code" or start in foreign:
            continue
        for part_start, part_end in _parts(view, start, end):
            span = view.offsets.to_old(Span(part_start, part_end))
            if text[span.start : span.end].strip():
                yield Paragraph(span.start, text[span.start : span.end])


def _parts(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a block of a view, or its sentences put together to no more than LONGEST."""
    at = done = start
    if end - start > LONGEST:
        for _, stop in view.sentences[view.sentence_index(start) :]:
            if stop >= end:
                break
            if stop - at > LONGEST and done > at:
                yield from _cut(view.exact, at, done)
                at = done
            done = max(done, stop)
        if end - at > LONGEST and done > at:
            yield from _cut(view.exact, at, done)
            at = done
    yield from _cut(view.exact, at, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch of a text, cut between words where it is too long."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > start else start + LONGEST
        yield start, stop
        start = stop
    yield start, end
