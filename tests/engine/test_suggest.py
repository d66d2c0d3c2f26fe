"""Suggestions keep the inflection and the capitals of what they replace."""

import pytest

from mtcheck.checker import check
from mtcheck.engine.packs import load
from mtcheck.engine.suggest import keep_capitals

PACK = """
about: Test.
defaults: {severity: error, category: overly-literal}
rules:
  - id: line
    find: "{verb:walk, take} [a|the] middle line"
    suggest: ["{verb:steer} a middle course"]
    message: "{found}: {suggest}."
  - id: taken
    find: "{verb:walk} the hard path"
    suggest: ["{verb:take} the hard path"]
    message: "{found}."
  - id: number
    find: "{number} hundred millions of {noun:ship}"
    suggest: ["{number}00 million {noun:boat}"]
    message: "{found}."
  - id: name
    find: "in the composition of {det} {word} delegation"
    suggest: ["as part of {det} {word} delegation"]
    message: "{found}."
  - id: copied
    find: "the concerned {noun:department, ministry} {be} {verb:point, state} [their] {noun:view} out"
    suggest: ["the {noun} in charge {be} {verb} {noun:opinion}"]
    message: "{found}."
  - id: said
    find: "the concerned {noun:department, ministry} {verb:point, state} out"
    suggest: ["the {noun} in charge {verb:say}"]
    message: "{found}."
"""


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("He walks the middle line.", "steers a middle course"),
        ("She took the middle line.", "steered a middle course"),
        ("Taking a middle line is hard.", "Steering a middle course"),
        ("They walk the hard path.", "take the hard path"),
        ("They walked the hard path.", "took the hard path"),
        ("They have walked the hard path.", "taken the hard path"),
        ("They have never walked the hard path.", "took the hard path"),
        ("WALKING THE MIDDLE LINE", "STEERING A MIDDLE COURSE"),
        ("Walking The Middle Line", "Steering a Middle Course"),
        (
            "She was in the composition of the Kenyan delegation.",
            "as part of the Kenyan delegation",
        ),
        ("The concerned ministries pointed out", "The ministries in charge said"),
        (
            "The concerned department is stating views out.",
            "The department in charge is stating opinions",
        ),
        ("It ended as Walking the middle line.", "steering a middle course"),
        ('He said: "Walking the middle line is hard."', "Steering a middle course"),
        ("It has 3 hundred millions of ships.", "300 million boats"),
    ],
)
def test_suggestions_take_the_form(pack, text, suggestion):
    findings = check(text, load([pack(PACK)]))
    assert [f.replacements[0] for f in findings] == [suggestion]


@pytest.mark.parametrize(
    ("found", "replacement", "expected"),
    [
        ("new crown", "COVID-19", "COVID-19"),
        ("New crown", "coronavirus", "Coronavirus"),
        ("NEW CROWN", "coronavirus", "CORONAVIRUS"),
        ("New Crown Epidemic", "coronavirus outbreak", "Coronavirus Outbreak"),
        ("US $", "US$", "US$"),
        ("12", "twelve", "twelve"),
        ("“New", "old", "Old"),
        ("x", "", ""),
    ],
)
def test_capitals(found, replacement, expected):
    assert keep_capitals(found, replacement) == expected
