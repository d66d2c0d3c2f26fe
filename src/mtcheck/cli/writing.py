"""Where a command writes a text: a file that is named, else standard output."""

from __future__ import annotations

import sys
from pathlib import Path

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
