"""Where and how a command writes a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.write import write_atomically


def write_out(data: bytes, output: str | None) -> None:
    """Write bytes to the file `output`, or to standard output for None and "-".

    Raises InputError when there is no place to write to.
    """
    if output is not None and output != "-":
        write_atomically(Path(output), data)
    elif sys.stdout is None:
        raise InputError("there is no standard output to write to; name a file with --output")
    else:
        sys.stdout.buffer.write(data)


class Output(NamedTuple):
    """What becomes of a normalization: it is shown, written over the files, or to one place."""

    check: bool
    diff: bool
    explain: bool
    form: str
    in_place: bool
    backup: bool
    suffix: str
    output: str | None

    @property
    def only_shows(self) -> bool:
        """Whether no text is written."""
        shows = self.check or self.diff or self.explain or self.form == "json"
        return shows and not (self.in_place or self.output)

    def check_options(self) -> None:
        """Raise InputError for options that contradict each other."""
        if self.in_place and (self.output is not None or self.check):
            other = "--check" if self.check else "--output"
            raise InputError(f"--in-place and {other} exclude each other")
        if self.backup and not self.in_place:
            raise InputError("--backup needs --in-place")
        check_suffix(self.suffix)


def check_suffix(suffix: str) -> None:
    """Raise InputError for what cannot stand behind the name of a file."""
    if not suffix or "/" in suffix:
        raise InputError(f"--backup-suffix {suffix!r} does not end a file name")
