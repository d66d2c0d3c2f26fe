"""Paths on the command line, and the files they stand for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from mtcheck.errors import InputError

SUFFIXES = frozenset({".txt", ".text"})
"""Files of a folder that are texts; a file that is named itself is read whatever its name."""


def find_files(paths: Iterable[str]) -> Iterator[str | InputError]:
    """Yield each file that `paths` stand for, folders walked in name order, `-` as it is.

    What cannot be found is yielded as the error it is, so that the others are still done.
    """
    for given in paths:
        path = Path(given)
        if given == "-" or path.is_file():
            yield given
        elif path.is_dir():
            found = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()
            )
            yield from map(str, found)
            if not found:
                kinds = ", ".join(sorted(SUFFIXES))
                yield InputError(f"{given}: no text in this folder ({kinds})")
        elif path.exists():
            yield given
        else:
            yield InputError(f"{given}: there is no such file or folder")


def read_file(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; InputError when that fails."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
