"""A score says what it was computed with, and is only compared with its like."""

from __future__ import annotations

from dataclasses import replace

import pytest

import mtcheck
from mtcheck.errors import MtcheckError
from mtcheck.scores.quality import quality
from mtcheck.scores.score import Score, Signature

SIGNATURE = Signature("flesch", (("words", "mtcheck"), ("textstat", "0.7.13"), ("v", "0.1.0")))
SCORE = Score("Flesch", 61.5, "points", (50.0, 70.0), SIGNATURE, None, "Plain.")


def test_a_signature_is_one_line_in_field_order() -> None:
    assert str(SIGNATURE) == "flesch|words:mtcheck|textstat:0.7.13|v:0.1.0"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("two words", ()),
        ("", ()),
        ("a|b", ()),
        ("flesch", (("v:1", "x"),)),
        ("flesch", (("v", ""),)),
        ("flesch", (("v", "1"), ("v", "2"))),
    ],
)
def test_an_ambiguous_signature_is_refused(name: str, fields: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(ValueError, match=r"signature"):
        Signature(name, fields)


def test_compare_is_the_difference_of_the_values() -> None:
    assert SCORE.compare(replace(SCORE, value=60.0, words="Other.")) == 1.5


@pytest.mark.parametrize(
    ("other", "named"),
    [
        (Signature("smog", SIGNATURE.fields), r"score flesch / smog"),
        (Signature("flesch", (*SIGNATURE.fields[:2], ("v", "0.2.0"))), r"v 0\.1\.0 / 0\.2\.0"),
        (Signature("flesch", SIGNATURE.fields[1:]), r"words mtcheck / none"),
        (Signature("flesch", (*SIGNATURE.fields, ("hard", "x"))), r"hard none / x"),
    ],
)
def test_scores_that_were_computed_differently_are_not_compared(
    other: Signature, named: str
) -> None:
    with pytest.raises(MtcheckError, match=named):
        SCORE.compare(replace(SCORE, signature=other))


@pytest.mark.parametrize("swap", [False, True])
def test_a_score_without_a_value_is_not_compared(swap: bool) -> None:
    none = replace(SCORE, value=None, interval=None, why_none="only 3 words")
    one, two = (none, SCORE) if swap else (SCORE, none)
    with pytest.raises(MtcheckError, match="only 3 words"):
        one.compare(two)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"why_none": "too short"},
        {"interval": (62.0, 70.0)},
        {"value": None, "why_none": "too short"},
    ],
)
def test_a_score_that_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Flesch"):
        replace(SCORE, **wrong)  # type: ignore[arg-type]


def test_signatures_name_the_version() -> None:
    assert dict(quality([], 100).penalty.signature.fields)["v"] == mtcheck.__version__
