"""What a server says, in code points: every character of two UTF-16 units counts as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languagetool_stub import MATCH
from mtcheck.engines.languagetool.answers import read
from mtcheck.engines.languagetool.match import id_of
from mtcheck.engines.languagetool.service import Fault

FACE = "\N{GRINNING FACE}"
TEXTS = st.text(st.sampled_from(f"a é中\ud800{FACE}\U0010ffff\uffff"), max_size=12)


def units(text):
    """How many units of UTF-16 a text has; half a pair counts as one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.tuples(TEXTS, TEXTS, TEXTS))
def test_any_stretch_is_found_again(parts):
    before, words, behind = parts
    if before[-1:] == "\ud800" or words[-1:] == "\ud800":
        before, words = f"{before} ", f"{words} "
    said = {**MATCH, "offset": units(before), "length": units(words)}
    [match] = read([said], before + words + behind)
    assert (match.start, match.end) == (len(before), len(before) + len(words))


@pytest.mark.parametrize(
    "changed",
    [
        {"offset": 1},  # inside of the first character
        {"offset": 0, "length": 1},
        {"length": 1},
        {"offset": -1},
        {"offset": 5, "length": -2},
        {"offset": 99},
        {"length": 99},
        {"offset": "4"},
        {"offset": 4.0},
        {"offset": True},
        {"offset": None},
        {"message": None},
        {"message": 3},
        {"replacements": None},
        {"replacements": [{}]},
        {"replacements": ["a"]},
        {"replacements": [{"value": 1}]},
        {"rule": None},
        {"rule": {}},
        {"rule": {**MATCH["rule"], "category": "TYPOS"}},
        {"rule": {**MATCH["rule"], "id": ""}},
        {"rule": {**MATCH["rule"], "id": "A B"}},
        {"rule": {**MATCH["rule"], "id": "A/B"}},
        {"rule": {**MATCH["rule"], "id": "A\nB"}},
        {"rule": {**MATCH["rule"], "id": "___"}},
        {"rule": {**MATCH["rule"], "id": "A" * 201}},
        {"rule": {**MATCH["rule"], "urls": 3}},
        {"rule": {**MATCH["rule"], "issueType": 3}},
    ],
)
def test_what_makes_no_sense_is_a_fault(changed):
    text = f"{FACE} {FACE} ab"  # units: 0-2, 2, 3-5, 5, 6, 7
    assert read([{**MATCH, "offset": 3, "length": 4}], text)
    with pytest.raises(Fault, match="cannot be read"):
        read([{**MATCH, "offset": 3, "length": 4, **changed}], text)


@pytest.mark.parametrize("said", [None, 3, "text", []])
def test_a_match_is_an_object(said):
    with pytest.raises(Fault):
        read([said], "The goverment met.")


def test_little_has_to_be_there():
    rule = {"id": "SOME_RULE", "category": {"id": "GRAMMAR"}}
    said = {"offset": 0, "length": 1, "message": "No.", "replacements": [], "rule": rule}
    [match] = read([said], "A")
    assert (match.issue, match.short, match.sub, match.url) == ("uncategorized", "", None, None)


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://languagetool.org/insights/post/x/#a-(b)?c=d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org/<b>", False),
        ("https://example.org/a b", False),
        ("https://example.org/\n", False),
        (3, False),
        (None, False),
    ],
)
def test_only_addresses_on_the_web_become_links(url, taken):
    said = {**MATCH, "rule": {**MATCH["rule"], "urls": [{"value": url}, {"value": "x"}]}}
    [match] = read([said], "The goverment met.")
    assert match.url == (url if taken else None)


def test_few_replacements_are_read():
    said = {**MATCH, "replacements": [{"value": str(number)} for number in range(1000)]}
    [match] = read([said], "The goverment met.")
    assert match.replacements == tuple(map(str, range(20)))


@pytest.mark.parametrize(
    ("rule", "id_"),
    [
        ("EN_A_VS_AN", "en-a-vs-an"),
        ("EN_SIMPLE_REPLACE_NÜRNBERG", "en-simple-replace-nurnberg"),
        ("IN_1990s", "in-1990s"),
        ("DOG-EAT-DOG", "dog-eat-dog"),
        ("AI_X[2].1", "ai-x-2--1"),
    ],
)
def test_rules_have_ids_that_can_be_chosen(rule, id_):
    assert id_of(rule) == f"languagetool/{id_}"
