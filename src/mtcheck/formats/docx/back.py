"""Edits of a Word document's XML, made so that Word shows them, and put back into the file.

White space at the ends of a text element counts only where it says so; a line break and a tab are
elements; and what replaces an element (a tab) has to stand in a text element of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.docx.content import SPACE, Spaces, inked
from mtcheck.formats.docx.parts import NAMES
from mtcheck.formats.zipped import members_replaced
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

_PREFIX = lazy(r"</?((?:[^\s:/<>]+:)?)")
_SIGN = lazy(r"</?(?:[^\s:/<>]+:)?(?:tab|ptab|br|cr|noBreakHyphen|softHyphen|sym)[\s/>]")
_MARKS = lazy(r"<!\[CDATA\[|\]\]>|<!--(?s:.*?)-->")
_SPACING = lazy(r"\sxml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_PRESERVED = ' xml:space="preserve"'
_ANY_DEPTH = 2**62  # what is written was read before


class _Element(NamedTuple):
    """A text element: its opening tag, its content, and where that begins and ends."""

    tag: xml.Token
    content: list[xml.Token]
    start: int
    end: int
    preserved: bool


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits of the raw text with what else they need; InputError for one that has no
    place, in a document without text."""
    elements = _elements(document, edits)
    starts = [element.start for element in elements]
    made: list[Edit] = []
    inside: dict[int, list[Edit]] = {}
    for edit in edits:
        at = bisect_right(starts, edit.span.start) - 1
        if at >= 0 and edit.span.end <= elements[at].end:
            inside.setdefault(at, []).append(edit)
        else:
            made.append(_in_place_of_element(document, edit))
    for at, some in inside.items():
        made += _in_element(document.raw, elements[at], some)
    return sorted(made, key=lambda edit: edit.span)


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of the file after edits of its raw text, as `adjusted` gives them.

    Only the parts with edits are packed anew; everything else stays as it is to the byte.
    """
    return members_replaced(data, document, edits)


def _elements(document: Document, edits: Sequence[Edit]) -> list[_Element]:
    """Return the text elements of the parts that have edits, in order."""
    found: list[_Element] = []
    ends = [part.start for part in document.parts[1:]] + [len(document.raw)]
    for (_, start), end in zip(document.parts, ends, strict=True):
        if any(start <= edit.span.start < end for edit in edits):
            found += _elements_of(document.raw, start, end)
    return found


def _elements_of(raw: str, start: int, end: int) -> Iterator[_Element]:
    spaces, depth = Spaces(), 0
    opened: xml.Token | None = None
    content: list[xml.Token] = []
    for token in xml.scan(raw, NAMES, start=start, end=end, depth=_ANY_DEPTH):
        if token.kind == "open":
            depth += 1
            spaces.open(token, depth)
            if token.name == "w:t":
                opened, content = token, []
        elif token.kind == "close":
            if token.name == "w:t" and opened is not None and content:
                yield _Element(opened, content, opened.end, token.start, spaces.preserved)
                opened = None
            spaces.close(depth)
            depth -= 1
        elif opened is not None:
            content.append(token)


def _in_element(raw: str, element: _Element, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits of one text element, and what makes their white space count."""
    prefix = _prefix(raw, element.tag.start)
    made = [
        Edit(e.span, _spread(_unescaped(element, e), prefix, _cdata(element, e))) for e in edits
    ]
    yield from made
    if element.preserved:
        return
    first, last = inked(raw, element.content, preserved=False)
    moved = [Edit(Span(s.start - first, s.end - first), text) for s, text in made]
    after = _MARKS.sub("", apply_edits(raw[first:last], moved)[0])
    if not any("\n" in e.text or "\t" in e.text for e in edits) and (
        not after or (after[0] not in SPACE and after[-1] not in SPACE)
    ):
        return
    said = _SPACING.search(raw, element.tag.start, element.tag.end)
    at = Span(*said.span()) if said else Span(element.tag.end - 1, element.tag.end - 1)
    yield Edit(at, _PRESERVED)
    # What did not count so far has to go.
    for token in element.content:
        if token.start < first:
            yield Edit(Span(token.start, min(first, token.end)), "")
        if last < token.end:
            yield Edit(Span(max(last, token.start), token.end), "")


def _in_place_of_element(document: Document, edit: Edit) -> Edit:
    """Return an edit outside of all text elements as one that brings its own."""
    raw, (span, text) = document.raw, edit
    at = span.start if len(span) else max(0, raw.rfind("<", 0, span.start))
    if not _SIGN.match(raw, at):
        raise InputError(f"{document.name}: {text!r} has no place, since there is no text")
    prefix = _prefix(raw, at)
    if not text:
        return edit
    return Edit(span, f"<{prefix}t{_PRESERVED}>{_spread(text, prefix, False)}</{prefix}t>")


def _prefix(raw: str, at: int) -> str:
    """Return the prefix of the tag at a place, with its colon."""
    match = _PREFIX.match(raw, at)
    return match[1] if match else ""


def _cdata(element: _Element, edit: Edit) -> bool:
    """Whether an edit lies in a section in which nothing is escaped."""
    holders = (t for t in element.content if t.start <= edit.span.start and edit.span.end <= t.end)
    token = next(holders, None)
    return token is not None and token.kind == "cdata"


def _unescaped(element: _Element, edit: Edit) -> str:
    if not _cdata(element, edit):
        return edit.text
    return xml.unescaped(edit.text).replace("]]>", "]]]]><![CDATA[>")


def _spread(text: str, prefix: str, cdata: bool) -> str:
    """Return the text with its line breaks and tabs as elements."""
    if not text or text.isprintable():
        return text
    end, begin = f"</{prefix}t>", f"<{prefix}t{_PRESERVED}>"
    if cdata:
        end, begin = f"]]>{end}", f"{begin}<![CDATA["
    for found, element in (("\r\n", "br"), ("\r", "br"), ("\n", "br"), ("\t", "tab")):
        text = text.replace(found, f"{end}<{prefix}{element}/>{begin}")
    return text
