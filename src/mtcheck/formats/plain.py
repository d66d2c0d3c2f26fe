"""Plain text: its encoding, and which lines are paragraphs, titles and list items."""

from __future__ import annotations

import codecs
import contextlib
import re
from itertools import pairwise

from mtcheck.errors import InputError
from mtcheck.text.document import Block, BlockKind, Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, OffsetMap, apply_edits
from mtcheck.text.span import Span

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
_BULLET = lazy(r"(?:[*•·‣◦–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
_STOPS = ".!?…。！？:;,"
_STOP = lazy(rf"[{_STOPS}][\"'”’»)\]]*$")
_LONGEST_TITLE = 160
_LONGEST_WRAPPED = 110


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the document that a file's bytes hold.

    `encoding` is what the user declared; else a byte-order mark, UTF-8, and last what the bytes
    look like (then `notes` says what was assumed). The mark is kept: it is the first code point of
    `raw`, so that `encode` gives back the bytes of the file. Raises InputError for a binary file,
    an unknown encoding, and bytes that cannot be decoded, naming the first bad byte.
    """
    text, used, notes = _decode(data, name, encoding)
    return read_text(text, name=name)._replace(notes=notes, encoding=used)


def read_text(text: str, *, name: str = "<text>") -> Document:
    """Return the document of a plain text; `raw` is `text` itself."""
    plain, offsets = text, OffsetMap.identity(len(text))
    if text.startswith(BYTE_ORDER_MARK):
        plain, offsets = apply_edits(text, [Edit(Span(0, 1), "")])
    return Document(text, plain, offsets, tuple(_blocks(plain)), name=name)


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    marked = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if declared is not None:
        encoding = _codec(name, declared, marked)
    elif marked is None and b"\0" in data[:8192]:
        raise InputError(f"{name}: this is a binary file, not a text")
    else:
        encoding = marked or "utf-8"
    try:
        return data.decode(encoding), encoding, ()
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


def _codec(name: str, declared: str, marked: str | None) -> str:
    """Return the declared encoding by the name of the codec that keeps a byte-order mark."""
    try:
        encoding = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a name that no text of a command can hold
        raise InputError(f"{name}: there is no encoding {declared!r}") from None
    if marked is not None and marked.startswith(f"{encoding}-"):
        return marked
    return _MARK_TAKEN.get(encoding, encoding)


def _guess(data: bytes, name: str, bad: str) -> tuple[str, str, tuple[str, ...]]:
    kept = data.decode("utf-8", "ignore")
    sound = len(kept.encode())
    odd = len(data) - sound
    # Statistics take the quotation marks of Windows for accented letters of the Macintosh.
    if 2 * len(re.findall(_WINDOWS_MARK, data)) >= odd:
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("cp1252"), "cp1252", (f"{bad}; read as cp1252",)
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
    return text, best.encoding, (f"{bad}; read as {best.encoding}",)


def _blocks(text: str) -> list[Block]:
    groups = _groups(text, _lines(text))
    alone = len(groups) == 1
    return [
        Block(_kind(text, start, end, first=not at, alone=alone), Span(start, end))
        for at, (start, end) in enumerate(groups)
    ]


def _lines(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each line that has ink, without the white space around it."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        ink = line.strip()
        if ink:
            first = start if len(ink) == len(line) else start + line.index(ink)
            lines.append((first, first + len(ink)))
        start += len(line) + 1
    return lines


def _groups(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of hard-wrapped paragraphs; otherwise a line is a paragraph."""
    # One paragraph a line is the rule; a text is wrapped when most neighbouring lines break
    # inside a sentence and none is longer than a terminal is wide.
    for start, end in lines:
        if end - start > _LONGEST_WRAPPED:
            return lines
    joins = [_continues(text, a, b) for a, b in pairwise(lines)]
    pairs = [j for j in joins if j is not None]
    if not pairs or sum(pairs) * 2 < len(pairs):
        return lines
    groups = [lines[0]]
    for line, join in zip(lines[1:], joins, strict=True):
        if join is None or _BULLET.match(text, line[0]):
            groups.append(line)
        else:
            groups[-1] = (groups[-1][0], line[1])
    return groups


def _continues(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool | None:
    """Whether `after` goes on with the sentence of `line`; None across a blank line."""
    between = text[line[1] : after[0]]
    if between.replace("\r\n", "\n").count("\n") + between.replace("\r\n", "").count("\r") > 1:
        return None
    return not _STOP.search(text, max(line[0], line[1] - 4), line[1]) and (
        text[after[0]].islower() or line[1] - line[0] > 50
    )


def _kind(text: str, start: int, end: int, *, first: bool, alone: bool) -> BlockKind:
    initial = text[start]
    if not initial.isupper():  # as most lines begin; no bullet does
        if _BULLET.match(text, start, end):
            return "list-item"
        if initial in "([" and text[end - 1] in ")]" and end - start < 80:
            return "caption"
    if alone or end - start > _LONGEST_TITLE:
        return "paragraph"
    if text.count(" ", start, end) >= (30 if first else 14):
        return "paragraph"
    last = text[end - 1]
    stopped = last in _STOPS or (
        not last.isalnum() and bool(_STOP.search(text, max(start, end - 4), end))
    )
    return "title" if not stopped or (first and last == "?") else "paragraph"
