"""From a file to its documents, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from mtcheck.errors import InputError, did_you_mean
from mtcheck.formats.file import File, Options
from mtcheck.formats.table import FORMATS, by_suffix
from mtcheck.text.document import Document

_HEAD = 4096  # bytes that a format is recognised by


@cache
def reader(name: str) -> ModuleType:
    """Return the module of a format; KeyError when there is no such format."""
    return import_module(FORMATS[name].module)


def format_of(file: File, given: str | None = None) -> str:
    """Return the format of a file: the one that is given, its suffix's, or what it looks like.

    Raises InputError when the given one does not exist, or the file cannot be read.
    """
    if given is not None:
        if given not in FORMATS:
            raise InputError(f"there is no format {given!r}{did_you_mean(given, list(FORMATS))}")
        return given
    known = by_suffix(file.name)
    if known is not None:
        return known
    head = file.data[:_HEAD]
    for name in FORMATS:
        looks_like = getattr(reader(name), "looks_like", None)
        if looks_like is not None and looks_like(head):
            return name
    return "text"


def pieces(
    file: File, options: Options | None = None, form: str | None = None
) -> Iterator[Document | bytes]:
    """Yield the documents of a file in order, and between them the bytes that belong to none.

    `form` is the name of a format, else it is found out. Raises InputError when the file cannot be
    read.
    """
    name = format_of(file, form)
    is_folder = FORMATS[name].is_folder
    for piece in reader(name).read(file, options or Options()):
        known = is_folder or not isinstance(piece, Document)
        yield piece if known else piece._replace(format=name)


def documents(
    file: File, options: Options | None = None, form: str | None = None
) -> Iterator[Document]:
    """Yield the documents of a file in order; errors are those of `pieces`."""
    return (piece for piece in pieces(file, options, form) if isinstance(piece, Document))
