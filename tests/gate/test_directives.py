"""What is read of a comment."""

import pytest

from mtcheck.formats.comments import Comment
from mtcheck.gate.directives import directives
from mtcheck.text.span import Span


def read(text):
    return [
        (each.verb, each.phrase, each.rules, each.reason, each.wrong)
        for each in directives(Comment(Span(0, 1), text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" mtcheck: ignore-file zh -- why ", ("ignore-file", None, ("zh",), "why", "")),
        ("mtcheck:ignore-line a/b/c,zh  ru", ("ignore-line", None, ("a/b/c", "zh", "ru"), "", "")),
        ("mtcheck: ignore-line all --", ("ignore-line", None, ("all",), "", "")),
        (
            "mtcheck: ignore-start new-virus — a — b\n  c",
            ("ignore-start", None, ("new-virus",), "a — b c", ""),
        ),
        ("mtcheck: ignore “a -- b” zh – why", ("ignore", "a -- b", ("zh",), "why", "")),
        ('mtcheck: ignore-line "a b" zh -- "c"', ("ignore-line", "a b", ("zh",), '"c"', "")),
        ("mtcheck: ignore-end", ("ignore-end", None, (), "", "")),
        ("mtcheck: ignore-end zh", ("ignore-end", None, ("zh",), "", "")),
    ],
)
def test_a_comment_says(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("mtcheck: ignore-nextline zh -- a", "there is no “ignore-nextline”; did you mean 'ignore-next-line'?"),
        ("mtcheck:", "there is no “”; known are ignore-next-line, ignore-line, ignore-start, ignore-end, ignore-file, ignore"),
        ("mtcheck: ignore-line -- a", "name what to ignore: a rule, a pack, an area, or all"),
        ("mtcheck: ignore zh -- a", "“ignore” needs words between quotation marks; a place is said by ignore-next-line"),
        ('mtcheck: ignore " " zh -- a', "there are no words between its quotation marks"),
        ('mtcheck: ignore-line "" zh -- a', "there are no words between its quotation marks"),
        ('mtcheck: ignore-end "a"', "“ignore-end” takes rules only"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it(text, wrong):
    assert read(text)[0][-1] == wrong


def test_a_comment_may_have_several_lines():
    found = read("mtcheck: ignore-line zh -- a\n b\n  mtcheck: ignore-file ru -- mtcheck: c")
    assert [each[0:4:3] for each in found] == [
        ("ignore-line", "a b"),
        ("ignore-file", "mtcheck: c"),
    ]
