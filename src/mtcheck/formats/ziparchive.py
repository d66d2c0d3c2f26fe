"""Zip archives (.zip) as folders: each text in them is read as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.errors import InputError
from mtcheck.formats.archived import Entry, Members
from mtcheck.formats.file import File, Options
from mtcheck.formats.rewrite import EditsOf
from mtcheck.formats.rewrite import rewritten as rewritten_inside
from mtcheck.formats.zipped import SIGNATURE, Archive
from mtcheck.text.document import Document

__all__ = ["looks_like", "read", "rewritten"]


def looks_like(head: bytes) -> bool:
    """Whether a file begins as zip archives do."""
    return head.startswith(SIGNATURE)


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the documents of the texts in an archive, in the order of their names.

    Raises InputError when it is damaged, and at the end for whatever in it could not be read.
    """
    _, members = _opened(file, options)
    yield from members.documents(options)
    members.end()


def rewritten(file: File, edits_of: EditsOf, options: Options) -> Iterator[bytes]:
    """Yield the bytes of an archive after edits of its documents.

    Only the files with edits are packed anew; everything else stays as it is to the byte. Raises
    InputError as `read` does, and when a file cannot be written.
    """
    archive, members = _opened(file, options)
    contents = {}
    for entry, inside in members:
        try:
            new = b"".join(rewritten_inside(inside, edits_of, options))
        except InputError as error:
            members.missed(inside.name, error)
            continue
        if new != inside.data:
            contents[entry.name] = new
    members.end()
    yield archive.replaced(contents)


def _opened(file: File, options: Options) -> tuple[Archive, Members]:
    archive = Archive(file.data, file.name, options, as_folder=True)

    def entry(name: str, *, is_link: bool) -> Entry:
        return Entry(name, lambda: archive.read(name), is_link)

    return archive, Members(
        file, [entry(member.name, is_link=member.is_link) for member in archive.members]
    )
