"""Paths to documents, one at a time; what cannot be read is said, and the others still done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from mtcheck.errors import InputError
from mtcheck.formats.files import find_files, read_file
from mtcheck.formats.plain import read_bytes
from mtcheck.output.progress import Progress

if TYPE_CHECKING:
    from mtcheck.text.document import Document


class Reading:
    """The documents of a command's paths; `failed` counts those that could not be read."""

    def __init__(self, paths: Sequence[str], encoding: str | None) -> None:
        self.paths = paths
        self.encoding = encoding
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        files = list(find_files(self.paths))
        with Progress(len(files)) as progress:
            for name in files:
                try:
                    if isinstance(name, InputError):
                        raise name
                    document = read_bytes(read_file(name), name, self.encoding)
                except InputError as error:
                    self.failed += 1
                    progress.clear()
                    click.echo(f"mtcheck: {error}", err=True)
                    continue
                for note in document.notes:
                    progress.clear()
                    click.echo(f"mtcheck: {name}: {note}", err=True)
                yield document
                progress.step(name)
