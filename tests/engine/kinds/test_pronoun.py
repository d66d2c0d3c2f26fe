"""`pronoun`: he who is she, and others of whom that only seems so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import pronoun
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text


def rule(problem):
    return Rule("a/b/c", "pronoun", "m", "warning", "grammar", params={"problem": problem})


def hits(problem, text):
    made = rule(problem)
    plan = pronoun.plan(made)
    view = View(read_text(text))
    low = view.low
    positions = sorted(
        at for literal in plan.literals for at in range(len(low)) if low.startswith(literal, at)
    )
    return view, list(pronoun.check(made, plan)(view, positions))


def found(problem, text):
    view, all_hits = hits(problem, text)
    return [(view.text[h.start : h.end], *h.replacements) for h in all_hits]


WOMAN = "The spokeswoman Lin Mei said on Monday that it was late. "


@pytest.mark.parametrize(
    ("problem", "text", "expected"),
    [
        ("self", "He hurt herself.", [("herself", "himself")]),
        ("self", "So she has never looked at himself.", [("himself", "herself")]),
        ("self", "He hurt himself, she hurt herself.", []),
        ("self", "He and herself, he saw the queen herself, he told Anna herself.", []),
        ("self", "He hurt herselfish. The cow hurt himself.", []),
        ("speaker", WOMAN + "He added that.", [("He", "She")]),
        ("speaker", WOMAN + "He also said that.", [("He", "She")]),
        ("speaker", "Mr. Brown told us so. She added that.", [("She", "He")]),
        ("speaker", "The Foreign Ministry spokesman said so. She added that.", [("She", "He")]),
        ("speaker", WOMAN + "She added that.", []),
        ("speaker", WOMAN + "He left.", []),
        ("speaker", WOMAN, []),
        ("speaker", WOMAN + "\n\nHe added that.", []),
        ("speaker", "The actress left. He added that.", []),
        ("speaker", "His man left. " + WOMAN + "He added that.", []),
        ("speaker", "The spokeswoman said that Karl Orff left. He added that.", []),
        ("speaker", "Karl Orff's spokeswoman said so. He added that.", []),
        ("speaker", "The spokeswoman and Mr Brown said so. He added that.", []),
        ("speaker", "The spokeswoman said he told her. He added that.", []),
        ("speaker", "The spokeswoman said it was told. He added that.", []),
        ("speaker", '"The spokeswoman said so. He added that.', []),
        ("speaker", "The spokeswoman said so " + "in the town " * 40 + ". He added that.", []),
        ("speaker", "It was late in the town. " * 40 + WOMAN + "He added that.", []),
        ("speaker", "Ms Lin told Miss Bo so. He added that.", []),
    ],
)
def test_pronouns(problem, text, expected):
    assert found(problem, text) == expected


def test_what_a_hit_says():
    assert hits("self", "He hurt herself.")[1][0].values == {"subject": "He"}
    assert hits("speaker", WOMAN + "He added that.")[1][0].values == {"speaker": "spokeswoman"}


def test_a_wrong_problem():
    with pytest.raises(RuleProblem) as error:
        pronoun.plan(rule("odd"))
    assert error.value.field == "problem"


PIECES = [
    "He",
    "She",
    "herself",
    "himself.",
    "Ms Lin",
    "said.",
    "added",
    "\n\n",
    "hurt",
    '"',
    "Mr Bo",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_hits_lie_in_one_block(text):
    for problem in ("self", "speaker"):
        view, all_hits = hits(problem, text)
        for hit in all_hits:
            assert 0 <= hit.start < hit.end <= len(view.text)
            assert "\n" not in view.text[hit.start : hit.end]
