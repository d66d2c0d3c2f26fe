"""JSON: a file of records, or one record."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.fields import chosen, is_title, no_text
from mtcheck.formats.file import File, Options
from mtcheck.formats.jsonstrings import (
    Scalar,
    Scalars,
    adjusted,
    checked,
    moved,
    record_of,
    scalars,
    written,
)
from mtcheck.formats.limits import limit
from mtcheck.text.document import Document, Place
from mtcheck.text.lines import LineIndex
from mtcheck.text.span import Span

__all__ = ["adjusted", "escaped", "read"]

escaped = written


def read(file: File, options: Options) -> Iterator[Document | bytes]:
    """Yield a document for each record that has text.

    Records are the outermost objects in arrays. The whole file is one where a body of text stands
    outside of them: an article with its comments. Raises InputError for what is no JSON, and when
    no record has text.
    """
    text, encoding, notes = decode(file.data, file.name, options.encoding)
    start = int(text.startswith(BYTE_ORDER_MARK))
    checked(text[start:], file.name)
    found = scalars(text[start:], limit(options, "depth"), file.name)
    found = Scalars(
        moved(found.scalars, start), [Span(r.start + start, r.end + start) for r in found.records]
    )
    at = texts = 0
    lines = LineIndex(text)
    for number, (span, here) in enumerate(_records(found, options, len(text)), 1):
        document = record_of(span.of(text), moved(here, -span.start), options, number)
        if document is None:
            continue
        yield text[at : span.start].encode(encoding, "surrogatepass")
        place = Place(span.start, *lines.line_column(span.start))
        yield document._replace(
            name=file.name,
            first=place,
            encoding=encoding,
            notes=() if texts else notes,
            record=document.record if span.start else "",
        )
        at = span.end
        texts += 1
    if not texts:
        raise no_text(file.name, dict.fromkeys(s.path[-1] for s in found.scalars if s.path))
    yield text[at:].encode(encoding, "surrogatepass")


def _records(found: Scalars, options: Options, length: int) -> Iterator[tuple[Span, list[Scalar]]]:
    outside = [s for s in found.scalars if s.record is None and s.is_text]
    body = any(chosen(s.path, options.text_fields) and not is_title(s.path) for s in outside)
    if body or not found.records:
        yield Span(0, length), found.scalars
        return
    members: list[list[Scalar]] = [[] for _ in found.records]
    for scalar in found.scalars:
        if scalar.record is not None:
            members[scalar.record].append(scalar)
    yield from zip(found.records, members, strict=True)
