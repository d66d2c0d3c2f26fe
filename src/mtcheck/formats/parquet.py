"""Parquet: a row is a document, its columns of text are fields; read batch by batch, not written.

`Document.raw` is the texts of a row, a line end between them; `parts` says which column each one
is. Parquet is read by pyarrow, the extra `parquet`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from mtcheck.errors import InputError
from mtcheck.formats.fields import IDS, Value, chosen, compose, no_text, record_name
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.rewrite import EditsOf, unless_edited
from mtcheck.text.document import Document, Part
from mtcheck.text.span import Span

__all__ = ["looks_like", "read", "rewritten"]

_MAGIC = b"PAR1"
_ROWS = 64  # of a batch: a row may be a book
_AT_ONCE = 1 << 20  # bytes that are read of a column
_LONGEST_NAME = 200  # code points of a value that can be the name of a record

Path = tuple[str, ...]


def looks_like(head: bytes) -> bool:
    """Whether a file begins as Parquet does."""
    return head.startswith(_MAGIC)


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield a document for each row that has text.

    Raises InputError without pyarrow, for a damaged file, when no column is known to hold text, and
    for a row that is longer than the limit `record`.
    """
    longest = limit(options, "record")
    for number, row in enumerate(_rows(file, options), 1):
        found = list(_scalars(row, ()))
        if sum(len(value) for _, value in found) > longest:
            raise InputError(
                f"{file.name}: row {number} is longer than {longest:,} code points; "
                "see --limit record"
            )
        document = _document(found, options, number)
        if document is not None:
            yield document._replace(name=file.name)


def rewritten(file: File, edits_of: EditsOf, options: Options) -> Iterator[bytes]:
    """Yield the bytes of a file; InputError as for `read`, and when there are edits."""
    why = "Parquet is not written; write the corrected rows with the program they are from"
    return unless_edited(file, read(file, options), edits_of, why)


def _rows(file: File, options: Options) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, with those of their columns that are read."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise InputError(
            f"{file.name}: reading Parquet needs pyarrow; install it with "
            "pip install 'mtcheck[parquet]'"
        ) from None
    with file.stream() as stream:
        try:
            # What is buffered before it is asked for is kept until the end of the file.
            found = parquet.ParquetFile(stream, pre_buffer=False, buffer_size=_AT_ONCE)
            columns = [path for field in found.schema_arrow for path in _paths(field, ())]
            if not any(chosen(path, options.text_fields) for path in columns):
                raise no_text(file.name, dict.fromkeys(path[-1] for path in columns))
            names = list(dict.fromkeys(path[0] for path in columns if _is_read(path, options)))
            for batch in found.iter_batches(_ROWS, columns=names, use_threads=False):
                yield from batch.to_pylist()
        except (ArrowException, OSError, ValueError, ArithmeticError, MemoryError) as error:
            first = (str(error).splitlines() or [""])[0]
            raise InputError(f"{file.name}: this is no Parquet, or damaged: {first}") from None


def _paths(field: Any, around: Path) -> Iterator[Path]:
    """Yield the path of each column in a field: those of a structure are columns of their own."""
    from pyarrow import types

    type_ = field.type
    path = (*around, field.name)
    while types.is_list(type_) or types.is_large_list(type_) or types.is_fixed_size_list(type_):
        type_ = type_.value_type
    if types.is_struct(type_):
        for number in range(type_.num_fields):
            yield from _paths(type_.field(number), path)
    else:
        yield path


def _is_read(path: Path, options: Options) -> bool:
    """Whether a column may hold text, or what a row is called."""
    if chosen(path, options.text_fields):
        return True
    if options.id_field is not None:
        return chosen(path, (options.id_field,))
    return len(path) == 1 and path[0].lower() in IDS


def _scalars(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the texts and numbers of a row with their paths, in order."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _scalars(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner, path)
    elif isinstance(value, bytes):  # some programs do not say that they write text
        with suppress(UnicodeDecodeError):
            yield path, value.decode()
    elif isinstance(value, str | int):
        yield path, str(value)


def _document(found: Sequence[tuple[Path, str]], options: Options, number: int) -> Document | None:
    """Return the document of a row, None when it has no text."""
    values: list[Value] = []
    parts: list[Part] = []
    pieces: list[str] = []
    at = 0
    for path, text in found:
        if text and chosen(path, options.text_fields):
            parts.append(Part(f"row {number}, {'.'.join(path)}", at))
            values.append(Value(path, Span(at, at + len(text))))
            pieces.append(text)
            at += len(text) + 1
    named = [(path, text) for path, text in found if len(text) <= _LONGEST_NAME]
    document = compose("\n".join(pieces), values, record_name(named, options, number))
    return None if document is None else document._replace(parts=tuple(parts))
