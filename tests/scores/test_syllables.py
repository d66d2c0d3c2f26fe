"""Syllables as a pronouncing dictionary counts them, and what holds for any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.scores.syllables import LONGEST, syllables

COUNTED = {
    1: "a the walked stopped makes clothes league whole don't can't eye strength played Kong's 9",
    2: "about wanted safely statement homeland people table acre inches boxes couldn't judge's "
    "player seeing unique lion Beijing evening settled mayor being Russian million prism café",
    3: "government area idea tourism radio museum video related beautiful serious employee created "
    "basically",
    4: "population situation photographer especially CCTV society cooperate experience",
    5: "communication associated cooperation international association association's",
    6: "responsibility rehabilitation",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, line in COUNTED.items() for word in line.split()]
)
def test_counts_like_a_pronouncing_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count
    assert syllables(word.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")) == count


@given(st.text(min_size=1, max_size=200))
def test_any_string_has_between_one_and_so_many_syllables_as_letters_are_read(word: str) -> None:
    assert 1 <= syllables(word) <= 2 * LONGEST


@pytest.mark.parametrize("end", ["'s", "n't"])
def test_an_ending_without_a_word_is_still_one_syllable(end: str) -> None:
    assert syllables(end) >= 1
