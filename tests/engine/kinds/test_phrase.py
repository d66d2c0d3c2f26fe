"""`phrase`: where it speaks, and where its conditions keep it silent."""

import pytest

from mtcheck.checker import check
from mtcheck.engine.packs import load

HEAD = """about: Test.
defaults: {severity: error, category: terminology}
rules:
  - id: x
    message: "{found}."
    find: %s
"""


def found(pack, find, text, more=""):
    rules = load([pack(HEAD % find + more)])
    findings = check(text, rules)
    assert all(f.text == text[f.span.start : f.span.end] for f in findings)
    return [f.text for f in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The new crown virus.", ["new crown virus"]),
        ("The new  crown\tvirus.", ["new  crown\tvirus"]),
        (
            "The new\ncrown virus came and was\nstill here when the people of the\ntown had left.",
            ["new\ncrown virus"],
        ),
        ("The new crown.\n\nVirus cases rose.", []),
        ("The new crown\n\nvirus.", []),
        ("The renew crown virus.", []),
        ("The new crown viruses.", []),
        ("New\N{NO-BREAK SPACE}Crown virus", ["New\N{NO-BREAK SPACE}Crown virus"]),
        ("\N{GRINNING FACE} new crown virus", ["new crown virus"]),
        ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE} new crown virus", ["new crown virus"]),
        ("new crown virus new crown virus", ["new crown virus", "new crown virus"]),
    ],
)
def test_where_it_speaks(pack, text, expected):
    assert found(pack, "new crown virus", text) == expected


def test_hyphens_and_quotation_marks_are_alike(pack):
    text = "so\N{NON-BREAKING HYPHEN}called \N{LEFT DOUBLE QUOTATION MARK}net red\N{RIGHT DOUBLE QUOTATION MARK} shop"
    assert found(pack, "'so-called \"net red\" shop'", text) == [text]


@pytest.mark.parametrize(
    ("more", "text", "speaks"),
    [
        ("unless: [golden new crown]", "A golden new crown.", False),
        ("unless: [golden new crown]", "A silver new crown.", True),
        ("unless: [crown prince]", "The new crown prince came.", False),
        ("near: [virus, '{noun:vaccine}']", "The new crown. Two vaccines came.", True),
        ("near: [virus]", "The new crown. One day passed. Then the virus came.", False),
        ("near: [new]", "The new crown.", False),
        ("not-near: [dentist]", "The dentist fitted a new crown.", False),
        ("not-near: [dentist]", "The king wore a new crown.", True),
        ("in-text: [Malaysia]", "A new crown.\nMalaysia is far away.", True),
        ("in-text: [Malaysia]", "A new crown.\nMalaysian towns are far away.", False),
        ("not-in-text: [Malaysia]", "A new crown.\nMalaysia is far away.", False),
        ("quotations: skip", 'He said "a new crown" once.', False),
        ("quotations: skip", 'He said "once" a new crown.', True),
        ("quotations: only", 'He said "a new crown" once.', True),
        (
            "titles: skip",
            "The new crown of the town\n\nIt was once a large town in the north.",
            False,
        ),
        ("titles: skip", "A title of the town\n\nIt was once a new crown in the north.", True),
        ("case: true", "A New Crown.", False),
    ],
)
def test_conditions(pack, more, text, speaks):
    assert bool(found(pack, "new crown", text, f"    {more}\n")) is speaks


@pytest.mark.parametrize(
    ("find", "text", "speaks"),
    [
        ("^among them", "Among them, two came.", True),
        ("^among them", '"Among them, two came.', True),
        ("^among them", "Two among them came.", False),
        ("for example$", "Two came, for example.", True),
        ("for example$", "Two, for example, came.", False),
    ],
)
def test_the_ends_of_a_sentence(pack, find, text, speaks):
    assert bool(found(pack, find, text)) is speaks


def test_capitals_of_the_pattern_count_when_asked(pack):
    assert found(pack, "New Crown", "A New Crown, a new crown.", "    case: true\n") == [
        "New Crown"
    ]


def test_names_need_capitals(pack):
    assert found(pack, "'secretary {name}'", "secretary Li Ming and secretary general") == [
        "secretary Li Ming"
    ]


def test_a_long_text_with_many_hits(pack):
    assert len(found(pack, "new {gap:0-3} crown", "new new new crown " * 2000)) == 2000


def test_a_pattern_that_is_silent_hides_no_other_one(pack):
    find = "['was in the minus$', 'the minus by {number}']"
    assert found(pack, find, "It was in the minus by 2 points.") == ["the minus by 2"]
    assert found(pack, find, "It was in the minus.") == ["was in the minus"]


def test_what_stands_there_as_it_should_is_no_finding(pack):
    more = "    suggest: [the Two Upholds]\n"
    text = "They keep to the Two Upholds, to the two upholds and to Two Upholds."
    assert found(pack, "two upholds", text, more) == ["two upholds", "Two Upholds"]
