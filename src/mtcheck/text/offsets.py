"""Positions carried through edits, never searched for.

Whatever changes a text on its way to the rules (markup removed, entities decoded, white space
folded) says so as edits, and an `OffsetMap` keeps both sides aligned. A position that falls inside
a replaced stretch maps to the whole of the stretch: a finding may grow on its way back to the raw
text, it never moves off what it is about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.text.span import Span


class Edit(NamedTuple):
    """Replace `span` of a text by `text` (which may be empty, as may the span)."""

    span: Span
    text: str


class Run(NamedTuple):
    """An aligned stretch: `old` in the text before, `new` in the text after.

    A verbatim run holds the same characters on both sides, so its positions map one to one.
    """

    old: Span
    new: Span
    verbatim: bool


class OffsetMap:
    """The alignment of a text before and after edits, as contiguous runs.

    Raises ValueError when the runs leave a gap, overlap, or call stretches of different lengths
    verbatim, so that a map which exists is a map that can be trusted.
    """

    __slots__ = ("_new_starts", "_old_starts", "is_identity", "runs")

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(runs)
        before = Run(Span(0, 0), Span(0, 0), True)
        for run in self.runs:
            if run.old.start != before.old.end or run.new.start != before.new.end:
                raise ValueError(f"{run} does not start where {before} ends")
            if run.verbatim and len(run.old) != len(run.new):
                raise ValueError(f"{run} is called verbatim but changes its length")
            before = run
        self._old_starts = [r.old.start for r in self.runs]
        self._new_starts = [r.new.start for r in self.runs]
        self.is_identity = len(self.runs) < 2 and all(run.verbatim for run in self.runs)
        """Whether it is one verbatim run, or of an empty text: every position maps to itself."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"OffsetMap({self.runs!r})"

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text of `length` code points onto itself."""
        made = cls.__new__(cls)  # there is nothing to prove
        whole = Span(0, length)
        made.runs = (Run(whole, whole, True),) if length else ()
        made._old_starts = made._new_starts = [0] if length else []
        made.is_identity = True
        return made

    @classmethod
    def from_edits(cls, length: int, edits: Iterable[Edit]) -> OffsetMap:
        """Return the map that `edits` make of a text of `length` code points.

        `edits` are in text order and do not overlap; ValueError otherwise.
        """
        runs: list[Run] = []
        old = new = 0
        for edit in edits:
            start, end = edit.span.start, edit.span.end
            if start < old or end > length:
                raise ValueError(f"{edit} overlaps the edit before it or lies outside the text")
            if start > old:
                runs.append(Run(Span(old, start), Span(new, new + start - old), True))
                new += start - old
            grown = new + len(edit.text)
            if end > start or grown > new:
                runs.append(Run(Span(start, end), Span(new, grown), False))
            old, new = end, grown
        if length > old:
            runs.append(Run(Span(old, length), Span(new, new + length - old), True))
        return cls(runs)

    @property
    def old_length(self) -> int:
        """Code points of the text before."""
        return self.runs[-1].old.end if self.runs else 0

    @property
    def new_length(self) -> int:
        """Code points of the text after."""
        return self.runs[-1].new.end if self.runs else 0

    def to_old(self, span: Span) -> Span:
        """Return the smallest span of the text before that covers `span` of the text after.

        ValueError when `span` lies outside the text after.
        """
        return self._carry(span, self._new_starts, self.new_length, forward=False)

    def to_new(self, span: Span) -> Span:
        """Return the smallest span of the text after that covers `span` of the text before.

        ValueError when `span` lies outside the text before.
        """
        return self._carry(span, self._old_starts, self.old_length, forward=True)

    def _carry(self, span: Span, starts: list[int], length: int, *, forward: bool) -> Span:
        if span.end > length:
            raise ValueError(f"{span} lies outside a text of {length} code points")
        if self.is_identity:
            return span
        # The last run that starts at or before a code point is the one that holds it: runs
        # which are empty on this side come before it and hold nothing.
        first = self.runs[max(0, bisect_right(starts, span.start) - 1)]
        if not len(span):
            at_end = span.start == length
            inside = span.start > (first.old if forward else first.new).start
            return Span(
                _place(first, span.start, forward=forward, end=at_end),
                _place(first, span.start, forward=forward, end=at_end or inside),
            )
        last = self.runs[bisect_right(starts, span.end - 1) - 1]
        return Span(
            _place(first, span.start, forward=forward, end=False),
            _place(last, span.end, forward=forward, end=True),
        )

    def then(self, later: OffsetMap) -> OffsetMap:
        """Return the map of both steps together: `later` starts from what this one ends with.

        Raises ValueError when the texts in the middle differ in length.
        """
        if self.new_length != later.old_length:
            raise ValueError("the second map starts from a text of another length")
        if self.is_identity:
            return later
        if later.is_identity:
            return self
        runs: list[Run] = []
        old = middle = new = 0
        for start, end, old_length, new_length in _changes(self, later):
            same = start - middle
            if same:
                runs.append(Run(Span(old, old + same), Span(new, new + same), True))
            old, new = old + same, new + same
            if old_length or new_length:
                runs.append(Run(Span(old, old + old_length), Span(new, new + new_length), False))
            old, middle, new = old + old_length, end, new + new_length
        same = self.new_length - middle
        if same:
            runs.append(Run(Span(old, old + same), Span(new, new + same), True))
        return OffsetMap(runs)


def apply_edits(text: str, edits: Sequence[Edit]) -> tuple[str, OffsetMap]:
    """Return `text` with `edits` (in text order, apart from each other) made, and its map."""
    offsets = OffsetMap.from_edits(len(text), edits)
    if not edits:
        return text, offsets
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join(pieces) + text[at:], offsets


def _place(run: Run, position: int, *, forward: bool, end: bool) -> int:
    here, there = (run.old, run.new) if forward else (run.new, run.old)
    if run.verbatim:
        return there.start + position - here.start
    return there.end if end else there.start


def _changes(first: OffsetMap, later: OffsetMap) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end, old length, new length): what either map changes, start and end being
    positions in the text between the two. Changes that share a character are one, and so are those
    that touch where the later map inserts something."""
    members = sorted(
        [(r.new.start, r.new.end, len(r.old), True) for r in first.runs if not r.verbatim]
        + [(r.old.start, r.old.end, len(r.new), False) for r in later.runs if not r.verbatim]
    )
    group: list[tuple[int, int, int, bool]] = []
    end = 0
    for member in members:
        touching = (
            group
            and member[0] == end
            and any(m[0] == m[1] == end and not m[3] for m in (*group, member))
        )
        if group and member[0] >= end and not touching:
            yield _joined(group, end)
            group = []
        group.append(member)
        end = max(end, member[1]) if len(group) > 1 else member[1]
    if group:
        yield _joined(group, end)


def _joined(group: list[tuple[int, int, int, bool]], end: int) -> tuple[int, int, int, int]:
    start = group[0][0]
    lengths = []
    for ours in (True, False):
        mine = [m for m in group if m[3] is ours]
        untouched = end - start - sum(m[1] - m[0] for m in mine)
        lengths.append(untouched + sum(m[2] for m in mine))
    return start, end, lengths[0], lengths[1]
