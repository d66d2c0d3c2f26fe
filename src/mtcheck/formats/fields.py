"""Records (of JSON, CSV …): which of their fields hold text, and the document they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.build import Builder
from mtcheck.formats.file import Options
from mtcheck.formats.plain import blocks_of
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import Edit
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
    builder = Builder(raw)
    for value in values:
        builder.begin("title" if is_title(value.path) else "paragraph")
        at = value.content.start
        for (start, end), text in value.escapes:
            builder.put(at, start)
            builder.put(start, end, text)
            at = end
        builder.put(at, value.content.end)
    document = builder.document()
    if not document.blocks:
        return None
    blocks = tuple(inner for block in document.blocks for inner in _blocks(document.text, block))
    return document._replace(blocks=blocks, record=record)


def _blocks(text: str, value: Block) -> list[Block]:
    """Return the blocks of a value, a title being one if it looks like a single one."""
    found = blocks_of(value.span.of(text))
    if value.kind == "title" and len(found) == 1:
        found = [found[0]._replace(kind="title", level=1)]
    by = value.span.start
    return [b._replace(span=Span(b.span.start + by, b.span.end + by)) for b in found]


def no_text(name: str, fields: Iterable[str]) -> InputError:
    """Return the error of a file of records in which no field holds text; `fields` are some that
    it has."""
    some = ", ".join(islice(fields, _NAMED))
    has = f"they have {some}" if some else "they have no fields"
    return InputError(
        f"{name}: none of its records has a field that is known to hold text ({has}); "
        "name one with --text-field"
    )
