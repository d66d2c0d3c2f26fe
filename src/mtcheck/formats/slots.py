"""Where in a file a comment can be put that is about a place in it, and in what form.

A slot is a proposal: whoever writes a comment there reads the file again to see what became of it.
The best one comes first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mtcheck.formats import xml
from mtcheck.formats.cues import is_blank, timings
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.span import Span

_ONLY_MARKS = lazy(r" {0,3}(?:#{1,6}[ \t]+)?")
_ONLY_TAGS = lazy(r"[ \t]*(?:<[^<>]*>[ \t]*)*")
_UNIT = lazy(r"<(?:[\w.-]+:)?(?:trans-unit|unit|tu)(?=[\s>])")
_ODT_PARAGRAPH = lazy(r"<((?:[\w.-]+:)?)(?:p|h)(?=[\s>])[^<>]*(?<!/)>")
_ODT_OFFICE = lazy(r"xmlns:([^\s=]+)\s*=\s*[\"']urn:oasis:names:tc:opendocument:xmlns:office:1\.0")


class Slot(NamedTuple):
    """A place for a comment: a code point of the raw text, and what stands before and after its
    text there. `is_next` says whether it is about what comes next or about where it stands, `dash`
    what separates a reason, `escape` how its text is written."""

    at: int
    before: str
    after: str
    is_next: bool = True
    dash: str = "--"
    escape: Callable[[str], str] = str


def slots(document: Document, place: Span) -> Iterator[Slot]:
    """Yield places for a comment about a stretch of a document's raw text; none in a format that
    has no comments, or none that can be written."""
    find = _FORMATS.get(document.format)
    if find is not None:
        yield from find(document, place)


def _markdown(document: Document, place: Span) -> Iterator[Slot]:
    raw, block = document.raw, _block(document, place)
    start = _line_start(raw, block.start)
    above = raw[_line_start(raw, max(0, start - 1)) : start]
    if _ONLY_MARKS.fullmatch(raw, start, block.start) and not above.strip():
        yield Slot(start, "<!-- ", f" -->{_line_break(raw)}")
    end = _line_end(raw, place.start)
    line = raw[place.start : end].rstrip(" \t")
    yield Slot(place.start + len(line.removesuffix("\\")), " <!-- ", " -->", is_next=False)
    yield Slot(_ink_end(document, place, block), " <!-- ", " -->", is_next=False)
    yield Slot(place.end, "<!-- ", " -->", is_next=False)


def _html(document: Document, place: Span) -> Iterator[Slot]:
    raw, block = document.raw, _block(document, place)
    dash = "--" if document.format == "html" else "\N{EM DASH}"
    start = _line_start(raw, block.start)
    if _ONLY_TAGS.fullmatch(raw, start, block.start):
        yield Slot(start, f"{_indent(raw, start)}<!-- ", f" -->{_line_break(raw)}", dash=dash)
    yield Slot(block.start, "<!-- ", " -->", dash=dash)
    yield Slot(_ink_end(document, place, block), " <!-- ", " -->", is_next=False, dash=dash)
    yield Slot(place.end, "<!-- ", " -->", is_next=False, dash=dash)


def _units(document: Document, place: Span) -> Iterator[Slot]:
    raw = document.raw
    *_, unit = (match.start() for match in _UNIT.finditer(raw, 0, place.start))
    start = _line_start(raw, unit)
    if not raw[start:unit].strip():
        before = f"{_indent(raw, start)}<!-- "
        yield Slot(start, before, f" -->{_line_break(raw)}", dash="\N{EM DASH}")
    yield Slot(unit, "<!-- ", " -->", dash="\N{EM DASH}")


def _po(document: Document, place: Span) -> Iterator[Slot]:
    raw = document.raw
    at = _line_start(raw, place.start)
    seen_id = False
    while at > 0:  # up to the id of the entry, and the comments over it
        above = _line_start(raw, at - 1)
        line = raw[above:at].strip()
        is_comment = line.startswith("#") and not line.startswith("#~")
        if not line or (seen_id and not is_comment and not line.startswith("msgctxt")):
            break
        seen_id = seen_id or line.startswith("msgid ")
        at = above
    yield Slot(at, "# ", _line_break(raw))


def _webvtt(document: Document, place: Span) -> Iterator[Slot]:
    raw = document.raw
    found = timings(raw)
    begins = [found.lines[mark.first].start for mark in found.timings]
    first = found.timings[bisect_right(begins, place.start) - 1].first
    if first and not is_blank(raw, found.lines[first - 1]):  # the name of the cue
        first -= 1
    yield Slot(found.lines[first].start, "NOTE ", _line_break(raw) * 2)


def _odt(document: Document, place: Span) -> Iterator[Slot]:
    raw = document.raw
    office = _ODT_OFFICE.search(raw)
    tags = [*_ODT_PARAGRAPH.finditer(raw, 0, place.start)]
    if office and tags:
        name, paragraph = f"{office[1]}:annotation", f"{tags[-1][1]}p"
        before, after = f"<{name}><{paragraph}>", f"</{paragraph}></{name}>"
        yield Slot(tags[-1].end(), before, after, is_next=False, escape=xml.escaped)


_FORMATS: dict[str, Callable[[Document, Span], Iterator[Slot]]] = {
    "markdown": _markdown,
    "html": _html,
    "epub": _html,
    "xliff": _units,
    "tmx": _units,
    "po": _po,
    "webvtt": _webvtt,
    "odt": _odt,
}


def _block(document: Document, place: Span) -> Span:
    """Return the stretch of raw of the block that holds a place, or of the one before it."""
    at = document.offsets.to_new(place).start
    number = max(0, bisect_right(document.blocks, at, key=lambda block: block.span.start) - 1)
    return document.raw_span(document.blocks[number].span) if document.blocks else place


def _ink_end(document: Document, place: Span, block: Span) -> int:
    """Return where in raw the ink ends of the line of a block in which a place begins."""
    end = min(_line_end(document.raw, place.start), block.end)
    shown = document.offsets.to_new(Span(place.start, end))
    ink = len(shown.of(document.text).rstrip())
    return document.raw_span(Span(shown.start, shown.start + ink)).end


def _line_start(raw: str, at: int) -> int:
    return max(raw.rfind("\n", 0, at), raw.rfind("\r", 0, at)) + 1


def _line_end(raw: str, at: int) -> int:
    return min((p for p in (raw.find("\n", at), raw.find("\r", at)) if p >= 0), default=len(raw))


def _line_break(raw: str) -> str:
    """Return what ends the first line of a text."""
    found = re.search("\r\n?|\n", raw)
    return found[0] if found else "\n"


def _indent(raw: str, start: int) -> str:
    rest = raw[start : start + 200]
    return rest[: len(rest) - len(rest.lstrip(" \t"))]
