"""The changes of a document: of its English prose, not of its code."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from mtcheck.text.document import Document
from mtcheck.text.language import foreign
from mtcheck.text.normal.change import Change, Style
from mtcheck.text.normal.changes import noticed
from mtcheck.text.normal.table import CHARACTERS, DEFAULT
from mtcheck.text.span import Span


def document_changes(
    document: Document, edits: frozenset[str] = DEFAULT, style: Style | None = None
) -> list[Change]:
    """Return what normalizes a document, in code points of its text: in order and apart."""
    return noticed_in(document, edits, frozenset(), style)[0]


def noticed_in(
    document: Document,
    edits: frozenset[str],
    shown: frozenset[str],
    style: Style | None = None,
) -> tuple[list[Change], list[Change]]:
    """Return `document_changes`, and what the edits `shown`, which are not made, would do."""
    style = style or Style(line_break="\n" if document.format == "text" else " ")
    seen = _hidden(document)
    made: list[Change] = []
    aside: list[Change] = []
    for start, end in _prose(document):
        text = seen if start == 0 and end == len(seen) else seen[start:end]
        for found, into in zip(noticed(text, edits, shown, style), (made, aside), strict=True):
            into += found if not start else [_moved(change, start) for change in found]
    if made or aside:
        kept = _Kept(document)
        made, aside = list(filter(kept.allows, made)), list(filter(kept.allows, aside))
    return made, aside


def _hidden(document: Document) -> str:
    """Return the text with a word of as many letters for each stretch that is not checked."""
    pieces: list[str] = []
    at = 0
    for start, end in document.unchecked:
        pieces += (document.text[at:start], "x" * (end - start))
        at = end
    return "".join(pieces) + document.text[at:] if pieces else document.text


def _prose(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a document's text between its blocks of code."""
    start = 0
    for block in document.blocks:
        if block.kind == "code":
            if block.span.start > start:
                yield start, block.span.start
            start = block.span.end
    if start < len(document.text):
        yield start, len(document.text)


_TAGS = frozenset(("srt", "po"))
"""Formats in which `<b>` is a tag and can be written in no other way."""
_FAR = 100
_TAG_MARKS = frozenset("<>{}")
_ODD_SPACES = frozenset(("no-break-space", "odd-space", "ideographic-space"))


class _Kept:
    """What of a document keeps its characters: stretches that are not checked, paragraphs in
    another language, whose punctuation has rules of its own, and what markup needs as it is."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = [block.span.start for block in document.blocks]
        self._ends = [span.end for span in document.unchecked]
        self._foreign: dict[int, bool] = {}

    def allows(self, change: Change) -> bool:
        """Whether a change may be made."""
        start, end = change.span
        at = bisect_right(self._ends, start)
        unchecked = self._document.unchecked
        if at < len(unchecked) and unchecked[at].start < end:
            return False
        if self._document.format in _TAGS and not _TAG_MARKS.isdisjoint(change.text):
            return False
        if change.edit in _ODD_SPACES and self._is_alone(start, end):
            return False
        return change.edit in CHARACTERS or not self._is_foreign(start)

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether nothing but white space stands in a line that a web page keeps open so."""
        text = self._document.text
        if self._document.format == "text":
            return False
        before = text[max(0, start - _FAR) : start].rpartition("\n")[2]
        after = text[end : end + _FAR].partition("\n")[0]
        return not before.strip() and not after.strip()

    def _is_foreign(self, position: int) -> bool:
        number = bisect_right(self._blocks, position) - 1
        if number < 0:
            return False
        if number not in self._foreign:
            block = self._document.blocks[number].span.of(self._document.text)
            self._foreign[number] = foreign(block) is not None
        return self._foreign[number]


def _moved(change: Change, by: int) -> Change:
    edit, span, text, shown = change
    return Change(
        edit, Span(span.start + by, span.end + by), text, Span(shown.start + by, shown.end + by)
    )
