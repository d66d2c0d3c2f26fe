"""Positions carried through edits, never searched for.

Whatever changes a text on its way to the rules (markup removed, entities decoded, white space
folded) says so as edits, and an `OffsetMap` keeps both sides aligned. A position that falls inside
a replaced stretch maps to the whole of the stretch: a finding may grow on its way back to the raw
text, it never moves off what it is about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import gt, sub
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

    # Where each run starts on both sides, and where the last one ends: runs that are kept like this
    # are contiguous, and most are never looked at one by one.
    __slots__ = ("_new", "_old", "_runs", "_verbatim", "is_identity")

    def __init__(self, runs: Iterable[Run]) -> None:
        runs = tuple(runs)
        before = Run(Span(0, 0), Span(0, 0), True)
        for run in runs:
            if run.old.start != before.old.end or run.new.start != before.new.end:
                raise ValueError(f"{run} does not start where {before} ends")
            before = run
        self._set(
            [*(r.old.start for r in runs), before.old.end],
            [*(r.new.start for r in runs), before.new.end],
            [r.verbatim for r in runs],
        )

    def _set(self, old: list[int], new: list[int], verbatim: list[bool]) -> None:
        self._old, self._new, self._verbatim = old, new, verbatim
        self._runs: tuple[Run, ...] | None = None
        grown = list(map(sub, new, old))
        for is_same, before, after in zip(verbatim, grown, grown[1:], strict=False):
            if is_same and before != after:
                raise ValueError("a run is called verbatim but changes its length")
        self.is_identity = not verbatim or verbatim == [True]
        """Whether it is one verbatim run, or of an empty text: every position maps to itself."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"OffsetMap({self.runs!r})"

    @classmethod
    def from_starts(cls, old: list[int], new: list[int], verbatim: list[bool]) -> OffsetMap:
        """Return the map of runs that start at these places of the text before and the text after;
        each list ends with the length of its text, and belongs to the map from now on.

        Raises ValueError when a place comes before the one before it, or when a verbatim run has
        two lengths.
        """
        if old[0] or new[0] or any(map(gt, old, old[1:])) or any(map(gt, new, new[1:])):
            raise ValueError("a run starts before the one before it")
        made = cls.__new__(cls)
        made._set(old, new, verbatim)
        return made

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text of `length` code points onto itself."""
        ends = [0, length] if length else [0]
        return cls.from_starts(ends, ends, [True] if length else [])

    @classmethod
    def from_edits(cls, length: int, edits: Iterable[Edit]) -> OffsetMap:
        """Return the map that `edits` make of a text of `length` code points.

        `edits` are in text order and do not overlap; ValueError otherwise.
        """
        olds: list[int] = []
        news: list[int] = []
        verbatim: list[bool] = []
        old = new = 0
        for (start, end), text in edits:
            if start < old or end > length:
                raise ValueError(
                    f"the edit of [{start}, {end}) overlaps the one before it or lies outside the "
                    "text"
                )
            if start > old:
                olds.append(old)
                news.append(new)
                verbatim.append(True)
                new += start - old
            if end > start or text:
                olds.append(start)
                news.append(new)
                verbatim.append(False)
                new += len(text)
            old = end
        if length > old:
            olds.append(old)
            news.append(new)
            verbatim.append(True)
            new += length - old
        return cls.from_starts([*olds, length], [*news, new], verbatim)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, in order."""
        if self._runs is None:
            old, new = self._old, self._new
            self._runs = tuple(
                Run(Span(old[n], old[n + 1]), Span(new[n], new[n + 1]), is_same)
                for n, is_same in enumerate(self._verbatim)
            )
        return self._runs

    @property
    def old_length(self) -> int:
        """Code points of the text before."""
        return self._old[-1]

    @property
    def new_length(self) -> int:
        """Code points of the text after."""
        return self._new[-1]

    def to_old(self, span: Span) -> Span:
        """Return the smallest span of the text before that covers `span` of the text after.

        ValueError when `span` lies outside the text after.
        """
        return self._carry(span, self._new, self._old)

    def to_new(self, span: Span) -> Span:
        """Return the smallest span of the text after that covers `span` of the text before.

        ValueError when `span` lies outside the text before.
        """
        return self._carry(span, self._old, self._new)

    def _carry(self, span: Span, here: list[int], there: list[int]) -> Span:
        start, end = span
        if end > here[-1]:
            raise ValueError(f"{span} lies outside a text of {here[-1]} code points")
        if self.is_identity:
            return span
        # The last run that starts at or before a code point is the one that holds it: runs
        # which are empty on this side come before it and hold nothing.
        last_run = len(self._verbatim) - 1
        first = min(last_run, bisect_right(here, start) - 1)
        if start < end:
            last = bisect_right(here, end - 1) - 1
            ends = self._place(last, end, here, there, end=True)
            return Span(self._place(first, start, here, there, end=False), ends)
        at_end, inside = start == here[-1], start > here[first]
        return Span(
            self._place(first, start, here, there, end=at_end),
            self._place(first, start, here, there, end=at_end or inside),
        )

    def _place(self, run: int, at: int, here: list[int], there: list[int], *, end: bool) -> int:
        if self._verbatim[run]:
            return there[run] + at - here[run]
        return there[run + 1] if end else there[run]

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
        olds: list[int] = []
        news: list[int] = []
        verbatim: list[bool] = []
        old = middle = new = 0
        unchanged = (self.new_length, self.new_length, 0, 0)
        for start, end, old_length, new_length in chain(_changes(self, later), [unchanged]):
            same = start - middle
            if same:
                olds.append(old)
                news.append(new)
                verbatim.append(True)
                old, new = old + same, new + same
            if old_length or new_length:
                olds.append(old)
                news.append(new)
                verbatim.append(False)
                old, new = old + old_length, new + new_length
            middle = end
        return OffsetMap.from_starts([*olds, old], [*news, new], verbatim)


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


def _changes(first: OffsetMap, later: OffsetMap) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end, old length, new length): what either map changes, start and end being
    positions in the text between the two. Changes that share a character are one, and so are those
    that touch where the later map inserts something."""
    members = sorted(
        _changed(first._new, first._old, first._verbatim, is_first=True)
        + _changed(later._old, later._new, later._verbatim, is_first=False)
    )
    start = end = -1
    old_more = new_more = 0  # by how much longer a group is in the text before, and in that after
    inserted = -1  # where the later map inserts something in the group, the last time
    for begin, stop, length, is_first in members:
        inserts = not is_first and begin == stop
        if begin > end or (begin == end and not inserts and inserted != end):
            if start >= 0:
                yield start, end, end - start + old_more, end - start + new_more
            start, end = begin, stop
            old_more = new_more = 0
        elif stop > end:
            end = stop
        if is_first:
            old_more += length - (stop - begin)
        else:
            new_more += length - (stop - begin)
        if inserts:
            inserted = begin
    if start >= 0:
        yield start, end, end - start + old_more, end - start + new_more


def _changed(
    here: list[int], there: list[int], verbatim: list[bool], *, is_first: bool
) -> list[tuple[int, int, int, bool]]:
    """Return (start, end, length on the other side, `is_first`) of the runs that are changes."""
    return [
        (here[n], here[n + 1], there[n + 1] - there[n], is_first)
        for n, is_same in enumerate(verbatim)
        if not is_same
    ]
