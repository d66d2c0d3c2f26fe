"""Files normalized one by one, shown or written as the command line says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mtcheck.cli.inputs import Read
from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
from mtcheck.cli.writing import Output, write_out
from mtcheck.errors import InputError, without_name
from mtcheck.formats.file import File
from mtcheck.formats.files import Found
from mtcheck.formats.inplace import Unchanged, change, changed
from mtcheck.formats.reading import documents
from mtcheck.formats.rewrite import encoding_after, raw_edits
from mtcheck.normalize import Normalizer
from mtcheck.output import normalization as show
from mtcheck.output.diff import diff
from mtcheck.output.text import say
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit


class Rewriting:
    """One run of the command; `read` says of a file how it is read. InputError for options that
    contradict each other."""

    def __init__(self, normalizer: Normalizer, output: Output, read: Callable[[str], Read]) -> None:
        self._normalizer = normalizer
        self._output = output
        self._read = read
        self._changed = 0  # documents
        self._json = show.Json() if output.form == "json" else None
        output.check_options()

    def run(self, files: Sequence[Found]) -> int:
        """Do the work and return the exit status; what cannot be read is said."""
        if len(files) > 1 and not (self._output.in_place or self._output.only_shows):
            raise InputError(f"{len(files)} files: name one, or add --in-place, --check or --diff")
        unread: dict[str, str] = {}
        for name, error in files:
            try:
                if error is not None:
                    raise error
                self._file(File(name))
            except InputError as caught:
                unread[name] = without_name(caught, name)
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
            for document in documents(file, *self._read(file.name)):
                self._shown(document)
            return
        if self._output.in_place:
            suffix = self._output.suffix if self._output.backup else None
            change(file, self._shown, *self._read(file.name), suffix)
            return
        try:
            data = b"".join(changed(file, self._shown, *self._read(file.name)))
        except Unchanged:
            data = file.data
        write_out(data, self._output.output)

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
            diff(document, edits if document.parts else raw_edits(document, edits))
        return edits
