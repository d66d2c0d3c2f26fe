"""The laws of offset maps: contiguity, round trip, composition, and lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.text.lines import LineIndex
from mtcheck.text.offsets import Edit, OffsetMap, Run, apply_edits
from mtcheck.text.span import Span

texts = st.text(alphabet="ab \n\U0001f600é", max_size=40)


@st.composite
def edited(draw, text=None):
    """A text and edits of it in text order, none touching the one before."""
    source = draw(texts) if text is None else text
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8, unique=True)))
    edits = [
        Edit(Span(a, b), draw(st.text(alphabet="xyz", max_size=3)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return source, edits


@given(edited())
def test_runs_are_contiguous_and_verbatim_runs_hold_the_same_text(case):
    text, edits = case
    new, offsets = apply_edits(text, edits)
    assert offsets.old_length == len(text)
    assert offsets.new_length == len(new)
    for run in offsets.runs:
        if run.verbatim:
            assert run.old.of(text) == run.new.of(new)
    assert "".join(r.old.of(text) for r in offsets.runs) == text
    assert "".join(r.new.of(new) for r in offsets.runs) == new


@given(edited(), st.data())
def test_a_span_there_and_back_covers_itself(case, data):
    text, edits = case
    _, offsets = apply_edits(text, edits)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    there = offsets.to_new(span)
    if len(span) and len(there):
        back = offsets.to_old(there)
        kept = [i for i in range(span.start, span.end) if _is_verbatim(offsets, i)]
        assert all(back.start <= i < back.end for i in kept)
    for_new = data.draw(st.integers(0, offsets.new_length))
    new_span = Span(for_new, data.draw(st.integers(for_new, offsets.new_length)))
    old = offsets.to_old(new_span)
    if len(new_span) and len(old):
        assert offsets.to_new(old).covers(new_span)


def _is_verbatim(offsets, position):
    return any(r.verbatim and r.old.start <= position < r.old.end for r in offsets.runs)


@given(edited(), st.data())
def test_verbatim_text_maps_to_itself(case, data):
    text, edits = case
    new, offsets = apply_edits(text, edits)
    for run in offsets.runs:
        if run.verbatim:
            start = data.draw(st.integers(run.new.start, run.new.end - 1))
            end = data.draw(st.integers(start + 1, run.new.end))
            assert offsets.to_old(Span(start, end)).of(text) == new[start:end]


@given(st.data())
def test_composition_is_one_step_after_the_other(data):
    text, edits = data.draw(edited())
    middle, first = apply_edits(text, edits)
    _, later_edits = data.draw(edited(middle))
    new, second = apply_edits(middle, later_edits)
    both = first.then(second)
    assert both.old_length == len(text)
    assert both.new_length == len(new)
    for run in both.runs:
        if run.verbatim:
            assert run.old.of(text) == run.new.of(new)
    start = data.draw(st.integers(0, len(new)))
    span = Span(start, data.draw(st.integers(start, len(new))))
    if len(span):
        assert both.to_old(span).covers(first.to_old(second.to_old(span)))


def test_what_is_removed_grows_nothing_beside_it():
    # "x&amp;<!-->y" without its comment and reference, then without "x" and with "Y"
    first = OffsetMap.from_edits(12, [Edit(Span(1, 6), "&"), Edit(Span(6, 11), "")])
    second = OffsetMap.from_edits(3, [Edit(Span(0, 1), ""), Edit(Span(2, 3), "Y")])
    both = first.then(second)
    assert [(tuple(run.old), tuple(run.new)) for run in both.runs] == [
        *(((0, 1), (0, 0)), ((1, 6), (0, 1)), ((6, 11), (1, 1)), ((11, 12), (1, 2)))
    ]
    put = OffsetMap.from_edits(3, [Edit(Span(2, 2), "\n")])
    assert first.then(put).to_old(Span(1, 2)).end >= 6  # an insertion takes what touches it


@given(edited())
def test_composition_with_identity_changes_nothing(case):
    text, edits = case
    new, offsets = apply_edits(text, edits)
    assert OffsetMap.identity(len(text)).then(offsets).runs == offsets.runs
    assert offsets.then(OffsetMap.identity(len(new))).runs == offsets.runs


@pytest.mark.parametrize(
    ("edits", "span", "old"),
    [
        ([Edit(Span(1, 5), "-")], Span(1, 2), Span(1, 5)),  # a decoded entity is the whole entity
        ([Edit(Span(0, 1), "")], Span(0, 3), Span(1, 4)),  # a removed byte-order mark is not hit
        ([Edit(Span(3, 3), "xy")], Span(3, 4), Span(3, 3)),  # what was inserted came from nowhere
        ([Edit(Span(3, 3), "xy")], Span(2, 6), Span(2, 4)),
        ([], Span(6, 6), Span(6, 6)),
    ],
)
def test_where_a_span_came_from(edits, span, old):
    assert OffsetMap.from_edits(6, edits).to_old(span) == old


@pytest.mark.parametrize(
    "runs",
    [
        [Run(Span(1, 2), Span(0, 1), True)],
        [Run(Span(0, 2), Span(0, 1), True)],
        [Run(Span(0, 1), Span(0, 1), True), Run(Span(2, 3), Span(1, 2), True)],
    ],
)
def test_a_map_with_a_gap_cannot_exist(runs):
    with pytest.raises(ValueError, match="start|length"):
        OffsetMap(runs)


def test_edits_out_of_order_are_refused():
    with pytest.raises(ValueError, match="overlaps"):
        OffsetMap.from_edits(9, [Edit(Span(4, 5), ""), Edit(Span(1, 2), "")])


def test_maps_of_different_texts_do_not_compose():
    with pytest.raises(ValueError, match="another length"):
        OffsetMap.identity(3).then(OffsetMap.identity(4))


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        OffsetMap.identity(3).to_old(Span(2, 4))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans_cannot_be_made(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_lines_and_other_units():
    text = "a\r\n\U0001f600b\rc\nd"
    lines = LineIndex(text)
    assert [lines.line_column(text.index(c)) for c in "abcd"] == [(1, 1), (2, 2), (3, 1), (4, 1)]
    assert lines.utf16(text.index("b")) == 5
    assert lines.utf8(text.index("b")) == 7


@pytest.mark.parametrize(
    ("old", "new", "verbatim"),
    [
        ([0, 4, 3], [0, 4, 4], [True, False]),
        ([0, 4, 4], [0, 4, 3], [True, False]),
        ([1, 4], [0, 3], [True]),
        ([0, 4], [0, 3], [True]),
    ],
)
def test_starts_that_are_no_map_are_refused(old, new, verbatim):
    with pytest.raises(ValueError, match="run"):
        OffsetMap.from_starts(old, new, verbatim)


def test_a_map_from_starts_is_that_of_its_runs():
    made = OffsetMap.from_starts([0, 2, 5], [0, 2, 3], [True, False])
    assert made == OffsetMap(
        [Run(Span(0, 2), Span(0, 2), True), Run(Span(2, 5), Span(2, 3), False)]
    )
    assert (made.old_length, made.new_length) == (5, 3)
