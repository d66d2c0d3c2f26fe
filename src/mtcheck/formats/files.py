"""Paths on the command line, and the files they stand for."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from mtcheck.errors import InputError
from mtcheck.formats.table import by_suffix

Found = tuple[str, InputError | None]
"""The name of a file, and why it cannot be read where that is known already."""


def find_files(paths: Iterable[str]) -> Iterator[Found]:
    """Yield each file that `paths` stand for once, `-` as it is; in order of names, folder by
    folder, in whatever order the paths are given.

    Files and folders that are hidden are left out unless they are named themselves; links to
    folders are not followed. What cannot be read is yielded with the error, so that the others are
    still done.
    """
    seen: set[str] = set()
    found = (each for given in dict.fromkeys(paths) for each in _stands_for(given))
    for name, error in sorted(found, key=_order):
        place = name if name == "-" else os.path.abspath(name)
        if place not in seen:
            seen.add(place)
            yield name, error


def _order(found: Found) -> tuple[bool, list[str], int]:
    """Return what files are sorted by: a folder's beside each other, the shortest name of one file
    first."""
    name = os.fspath(found[0])
    return os.path.isabs(name), os.path.normpath(name).split(os.sep), len(name)


def read_file(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; InputError when that fails."""
    if name == "-" and sys.stdin is None:
        raise InputError("-: there is no standard input")
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def open_file(name: str) -> BinaryIO:
    """Return a file opened for reading bytes; InputError when that fails."""
    try:
        return open(name, "rb")
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _stands_for(given: str) -> Iterator[Found]:
    if given == "-":
        yield given, None
        return
    try:
        is_folder = stat.S_ISDIR(os.stat(given).st_mode)
    except (OSError, ValueError) as error:
        yield given, _unreadable(given, error)
        return
    if not is_folder:
        yield given, None
        return
    empty = True
    for found in _texts_in(given):
        empty = False
        yield found
    if empty:
        yield (
            given,
            InputError(
                f"{given}: no file in this folder is in a format that is known by its suffix; name "
                "a file, and its format with --input-format"
            ),
        )


def _texts_in(folder: str) -> Iterator[Found]:
    # A stack instead of recursion: folders may lie deeper than Python calls.
    waiting = [(folder, True)]
    while waiting:
        name, is_folder = waiting.pop()
        if is_folder:
            try:
                waiting += _entries(name)
            except OSError as error:
                yield name, _unreadable(name, error)
        elif os.path.lexists(name) and not os.path.exists(name):
            yield name, InputError(f"{name}: this link leads nowhere")
        else:
            yield name, None


def _entries(folder: str) -> list[tuple[str, bool]]:
    """Return (path, is it a folder) of what there is to read in a folder, the last name first."""
    with os.scandir(folder) as entries:
        here = sorted(entries, key=lambda entry: entry.name, reverse=True)
    return [
        (os.path.normpath(entry.path), is_folder)
        for entry in here
        if not is_hidden(entry.name)
        and ((is_folder := entry.is_dir(follow_symlinks=False)) or _is_text(entry))
    ]


def is_hidden(name: str) -> bool:
    """Whether a file or folder of that name is left out where it is not named itself: what begins
    with a dot, and what Word puts beside a document that is open (`~$report.docx`)."""
    return name.startswith((".", "~$"))


def _is_text(entry: os.DirEntry[str]) -> bool:
    # A link that leads nowhere is not passed over in silence; a pipe or a device is.
    return by_suffix(entry.name) is not None and (
        os.path.isfile(entry.path) or (entry.is_symlink() and not os.path.exists(entry.path))
    )


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError(f"{name or repr(name)}: there is no such file or folder")
    why = error.strerror if isinstance(error, OSError) else None
    return InputError(f"{name}: cannot be read: {why or error}")
