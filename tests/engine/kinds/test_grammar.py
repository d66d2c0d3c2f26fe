"""`grammar`: forms that their neighbours forbid, and rows that only look forbidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.grammar_verbs import AFTER
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import grammar
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text


def rule(problem):
    return Rule("a/b/c", "grammar", "m", "warning", "grammar", params={"problem": problem})


def hits(problem, text):
    made = rule(problem)
    plan = grammar.plan(made)
    view = View(read_text(text))
    low = view.low
    positions = sorted(
        {at for literal in plan.literals for at in range(len(low)) if low.startswith(literal, at)}
    )
    return view, list(grammar.check(made, plan)(view, positions))


def found(problem, text):
    view, all_hits = hits(problem, text)
    return [(view.text[h.start : h.end], *h.replacements) for h in all_hits]


@pytest.mark.parametrize(
    "text",
    [
        "<a:an> interview",
        "<a:an> Iranian",
        "<a:an> hour",
        "<a:an> honest man",
        "<a:an> unanswered call",
        "<a:an> uninvited guest",
        "<a:an> urban myth",
        "<an:a> state-owned firm",
        "<an:a> university",
        "<an:a> union",
        "<an:a> unanimous vote",
        "<an:a> euro",
        "<an:a> one-off",
        "<an:a> house",
        "<an:a> yacht",
        "<a:an> 8% rise",
        "<a:an> 8,000-seat hall",
        "<a:an> 80-year-old, <a:an> 8th one",
        "<a:an> 11-day trip",
        "<a:an> 18-year-old",
        "<an:a> 12-day trip",
        "<an:a> 100 yuan note",
        "a unit, a user, a euro, a one-off, a ewe, a ubiquitous urn, a unidirectional unimodal union",
        "a UN body, a U-turn, an MP, an FBI man, an x-ray, an xray, an lvalue, an nth, an ssh key",
        "an uber-rich man, an unironed shirt, an unissued stamp, an onerous task, an 1,100-seat hall",
        "a Oaxacan dish, an hour, an honour, an historic day, an heir, an unidentified man, an urn, an Ukrainian",
        "a la carte, a as in, vitamin a is, a au lait, an ngr",
        "a 7% rise, an 8% rise",
        "a 1,800-seat hall, an 1800s hall, a 110 m run, a 1812 war, a 8:30 bus",
        "type a 8 batteries",
        "Serie A is, a.e. x, a @e",
    ],
)
def test_articles(text):
    plain, expected = text, []
    while "<" in plain:
        before, _, rest = plain.partition("<")
        mark, _, after = rest.partition(">")
        wrong, _, right = mark.partition(":")
        expected.append((wrong, right))
        plain = before + wrong + after
    assert found("article", f"He saw {plain}.") == expected


@pytest.mark.parametrize(
    ("problem", "text", "expected"),
    [
        ("after-do", "He did not went.", [("went", "go")]),
        (
            "after-do",
            "He didn't also wanted it; they do not came.",
            [("wanted", "want"), ("came", "come")],
        ),
        (
            "after-do",
            "It does not goes; it doesn't applies; it does not watches.",
            [("goes", "go"), ("watches", "watch")],
        ),
        ("after-do", "He did not carried it.", [("carried", "carry")]),
        ("after-do", "They do not works; he did not found it, nor did not feed us.", []),
        ("after-do", "What he did not had; he did not used to.", []),
        ("after-do", "He did not Went; I re-did not went; he did not went-up.", []),
        ("after-do", "He did not xyzed it.", []),
        ("after-modal", "He would came.", [("came", "come")]),
        (
            "after-modal",
            "It cannot also closed, and they must went.",
            [("closed", "close"), ("went", "go")],
        ),
        ("after-modal", "All who could fled. Those who would went. He said a must went.", []),
        ("after-modal", "Should built houses stand? If so, should built ones?", []),
        ("after-modal", "He would go and must need it.", []),
        ("modal-to", "They must to leave it.", [("to leave", "leave")]),
        ("modal-to", "He does what he can to help. The trash can to be sold.", []),
        ("modal-to", "They must to the sea; a can to open.", []),
        ("after-to", "They came to sang the song.", [("sang", "sing")]),
        ("after-to", "They want to also wrote a song.", []),
        ("after-to", "The man he spoke to took the bus; the man he referred to gave a cup.", []),
        ("after-to", "They came to sang, to was the man.", []),
        ("after-to", "To sang the song they came.", [("sang", "sing")]),
        ("after-have", "It has already reach the top.", [("reach", "reached")]),
        (
            "after-have",
            "It has already become the top, has also trouble in it, has also reach. The tools they have also include a saw.",
            [],
        ),
        ("after-be", "It will be build by May.", [("build", "built")]),
        ("after-be", "It has also been give to us.", [("give", "given")]),
        ("after-be", "It may be become the top; let it be give and take; be build in May.", []),
        (
            "after-be",
            "It will be build-ready, it will be build. Unless it be build in May, it will be build up.",
            [],
        ),
    ],
)
def test_verbs(problem, text, expected):
    assert found(problem, text) == expected


def test_a_wrong_problem():
    with pytest.raises(RuleProblem) as error:
        grammar.plan(rule("odd"))
    assert error.value.field == "problem"


PIECES = ["did not", "went", "to", "sang", "the", "can", "must", "has already", "reach", "will be"]
PIECES += [
    "build",
    "a",
    "an",
    "hour",
    "8",
    "11",
    "union",
    ".",
    "\n\n",
    "He",
    "what",
    "FBI",
    "-",
    "a a",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_hits_lie_in_one_block(text):
    for problem in ("article", *AFTER):
        view, all_hits = hits(problem, text)
        for hit in all_hits:
            assert 0 <= hit.start < hit.end <= len(view.text)
            assert "\n" not in view.text[hit.start : hit.end]


@given(
    st.sampled_from(["apple", "union", "hour", "house", "uncle", "year", "eunuch", "egg", "item"])
)
def test_of_two_articles_one_is_right(word):
    both = [found("article", f"He saw {article} {word}.") for article in ("a", "an")]
    assert [bool(each) for each in both].count(True) == 1
