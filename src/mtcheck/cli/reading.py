"""Paths to documents, one at a time; what cannot be read is said, and the others still done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.files import find_files
from mtcheck.formats.reading import documents
from mtcheck.output.progress import Progress
from mtcheck.output.text import say

if TYPE_CHECKING:
    from mtcheck.text.document import Document


class Reading:
    """The documents of a command's paths; `unread` says of each other file why it is none.

    `form` is the format of all of them, None for what each one is.
    """

    def __init__(
        self, paths: Sequence[str], options: Options | None = None, form: str | None = None
    ) -> None:
        self.paths = paths
        self.options = options or Options()
        self.form = form
        self.unread: dict[str, str] = {}

    def __iter__(self) -> Iterator[Document]:
        files = list(find_files(self.paths))
        progress = Progress(len(files))
        try:
            for name, error in files:
                yield from self._documents(name, error, progress)
                progress.step(name)
        finally:
            progress.clear()

    def _documents(
        self, name: str, error: InputError | None, progress: Progress
    ) -> Iterator[Document]:
        try:
            if error is not None:
                raise error
            for document in documents(File(name), self.options, self.form):
                for note in document.notes:
                    progress.clear()
                    say(f"{document.title}: {note}")
                yield document
        except InputError as caught:
            self.unread[name] = str(caught).removeprefix(f"{name}: ")
            progress.clear()
            say(caught)
