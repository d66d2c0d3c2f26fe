"""Where the cues of a file of subtitles begin and end, however broken the file is.

Only a line with two times and an arrow says that a cue begins; blank lines and numbers get lost in
the wild, and times come back from a translator as `00: 00: 01, 000 -> 00: 00: 04, 000`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mtcheck.formats.encoding import BYTE_ORDER_MARK
from mtcheck.text.lazy import lazy

_LINE = lazy(r"([^\r\n]*)(\r\n?|\n|\Z)")
_TIME = r"\d[\d \t:.,;\N{FULLWIDTH COLON}\N{FULLWIDTH COMMA}]*+"
_TIMING = lazy(
    rf"[ \t]*({_TIME})(?:[-\N{{EN DASH}}\N{{EM DASH}}]+[ \t]*[>\N{{FULLWIDTH GREATER-THAN SIGN}}]"
    rf"|\N{{RIGHTWARDS ARROW}})[ \t]*({_TIME})?"
)
_CLOCK = lazy(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?")
_PROPER = lazy(
    r"[ \t]*(?:\d{2,}:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d[.,]\d{3}(?:[ \t]|$)"
)
_NUMBER = lazy(r"[ \t]*(\d+)[ \t]*")
_PLAIN = str.maketrans("\N{FULLWIDTH COLON}\N{FULLWIDTH COMMA};", ":,:", " \t")


class TextLine(NamedTuple):
    """A line of a file: where its content begins and ends, and where the next one begins."""

    start: int
    end: int
    after: int


class Timing(NamedTuple):
    """The line that begins a cue: its index, that of the first line that belongs to the cue (a
    number may stand before it), the times in seconds, None where they cannot be read, and whether
    they are written as players want it."""

    line: int
    first: int
    start: float | None
    end: float | None
    is_proper: bool


class Timings(NamedTuple):
    """All lines of a file, and those of them that begin a cue."""

    lines: list[TextLine]
    timings: list[Timing]

    @property
    def limits(self) -> list[int]:
        """For each cue the line behind the last one that can belong to it."""
        after = [timing.first for timing in self.timings[1:]]
        return [*after, len(self.lines)] if self.timings else []


def timings(raw: str) -> Timings:
    """Return the lines of a file of subtitles, and which of them begin a cue."""
    begin = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    lines = [TextLine(*match.span(1), match.end()) for match in _LINE.finditer(raw, begin)]
    found: list[Timing] = []
    number = 0
    for index, (start, end, _) in enumerate(lines):
        match = _TIMING.match(raw, start, end) if raw[start:end].lstrip()[:1].isdigit() else None
        if match is None or ":" not in match[1].translate(_PLAIN):
            continue
        first, number = _first_line(raw, lines, index, number)
        times = _seconds(match[1]), _seconds(match[2] or "")
        found.append(Timing(index, first, *times, bool(_PROPER.match(raw, start, end))))
    return Timings(lines, found)


def remarks(found: Timings) -> tuple[str, ...]:
    """Return one sentence for each kind of fault in the times of a file."""
    unread: list[int] = []
    backwards: list[int] = []
    unordered: list[int] = []
    last = 0.0
    odd: list[int] = []
    for line, _, start, end, is_proper in found.timings:
        if start is None or end is None:
            unread.append(line + 1)
            continue
        if not is_proper:
            odd.append(line + 1)
        if end < start:
            backwards.append(line + 1)
        if start < last:
            unordered.append(line + 1)
        last = start
    told = (
        (unread, "a time that cannot be read", "times that cannot be read"),
        (odd, "times that players may not understand", "times that players may not understand"),
        (backwards, "a cue that ends before it begins", "cues that end before they begin"),
        (unordered, "a cue that begins before the one before it", "cues out of order"),
    )
    return tuple(
        f"{one}, in line {where[0]}"
        if len(where) == 1
        else f"{len(where)} {many}, the first in line {where[0]}"
        for where, one, many in told
        if where
    )


def is_blank(raw: str, line: TextLine) -> bool:
    """Whether a line has no ink."""
    return not raw[line.start : line.end].strip()


def _first_line(raw: str, lines: Sequence[TextLine], index: int, number: int) -> tuple[int, int]:
    """Return the first line of the cue whose times stand in line `index`, and its number: that
    stands in the line before, or further up if it stands alone or is the one that has to come."""
    above = index - 1
    while above >= 0 and is_blank(raw, lines[above]):
        above -= 1
    match = _NUMBER.fullmatch(raw, lines[above].start, lines[above].end) if above >= 0 else None
    if match is None or len(match[1]) > 9:
        return index, number + 1
    alone = above == 0 or is_blank(raw, lines[above - 1])
    if above == index - 1 or alone or int(match[1]) == number + 1:
        return above, int(match[1])
    return index, number + 1


def _seconds(time: str) -> float | None:
    match = _CLOCK.fullmatch(time.translate(_PLAIN))
    if match is None:
        return None
    hours, minutes, seconds, part = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")


def content(raw: str, lines: Sequence[TextLine], first: int, last: int) -> tuple[int, int]:
    """Return where the text of lines `first` to `last` (exclusive) begins and ends, blank lines
    around it left out."""
    while first < last and is_blank(raw, lines[first]):
        first += 1
    while last > first and is_blank(raw, lines[last - 1]):
        last -= 1
    return (lines[first].start, lines[last - 1].end) if last > first else (0, 0)
