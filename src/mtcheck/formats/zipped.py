"""Zip archives: members read within limits, and some of them replaced with all else kept.

A changed archive is the old one's bytes with the changed members, their sizes and checksums, and
the places behind them put in: whatever else a program wrote, it finds again.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.file import Options
from mtcheck.formats.limits import limit
from mtcheck.formats.zipdirectory import SIGNATURE, Member, ZipError, directory
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

__all__ = ["SIGNATURE", "Archive", "members_replaced", "xml_of"]

_DESCRIPTOR = b"PK\7\x08"
_ENCRYPTED, _DESCRIBED = 1, 8  # flags
_STORED, _DEFLATED = 0, 8
_SMALL = 1_000_000  # bytes that no ratio makes dangerous
_ANY = 2**62  # no limit: what is written was read before


class Archive:
    """A zip archive in memory; `name` is what messages call it.

    Names are compared without case, `\\` being `/`, as programs do; exactly, and within the limit
    `archive`, where it is read `as_folder`. Raises InputError when this is no archive, or a damaged
    one.
    """

    def __init__(
        self, data: bytes, name: str, options: Options, *, as_folder: bool = False
    ) -> None:
        self.data = data
        self.name = name
        self._limit = "archive" if as_folder else "unpacked"
        self._left = self._most = limit(options, self._limit)
        self._ratio = limit(options, "ratio")
        self._key = str if as_folder else _key
        try:
            self._directory = directory(data)
        except ZipError as error:
            raise self._error(str(error)) from None
        self.members = self._directory.members
        self._by_name: dict[str, Member] = {}
        self._twice: set[str] = set()
        for member in self.members:
            if self._key(member.name) in self._by_name:
                self._twice.add(self._key(member.name))
            self._by_name[self._key(member.name)] = member

    @property
    def names(self) -> list[str]:
        """The names of all members, in order."""
        return [member.name for member in self.members]

    def __contains__(self, name: str) -> bool:
        return self._key(name) in self._by_name

    def read(self, name: str) -> bytes:
        """Return what a member holds; InputError when there is no such member, when there are two,
        when it is encrypted or damaged, and when it is larger than the limits allow."""
        member = self._member(name)
        if member.flags & _ENCRYPTED:
            raise self._error("it is encrypted; save it without a password")
        if member.method not in (_STORED, _DEFLATED):
            raise self._error(f"{member.name} is packed in a way that is not read")
        if member.size > self._left:
            raise self._error(
                f"it unpacks to more than {self._most:,} bytes; see --limit {self._limit}"
            )
        if member.size > max(_SMALL, self._ratio * member.packed):
            raise self._error(
                f"{member.name} unpacks to more than {self._ratio} times its size; "
                "see --limit ratio"
            )
        content = self._unpacked(member, self.packed(name))
        if len(content) != member.size or zlib.crc32(content) != member.checksum:
            raise self._error(f"{member.name} is damaged")
        self._left -= len(content)
        return content

    def packed(self, name: str) -> bytes:
        """Return the bytes of a member as they stand in the file; InputError as for `read`."""
        member = self._member(name)
        start = self._start(member)
        return self.data[start : start + member.packed]

    def replaced(self, contents: Mapping[str, bytes]) -> bytes:
        """Return the archive with some members holding something else, and nothing else changed.

        A member stays packed as it was. InputError as for `read`.
        """
        if contents and self._directory.is_wide:
            raise self._error(
                "it is a ZIP64 archive, which is read but not written; save it again with the "
                "program it is from"
            )
        changes: list[tuple[int, int, bytes]] = []
        for name, content in contents.items():
            changes += self._changes(self._member(name), content)
        grown = sorted((end, len(new) - (end - start)) for start, end, new in changes)
        ends = [end for end, _ in grown]
        moved = [0, *accumulate(more for _, more in grown)]
        for member in self.members:
            by = moved[bisect_right(ends, member.header)]
            at = member.entry + 42
            [offset] = struct.unpack_from("<I", self.data, at)
            changes.append((at, at + 4, struct.pack("<I", offset + by)))
        at = self._directory.end + 16
        by = moved[bisect_right(ends, self._directory.start)]
        [offset] = struct.unpack_from("<I", self.data, at)
        changes.append((at, at + 4, struct.pack("<I", offset + by)))
        pieces: list[bytes] = []
        at = 0
        for start, end, new in sorted(changes):
            pieces += (self.data[at:start], new)
            at = end
        return b"".join(pieces) + self.data[at:]

    def _member(self, name: str) -> Member:
        key = self._key(name)
        if key not in self._by_name:
            raise self._error(f"{name} is missing")
        if key in self._twice:
            raise self._error(f"it has two members called {name}")
        return self._by_name[key]

    def _start(self, member: Member) -> int:
        """Return where the packed bytes of a member begin."""
        data, at = self.data, member.header
        known = data[at : at + 4] == SIGNATURE and at + 30 <= len(data)
        name, extra = struct.unpack_from("<HH", data, at + 26) if known else (0, 0)
        start: int = at + 30 + name + extra
        if (
            not known
            or data[at + 30 : at + 30 + name] != member.raw_name
            or start + member.packed > self._directory.start
        ):
            raise self._error(f"{member.name} is damaged")
        return start

    def _unpacked(self, member: Member, packed: bytes) -> bytes:
        if member.method == _STORED:
            return packed
        unpacker = zlib.decompressobj(-15)
        try:
            return unpacker.decompress(packed, member.size + 1)  # never more than was allowed
        except zlib.error:
            raise self._error(f"{member.name} is damaged") from None

    def _changes(self, member: Member, content: bytes) -> list[tuple[int, int, bytes]]:
        """Return the stretches of the file that change when a member holds `content`."""
        start = self._start(member)
        end = start + member.packed
        packed = content
        if member.method == _DEFLATED:
            packer = zlib.compressobj(wbits=-15)
            packed = packer.compress(content) + packer.flush()
        old = (member.checksum, member.packed, member.size)
        new = (zlib.crc32(content), len(packed), len(content))
        sizes = struct.pack("<III", *new)
        changes = [(start, end, packed), (member.entry + 16, member.entry + 28, sizes)]
        at = member.header + 14
        here = struct.unpack_from("<III", self.data, at)
        if here == old:
            changes.append((at, at + 12, sizes))
        elif not (member.flags & _DESCRIBED and here[1:] == (0, 0)):
            raise self._error(f"{member.name} is packed in a way that is not written")
        if member.flags & _DESCRIBED:
            described = struct.pack("<III", *old)
            after = end + 4 * (self.data[end : end + 4] == _DESCRIPTOR)
            if self.data[after : after + 12] != described:
                raise self._error(f"{member.name} is packed in a way that is not written")
            changes.append((after, after + 12, sizes))
        return changes

    def _error(self, what: str) -> InputError:
        return InputError(f"{self.name}: {what}")


def xml_of(archive: Archive, name: str) -> str:
    """Return the XML of a member; InputError when it cannot be read."""
    try:
        return xml.decoded(archive.read(name))[0]
    except xml.XmlError as error:
        raise InputError(f"{archive.name}: {name}: {error}") from None


def members_replaced(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of an archive after edits of a document's raw text, which is the XML of
    some of its members; only those with edits are packed anew.

    Raises InputError when a member cannot be written without changing more.
    """
    if not edits:
        return data
    archive = Archive(data, document.name, Options(limits={"unpacked": _ANY, "ratio": _ANY}))
    contents = {}
    ends = [part.start for part in document.parts[1:]] + [len(document.raw)]
    for (name, start), end in zip(document.parts, ends, strict=True):
        inside = [
            Edit(Span(e.span.start - start, e.span.end - start), e.text)
            for e in edits
            if start <= e.span.start < end
        ]
        if not inside:
            continue
        content = archive.read(name)
        raw, encoding = xml.decoded(content)
        if xml.encoded(raw, encoding) != content:
            raise InputError(
                f"{document.name}: writing {name} as {encoding} would change more than was "
                "decided; save it again with the program it is from"
            )
        contents[name] = xml.encoded(apply_edits(raw, inside)[0], encoding)
    return archive.replaced(contents)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
