"""What archives of files have in common: a zip or a tar is read as the folder that it holds.

Nothing is unpacked onto the disk. What a folder would have made trouble with (names that lead out
of it, links, one name twice) is not read, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from mtcheck.errors import InputError, without_name
from mtcheck.formats.file import File, Options
from mtcheck.formats.files import is_hidden
from mtcheck.formats.reading import documents
from mtcheck.formats.table import FORMATS, SUFFIXES, by_suffix
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy

_DRIVE = lazy(r"[A-Za-z]:[\\/]")
_NAMED = 5  # files of a message


class Entry(NamedTuple):
    """A file in an archive: its name there, `/` between folders; what it holds, InputError when
    that cannot be had; and whether it is a link."""

    name: str
    content: Callable[[], bytes]
    is_link: bool = False

    @property
    def parts(self) -> list[str]:
        """The names of the folders around the file, and its own."""
        return [part for part in self.name.replace("\\", "/").split("/") if part not in ("", ".")]


class Members:
    """The texts of an archive, in the order of a folder: an iterable of its files and contents.

    What is in the way of reading one of them is to be told with `missed`; `end` raises InputError
    if there was anything, or if there was nothing to read.
    """

    def __init__(self, file: File, entries: Iterable[Entry]) -> None:
        self._file = file
        texts = [entry for entry in entries if _is_text(entry)]
        self._entries = sorted(
            (entry for entry in texts if not entry.is_link), key=lambda entry: entry.parts
        )
        self._links = sorted(entry.name for entry in texts if entry.is_link)
        self._missed: list[str] = []

    def documents(self, options: Options) -> Iterator[Document]:
        """Yield the documents of all files; the first one has a note if there are links."""
        notes: tuple[str, ...] = ()
        if self._links:
            notes = (f"links in {self._file.name} are not followed: {_listed(self._links)}",)
        for _, inside in self:
            try:
                for document in documents(inside, options):
                    yield document._replace(notes=(*notes, *document.notes))
                    notes = ()
            except InputError as error:
                self.missed(inside.name, error)

    def __iter__(self) -> Iterator[tuple[Entry, File]]:
        for parts, same in groupby(self._entries, key=lambda entry: entry.parts):
            entries = list(same)
            shown = "/".join(parts)
            name = f"{self._file.name}/{shown}"
            why = _why_not(entries)
            if why is not None:
                self._missed.append(f"{entries[0].name} ({why})")
                continue
            try:
                found = File(name, entries[0].content())
            except InputError as error:
                self.missed(name, error)
                continue
            yield entries[0], found

    def missed(self, name: str, error: InputError) -> None:
        """Remember why a file cannot be read."""
        why = without_name(error, name).removeprefix(f"{self._file.name}: ")
        inside = name.removeprefix(f"{self._file.name}/")
        self._missed.append(f"{inside} ({why.removeprefix(f'{inside} ')})")

    def end(self, damage: str | None = None) -> None:
        """Raise InputError for `damage` and all files that could not be read, or for no text."""
        what = [damage] if damage else []
        if self._missed:
            number = len(self._missed)
            files = "1 file in it is" if number == 1 else f"{number:,} files in it are"
            what.append(f"{files} not read: {_listed(self._missed)}")
        elif not self._entries and not damage:
            what.append(f"no text in this archive ({', '.join(sorted(SUFFIXES))})")
        if what:
            raise InputError(f"{self._file.name}: {'; '.join(what)}")


def _listed(names: list[str]) -> str:
    more = f", and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _is_text(entry: Entry) -> bool:
    parts = entry.parts
    known = not entry.name.endswith(("/", "\\")) and by_suffix(entry.name) is not None
    return known and not any(is_hidden(part) for part in parts if part != "..")


def _why_not(entries: list[Entry]) -> str | None:
    """Return why the files of one name are not read, None when they are one and it is."""
    [entry, *others] = entries
    if others:
        return "there are several of this name"
    if ".." in entry.parts or entry.name.startswith(("/", "\\")) or _DRIVE.match(entry.name):
        return "its name leads out of the archive"
    form = by_suffix(entry.name)
    if form is not None and FORMATS[form].is_folder:
        return "it is an archive in an archive; unpack it"
    return None
