"""Positions of the page: UTF-16 units, and blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.output.html.units import Place, Places, Utf16
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span


@given(st.text())
def test_utf16_counts_as_a_browser_does(text: str) -> None:
    units = Utf16(text)
    for position in range(len(text) + 1):
        assert units.of(position) == len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def places_of(raw: str, blocks: list[Span], edits: list[Edit] | None = None) -> Places:
    text, offsets = apply_edits(raw, edits or [])
    made = tuple(Block("paragraph", b) for b in blocks)
    return Places(Document(raw, text, offsets, made), tuple(blocks))


def test_a_place_counts_from_its_block_in_utf16() -> None:
    places = places_of("🚢🚢\n\n🚢 ab", [Span(0, 2), Span(4, 8)])
    assert places.place(Span(6, 8)) == Place(1, 3, 2)
    assert places.place(Span(0, 2)) == Place(0, 0, 4)


def test_a_stretch_over_two_blocks_has_a_part_in_each() -> None:
    places = places_of("one\n\ntwo", [Span(0, 3), Span(5, 8)])
    assert places.blocks_of(Span(1, 7)) == [(0, Span(1, 3)), (1, Span(5, 7))]


def test_white_space_between_blocks_is_a_point_at_the_block_before() -> None:
    places = places_of("one\n\ntwo", [Span(0, 3), Span(5, 8)])
    assert places.blocks_of(Span(3, 5)) == [(0, Span(3, 3))]
    assert places.blocks_of(Span(4, 4)) == [(0, Span(3, 3))]


def test_what_stands_before_the_first_block_is_a_point_at_its_start() -> None:
    places = places_of("  one", [Span(2, 5)])
    assert places.blocks_of(Span(0, 1)) == [(0, Span(2, 2))]


def test_a_point_lies_in_one_block() -> None:
    places = places_of("one\ntwo", [Span(0, 3), Span(3, 7)])
    assert places.blocks_of(Span(1, 1)) == [(0, Span(1, 1))]
    assert len(places.blocks_of(Span(3, 3))) == 1


def test_raw_positions_are_carried_into_the_text() -> None:
    raw = "<b>one</b> two"
    edits = [Edit(Span(0, 3), ""), Edit(Span(6, 10), "")]
    places = places_of(raw, [Span(0, 7)], edits)
    assert places.place(Span(raw.index("two"), len(raw))) == Place(0, 4, 3)


def test_without_blocks_there_is_no_place() -> None:
    places = places_of("", [])
    assert places.place(Span(0, 0)) is None
    assert places.blocks_of(Span(0, 0)) == []
