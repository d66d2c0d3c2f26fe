"""Tar archives (.tar, .tgz, .tar.gz, .tar.bz2, .tar.xz) as folders; they are not written."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from lzma import LZMAError
from tempfile import SpooledTemporaryFile
from typing import IO

from mtcheck.errors import InputError
from mtcheck.formats.archived import Entry, Members
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.rewrite import EditsOf, unless_edited
from mtcheck.text.document import Document

__all__ = ["looks_like", "read", "rewritten"]

_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bz2", b"\xfd7zXZ\0": "lzma"}
"""How a packed archive begins, and the module that unpacks it."""
_MAGIC, _BLOCK = b"ustar", 512
_SMALL = 10_000_000  # bytes that no ratio makes dangerous: there is much padding in a tar archive
_IN_MEMORY = 50_000_000  # bytes of an unpacked archive; more lie on the disk meanwhile
_AT_ONCE = 1_000_000
_BROKEN = (
    tarfile.TarError,
    OSError,
    EOFError,
    ValueError,
    ArithmeticError,
    MemoryError,
    zlib.error,
    LZMAError,
)


def looks_like(head: bytes) -> bool:
    """Whether a file begins as tar archives do, or as packed ones."""
    return head[257:262] == _MAGIC or head.startswith(tuple(_PACKED))


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the documents of the texts in an archive, in the order of their names.

    Raises InputError when it is damaged or unpacks to more than the limits `archive` and `ratio`
    allow, and at the end for whatever in it could not be read.
    """
    with file.stream() as packed, SpooledTemporaryFile(max_size=_IN_MEMORY) as target:
        stream = _unpacked(file, options, packed, target)
        entries, damage = _entries(file, stream, limit(options, "archive"))
        members = Members(file, entries)
        yield from members.documents(options)
        members.end(damage)


def rewritten(file: File, edits_of: EditsOf, options: Options) -> Iterator[bytes]:
    """Yield the bytes of an archive; InputError as for `read`, and when there are edits."""
    why = "a tar archive is not written; unpack it, and name the folder"
    return unless_edited(file, read(file, options), edits_of, why)


def _unpacked(file: File, options: Options, stream: IO[bytes], target: IO[bytes]) -> IO[bytes]:
    """Return the archive in a stream without compression, in `target` if it has to be unpacked."""
    head = stream.read(6)
    stream.seek(0)
    name = next((name for magic, name in _PACKED.items() if head.startswith(magic)), None)
    if name is None:
        return stream
    most, ratio = limit(options, "archive"), limit(options, "ratio")
    size = 0
    with import_module(name).open(stream) as packed:
        while some := _some(file, packed):
            size += len(some)
            if size > most:
                raise InputError(
                    f"{file.name}: it unpacks to more than {most:,} bytes; see --limit archive"
                )
            if size > max(_SMALL, ratio * stream.tell()):
                raise InputError(
                    f"{file.name}: it unpacks to more than {ratio} times its size; "
                    "see --limit ratio"
                )
            target.write(some)
    target.seek(0)
    return target


def _some(file: File, packed: IO[bytes]) -> bytes:
    try:
        return packed.read(_AT_ONCE)
    except _BROKEN as error:
        raise InputError(f"{file.name}: it is damaged or cut off: {error}") from None


def _entries(file: File, stream: IO[bytes], most: int) -> tuple[list[Entry], str | None]:
    """Return the files of an archive, and what is wrong with it, None when nothing is."""
    left = most

    def entry(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Entry:
        def content() -> bytes:
            nonlocal left
            left -= member.size
            if left < 0:
                raise InputError(f"it unpacks to more than {most:,} bytes; see --limit archive")
            return _content(archive, member)

        return Entry(member.name, content, member.issym() or member.islnk())

    found: list[Entry] = []
    try:
        archive = tarfile.TarFile(fileobj=stream)
    except _BROKEN as error:
        raise InputError(f"{file.name}: it is no tar archive, or damaged: {error}") from None
    try:
        for member in archive:
            if member.isreg() or member.issym() or member.islnk():
                found.append(entry(archive, member))
        stream.seek(archive.offset)
        rest = stream.read(_BLOCK)
    except _BROKEN as error:
        return found, f"it is damaged or cut off: {error}"
    # Where no member begins, the module takes it for the end, whatever stands there.
    is_end = not rest.strip(b"\0") and len(rest) in (0, _BLOCK)
    return found, None if is_end else f"from byte {archive.offset:,} on, it is damaged"


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    if member.issparse():
        raise InputError("it is packed in a way that is not read")
    try:
        stream = archive.extractfile(member)
        return b"" if stream is None else stream.read()
    except _BROKEN as error:
        raise InputError(f"it is damaged or cut off: {error}") from None
