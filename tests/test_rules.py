"""The shipped rules do what they say: their examples are the tests."""

import pytest

from mtcheck.checker import shipped
from mtcheck.ruletest import lint, run_examples

RULES = shipped()


def test_every_example_comes_out_as_said():
    assert [str(f) for f in run_examples(RULES)] == []


def test_every_rule_has_what_it_needs():
    assert [str(f) for f in lint(RULES)] == []


def test_there_are_enough_and_the_largest_area_is_chinese():
    areas = [r.id.split("/")[0] for r in RULES.rules]
    assert len(areas) >= 300
    assert max(set(areas), key=areas.count) == "zh"


@pytest.mark.parametrize("severity", ["error", "warning", "suggestion"])
def test_every_tier_is_used(severity):
    assert any(r.severity == severity for r in RULES.rules)


def test_messages_are_one_sentence_and_quote_what_they_mean():
    for rule in RULES.rules:
        assert rule.message.rstrip()[-1] in ".?!", rule.id
        assert "\n" not in rule.message, rule.id


def test_measured_rules_are_rules():
    assert set(RULES.evidence) <= {r.id for r in RULES.rules}
