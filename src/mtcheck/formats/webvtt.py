"""WebVTT subtitles, as the W3C describes them (https://www.w3.org/TR/webvtt1/).

Comments, style sheets, regions and the names of cues are not read. Where a file is not what the
standard asks for, it is read as players read it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats import subtitles
from mtcheck.formats.comments import Comment
from mtcheck.formats.cues import TextLine, Timings, content, is_blank, remarks, timings
from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.file import File, Options
from mtcheck.formats.subtitles import Mark, Piece
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

_MARKUP = lazy(
    r"(?P<line>\r\n?|\n)|<v(?:\.[^ \t<>]*)?(?P<voice>[ \t][^<>]*)>|<rt\b[^<>]*>[^<]*"
    r"|</?(?:[A-Za-z]|\d+:\d)[^<>]*>|</?>|(?P<escape>&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);)"
)
_APART = lazy(r"(?:NOTE|STYLE|REGION)(?=[ \t:]|$)|WEBVTT")
_NOTE = lazy(r"NOTE(?=[ \t]|$)")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is WebVTT."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").startswith(b"WEBVTT")


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a WebVTT file; InputError when it cannot be decoded, or is none."""
    raw, encoding, notes = decode(file.data, file.name, options.encoding)
    found = timings(raw)
    is_marked = raw.removeprefix(BYTE_ORDER_MARK).startswith("WEBVTT")
    if not found.timings and not is_marked and raw.strip(BYTE_ORDER_MARK + " \t\r\n"):
        raise InputError(
            f"{file.name}: this is no WebVTT: it neither begins with WEBVTT nor has a line like "
            "“00:01.000 --> 00:02.000”; read it as it is with --input-format text"
        )
    if found.timings and not is_marked:
        notes += ("it does not begin with WEBVTT, so that browsers will not show it",)
    read_to: list[int] = []
    cues = list(_cues(raw, found, read_to))
    notes += (*remarks(found), *_unread(raw, found, read_to))
    yield subtitles.document(raw, cues, file.name, notes, encoding)


def escaped(text: str) -> str:
    """Return a text as it is written in a cue."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a WebVTT file as they have to be made: no line in a cue is left empty."""
    return subtitles.emptied_lines(document.raw, edits)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments (`NOTE`), each with the cue that comes next."""
    raw = document.raw
    found = timings(raw)
    cues = [
        Span(found.lines[mark.line].start, found.lines[limit - 1].after)
        for mark, limit in zip(found.timings, found.limits, strict=True)
    ]
    above = True  # whether the line above ends a block
    for number, line in enumerate(found.lines):
        if above and _NOTE.match(raw, line.start, line.end):
            behind = number + 1
            while behind < len(found.lines) and not _ends_note(raw, found.lines[behind]):
                behind += 1
            end = found.lines[behind - 1].end
            at = bisect_left(cues, end, key=lambda cue: cue.start)
            after = cues[at] if at < len(cues) else None
            yield Comment(Span(line.start, end), raw[line.start + 4 : end], after, after)
        above = is_blank(raw, line)


def _ends_note(raw: str, line: TextLine) -> bool:
    return is_blank(raw, line) or "-->" in raw[line.start : line.end]


def _cues(raw: str, found: Timings, read_to: list[int]) -> Iterator[subtitles.Cue]:
    """Yield the cues; `read_to` gets the line behind each."""
    lines, marks = found
    for mark, limit in zip(marks, found.limits, strict=True):
        after = mark.line + 1
        while after < limit and not is_blank(raw, lines[after]):
            after += 1
        read_to.append(after)
        start, end = content(raw, lines, mark.line + 1, after)
        shown = subtitles.shown_lines(_pieces(raw, start, end))
        yield subtitles.Cue(mark.start, mark.end, tuple(shown))


def _pieces(raw: str, start: int, end: int) -> Iterator[Piece | Mark]:
    at = start
    for match in _MARKUP.finditer(raw, start, end):
        text = subtitles.entity(match[0]) if match["escape"] else ""
        if text is None:
            continue
        if match.start() > at:
            yield Piece(at, match.start(), raw[at : match.start()])
        if text:
            yield Piece(*match.span(), text)
        elif match["line"]:
            yield Mark(*match.span())
        elif match["voice"]:
            yield Mark(*match.span(), match["voice"].strip())
        at = match.end()
    if end > at:
        yield Piece(at, end, raw[at:end])


def _unread(raw: str, found: Timings, read_to: Sequence[int]) -> Iterator[str]:
    """Say where text stands in no cue. A line over the times of a cue is its name."""
    begins = [*(mark.line for mark in found.timings), len(found.lines)]
    for start, end in zip([0, *read_to], begins, strict=True):
        block: list[int] = []
        for number in range(start, end + 1):
            if number < end and not is_blank(raw, found.lines[number]):
                block.append(number)
                continue
            named = number == end < len(found.lines) and len(block) == 1
            if block and not named and not _APART.match(raw, *found.lines[block[0]][:2]):
                yield f"the text in line {block[0] + 1} belongs to no cue and is not read"
                return
            block = []
