"""`spacing`: what is closed up, what is parted, and what is left alone."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.checker import check
from mtcheck.engine.kinds import spacing
from mtcheck.engine.packs import load

PACK = Path(__file__).parents[3] / "rules" / "any" / "spacing.yaml"
RULES = load([PACK])


def fixed(text):
    """The text with every first suggestion made."""
    at, out = 0, ""
    for finding in check(text, RULES):
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


def test_every_problem_has_one_rule():
    used = [rule.params["problem"] for rule in RULES.rules]
    assert sorted(used) == sorted(spacing.PROBLEMS)


@pytest.mark.parametrize("name", spacing.PROBLEMS)
def test_literals_are_lower_case(name):
    assert all(literal == literal.lower() for literal in spacing.PROBLEMS[name].literals)


ONLY_SPACES = RULES.select(
    ignore=[
        rule.id
        for rule in RULES.rules
        if rule.params["problem"] in ("initials", "doubled-stop", "number-sign")
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="aBc .,;:!?()'\"-%$5US0sN\N{RIGHT SINGLE QUOTATION MARK}\n"))
def test_only_spaces_change(text):
    for finding in check(text, ONLY_SPACES):
        assert "".join(finding.text.split()) == "".join(finding.replacements[0].split())


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aBc .,;:!?()'\"-%$5US0sN\n", max_size=60))
def test_findings_of_a_rule_are_apart(text):
    ends = {}
    for finding in check(text, RULES):
        assert finding.span.start >= ends.get(finding.rule, 0)
        ends[finding.rule] = finding.span.end
