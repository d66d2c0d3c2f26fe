"""The directory of a zip archive: which members it has, and where they stand.

The layout is that of PKWARE's APPNOTE: members one behind the other, then the central directory,
then its end. ZIP64, for what is too large or too many, has the same once more with wider numbers.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

SIGNATURE = b"PK\3\4"
_END, _ENTRY = b"PK\5\6", b"PK\1\2"
_WIDE_END, _WIDE_PLACE = b"PK\6\6", b"PK\6\7"
_LONGEST_COMMENT = 0xFFFF
_WIDE = 0xFFFFFFFF  # what ZIP64 puts where a number does not fit
_WIDE_FIELD = 1  # the extra field that has the wider numbers
_UTF_8 = 0x800  # a flag
_UNIX, _LINK = 3, 0xA


class ZipError(ValueError):
    """What is wrong with a zip archive."""


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
    is_link: bool


class Directory(NamedTuple):
    """The members of an archive, where their directory begins, and where its end record does.

    `is_wide` is whether it has ZIP64's numbers.
    """

    members: list[Member]
    start: int
    end: int
    is_wide: bool


def directory(data: bytes) -> Directory:
    """Return the directory of an archive; ZipError when it is none, or a damaged one."""
    end = data.rfind(_END, max(0, len(data) - _LONGEST_COMMENT - 22))
    if end < 0 or end + 22 > len(data):
        raise ZipError("it is no zip archive, or cut off")
    _, count, size, offset = struct.unpack_from("<HHII", data, end + 8)
    last = end
    wide = _wide_end(data, end)
    if wide is not None:
        last, count, size, offset = wide
    is_wide = wide is not None
    before = last - size - offset  # bytes that were put in front of the archive
    if before < 0:
        raise ZipError("its directory is damaged")
    members = []
    at = start = last - size
    for _ in range(count):
        if at + 46 > last or data[at : at + 4] != _ENTRY:
            raise ZipError("its directory is damaged")
        member, at, widened = _entry(data, at, before)
        is_wide = is_wide or widened
        members.append(member)
    return Directory(members, start, end, is_wide)


def _wide_end(data: bytes, end: int) -> tuple[int, int, int, int] | None:
    """Return where ZIP64's end record begins, and its count of members, size and place of the
    directory; None without such a record."""
    place = end - 20
    if place < 0 or data[place : place + 4] != _WIDE_PLACE:
        return None
    [at] = struct.unpack_from("<Q", data, place + 8)
    for start in (place - 56, at):  # the first: bytes may have been put in front of the archive
        if 0 <= start <= place - 56 and data[start : start + 4] == _WIDE_END:
            count, size, offset = struct.unpack_from("<QQQ", data, start + 32)
            return start, count, size, offset
    return None


def _entry(data: bytes, at: int, before: int) -> tuple[Member, int, bool]:
    """Return the member of a directory entry, where the next entry begins, and whether it has
    ZIP64's numbers."""
    system, flags, method = struct.unpack_from("<5xBxxHH", data, at)
    checksum, packed, size, name, extra, comment = struct.unpack_from("<IIIHHH", data, at + 16)
    mode, header = struct.unpack_from("<HI", data, at + 40)
    raw_name = data[at + 46 : at + 46 + name]
    shown = raw_name.decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
    is_link = system == _UNIX and mode >> 12 == _LINK
    is_wide = _WIDE in (size, packed, header)
    if is_wide:
        field = at + 46 + name
        size, packed, header = _widened(data[field : field + extra], (size, packed, header))
    member = Member(
        *(shown, raw_name, flags, method, checksum, packed, size, header + before, at), is_link
    )
    return member, at + 46 + name + extra + comment, is_wide


def _widened(extra: bytes, numbers: tuple[int, int, int]) -> list[int]:
    """Return numbers with those that did not fit taken from the extra fields."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _WIDE_FIELD:
            wide = struct.iter_unpack("<Q", extra[at + 4 : at + 4 + length // 8 * 8])
            found = [next(wide, (None,))[0] if n == _WIDE else n for n in numbers]
            if None not in found:
                return found
        at += 4 + length
    raise ZipError("its directory is damaged")
