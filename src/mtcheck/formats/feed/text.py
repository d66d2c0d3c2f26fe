"""From the elements of an entry to a document, through both layers at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.formats.feed.elements import Element
from mtcheck.formats.file import Options
from mtcheck.formats.html.flow import Context, Flow, Passage
from mtcheck.formats.html.flow import document_of as document_of_passages
from mtcheck.formats.html.unchecked import unchecked_of
from mtcheck.formats.html.walk import walk
from mtcheck.formats.plain import blocks_of
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, OffsetMap
from mtcheck.text.span import Span

TAG = lazy(r"<[A-Za-z/!?]")
"""What makes HTML of a text."""


def document_of(raw: str, elements: Sequence[Element], options: Options) -> Document | None:
    """Return the document of some elements of an entry, None when they have no ink.

    The reader adds what it knows of the file.
    """
    pieces: list[str] = []
    edits: list[Edit] = []
    passages: list[Passage] = []
    notes: list[str] = []
    at = length = 0
    for element in elements:
        # A line end stands for what lies before the element, so that no two changes touch there.
        edits.append(Edit(Span(at, element.content.start), "\n"))
        edits += element.edits
        said = element.said(raw)
        length += 1
        for passage in _passages(element, said, options, notes):
            passage.move(length)
            passages.append(passage)
        pieces += ("\n", said)
        length += len(said)
        at = element.content.end
    if at < len(raw):
        edits.append(Edit(Span(at, len(raw)), ""))
    inner = "".join(pieces)
    reasons, left_alone = unchecked_of(inner, passages)
    found = document_of_passages(inner, passages, reasons)
    if not found.blocks:
        return None
    offsets = OffsetMap.from_edits(len(raw), edits).then(found.offsets)
    return found._replace(raw=raw, offsets=offsets, notes=(*notes, *left_alone))


def _passages(element: Element, said: str, options: Options, notes: list[str]) -> Iterator[Passage]:
    """Yield the passages of an element that says `said`, and add remarks on it."""
    if element.kind == "text" or (element.kind == "html" and not TAG.search(said)):
        found = _plain(said, references=element.kind == "html")
    else:
        walked = walk(said, xml=element.kind == "xhtml", with_attributes=options.attributes)
        found = walked.passages
        notes += (f"<{element.name}>: {note}" for note in walked.notes)
    for passage in found:
        if element.local == "title" and passage.context.kind == "paragraph":
            passage.context = Context("title", 1)
        yield passage


def _plain(said: str, *, references: bool) -> list[Passage]:
    """Return the passages of a text without tags; white space is folded as in HTML."""
    flow = Flow(said)
    for block in blocks_of(said):
        flow.context = Context(block.kind, block.level)
        flow.text(*block.span, preserved=False, references=references)
        flow.end_block()
    return flow.passages
