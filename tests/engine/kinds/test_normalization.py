"""`normalization`: what `check` finds of what `normalize` repairs."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.checker import check
from mtcheck.engine.packs import load
from mtcheck.errors import RuleError
from mtcheck.formats.plain import read_text
from mtcheck.ruletest import apply_first
from mtcheck.text.normal.changes import applied, normalized
from mtcheck.text.normal.document import document_changes
from mtcheck.text.normal.table import CHARACTERS, DEFAULT, EDITS
from mtcheck.text.span import Span
from repository import ROOT
from text.normal.test_laws import TEXTS

ALL = load([ROOT / "rules" / "any"])
ALL_NORMAL = ALL.select(only=[rule.id for rule in ALL.rules if rule.kind == "normalization"])
RULES = ALL.select(only=["any/spacing"])


def fixed(text):
    """The text with every first suggestion made."""
    at, out = 0, ""
    for finding in check(text, ALL_NORMAL):
        assert finding.text == text[finding.span.start : finding.span.end]
        out += text[at : finding.span.start] + finding.replacements[0]
        at = finding.span.end
    return out + text[at:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew , tired , left .", "The crew, tired, left."),
        ("The crew\N{NO-BREAK SPACE}, tired  , left.", "The crew, tired, left."),
        (
            'The "Hope" , the \N{LEFT DOUBLE QUOTATION MARK}Glory\N{RIGHT DOUBLE QUOTATION MARK} .',
            'The "Hope", the \N{LEFT DOUBLE QUOTATION MARK}Glory\N{RIGHT DOUBLE QUOTATION MARK}.',
        ),
        ("It ended.The crew left.", "It ended. The crew left."),
        ("It ended.I left.A man came!He sat?No.", "It ended. I left. A man came! He sat? No."),
        ("cold,wet,tired;hungry:Anna", "cold, wet, tired; hungry: Anna"),
        ("Some 40%of them", "Some 40% of them"),
        ("the U. S. and the U. K", "the U.S. and the U. K"),
        ("the U. S. and the U. K said", "the U.S. and the U.K. said"),
        ("at 5 p. m. on Monday", "at 5 p.m. on Monday"),
        ("They can not. Can not!", "They cannot. Cannot!"),
        ("a long- term, well -known plan", "a long-term, well-known plan"),
        (
            "the crew \N{RIGHT SINGLE QUOTATION MARK}s hat, the crew 's hat",
            "the crew\N{RIGHT SINGLE QUOTATION MARK}s hat, the crew's hat",
        ),
        ("( a man ) and [ b ]", "(a man) and [b]"),
        (
            "the office(closed since May) and Rate(Shibor).",
            "the office (closed since May) and Rate (Shibor).",
        ),
        (
            "US $ 5, HK $4,000, $ 38 and \N{EURO SIGN} 1.5",
            "US$5, HK$4,000, $38 and \N{EURO SIGN}1.5",
        ),
        ("12 %, 3. 5 million, 272, 000 men, the 21 st", "12%, 3.5 million, 272,000 men, the 21st"),
        (
            "at 9: 30, at 17:34: 48 on Monday, won (2: 1)",
            "at 9:30, at 17:34:48 on Monday, won (2:1)",
        ),
        ("No.5, No .6", "No. 5, No. 6"),
        ("the end.. And,, so", "the end. And, so"),
    ],
)
def test_sets_right(text, expected):
    assert fixed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Li, e.g. at 5 p.m., left the U.S. in 2014. 5 people came.",
        "A .NET program, ... and . . . and so on... It was .5 of it.",
        "See www.Hope.Example/a,b;c or mail crew@hope.Example, Hope.Com and Node.JS.",
        "call f(x), g(name), print(name) for name(s) of person(s)",
        "short- and long-term, first- to third-class, pre- or post-war, first- second-hand",
        "the crew - cold - left; ls -l; a 3 : 2 win :) and :-)",
        "the boys' sailing club, 'stop' and 'tis, the '90s",
        "July 25, 135 people; in 2019, 178 more; Buses 12, 135 and 200",
        "Chapter 3: 12 ways. July 25: 31 men. Ratio 3:2 at 9:30.",
        "12 St. Anne's Road, 3 St John's, 5 Th. Mann novels",
        "can not only sail but row",
        "General U. S. Grant, A. M. Smith, J. K. Rowling",
        "the Yahoo!News page, 100% sure, 50%20, 40 %d",
        "cd .. and ../hope and Co., Ltd.",
        "the casino.5 and " + "cold,wet," * 12,
    ],
)
def test_leaves_alone(text):
    assert [(f.rule, f.text) for f in check(text, RULES)] == []


def test_every_edit_has_one_rule_that_is_called_like_it():
    rules = [rule for rule in ALL.rules if rule.kind == "normalization"]
    assert sorted(rule.params["edit"] for rule in rules) == sorted(EDITS)
    assert [r.id for r in rules if r.id.rpartition("/")[2] != r.params["edit"]] == []


def test_what_is_made_by_default_is_safe_and_the_rest_is_not():
    rules = [rule for rule in ALL.rules if rule.kind == "normalization"]
    assert {rule.params["edit"] for rule in rules if rule.safe} == DEFAULT


def test_what_is_wrong_in_every_language_is_found_in_every_language():
    rules = [rule for rule in ALL.rules if rule.kind == "normalization"]
    wrong = {r.params["edit"] for r in rules if r.category == "character-encoding"}
    assert wrong == CHARACTERS


def test_a_paragraph_in_another_language_keeps_its_punctuation():
    french = "Le capitaine a dit : \N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK} Nous partons lundi \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK} et personne n'est venu avec lui !"
    text = f"He left , and then he wrote to them.\n\n{french}\n\nThe end ."
    assert [f.text for f in check(text, ALL_NORMAL)] == ["left ,", "end ."]
    assert [c.edit for c in document_changes(read_text(text))] == ["before-punctuation"] * 2


def test_what_is_not_checked_is_not_changed():
    document = read_text("He ran a ,b ; and left .")
    document = document._replace(unchecked=(Span(7, 11),))
    assert [f.text for f in check(document, ALL_NORMAL)] == ["left ."]


def test_a_wrong_name_of_an_edit_is_refused(pack):
    path = pack(
        "about: x\nrules:\n  - {id: a, kind: normalization, edit: quote, message: x.,"
        " severity: error, category: style, bad: [<x>], good: [y, z]}\n"
    )
    with pytest.raises(RuleError, match="expected one of"):
        load([path])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cold,wet,tired", ["cold,wet", ",tired"]),
        ("fer\N{ZERO WIDTH SPACE}ry", ["fer\N{ZERO WIDTH SPACE}ry"]),
        ("a\N{LEFT CORNER BRACKET}b\N{RIGHT CORNER BRACKET}c", None),
        ("one  two", ["one  two"]),
        (
            "a\n\N{CYRILLIC CAPITAL LETTER ES}And,, so..",
            ["\N{CYRILLIC CAPITAL LETTER ES}And", ",,", "so.."],
        ),
        ("The end.\r\nA.\nB.\n", ["\r\n"]),
    ],
)
def test_a_finding_shows_the_words_that_touch_it_once(text, expected):
    found = check(text, ALL_NORMAL)
    assert all(f.text == text[f.span.start : f.span.end] for f in found)
    if expected is not None:
        assert [f.text for f in found] == expected


def test_one_slip_is_one_finding():
    for text in (
        'I"m late.',
        "He said, \N{LEFT CORNER BRACKET}no\N{RIGHT CORNER BRACKET}.",
        "it''s ,so",
    ):
        found = check(text, ALL)
        spans = sorted((f.span.start, f.span.end) for f in found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), (text, found)


def test_positions_count_white_space_as_it_is():
    text = "One   two.\n\n\nThree ,   four."
    (finding,) = check(text, RULES.select(only=["any/spacing/before-punctuation"]))
    assert (finding.text, finding.replacements) == ("Three ,", ("Three,",))


def test_code_is_left_alone():
    prose = read_text("A title\n\nprint ( a , b ) .\n\nThe end .")
    first, second, third = prose.blocks
    coded = prose._replace(blocks=(first, second._replace(kind="code"), third))
    assert [f.text for f in check(coded, RULES)] == ["end ."]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aBc .,;:!?()'\"-%$5US0sN\n\N{RIGHT SINGLE QUOTATION MARK}", max_size=60))
def test_findings_are_apart_and_where_they_say(text):
    done = 0
    for finding in check(text, ALL_NORMAL):
        assert finding.span.start >= done
        assert finding.text == text[finding.span.start : finding.span.end]
        done = finding.span.end


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aB .,;:!?()'\"%$5\n\N{ACUTE ACCENT}\uff0c\u300c\u300d\xa0", max_size=40))
def test_check_finds_what_normalize_repairs(text):
    safe = [f for f in check(text, ALL_NORMAL) if f.safe_fix]
    assert apply_first(text, safe) == normalized(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_check_finds_each_edit_by_its_rule_and_nothing_else(text):
    document = read_text(text)
    made = document_changes(document)
    safe = [f for f in check(document, ALL_NORMAL) if f.safe_fix]
    assert [f.rule.rpartition("/")[2] for f in safe] == [c.edit for c in made]

    assert apply_first(document.raw, safe) == document.raw[
        : len(document.raw) - len(document.text)
    ] + applied(document.text, made)
