"""Reading scores: our sentences, a reason where there is no value, plain words where there is."""

from __future__ import annotations

from functools import reduce
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtcheck
from mtcheck.errors import MtcheckError
from mtcheck.scores.counts import Counts
from mtcheck.scores.formulas import textstat_version
from mtcheck.scores.readability import (
    CONSENSUS,
    Difficulty,
    difficulty,
    readability,
    text_counts,
)

ORDER = "consensus flesch flesch-kincaid gunning-fog smog coleman-liau ari dale-chall"
NAMES = ORDER.split()
WITHOUT_SMOG = [name for name in NAMES if name != "smog"]

# What textstat's own rule miscounts: stops inside, no stop at the end, very short, quotations.
FRAGMENTS = [
    "U.S.",
    "No. 5",
    "3.5 per cent",
    "at 9 a.m.",
    "Mr. J. R. Smith",
    "Yes!",
    "Why?!",
    "“No.” “Never.”",
    "he waited...",
    "(see p. 4.)",
    "www.example.com",
    "it rose",
    "- item",
]
SENTENCES = st.lists(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=5).map(" ".join),
    min_size=30,
    max_size=60,
)

FULL = Counts(
    sentences=40,
    words=600,
    latin=600,
    characters=3000,
    syllables=1000,
    polysyllables=90,
    hard=60,
    unfamiliar=120,
)

PLAIN = ["The people of the town came to the market to buy bread and fruit for their children."]


def values(text: list[str] | Counts) -> dict[str, float | None]:
    return dict(zip(NAMES, (score.value for score in readability(text)), strict=True))


def changed(counts: Counts, **how: int) -> Counts:
    fields = {name: getattr(counts, name) for name in Counts.__dataclass_fields__}
    return Counts(**{**fields, **how})


@given(SENTENCES)
def test_the_formulas_use_our_sentences_whatever_stands_in_them(sentences: list[str]) -> None:
    found, words = values(sentences), text_counts(sentences).words
    assert found["flesch"] is not None
    assert found["flesch-kincaid"] is not None
    # Both are linear in words per sentence and syllables per word: two equations, two unknowns.
    ease, grade = 206.835 - found["flesch"], found["flesch-kincaid"] + 15.59
    words_per_sentence = (ease * 11.8 - grade * 84.6) / (1.015 * 11.8 - 0.39 * 84.6)
    assert words / words_per_sentence == pytest.approx(len(sentences))


def test_the_consensus_comes_first_and_is_the_median() -> None:
    found = values(FULL)
    middle = sorted(found[name] or 0 for name in CONSENSUS)[1:3]
    assert found["consensus"] == pytest.approx(sum(middle) / 2)
    assert [str(score.signature).split("|")[0] for score in readability(FULL)] == NAMES


@pytest.mark.parametrize(
    ("counts", "without", "why"),
    [
        (Counts(), NAMES, "only 0 words, this score needs 30"),
        (changed(FULL, words=1), NAMES, "only 1 word, this score needs 30"),
        (changed(FULL, words=29), NAMES, "only 29 words, this score needs 30"),
        (changed(FULL, words=30), [], None),
        (changed(FULL, sentences=2), WITHOUT_SMOG, "only 2 sentences, this score needs 3"),
        (changed(FULL, sentences=2), ["smog"], "only 2 sentences, this score needs 30"),
        (changed(FULL, sentences=3), ["smog"], "only 3 sentences, this score needs 30"),
        (changed(FULL, sentences=29), ["smog"], "only 29 sentences, this score needs 30"),
        (changed(FULL, sentences=30), [], None),
        (changed(FULL, latin=299), NAMES, "only 299 of 600 words are in Latin letters"),
        (changed(FULL, latin=300), [], None),
    ],
)
def test_a_text_that_is_too_short_or_not_in_latin_letters_has_no_value(
    counts: Counts, without: list[str], why: str | None
) -> None:
    scores = dict(zip(NAMES, readability(counts), strict=True))
    assert [name for name in NAMES if scores[name].why_none == why] == (without if why else NAMES)
    for name in without:
        assert scores[name].value is None
        assert scores[name].words == f"No value: {why}."


def test_each_formula_is_signed_with_exactly_what_changes_it() -> None:
    changes = {
        "syllables": changed(FULL, syllables=1100, polysyllables=99, hard=66),
        "hard": changed(FULL, hard=66),
        "characters": changed(FULL, characters=3100),
        "familiar": changed(FULL, unfamiliar=130),
        "sentences": changed(FULL, sentences=41),
        "words": changed(FULL, words=610, polysyllables=91),
    }
    before = dict(zip(NAMES, readability(FULL), strict=True))
    for key, counts in changes.items():
        after = values(counts)
        for name in NAMES[1:]:
            signed = key in dict(before[name].signature.fields)
            assert signed == (after[name] != before[name].value), (key, name)


def test_a_signature_names_formula_settings_and_versions() -> None:
    end = f"textstat:{textstat_version()}|v:{mtcheck.__version__}"
    signatures = [str(score.signature) for score in readability(FULL)]
    assert signatures[0] == (
        "consensus|median:flesch-kincaid,gunning-fog,coleman-liau,ari|words:mtcheck|"
        f"sentences:mtcheck|syllables:mtcheck|hard:gunning|characters:letters+figures|{end}"
    )
    assert signatures[1] == f"flesch|words:mtcheck|sentences:mtcheck|syllables:mtcheck|{end}"


def test_scores_of_two_texts_compare_and_those_of_two_formulas_do_not() -> None:
    one, two = readability(FULL), readability(changed(FULL, sentences=50))
    assert one[0].compare(two[0]) > 0
    with pytest.raises(MtcheckError, match="cannot be compared"):
        one[2].compare(one[3])


@pytest.mark.parametrize(
    ("sentences", "syllables", "words"),
    [
        (600, 600, "Below grade 1: a beginner can read it."),
        (40, 870, "About grade 7: a pupil of 12 or 13 can read it."),
        (40, 1100, "About grade 12: a pupil of 17 or 18 can read it."),
        (40, 1250, "About grade 15: college level."),
        (10, 1200, "About grade 31: harder than college texts."),
    ],
)
def test_a_grade_is_told_in_plain_words(sentences: int, syllables: int, words: str) -> None:
    scores = readability(changed(FULL, sentences=sentences, syllables=syllables))
    assert scores[2].words == words


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (650, "Very easy to read."),
        (760, "Easy to read."),
        (800, "Fairly easy to read."),
        (900, "Plain to read."),
        (960, "Fairly hard to read."),
        (1100, "Hard to read."),
        (1300, "Very hard to read."),
    ],
)
def test_flesch_is_told_in_plain_words(syllables: int, words: str) -> None:
    assert readability(changed(FULL, syllables=syllables))[1].words == words


@pytest.mark.parametrize(
    ("unfamiliar", "grade"),
    [(0, "4 or lower"), (60, "5 or 6"), (90, "7 or 8"), (120, "9 or 10"), (400, "16 or higher")],
)
def test_dale_chall_is_told_in_plain_words(unfamiliar: int, grade: str) -> None:
    words = readability(changed(FULL, unfamiliar=unfamiliar))[7].words
    assert words == f"Grade {grade}, judged by how common its words are."


def test_the_consensus_says_how_far_the_formulas_are_apart() -> None:
    found = values(FULL)
    grades = [found[name] or 0 for name in CONSENSUS]
    spread = f"the formulas say {min(grades):.0f} to {max(grades):.0f}."
    assert readability(FULL)[0].words.endswith(spread)


def test_a_grade_just_below_zero_is_zero() -> None:
    text = ["The old men went past people."] * 12
    assert -0.5 < min(values(text)[name] or 0 for name in CONSENSUS) < 0
    assert "the formulas say 0 to 2" in readability(text)[0].words


def test_a_short_text_is_called_rough() -> None:
    assert readability(PLAIN * 5)[0].words.endswith(" (rough: from 85 words).")
    assert "rough" not in readability(PLAIN * 6)[0].words


def test_harder_prose_gets_a_higher_grade() -> None:
    hard = [
        "The administration's unprecedented reorganization necessitated extraordinary measures."
    ]
    for name, value in values(PLAIN * 30).items():
        other = values(hard * 30)[name]
        assert value is not None
        assert other is not None
        assert (other < value) if name == "flesch" else (other > value)


def test_paragraphs_add_up_to_the_text() -> None:
    paragraphs = [PLAIN * 3, ["It fell.", "Nobody said why."], [*PLAIN, "Прогноз не изменился."]]
    whole = [sentence for paragraph in paragraphs for sentence in paragraph]
    assert reduce(add, map(text_counts, paragraphs)) == text_counts(whole)
    assert readability(text_counts(whole)) == readability(whole)


@given(st.lists(st.text(max_size=300), max_size=40))
def test_no_text_breaks_the_scores(sentences: list[str]) -> None:
    for score in readability(sentences):
        assert (score.value is None) == (score.why_none is not None)
        assert score.words.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "'" * 300_000, "a-" * 300_000, "不" * 300_000, "1 " * 100_000, "\0" * 1000],
    ids=["one word", "quotes", "compound", "Chinese", "figures", "zeros"],
)
def test_hostile_text_gets_a_reason_instead_of_a_number(text: str) -> None:
    assert all(score.why_none for score in readability([text] * 3))


def test_a_long_text_reads_like_its_parts() -> None:
    one, many = values(PLAIN * 40), values(PLAIN * 12_000)  # 1 MB
    assert many == {name: pytest.approx(value) for name, value in one.items()}


def test_difficulty_is_given_sentence_by_sentence() -> None:
    assert difficulty(["The government fell.", "...", "No!"]) == (
        Difficulty(3, 5 / 3),
        Difficulty(0, None),
        Difficulty(1, 1.0),
    )
