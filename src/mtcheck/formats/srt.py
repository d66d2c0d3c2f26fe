"""SubRip subtitles (SRT): numbered cues with their times, and a few tags.

There is no standard; what is read here is what players read (VLC, mpv, Subtitle Edit), and what
translated files look like. Text behind a blank line belongs to its cue, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats import subtitles
from mtcheck.formats.cues import Timings, content, is_blank, remarks, timings
from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.file import File, Options
from mtcheck.formats.subtitles import Mark, Piece
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit

_HEAD = re.compile(rb"\s*\d+\s*\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> \d")
_MARKUP = lazy(
    r"(?P<line>(?:\r\n?|\n)[ \t\r\n]*|(?-i:\\N)|<br[ ]?/?>)"
    r"|</?(?:[ibus]|em|strong|font|span|c|v)(?:[ .][^<>\n]*)?>"
    r"|\{(?:\\[^{}\n]*|/?[ibusyYIBUS](?::[^{}\n]*)?)\}",
    re.IGNORECASE,
)


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is SRT: a number and a line of times."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\r", b"\n")
    return _HEAD.match(plain) is not None


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of an SRT file; InputError when it cannot be decoded or has no cue."""
    raw, encoding, notes = decode(file.data, file.name, options.encoding)
    found = timings(raw)
    if not found.timings and raw.strip(BYTE_ORDER_MARK + " \t\r\n"):
        raise InputError(
            f"{file.name}: there is no subtitle, no line like “00:00:01,000 --> 00:00:02,000”; "
            "read it as it is with --input-format text"
        )
    notes += (*remarks(found), *_before(raw, found))
    yield subtitles.document(raw, list(_cues(raw, found)), file.name, notes, encoding)


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of an SRT file as they have to be made: no line in a cue is left empty."""
    return subtitles.emptied_lines(document.raw, edits)


def _cues(raw: str, found: Timings) -> Iterator[subtitles.Cue]:
    lines, marks = found
    for mark, after in zip(marks, found.limits, strict=True):
        start, end = content(raw, lines, mark.line + 1, after)
        shown = subtitles.shown_lines(_pieces(raw, start, end))
        yield subtitles.Cue(mark.start, mark.end, tuple(shown))


def _pieces(raw: str, start: int, end: int) -> Iterator[Piece | Mark]:
    at = start
    for match in _MARKUP.finditer(raw, start, end):
        if match.start() > at:
            yield Piece(at, match.start(), raw[at : match.start()])
        if match["line"]:
            yield Mark(*match.span())
        at = match.end()
    if end > at:
        yield Piece(at, end, raw[at:end])


def _before(raw: str, found: Timings) -> Iterator[str]:
    first = found.timings[0].first if found.timings else 0
    for number, line in enumerate(found.lines[:first], 1):
        if not is_blank(raw, line):
            yield f"what stands before the first subtitle, in line {number}, is not read"
            return
