"""A file written over itself, piece by piece: a file of records is never kept whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.rewrite import rewritten
from mtcheck.formats.write import write_atomically
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit

_CHUNK = 1 << 20  # bytes

Edits = Callable[[Document], Sequence[Edit]]


class Unchanged(Exception):
    """There is nothing to write."""


def changed(file: File, edits_of: Edits, options: Options, form: str | None) -> Iterator[bytes]:
    """Yield the bytes of a file as `rewritten` does, and behind the last one raise Unchanged when
    there was no edit, InputError when more would change than the edits."""
    some = False

    def seen(document: Document) -> Sequence[Edit]:
        nonlocal some
        edits = edits_of(document)
        some = some or bool(edits)
        return edits

    yield from rewritten(file, seen, options, form)
    if not some:
        raise Unchanged
    with file.stream() as old:
        pieces = rewritten(file, lambda _: (), options, form)
        if not all(old.read(len(piece)) == piece for piece in pieces) or old.read(1):
            raise InputError(f"{file.name}: not all of it can be written as it is; make it UTF-8")


def change(
    file: File, edits_of: Edits, options: Options, form: str | None, backup: str | None
) -> None:
    """Write a file over itself, in one step, after the edits that `edits_of` returns for each of
    its documents; what it was is kept under its name and `backup`, if there is any.

    Nothing is written without edits, nor when InputError is raised: as for `changed`, and when a
    file cannot be read or written.
    """

    def pieces() -> Iterator[bytes]:
        yield from changed(file, edits_of, options, form)
        if backup is not None:
            with file.stream() as old:
                some = iter(partial(old.read, _CHUNK), b"")
                write_atomically(Path(file.name + backup), some, like=Path(file.name))

    with suppress(Unchanged):
        write_atomically(Path(file.name), pieces())
