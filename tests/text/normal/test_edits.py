"""Each edit does what it says, alone and with all others, and nothing else."""

import pytest

from mtcheck.text.normal.change import Change, Style
from mtcheck.text.normal.changes import changes, normalized, noticed
from mtcheck.text.normal.table import DEFAULT, EDITS, REPORTED
from mtcheck.text.span import Span
from text.normal.cases import KEPT, LDQ, LSQ, RDQ, REPAIRED, RSQ

CASES = [(edit, *case) for edit, cases in REPAIRED.items() for case in cases]


def test_every_edit_has_a_case():
    assert set(REPAIRED) == EDITS


@pytest.mark.parametrize(("edit", "text", "repaired"), CASES)
def test_an_edit_repairs_its_slips_alone_and_with_others(edit, text, repaired):
    others = frozenset() if edit in DEFAULT else frozenset({edit})
    if edit not in ("low-marks", "html-entity"):  # what they leave is for others
        assert normalized(text, frozenset({edit})) == repaired
    assert normalized(text, (DEFAULT - REPORTED) | others).replace("  ", " ") == repaired.replace(
        "  ", " "
    )


@pytest.mark.parametrize(("edit", "text", "repaired"), CASES)
def test_without_an_edit_its_slips_stay(edit, text, repaired):
    assert edit not in {change.edit for change in changes(text, EDITS - {edit})}


@pytest.mark.parametrize("text", KEPT)
def test_what_is_right_stays(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        (Style("curly"), "\"So,\" it's 'over'.", f"{LDQ}So,{RDQ} it{RSQ}s {LSQ}over{RSQ}."),
        (Style("curly"), "('so') \"'tis\"", f"({LSQ}so{RSQ}) {LDQ}{RSQ}tis{RDQ}"),
        (Style("curly"), "the boys' '90s", f"the boys{RSQ} {RSQ}90s"),
        (Style("curly"), "5'10\" and 6\" pipes", "5'10\" and 6\" pipes"),
        (Style("curly"), 'a " b', 'a " b'),
        (Style("straight"), f"{LDQ}So,{RDQ} it{RSQ}s {LSQ}so{RSQ}", "\"So,\" it's 'so'"),
        (Style("straight"), "a \u00abb\u00bb", 'a "b"'),
        (Style("curly"), "a \u00abb\u00bb", f"a {LDQ}b{RDQ}"),
        (Style(nesting="american"), f"{LSQ}He said {LDQ}no{RDQ},{RSQ} she said", f"{LDQ}He said {LSQ}no{RSQ},{RDQ} she said"),
        (Style(nesting="british"), "\"He said 'no',\" it's so", "'He said \"no\",' it's so"),
        (Style(nesting="british"), "'so' and 'no'", "'so' and 'no'"),
        (Style(nesting="british"), "\"So, and\nno\"", "\"So, and\nno\""),
        (Style(nesting="british"), "\"The boys' toys\"", "\"The boys' toys\""),
        (Style(nesting="british"), "\"a\" and 'b'", "\"a\" and 'b'"),
        (Style(nesting="british"), "\"a \"b\" c\"", "\"a \"b\" c\""),
        (Style("curly", "british"), "\"So\"", f"{LSQ}So{RSQ}"),
        (Style(line_ends="lf"), "a\r\nb\rc\n", "a\nb\nc\n"),
        (Style(line_ends="crlf"), "a\nb\r\n", "a\r\nb\r\n"),
        (Style(line_break=" "), "a\u2028b\x0cc", "a b c"),
    ],
)  # fmt: skip
def test_house_styles(style, text, expected):
    assert normalized(text, style=style) == expected


def test_a_change_is_as_short_as_it_can_be_and_shows_its_surroundings():
    assert changes("The crew , tired.") == [
        Change("before-punctuation", Span(8, 9), "", Span(7, 10))
    ]


def test_what_follows_from_a_change_is_one_change_with_it():
    (change,) = changes("He left\u3002\u3002Then")
    assert (change.edit, change.text) == ("cjk-punctuation", ". ")


def test_what_is_only_shown_is_apart_from_what_is_made():
    made, aside = noticed("can not , 3,5 percent", DEFAULT, REPORTED)
    assert {c.edit for c in made} <= DEFAULT
    assert [c.edit for c in aside] == ["cannot", "decimal-comma"]


def test_reported_edits_are_not_made_by_default():
    assert normalized("They can not: 3,5 percent.") == "They can not: 3,5 percent."
