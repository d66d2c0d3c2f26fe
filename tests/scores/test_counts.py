"""What is counted in a text, by the rules of those who made the formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.scores.counts import Counts, count, is_familiar, word_syllables

LISTED = "the a one and is in of farm stop happy bake city run try can't quick water fall"
EASY = frozenset(LISTED.split())
FAMILIAR = """
    farm Farm farms farm's cities stopped stopping baked baking runs tried happier quickest happily
    quickly water-fall 1998 3rd can't
"""
UNFAMILIAR = "government farmhouse water-wheel unhappy s es ing stopp"


@pytest.mark.parametrize("word", FAMILIAR.split())
def test_listed_words_their_inflections_compounds_and_figures_are_familiar(word: str) -> None:
    assert is_familiar(word, EASY)
    assert is_familiar(word.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"), EASY)


@pytest.mark.parametrize("word", UNFAMILIAR.split())
def test_other_words_are_not_familiar(word: str) -> None:
    assert not is_familiar(word, EASY)


@pytest.mark.parametrize(
    ("sentence", "polysyllables", "hard"),
    [
        ("the government", 1, 1),
        ("in Indonesia", 1, 0),  # a name
        ("Indonesia is", 1, 1),  # where it begins a sentence, nobody can tell
        ("the long-established farm", 1, 0),  # a compound
        ("the processes", 1, 0),  # long by its ending alone
        ("is dividing", 1, 0),
        ("the industries", 1, 1),  # long without its ending
    ],
)
def test_hard_words_are_those_that_gunning_counts(
    sentence: str, polysyllables: int, hard: int
) -> None:
    counts = count([sentence], EASY)
    assert (counts.polysyllables, counts.hard) == (polysyllables, hard)


def test_everything_is_counted_once() -> None:
    assert count(["The U-2 is in Мир.", "***", "It can't stop 3 floods!"], EASY) == Counts(
        sentences=2,  # a sentence needs a word
        words=10,
        latin=8,
        characters=3 + 2 + 2 + 2 + 3 + 2 + 4 + 4 + 1 + 6,
        syllables=10,
        polysyllables=0,
        hard=0,
        unfamiliar=2,  # it, floods; a capital inside a sentence makes a name
    )


def test_names_are_familiar_and_what_begins_a_sentence_is_looked_up() -> None:
    assert count(["Ghent is in Flanders"], EASY).unfamiliar == 1


def test_the_parts_of_a_compound_add_up() -> None:
    assert word_syllables("café-society") == 6
    assert word_syllables("9-11") == 1


@given(st.lists(st.text(max_size=60), max_size=8), st.lists(st.text(max_size=60), max_size=8))
def test_the_counts_of_two_texts_add_up_to_those_of_both(one: list[str], two: list[str]) -> None:
    assert count(one, EASY) + count(two, EASY) == count(one + two, EASY)


@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_text_breaks_the_counts(sentences: list[str]) -> None:
    counts = count(sentences, EASY)
    assert 0 <= counts.hard <= counts.polysyllables <= counts.words <= counts.syllables
    assert counts.sentences <= min(len(sentences), counts.words)
    assert counts.words <= counts.characters
    assert max(counts.latin, counts.unfamiliar) <= counts.words
