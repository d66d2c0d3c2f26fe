"""The shipped rules do what they say: their examples are the tests."""

from collections import Counter

import pytest

from mtcheck.checker import shipped
from mtcheck.engine.evidence import Evidence
from mtcheck.ruletest import lint, run_examples

RULES = shipped()


def test_every_example_comes_out_as_said():
    assert [str(f) for f in run_examples(RULES)] == []


def test_every_rule_has_what_it_needs():
    assert [str(f) for f in lint(RULES)] == []


@pytest.mark.parametrize("severity", ["error", "warning", "suggestion"])
def test_every_tier_is_used(severity):
    assert any(r.severity == severity for r in RULES.rules)


def test_messages_are_one_sentence_and_quote_what_they_mean():
    for rule in RULES.rules:
        assert rule.message.rstrip()[-1] in ".?!", rule.id
        assert "\n" not in rule.message, rule.id


def test_measured_rules_are_rules():
    assert set(RULES.evidence) <= {r.id for r in RULES.rules}


LEAST_RATED, LEAST_AGREED = 20, 0.35
MOST_NATIVE = 3.0  # findings per million words of original English


def too_often_wrong(evidence):
    """Why a rule of the error or warning tier was measured to be wrong too often, or None."""
    if evidence.rated_by_two >= LEAST_RATED and (
        evidence.agreed < LEAST_AGREED * evidence.rated_by_two
    ):
        return f"raters agreed with {evidence.agreed} of {evidence.rated_by_two}"
    if evidence.native_per_million > MOST_NATIVE:
        return f"{evidence.native_per_million} per million words of original English"
    return None


def test_errors_and_warnings_were_measured_to_be_right_or_say_why_not():
    severity = {rule.id: rule.severity for rule in RULES.rules}
    wrong = {
        id_: why
        for id_, evidence in RULES.evidence.items()
        if severity[id_] != "suggestion"
        and (why := too_often_wrong(evidence))
        and not RULES.docs[id_].accepted
    }
    assert wrong == {}


def test_nothing_is_accepted_that_needs_no_excuse():
    excused = {id_ for id_, doc in RULES.docs.items() if doc.accepted}
    assert excused == {id_ for id_ in excused if too_often_wrong(RULES.evidence[id_])}


@pytest.mark.parametrize(
    ("rated", "agreed", "native", "is_wrong"),
    [(20, 6, 0.0, True), (20, 7, 0.0, False), (19, 0, 0.0, False), (0, 0, 3.1, True)],
)
def test_what_too_often_means(rated, agreed, native, is_wrong):
    evidence = Evidence(9, rated, agreed, 0.2, rated, agreed, native, 0.0, 0.0)
    assert bool(too_often_wrong(evidence)) is is_wrong


LEAST = {"zh": 600, "ja": 200, "ko": 60, "de": 60, "fr": 60, "es": 60, "pt": 60, "ar": 60, "he": 60}


@pytest.mark.parametrize(("language", "least"), LEAST.items())
def test_each_source_language_has_its_rules(language, least):
    assert sum(rule.language == language for rule in RULES.rules) >= least


def test_neighbouring_languages_together_have_theirs():
    counts = Counter(rule.language for rule in RULES.rules)
    assert counts["ru"] + counts["uk"] >= 250
    assert counts["cs"] + counts["pl"] >= 60
    assert counts[None] >= 200
    assert len(RULES.rules) >= 2000
