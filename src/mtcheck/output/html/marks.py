"""Findings that overlap, made legible: text cut at every boundary, each finding in a lane.

Two findings on "new crown epidemic" and "crown epidemic in Wuhan" make three segments. Each keeps
its own underline, one below the other, at the same height in every segment it runs through.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from mtcheck.text.span import Span

LANES = 4
"""Underlines that are drawn below each other; what lies deeper shows in the cards only."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding's part of one block: `finding` is its number from 0, `span` may be empty."""

    finding: int
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under the same findings from end to end.

    `lanes` are (lane, finding), the uppermost first, at most `LANES` of them; `depth` counts all
    findings on it; `ends` are the findings whose mark ends here.
    """

    span: Span
    lanes: tuple[tuple[int, int], ...]
    depth: int
    ends: tuple[int, ...]


def segments(marks: Sequence[Mark]) -> list[Segment]:
    """Return the marked segments of a block in text order; plain text between them is left out.

    Takes O(n log n) of the number of marks, whatever their overlaps: only the uppermost lanes of
    a segment are listed.
    """
    empty = [Segment(m.span, ((0, m.finding),), 1, (m.finding,)) for m in marks if not len(m.span)]
    cuts: dict[int, tuple[list[Mark], list[Mark]]] = {}
    for mark in sorted((m for m in marks if len(m.span)), key=_outer_first):
        cuts.setdefault(mark.span.start, ([], []))[0].append(mark)
        cuts.setdefault(mark.span.end, ([], []))[1].append(mark)
    found: list[Segment] = []
    lane_of: dict[Mark, int] = {}
    free: list[int] = []
    active: list[tuple[int, int]] = []
    for point in empty:  # text goes on behind it, so it is a boundary too
        cuts.setdefault(point.span.start, ([], []))
    order = sorted(cuts)
    for here, after in zip(order, [*order[1:], None], strict=False):
        starts, ends = cuts[here]
        for mark in ends:
            lane = lane_of.pop(mark)
            del active[bisect_left(active, (lane, mark.finding))]
            heappush(free, lane)
        for mark in starts:
            lane = heappop(free) if free else len(lane_of)
            lane_of[mark] = lane
            insort(active, (lane, mark.finding))
        if active and after is not None:
            closing = tuple(m.finding for m in cuts[after][1])
            found.append(Segment(Span(here, after), tuple(active[:LANES]), len(active), closing))
    return sorted([*found, *empty], key=lambda s: (s.span.start, s.span.end))


def cut(found: Sequence[Segment], points: Sequence[int]) -> list[Segment]:
    """Return segments of which none runs across one of `points` (positions in order)."""
    made: list[Segment] = []
    for segment in found:
        start = segment.span.start
        at = bisect_right(points, start)
        while at < len(points) and points[at] < segment.span.end:
            made.append(replace(segment, span=Span(start, points[at]), ends=()))
            start = points[at]
            at += 1
        made.append(replace(segment, span=Span(start, segment.span.end)))
    return made


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.finding


def by_block(parts: Iterable[tuple[int, Mark]], blocks: int) -> list[list[Mark]]:
    """Return the marks of each of `blocks` blocks, from (block number, mark)."""
    table: list[list[Mark]] = [[] for _ in range(blocks)]
    for block, mark in parts:
        table[block].append(mark)
    return table
