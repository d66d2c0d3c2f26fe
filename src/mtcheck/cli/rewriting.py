"""Files normalized one by one, shown or written as the command line says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from mtcheck.cli.inputs import Read
from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
from mtcheck.cli.writing import write_out
from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.files import find_files
from mtcheck.formats.reading import documents
from mtcheck.formats.rewrite import encoding_after, raw_edits, rewritten
from mtcheck.formats.write import write_atomically
from mtcheck.normalize import Normalizer
from mtcheck.output import normalization as show
from mtcheck.output.text import say
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit

_CHUNK = 1 << 20  # bytes


class _Unchanged(Exception):
    """There is nothing to write."""


class Output(NamedTuple):
    """What becomes of a normalization: it is shown, written over the files, or to one place."""

    check: bool
    diff: bool
    explain: bool
    form: str
    in_place: bool
    backup: str | None
    output: str | None

    @property
    def only_shows(self) -> bool:
        """Whether no text is written."""
        shows = self.check or self.diff or self.explain or self.form == "json"
        return shows and not (self.in_place or self.output)


class Rewriting:
    """One run of the command. InputError for options that contradict each other."""

    def __init__(self, normalizer: Normalizer, output: Output, read: Read) -> None:
        self._normalizer = normalizer
        self._output = output
        self._read = read
        self._changed = 0  # documents
        self._json = show.Json() if output.form == "json" else None
        if output.in_place and (output.output is not None or output.check):
            other = "--check" if output.check else "--output"
            raise InputError(f"--in-place and {other} exclude each other")
        if output.backup and not output.in_place:
            raise InputError("--backup needs --in-place")

    def run(self, paths: Sequence[str]) -> int:
        """Do the work and return the exit status; what cannot be read is said."""
        files = list(find_files(paths))
        if len(files) > 1 and not (self._output.in_place or self._output.only_shows):
            raise InputError(f"{len(files)} files: name one, or add --in-place, --check or --diff")
        unread: dict[str, str] = {}
        for name, error in files:
            try:
                if error is not None:
                    raise error
                self._file(File(name))
            except InputError as caught:
                unread[name] = str(caught).removeprefix(f"{name}: ")
                say(caught)
        if self._json:
            self._json.end(unread)
        if unread:
            return USER_ERROR
        return FOUND if self._changed and self._output.check else CLEAN

    def _file(self, file: File) -> None:
        if self._output.in_place and file.name == "-":
            raise InputError("-: standard input cannot be changed in place")
        if self._output.only_shows:
            for document in documents(file, *self._read):
                self._shown(document)
            return
        pieces = self._pieces(file)
        if self._output.in_place:
            with suppress(_Unchanged):
                write_atomically(Path(file.name), pieces)
            return
        made: list[bytes] = []
        try:
            made += pieces
        except _Unchanged:
            made = [file.data]
        write_out(b"".join(made), self._output.output)

    def _pieces(self, file: File) -> Iterator[bytes]:
        """Yield the bytes of a file as they are to be, never all of them at once; raise _Unchanged
        behind the last one when nothing changes, InputError when more would than was said."""
        before = self._changed
        yield from rewritten(file, self._shown, *self._read)
        if self._changed == before:
            raise _Unchanged
        if not _can_be_kept(file, self._read):
            raise InputError(f"{file.name}: not all of it can be written as it is; make it UTF-8")
        if self._output.backup is not None:
            with file.stream() as old:
                write_atomically(Path(file.name + self._output.backup), _chunks(old))

    def _shown(self, document: Document) -> list[Edit]:
        """Show what changes in a document as it was asked for, and return it."""
        for note in document.notes:
            say(f"{document.title}: {note}")
        changes = self._normalizer.changes(document)
        edits = [Edit(change.span, change.text) for change in changes]
        self._changed += bool(edits)
        used = encoding_after(document, edits)
        if used != document.encoding:
            say(f"{document.title}: an edit does not fit {document.encoding}; written as {used}")
        out = self._output
        if self._json:
            self._json.edits(document, changes, self._normalizer.rules)
        elif changes and out.explain:
            show.explain(document, changes, self._normalizer.rules)
        elif changes and out.check and not out.diff:
            show.count(document, changes)
        if changes and out.diff and not self._json:
            show.diff(document, edits if document.parts else raw_edits(document, edits))
        return edits


def _can_be_kept(file: File, read: Read) -> bool:
    """Whether writing a file without edits gives its bytes."""
    with file.stream() as old:
        same = all(old.read(len(piece)) == piece for piece in rewritten(file, lambda _: (), *read))
        return same and not old.read(1)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(partial(stream.read, _CHUNK), b"")
