"""Overlapping findings are cut into segments, and nothing of any of them is lost."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.output.html.marks import LANES, Mark, by_block, segments
from mtcheck.text.span import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda t: Span(t[0], t[0] + t[1])),
    max_size=14,
).map(lambda spans: [Mark(number, span) for number, span in enumerate(spans)])


@given(SPANS)
def test_segments_are_apart_and_cover_just_what_is_marked(marks: list[Mark]) -> None:
    found = segments(marks)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start
    marked = {p for m in marks for p in range(m.span.start, m.span.end)}
    assert {p for s in found for p in range(s.span.start, s.span.end)} == marked


@given(SPANS)
def test_each_segment_lies_under_the_same_findings_from_end_to_end(marks: list[Mark]) -> None:
    for segment in segments(marks):
        if not len(segment.span):
            continue
        over = {m.finding for m in marks if m.span.overlaps(segment.span)}
        assert all(m.span.covers(segment.span) for m in marks if m.finding in over and len(m.span))
        assert segment.depth == len(over)
        listed = {finding for _, finding in segment.lanes}
        assert listed <= over
        assert len(listed) == min(LANES, len(over))


@given(SPANS)
def test_a_finding_keeps_its_lane_and_shares_it_with_no_other(marks: list[Mark]) -> None:
    lanes: dict[int, set[int]] = {}
    for segment in segments(marks):
        assert len({lane for lane, _ in segment.lanes}) == len(segment.lanes)
        assert list(segment.lanes) == sorted(segment.lanes)
        for lane, finding in segment.lanes:
            lanes.setdefault(finding, set()).add(lane)
    assert all(len(used) == 1 for used in lanes.values())


@given(SPANS)
def test_every_mark_ends_exactly_once_and_at_its_end(marks: list[Mark]) -> None:
    ends = [(f, s.span.end) for s in segments(marks) for f in s.ends]
    assert sorted(ends) == sorted((m.finding, m.span.end) for m in marks)


def test_the_first_segment_shows_the_outer_finding_above_the_inner_one() -> None:
    inner, outer = Mark(0, Span(4, 8)), Mark(1, Span(0, 10))
    assert [s.lanes for s in segments([inner, outer])] == [
        ((0, 1),),
        ((0, 1), (1, 0)),
        ((0, 1),),
    ]


def test_a_point_inside_a_mark_cuts_it() -> None:
    found = segments([Mark(0, Span(0, 10)), Mark(1, Span(4, 4))])
    assert [(s.span.start, s.span.end) for s in found] == [(0, 4), (4, 4), (4, 10)]


def test_what_lies_deeper_than_the_lanes_is_counted_but_not_drawn() -> None:
    [segment] = segments([Mark(n, Span(0, 5)) for n in range(LANES + 3)])
    assert len(segment.lanes) == LANES
    assert segment.depth == LANES + 3
    assert len(segment.ends) == LANES + 3


def test_thousands_of_nested_findings_stay_small() -> None:
    found = segments([Mark(n, Span(n, 10_000 - n)) for n in range(3000)])
    assert len(found) == 5999
    assert max(len(s.lanes) for s in found) == LANES


def test_marks_are_sorted_into_their_blocks() -> None:
    one, other = Mark(0, Span(0, 1)), Mark(1, Span(5, 6))
    assert by_block([(2, one), (0, other)], 3) == [[other], [], [one]]
