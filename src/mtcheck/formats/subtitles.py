"""What subtitles say, whatever their format: cues become sentences again.

A sentence runs over cues and lines, as in

    1                                 2
    00:00:01,000 --> 00:00:03,000     00:00:03,200 --> 00:00:05,000
    The ship left the                 <i>before dawn.</i>
    old harbour

so cues are joined until a stop ends one, another speaker begins, or nothing is shown for a while.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.formats.build import Builder
from mtcheck.text.abbreviations import TITLES
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

LONGEST_PAUSE = 3.0
"""Seconds without a subtitle after which no sentence goes on. Guides for subtitlers (Netflix, BBC)
want sentences in cues that follow each other closely; longer gaps are changes of scene."""
_FEWEST_STOPS = 20  # cues for one that ends with a stop: with fewer, nobody set any
_STOP = lazy(r"[.!?\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}][\"'”’»)\]♪]*$")
_TRAILING = lazy(r"(?:\.{2,}|\N{HORIZONTAL ELLIPSIS})[\"'”’]*$")
_LEADING = lazy(r"[\"'“‘(]*(?:\.{2,}|\N{HORIZONTAL ELLIPSIS})")
_INITIAL = lazy(r"[^\w]*([^\W\d_])")
_LAST_WORD = lazy(r"(\w+)\.$")
_SPEAKER = lazy(
    r"\s*(?:-(?:\s+|(?![\s\da-z-]))|>{2,3}\s*"
    r"|[\N{EN DASH}\N{EM DASH}\N{HYPHEN}]\s*(?![\s\da-z]))"
)
_SOUND = lazy(r"\s*(?:\[[^\[\]]*\]|\([^()]*\)|[♪♫#].*[♪♫#])\s*", re.DOTALL)


class Piece(NamedTuple):
    """A stretch of the raw text that is shown as `text`: the same, or what an escape stands for."""

    start: int
    end: int
    text: str


class Mark(NamedTuple):
    """A stretch of the raw text that ends a line, or says whose voice is heard from here on."""

    start: int
    end: int
    voice: str | None = None


class Line(NamedTuple):
    """A line of a cue: its pieces, how it is shown, who speaks where the file says it, and the raw
    (start, end) of the end of the line before it, where that is in the same cue."""

    pieces: Sequence[Piece]
    text: str
    voice: str | None = None
    broken: tuple[int, int] | None = None


class Cue(NamedTuple):
    """What is shown from `start` to `end` (seconds, None where the file does not say)."""

    start: float | None
    end: float | None
    lines: tuple[Line, ...]


class Unit(NamedTuple):
    """A line, or the whole of a cue that tells of a sound, without the mark of a speaker."""

    line: Line
    cue: int
    is_sound: bool = False
    begins: bool = False


def document(
    raw: str, cues: Sequence[Cue], name: str, notes: tuple[str, ...], encoding: str
) -> Document:
    """Return the document of subtitles."""
    builder = Builder(raw)
    units = [unit for number, cue in enumerate(cues) for unit in _units(cue, number)]
    stops = sum(bool(_STOP.search(unit.line.text.rstrip())) for unit in units)
    unstopped = len(cues) >= _FEWEST_STOPS and stops * _FEWEST_STOPS < len(cues)
    before: Unit | None = None
    for unit in units:
        joined = before is not None and _is_joined(before, unit, cues)
        if before is None or not joined or (unstopped and before.cue != unit.cue):
            builder.begin("caption" if unit.is_sound or unstopped else "paragraph")
        elif before.cue != unit.cue:
            builder.line_break(before.line.pieces[-1].end, unit.line.pieces[0].start)
        elif unit.line.broken is not None:
            builder.white(*unit.line.broken, " ")
        _put(builder, unit.line)
        before = unit
    return builder.document()._replace(name=name, notes=notes, encoding=encoding)


def emptied_lines(raw: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return edits of a raw text that leave no line empty, because an empty line ends a cue: it
    goes with its last word."""
    made: list[Edit] = []
    for edit in edits:
        (start, end), text = edit.span, " ".join(edit.text.split("\n"))
        if not text and start < end:
            line_start = max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start)) + 1
            line_end = min(
                (at for at in (raw.find("\n", end), raw.find("\r", end)) if at >= 0),
                default=len(raw),
            )
            if not (raw[line_start:start] + raw[end:line_end]).strip():
                start = max(line_start, made[-1].span.end if made else 0)
                end = line_end + (2 if raw.startswith("\r\n", line_end) else 1)
        made.append(Edit(Span(start, min(end, len(raw))), text))
    return made


def shown_lines(pieces: Iterable[Piece | Mark]) -> Iterator[Line]:
    """Yield the lines of a cue, from its pieces and the marks between them, in order."""
    line: list[Piece] = []
    voice: str | None = None
    broken: tuple[int, int] | None = None
    for piece in pieces:
        if isinstance(piece, Piece):
            line.append(piece)
            continue
        if piece.voice is None or any(each.text.strip() for each in line):
            yield _line(line, voice, broken)
            line, broken = [], None if piece.voice else (piece.start, piece.end)
        if piece.voice is not None:
            voice = piece.voice
    yield _line(line, voice, broken)


def _line(pieces: Sequence[Piece], voice: str | None, broken: tuple[int, int] | None) -> Line:
    return Line(pieces, "".join([piece.text for piece in pieces]), voice, broken)


def entity(escape: str) -> str | None:
    """Return what an escape of HTML stands for, None when it is none."""
    text = html.unescape(escape)
    return None if text == escape else text


def _units(cue: Cue, number: int) -> Iterator[Unit]:
    lines = [line for line in cue.lines if line.text.strip()]
    whole = " ".join(line.text for line in lines)
    if len(lines) > 1 and _SOUND.fullmatch(whole):
        yield from (Unit(line, number, True, not n) for n, line in enumerate(lines))
        return
    for line in lines:
        mark = _SPEAKER.match(line.text)
        rest = _without(line, mark.end()) if mark else line
        if rest.text.strip():
            yield Unit(rest, number, bool(_SOUND.fullmatch(rest.text)), mark is not None)


def _without(line: Line, count: int) -> Line:
    """Return a line without its first characters."""
    pieces = list(line.pieces)
    while pieces and count >= len(pieces[0].text):
        count -= len(pieces.pop(0).text)
    if pieces and count:
        start, end, text = pieces[0]
        if end - start == len(text):
            pieces[0] = Piece(start + count, end, text[count:])
    return _line(pieces, line.voice, line.broken)


def _is_joined(before: Unit, unit: Unit, cues: Sequence[Cue]) -> bool:
    """Whether a unit goes on with the sentence, or at least the speech, of the one before it."""
    if unit.begins or unit.is_sound != before.is_sound or unit.line.voice != before.line.voice:
        return False
    if before.cue == unit.cue:
        return True
    shown, again = cues[before.cue].end, cues[unit.cue].start
    if shown is not None and again is not None and again - shown > LONGEST_PAUSE:
        return False
    return not unit.is_sound and _goes_on(before.line.text.rstrip(), unit.line.text)


def _goes_on(text: str, after: str) -> bool:
    """Whether a sentence that has come as far as `text` goes on with `after`."""
    initial = _INITIAL.match(after)
    if initial and initial[1].islower():
        return True
    if _TRAILING.search(text):
        return _LEADING.match(after) is not None
    if not _STOP.search(text):
        return True
    word = _LAST_WORD.search(text)
    return word is not None and word[1] in TITLES


def _put(builder: Builder, line: Line) -> None:
    for start, end, text in line.pieces:
        ink = text.strip()
        if end - start != len(text) or builder.raw[start:end] != text:  # an escape
            if ink or text == "\N{NO-BREAK SPACE}":
                builder.put(start, end, text)
            else:
                _white(builder, start, end, " ")
            continue
        begin = start + (text.index(ink) if ink else len(text))
        _white(builder, start, begin)
        builder.put(begin, begin + len(ink))
        _white(builder, begin + len(ink), end)


def _white(builder: Builder, start: int, end: int, text: str | None = None) -> None:
    """Add white space inside a line, as it is, unless the end of the line before is shown there."""
    if start < end and builder.here == builder.length:
        builder.white(start, end, text)
