"""New words in a feed, through both layers: fitted into the HTML, then into the XML around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

from mtcheck.formats import xml
from mtcheck.formats.feed.elements import Element, children
from mtcheck.formats.feed.text import TAG
from mtcheck.formats.html.references import REFERENCE, escaped, reference
from mtcheck.formats.html.writing import fitted
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit, OffsetMap
from mtcheck.text.span import Span

_SECTION = "]]><![CDATA["  # ends one and begins the next


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a document's raw text with their new text written as its place wants it.

    Raises InputError for a character that XML cannot have.
    """
    made: list[Edit] = []
    rest = list(reversed(edits))
    for element in children(document.raw):
        mine: list[Edit] = []
        while rest and rest[-1].span.start <= element.content.end:
            mine.append(rest.pop())
        if mine:
            made += _written(document.raw, element, mine)
    return made


def _written(raw: str, element: Element, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits of one element's content."""
    said = element.said(raw)
    start = element.content.start
    changes = [Edit(Span(a - start, b - start), text) for (a, b), text in element.edits]
    offsets = OffsetMap.from_edits(len(element.content), changes)
    spans = [offsets.to_new(Span(e.span.start - start, e.span.end - start)) for e in edits]
    inner = [
        Edit(span, _as_html(element, said, edit.text))
        for span, edit in zip(spans, edits, strict=True)
    ]
    if element.kind != "text":
        inner = fitted(said, inner, xml=element.kind == "xhtml")
    made = []
    for edit, span, new in zip(edits, spans, inner, strict=True):
        first, last = edit.span
        if new.span.start < span.start:  # what stands before has to change, too
            first = start + offsets.to_old(Span(new.span.start, new.span.start + 1)).start
        xml.escaped(new.text)  # refuses what XML cannot have
        if element.kind == "xhtml":
            text = new.text
        else:
            text = _as_xml(raw, element, Span(first, last), new.text)
            text += _markup(raw, offsets, start, Span(first, last))
        made.append(Edit(Span(first, last), text))
    return made


def _as_html(element: Element, said: str, text: str) -> str:
    """Return a text as HTML has it; in a title without tags a mere "&" stays one, because many
    programs show what stands there as it is."""
    if element.kind == "text":
        return text
    plain = not (_is_html(element, said) or _is_html(element, text))
    return text if plain else escaped(text)


def _is_html(element: Element, text: str) -> bool:
    """Whether there is anything in a text that stands for something else in HTML."""
    return (
        element.kind == "xhtml"
        or TAG.search(text) is not None
        or any(reference(found[0])[0] for found in REFERENCE.finditer(text))
    )


def _as_xml(raw: str, element: Element, span: Span, text: str) -> str:
    """Return a text as the XML has it where `span` begins: escaped, or as a CDATA section can."""
    at = bisect_right(element.sections, span.start, key=lambda section: section.start) - 1
    if at < 0 or element.sections[at].end < span.start:
        return xml.escaped(text)
    section = element.sections[at]
    before = raw[max(section.start, span.start - 2) : span.start]
    after = raw[span.end : min(section.end, span.end + 2)]
    new = text.replace("]]>", f"]]{_SECTION}>")
    if "]]>" in before + text[:2]:
        return _SECTION + new
    return new + _SECTION if "]]>" in (before + text)[-2:] + after else new


def _markup(raw: str, offsets: OffsetMap, start: int, span: Span) -> str:
    """Return the brackets of CDATA sections, and comments, that lie within a replaced stretch."""
    first, last = span.start - start, span.end - start
    at = bisect_left(offsets.runs, first, key=lambda run: run.old.start)
    inside = takewhile(lambda run: run.old.end <= last, islice(offsets.runs, at, None))
    return "".join(
        raw[start + run.old.start : start + run.old.end] for run in inside if not len(run.new)
    )
