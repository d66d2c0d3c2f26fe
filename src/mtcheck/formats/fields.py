"""Records (of JSON, CSV …): which of their fields hold text, and the document they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.file import Options
from mtcheck.formats.plain import blocks_of
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

TITLES = ("title", "headline", "heading", "subtitle", "subheading", "kicker")
BODIES = (
    *("text", "body", "content", "article", "story", "paragraph", "paragraphs", "lead", "caption"),
    *("description", "summary", "abstract", "translation", "translated", "target", "english"),
)
"""Fields that are read when none is named, whatever their case."""
IDS = ("id", "guid", "uuid", "key")
"""Fields that name a record when none is said to."""
_NAMED = 12  # fields of an error message


class Value(NamedTuple):
    """A text in a record: its path of fields, where its content stands in the raw text, and the
    escapes in it as edits of the raw text."""

    path: tuple[str, ...]
    content: Span
    escapes: tuple[Edit, ...] = ()


def chosen(path: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a path of fields ends with one of the wanted ones: "text", or "body.text"."""
    if not wanted:
        return bool(path) and path[-1].lower() in (*TITLES, *BODIES)
    return any(tuple(path[-len(w) :]) == tuple(w) for w in (name.split(".") for name in wanted))


def is_title(path: Sequence[str]) -> bool:
    """Whether a field holds a title by its name."""
    return bool(path) and path[-1].lower() in TITLES


def record_name(named: Sequence[tuple[tuple[str, ...], str]], options: Options, number: int) -> str:
    """Return what a record is called: the field that is said to name it, one of `IDS`, or its
    number, from 1. `named` are its short values with their paths."""
    if options.id_field is not None:
        names = [value for path, value in named if chosen(path, (options.id_field,))]
    else:
        names = [value for path, value in named if len(path) == 1 and path[0].lower() in IDS]
    return names[0] if names and names[0] else str(number)


def compose(raw: str, values: Iterable[Value], record: str) -> Document | None:
    """Return the document whose text is that of `values`, in order, each from a new line; None
    when there is no ink in them.

    The reader of the format adds what it knows of the file. What stands between them is markup;
    paragraphs are told apart as in a plain text.
    """
    edits: list[Edit] = []
    spans: list[tuple[Value, int]] = []
    at = length = 0
    for value in values:
        content = value.content
        if not len(content):
            continue
        if content.start > at:
            gap = "\n" if spans else ""
            edits.append(Edit(Span(at, content.start), gap))
            length += len(gap)
        spans.append((value, length))
        edits += value.escapes
        length += len(content) + sum(len(e.text) - len(e.span) for e in value.escapes)
        at = content.end
    if not spans:
        return None
    if at < len(raw):
        edits.append(Edit(Span(at, len(raw)), ""))
    text, offsets = apply_edits(raw, edits)
    ends = [start for _, start in spans[1:]] + [len(text)]
    blocks = [
        block
        for (value, start), end in zip(spans, ends, strict=True)
        for block in _blocks(text, start, end, title=is_title(value.path))
    ]
    if not blocks:
        return None
    return Document(raw, text, offsets, tuple(blocks), record=record)


def _blocks(text: str, start: int, end: int, *, title: bool) -> list[Block]:
    found = blocks_of(text[start:end])
    if title and len(found) == 1:
        found = [found[0]._replace(kind="title", level=1)]
    return [b._replace(span=Span(b.span.start + start, b.span.end + start)) for b in found]


def no_text(name: str, fields: Iterable[str]) -> InputError:
    """Return the error of a file of records in which no field holds text; `fields` are some that
    it has."""
    some = ", ".join(islice(fields, _NAMED))
    has = f"they have {some}" if some else "they have no fields"
    return InputError(
        f"{name}: none of its records has a field that is known to hold text ({has}); "
        "name one with --text-field"
    )
