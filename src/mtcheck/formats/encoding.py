"""The encoding of a file: what was declared, a byte-order mark, UTF-8, or what it looks like."""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import NamedTuple

from mtcheck.errors import InputError

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_TAKEN = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Codecs that swallow a byte-order mark, and those that read the same bytes and keep it (without a
mark, UTF-16 and UTF-32 are little-endian here, on whatever machine)."""
LIKELY = ("cp1252", "gb18030", "big5", "shift_jis", "euc_kr", "cp1251", "mac_roman")
"""Encodings that English text comes in when it is not UTF-8; rarer ones have to be declared."""
_LEAST_ODD = 3  # bytes that are no UTF-8: of one or two, every encoding makes some letter
_WINDOWS_MARK = re.compile(  # ‘ “ before a word, ’ ” after one, ’ in "don’t", – — between two
    rb"(?<![\w\x80-\xff])[\x91\x93](?=\w)|(?<=[\w.,!?])[\x92\x94](?![\w\x80-\xff])"
    rb"|(?<=\w)\x92(?=(?:[stmd]|re|ve|ll)\b)|(?<= )[\x96\x97](?= )"
)


class Decoded(NamedTuple):
    """A file's text, what it was decoded with, and one-sentence remarks about that."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def marked_as(data: bytes) -> str | None:
    """Return the encoding that a byte-order mark of UTF-16 or UTF-32 says, None without one."""
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Return the text that a file's bytes hold.

    `declared` is what the user, or the file itself, says; else a byte-order mark, UTF-8, and last
    what the bytes look like (then `notes` says what was assumed). The mark is kept: it is the first
    code point of the text, so that encoding it gives back the bytes. Raises InputError for a binary
    file, an unknown encoding, and bytes that cannot be decoded, naming the first bad byte.
    """
    marked = marked_as(data)
    if declared is not None:
        encoding = _codec(name, declared, marked)
    elif marked is None and b"\0" in data[:8192]:
        raise InputError(f"{name}: this is a binary file, not a text")
    else:
        encoding = marked or "utf-8"
    try:
        return Decoded(data.decode(encoding), encoding)
    except LookupError:  # a codec, but one from bytes to bytes: "hex"
        raise InputError(f"{name}: there is no encoding {declared!r}") from None
    except UnicodeDecodeError as error:
        known = declared or ("UTF-8" if marked is None else encoding)
        bad = f"byte 0x{data[error.start]:02X} at position {error.start} is no {known}"
        if encoding != "utf-8" or declared is not None:
            raise InputError(f"{name}: {bad}; declare another encoding with --encoding") from None
    except UnicodeError as error:  # an encoding that decodes nothing: "undefined", "idna"
        raise InputError(f"{name}: {declared!r} cannot read it: {error}") from None
    return _guess(data, name, bad)


def fitting(text: str, encoding: str, name: str) -> str:
    """Return a text that is to be written into a file whose encoding cannot change.

    Raises InputError when that does not have one of its characters.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        odd = text[error.start]
        raise InputError(
            f"{name}: {odd!r} cannot be written in {encoding}; convert the file to UTF-8"
        ) from None
    return text


def _codec(name: str, declared: str, marked: str | None) -> str:
    """Return the declared encoding by the name of the codec that keeps a byte-order mark."""
    try:
        encoding = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a name that no text of a command can hold
        raise InputError(f"{name}: there is no encoding {declared!r}") from None
    if marked is not None and marked.startswith(f"{encoding}-"):
        return marked
    return _MARK_TAKEN.get(encoding, encoding)


def _guess(data: bytes, name: str, bad: str) -> Decoded:
    kept = data.decode("utf-8", "ignore")
    sound = len(kept.encode())
    odd = len(data) - sound
    # Statistics take the quotation marks of Windows for accented letters of the Macintosh.
    if 2 * len(re.findall(_WINDOWS_MARK, data)) >= odd:
        with contextlib.suppress(UnicodeDecodeError):
            return Decoded(data.decode("cp1252"), "cp1252", (f"{bad}; read as cp1252",))
    # What UTF-8 explains beyond ASCII tells of a damaged file, not of another encoding.
    if odd < max(_LEAST_ODD, sound - len(kept)):
        raise InputError(
            f"{name}: {bad}, and too little in the file tells what it is; "
            "declare it with --encoding"
        )
    from charset_normalizer import from_bytes

    best = from_bytes(data[:1_000_000], cp_isolation=list(LIKELY)).best()
    if best is None:
        raise InputError(f"{name}: {bad}; declare the encoding with --encoding")
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        raise InputError(f"{name}: {bad}; declare the encoding with --encoding") from None
    return Decoded(text, best.encoding, (f"{bad}; read as {best.encoding}",))
