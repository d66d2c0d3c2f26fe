"""Zip archives: members read within limits, and some of them replaced with all else kept.

The layout is that of PKWARE's APPNOTE: members one behind the other, then the central directory,
then its end. A changed archive is the old one's bytes with the changed members, their sizes and
checksums, and the places behind them put in: whatever else a program wrote, it finds again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.file import Options
from mtcheck.formats.limits import limit
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

SIGNATURE = b"PK\3\4"
_END, _ENTRY = b"PK\5\6", b"PK\1\2"
_DESCRIPTOR = b"PK\7\x08"
_LONGEST_COMMENT = 0xFFFF
_WIDE, _WIDE_COUNT = 0xFFFFFFFF, 0xFFFF  # what ZIP64 puts where a number does not fit
_ENCRYPTED, _DESCRIBED, _UTF_8 = 1, 8, 0x800  # flags
_STORED, _DEFLATED = 0, 8
_SMALL = 1_000_000  # bytes that no ratio makes dangerous
_ANY = 2**62  # no limit: what is written was read before


class Member(NamedTuple):
    """A member of an archive: its name, and what its entry in the central directory says.

    `header` and `entry` are where its two headers begin in the file; sizes are bytes.
    """

    name: str
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    header: int
    entry: int


class Archive:
    """A zip archive in memory; `name` is what messages call it.

    Names are compared without case, `\\` being `/`, as programs do. Raises InputError when this is
    no archive, or a damaged one.
    """

    def __init__(self, data: bytes, name: str, options: Options) -> None:
        self.data = data
        self.name = name
        self._left = limit(options, "unpacked")
        self._most = limit(options, "unpacked")
        self._ratio = limit(options, "ratio")
        self._end, self._directory, self._members = self._entries()
        self._by_name: dict[str, Member] = {}
        self._twice: set[str] = set()
        for member in self._members:
            if _key(member.name) in self._by_name:
                self._twice.add(_key(member.name))
            self._by_name[_key(member.name)] = member

    @property
    def names(self) -> list[str]:
        """The names of all members, in order."""
        return [member.name for member in self._members]

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._by_name

    def read(self, name: str) -> bytes:
        """Return what a member holds; InputError when there is no such member, when there are two,
        when it is encrypted or damaged, and when it is larger than the limits allow."""
        member = self._member(name)
        if member.flags & _ENCRYPTED:
            raise self._error("it is encrypted; save it without a password")
        if member.method not in (_STORED, _DEFLATED):
            raise self._error(f"{member.name} is packed in a way that is not read")
        if member.size > self._left:
            raise self._error(f"it unpacks to more than {self._most:,} bytes; see --limit unpacked")
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
        changes: list[tuple[int, int, bytes]] = []
        for name, content in contents.items():
            changes += self._changes(self._member(name), content)
        grown = [(end, len(new) - (end - start)) for start, end, new in changes]
        for member in self._members:
            by = sum(more for end, more in grown if end <= member.header)
            at = member.entry + 42
            [offset] = struct.unpack_from("<I", self.data, at)
            changes.append((at, at + 4, struct.pack("<I", offset + by)))
        by = sum(more for end, more in grown if end <= self._directory)
        [offset] = struct.unpack_from("<I", self.data, self._end + 16)
        changes.append((self._end + 16, self._end + 20, struct.pack("<I", offset + by)))
        pieces: list[bytes] = []
        at = 0
        for start, end, new in sorted(changes):
            pieces += (self.data[at:start], new)
            at = end
        return b"".join(pieces) + self.data[at:]

    def _entries(self) -> tuple[int, int, list[Member]]:
        """Return where the end record and the directory begin, and the members."""
        data = self.data
        end = data.rfind(_END, max(0, len(data) - _LONGEST_COMMENT - 22))
        if end < 0 or end + 22 > len(data):
            raise self._error("it is no zip archive, or cut off")
        _, count, size, offset = struct.unpack_from("<HHII", data, end + 8)
        if count == _WIDE_COUNT or _WIDE in (size, offset):
            raise self._error("it is a ZIP64 archive; save it again with the program it is from")
        before = end - size - offset  # bytes that were put in front of the archive
        if before < 0:
            raise self._error("its directory is damaged")
        members = []
        at = end - size
        for _ in range(count):
            if at + 46 > end or data[at : at + 4] != _ENTRY:
                raise self._error("its directory is damaged")
            member, at = _entry(data, at, before)
            members.append(member)
        return end, end - size, members

    def _member(self, name: str) -> Member:
        key = _key(name)
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
            or start + member.packed > self._directory
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


def _entry(data: bytes, at: int, before: int) -> tuple[Member, int]:
    """Return the member of a directory entry, and where the next entry begins."""
    flags, method = struct.unpack_from("<HH", data, at + 8)
    checksum, packed, size, name, extra, comment = struct.unpack_from("<IIIHHH", data, at + 16)
    [header] = struct.unpack_from("<I", data, at + 42)
    raw_name = data[at + 46 : at + 46 + name]
    shown = raw_name.decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
    member = Member(shown, raw_name, flags, method, checksum, packed, size, header + before, at)
    return member, at + 46 + name + extra + comment
