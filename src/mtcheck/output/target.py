"""Where an output goes: standard output, or a file that is written in one step."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TextIO

import click

from mtcheck.formats.write import write_atomically

_AT_ONCE = 5_000


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that understands escape sequences."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def colours_wanted(stream: TextIO | None = None) -> bool:
    """Whether a stream, standard output when None, is such a terminal and NO_COLOR
    (https://no-color.org) is not set."""
    return is_terminal(stream or sys.stdout) and not os.environ.get("NO_COLOR")


class Target:
    """Standard output when `path` is None, or with `aside` standard error; else a file, which stays
    as it was until `close`."""

    def __init__(self, path: str | None = None, *, aside: bool = False) -> None:
        self.path = path
        self.aside = aside
        self.colour = path is None and colours_wanted(sys.stderr if aside else sys.stdout)
        self._kept = io.BytesIO()

    def write(self, text: str | bytes) -> None:
        """Write a text as it is; a file is UTF-8."""
        if self.path is None:
            click.echo(text, nl=False, err=self.aside)
        else:
            as_bytes = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
            self._kept.write(as_bytes)

    def put(self, pieces: Iterable[bytes]) -> None:
        """Write pieces one after the other, some thousand at a time: they may be all of a book."""
        rest = iter(pieces)
        while some := b"".join(islice(rest, _AT_ONCE)):
            self.write(some)

    def close(self) -> None:
        """Put the file in its place; InputError when it cannot be written."""
        if self.path is not None:
            write_atomically(Path(self.path), self._kept.getvalue())
