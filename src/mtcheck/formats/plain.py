"""Plain text: which lines are paragraphs, titles and list items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.file import File, Options
from mtcheck.text.document import Block, BlockKind, Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, OffsetMap, apply_edits
from mtcheck.text.span import Span

_BULLET = lazy(r"(?:[*•·‣◦–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
_STOPS = ".!?…。！？:;,"
_STOP = lazy(rf"[{_STOPS}][\"'”’»)\]]*$")
_LONGEST_TITLE = 160
_LONGEST_WRAPPED = 110


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a plain text; InputError when it cannot be decoded."""
    yield read_bytes(file.data, file.name, options.encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the document of a plain text's bytes; `encoding` and errors are those of `decode`."""
    text, used, notes = decode(data, name, encoding)
    return read_text(text, name=name)._replace(notes=notes, encoding=used)


def read_text(text: str, *, name: str = "<text>") -> Document:
    """Return the document of a plain text; `raw` is `text` itself."""
    plain, offsets = text, OffsetMap.identity(len(text))
    if text.startswith(BYTE_ORDER_MARK):
        plain, offsets = apply_edits(text, [Edit(Span(0, 1), "")])
    return Document(text, plain, offsets, tuple(blocks_of(plain)), name=name)


def blocks_of(text: str) -> list[Block]:
    """Return the paragraphs, titles and list items of a plain text, in order."""
    groups = _groups(text, _lines(text))
    alone = len(groups) == 1
    return [
        Block(kind_of(text, start, end, first=not at, alone=alone), Span(start, end))
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


def kind_of(text: str, start: int, end: int, *, first: bool, alone: bool) -> BlockKind:
    """Return what the passage at `[start, end)` of a text looks like; `first` and `alone` say
    whether it is the first one of its text, or the only one."""
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
