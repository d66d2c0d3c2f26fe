"""The penalty: what it adds up, where it comes from, and what it does not claim."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtcheck
from mtcheck.errors import MtcheckError
from mtcheck.finding import CATEGORIES, PENALTIES, SEVERITIES, Finding, Severity
from mtcheck.scores.quality import MINIMUM_WORDS, VERDICTS, quality
from mtcheck.text.span import Span


def finding(severity: Severity, category: str = "grammar", penalty: float | None = None) -> Finding:
    weight = PENALTIES[severity] if penalty is None else penalty
    return Finding("a/b/c", Span(0, 1), severity, category, "m", "t", penalty=weight)


def some(errors: int = 0, warnings: int = 0, suggestions: int = 0) -> list[Finding]:
    return (
        [finding("error")] * errors
        + [finding("warning")] * warnings
        + [finding("suggestion")] * suggestions
    )


FINDINGS = st.lists(
    st.builds(finding, st.sampled_from(SEVERITIES), st.sampled_from([*CATEGORIES, "new"])),
    max_size=30,
)
WORDS = st.integers(MINIMUM_WORDS, 100_000)


def test_the_penalty_is_points_per_1000_words_with_its_interval() -> None:
    found = quality(some(errors=2, warnings=3, suggestions=4), 500)
    assert found.points == 13
    assert found.penalty.value == 26
    assert found.penalty.interval == pytest.approx((5.72, 77.98), abs=0.01)
    assert found.penalty.words == (
        "26.0 penalty points per 1,000 words, from 9 unconfirmed issues (2 errors, 3 warnings, "
        "4 suggestions) in 500 words; in so many words, chance alone allows 5.7 to 78.0."
    )


def test_the_mqm_raw_score_goes_by_its_own_name_only() -> None:
    raw = quality(some(errors=1), 1000).mqm_raw
    assert raw.name == "MQM raw score"
    assert raw.value == pytest.approx(99.5)
    assert "1 unconfirmed issue (1 error)" in raw.words
    assert "no percentage" in raw.words


def test_nothing_found_is_not_certainty() -> None:
    found = quality([], 100)
    assert found.penalty.value == 0
    assert found.penalty.interval == pytest.approx((0, 184.44), abs=0.01)
    assert "0 unconfirmed issues in 100 words" in found.penalty.words
    assert found.by_category == ()


@pytest.mark.parametrize(
    ("findings", "weights"),
    [
        (some(1, 1, 1), "error=5,warning=1,suggestion=0"),
        ([], "error=5,warning=1,suggestion=0"),
        ([finding("error", penalty=25)], "by-rule"),
    ],
)
def test_formula_and_weights_are_in_the_signature(findings: list[Finding], weights: str) -> None:
    found, end = quality(findings, 300), f"words:mtcheck|v:{mtcheck.__version__}"
    tail = f"weights:{weights}|repeats:each|issues:unconfirmed|{end}"
    assert str(found.penalty.signature) == f"penalty|per:1000|interval:fay-feuer-95|{tail}"
    assert str(found.mqm_raw.signature) == f"mqm-raw|{tail}"


def test_scores_with_other_weights_are_not_compared() -> None:
    usual, own = quality(some(errors=1), 300), quality([finding("error", penalty=25)], 300)
    with pytest.raises(MtcheckError, match="weights"):
        usual.penalty.compare(own.penalty)


def test_a_heavier_finding_than_any_severity_keeps_its_interval() -> None:
    penalty = quality([finding("error", penalty=25)], 1000).penalty
    assert penalty.interval == pytest.approx((25 * 0.0253, 25 * 5.5716), abs=0.01)


@pytest.mark.parametrize("words", [0, 1, MINIMUM_WORDS - 1])
def test_a_very_short_text_has_no_penalty(words: int) -> None:
    found = quality(some(errors=1), words)
    assert found.verdict.name == "too short"
    for score in (found.penalty, found.mqm_raw):
        assert score.value is None
        assert score.why_none == f"only {words} words, a penalty needs 20"
    assert [share.per_thousand for share in (*found.by_category, *found.by_severity)] == [None] * 4


def test_a_negative_number_of_words_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 words"):
        quality([], -1)


def test_categories_come_with_most_points_first_and_in_words() -> None:
    found = quality(
        [
            finding("suggestion", "style"),
            finding("warning", "spelling"),
            finding("warning", "grammar"),
            finding("error", "entity"),
            finding("suggestion", "new"),
            finding("suggestion", "style"),
        ],
        2000,
    )
    assert [(s.title, s.count, s.points, s.per_thousand) for s in found.by_category] == [
        ("Wrong name or fact", 1, 5, 2.5),
        ("Grammar", 1, 1, 0.5),
        ("Spelling or capitals", 1, 1, 0.5),
        ("Style", 2, 0, 0),
        ("new", 1, 0, 0),
    ]
    assert [(s.key, s.count, s.points) for s in found.by_severity] == [
        ("error", 1, 5),
        ("warning", 2, 2),
        ("suggestion", 3, 0),
    ]


@given(FINDINGS, WORDS)
def test_the_parts_add_up_to_the_whole(findings: list[Finding], words: int) -> None:
    found = quality(findings, words)
    for shares in (found.by_category, found.by_severity):
        assert sum(share.count for share in shares) == found.count == len(findings)
        assert sum(share.points for share in shares) == found.points
        per_thousand = sum(share.per_thousand or 0 for share in shares)
        assert found.penalty.value == pytest.approx(per_thousand)


@given(FINDINGS, WORDS, st.integers(1, 5))
def test_suggestions_weigh_nothing(findings: list[Finding], words: int, more: int) -> None:
    one, two = quality(findings, words), quality(findings + some(suggestions=more), words)
    assert one.penalty.compare(two.penalty) == 0
    assert (one.penalty.interval, one.verdict) == (two.penalty.interval, two.verdict)


@given(FINDINGS, WORDS)
def test_order_does_not_matter(findings: list[Finding], words: int) -> None:
    assert quality(findings, words) == quality(findings[::-1], words)


@given(FINDINGS, WORDS)
def test_every_text_with_a_penalty_gets_one_of_the_verdicts(
    findings: list[Finding], words: int
) -> None:
    found = quality(findings, words)
    assert found.verdict in [band.verdict for band in VERDICTS]
    assert "unconfirmed issue" in found.penalty.words
    assert found.mqm_raw.value == pytest.approx(100 - (found.penalty.value or 0) / 10)


@pytest.mark.parametrize(
    ("findings", "words", "verdict"),
    [
        ([], 1000, "clean"),
        (some(suggestions=90), 1000, "clean"),
        (some(warnings=2), 1000, "clean"),
        (some(warnings=3), 1000, "needs a look"),
        (some(errors=1), 100_000, "needs a look"),  # an error is always worth a look
        (some(errors=2, warnings=4), 1000, "needs a look"),
        (some(errors=3), 1000, "needs an editor"),
        (some(warnings=1), 20, "clean"),  # judged as 500 words
        (some(errors=1), 20, "needs a look"),
        (some(errors=2), 20, "needs an editor"),
    ],
)
def test_the_verdict_goes_by_density_and_spares_short_texts(
    findings: list[Finding], words: int, verdict: str
) -> None:
    assert quality(findings, words).verdict.name == verdict


def test_the_bands_rise_and_the_last_takes_everything() -> None:
    assert all(low.below < high.below for low, high in pairwise(VERDICTS))
    assert VERDICTS[-1].below == float("inf")
    assert VERDICTS[-1].errors
