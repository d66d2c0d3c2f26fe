"""Paths to documents, one at a time; what cannot be read is said, and the others still done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import InputError
from mtcheck.formats.files import find_files, read_file
from mtcheck.formats.plain import read_bytes
from mtcheck.output.progress import Progress
from mtcheck.output.text import say

if TYPE_CHECKING:
    from mtcheck.text.document import Document


class Reading:
    """The documents of a command's paths; `unread` says of each other file why it is none."""

    def __init__(self, paths: Sequence[str], encoding: str | None) -> None:
        self.paths = paths
        self.encoding = encoding
        self.unread: dict[str, str] = {}

    def __iter__(self) -> Iterator[Document]:
        files = list(find_files(self.paths))
        progress = Progress(len(files))
        try:
            for name, error in files:
                document = self._document(name, error, progress)
                if document is not None:
                    yield document
                progress.step(name)
        finally:
            progress.clear()

    def _document(self, name: str, error: InputError | None, progress: Progress) -> Document | None:
        try:
            if error is not None:
                raise error
            document = read_bytes(read_file(name), name, self.encoding)
        except InputError as caught:
            self.unread[name] = str(caught).removeprefix(f"{name}: ")
            progress.clear()
            say(caught)
            return None
        for note in document.notes:
            progress.clear()
            say(f"{name}: {note}")
        return document
