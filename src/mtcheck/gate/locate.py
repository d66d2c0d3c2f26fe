"""Where findings stand, in the units that people and programs ask for."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.engine.view import View
from mtcheck.finding import Finding
from mtcheck.formats.places import place_of
from mtcheck.formats.rewrite import raw_edits
from mtcheck.gate.result import Located
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

_NEAR = 200  # code points of a sentence on either side


def located(view: View, findings: Sequence[Finding]) -> tuple[Located, ...]:
    """Return the findings of a view's document with their places."""
    if not findings:
        return ()
    document, before = view.doc, view.doc.first.code_point
    lines, found, bytes_of = document.lines, [], _ByteColumns(document)
    for finding in findings:
        span = finding.span
        places = *lines.line_column(span.start), *lines.line_column(span.end)
        read = document.offsets.to_new(span)
        shown = finding.text if document.offsets.is_identity else read.of(document.text)
        found.append(
            Located(
                finding,
                before + span.start,
                before + span.end,
                *places,
                " ".join(shown.split()),
                _context(view, read),
                place_of(document, span.start) if document.parts else None,
                _written(document, finding, read),
                bytes_of(span, *places),
            )
        )
    return tuple(found)


class _ByteColumns:
    """Columns in UTF-8 bytes of spans in text order, so that no line is read again for each."""

    def __init__(self, document: Document) -> None:
        self._raw, self._first = document.raw, document.first
        self._line = self._at = self._bytes = 0  # a line, and how many bytes are before what of it

    def __call__(
        self, span: Span, line: int, column: int, end_line: int, end_column: int
    ) -> tuple[int, int] | None:
        if line == self._first.line and self._first.column > 1:
            return None
        if self._raw.isascii():
            return column, end_column
        if line != self._line or span.start < self._at:
            self._line, self._at, self._bytes = line, span.start - (column - 1), 0
        self._bytes += _utf8(self._raw[self._at : span.start])
        self._at = span.start
        in_last_line = self._raw[max(span.start, span.end - (end_column - 1)) : span.end]
        end = _utf8(in_last_line) + (self._bytes if line == end_line else 0)
        return self._bytes + 1, end + 1


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _context(view: View, read: Span) -> str:
    """Return the sentences that hold a stretch of the document's text, in one line; of a very long
    one what is near."""
    start, end = view.offsets.to_new(read)
    if not view.sentences:
        return view.exact[start:end].strip()
    first, last = view.sentence_at(start)[0], view.sentence_at(max(start, end - 1))[1]
    first, last = max(min(start, first), start - _NEAR), min(max(end, last), end + _NEAR)
    return " ".join(view.exact[first:last].split())


def _written(document: Document, finding: Finding, read: Span) -> tuple[str, ...]:
    if document.parts:
        return ()
    if document.format == "text" and document.offsets.is_identity:
        return finding.replacements
    written = (_replaced(document, finding.span, read, text) for text in finding.replacements)
    return tuple(text for text in written if text is not None)


def _replaced(document: Document, span: Span, read: Span, text: str) -> str | None:
    """Return what stands at `span` of the raw text once `text` is written there; None where that
    changes the file elsewhere, too."""
    pieces: list[str] = []
    at = span.start
    for edit in raw_edits(document, [Edit(read, text)]):
        if edit.span.start < at or edit.span.end > span.end:
            return None
        pieces += (document.raw[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join(pieces) + document.raw[at : span.end]
