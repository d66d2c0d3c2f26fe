"""The pattern language: what matches, what is refused, by which literals a pattern is found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.alternatives import alternatives
from mtcheck.engine.anchors import anchor
from mtcheck.engine.nodes import expand, width
from mtcheck.engine.pattern import PatternError, parse
from mtcheck.engine.regex import regex_of


def found(pattern, text):
    return [m.group() for m in re.finditer(regex_of([parse(pattern)]), text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("new crown", "a new crown epidemic", ["new crown"]),
        ("new crown", "a New Crown epidemic", ["New Crown"]),
        ("crown", "crowned crowns crown", ["crown"]),
        ("new [type] crown", "new crown, new type crown", ["new crown", "new type crown"]),
        ("[the] middle line", "the middle line", ["the middle line"]),
        ("middle line [of it]", "middle line of it", ["middle line of it"]),
        (
            "[the] [new] line [one] [two] of",
            "line of, the new line one two of",
            ["line of", "the new line one two of"],
        ),
        (
            "line [one] [two]",
            "a line. line two. line one two",
            ["line", "line two", "line one two"],
        ),
        ("colo[u]r", "color colour", ["color", "colour"]),
        ("(gold|silver medal) won", "silver medal won", ["silver medal won"]),
        ("{verb:walk} away", "walked away, walking away", ["walked away", "walking away"]),
        ("{verb:take, give} {det} look", "took a look", ["took a look"]),
        ("many {noun:city}", "many cities", ["many cities"]),
        (
            "among them {gap:0-2} including",
            "among them are two including",
            ["among them are two including"],
        ),
        ("among them {gap:0-1} including", "among them are two including", []),
        ("among {gap:0-3} including", "among them. Then including", []),
        ("not {gap:0-2} {word}, but", "not a bad thing, but", ["not a bad thing, but"]),
        ('said {gap:0-1} "(no|yes)"', 'He said loudly "no"', ['said loudly "no"']),
        ("one ({gap:1-2} two|three)", "one or two, one three", ["one or two", "one three"]),
        ("so-{gap:1-2} thing", "a so-called odd thing", ["so-called odd thing"]),
        ("(" * 10 + "word" + ")" * 10, "word", ["word"]),
        (
            "{number} guilders",
            "paid 1,500.5 guilders and twenty guilders",
            ["1,500.5 guilders", "twenty guilders"],
        ),
        ("secretary {name}", "the secretary Li Ming said", ["secretary Li Ming"]),
        ("secretary {name}", "the secretary said", []),
        (
            "secretary {name}",
            "secretary O'Hara's. Secretary J. Li.",
            ["secretary O'Hara", "Secretary J. Li"],
        ),
        ("on {month} {number}", "on March 3", ["on March 3"]),
        (r"a \(b\)", "a (b)", ["a (b)"]),
        ("{word} of gain", "sense of gain", ["sense of gain"]),
    ],
)
def test_what_a_pattern_matches(pattern, text, expected):
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("new crown*", "repeat"),
        ("(new|old", "never closed"),
        ("new)", "closes nothing"),
        ("a | b", "closes nothing"),
        ("{vreb:walk} out", "unknown macro"),
        ("{verb:} out", "needs a word"),
        ("word {gap:0-9} word", "at most 6"),
        ("word {gap:3} word", "gap is written"),
        ("{gap:0-2} word", "not at the start"),
        ("word {gap:0-2}", "not at the end"),
        ("word {gap:0-2} [word]", "not at the end"),
        ("one (word {gap:0-2}|two) three", "not at the end"),
        ("one [{gap:0-2}] three", "not at the end"),
        ("[{gap:0-2} one] two", "not at the start"),
        ("(one|{gap:0-2} two) three", "not at the start"),
        ("word{gap:0-2} word", "a space before it"),
        ("wor[d]{gap:0-2} word", "a space before it"),
        ("not {gap:0-2} , but", "write '{word},' for the last word"),
        ("not {gap:0-2}, but", "no ',' stands after one"),
        ("not {gap:0-2} [,] but", "no ',' stands after one"),
        ("not {gap:0-2} (and|[of it]; but) now", "no ';' stands after one"),
        ("word {gap:²-³} word", "gap is written"),
        ("word {gap:٠-٣} word", "gap is written"),
        ("word {gap:3-2} word", "gap is written"),
        ("(" * 11 + "word" + ")" * 11, "nested more than 10 deep"),
        ("[" * 5000, "nested more than 10 deep"),
        ("(new|) crown", "empty"),
        ("{verb:walk out", "never closed"),
        ("", "at least one word"),
    ],
)
def test_what_is_refused(pattern, says):
    with pytest.raises(PatternError, match=re.escape(says)):
        parse(pattern)


@pytest.mark.parametrize(
    ("pattern", "at"),
    [
        ("new)", 3),
        ("^ new {x}", 6),
        ("  new (a", 6),
        ("a|b", 1),
        ("(a|)", 3),
        ("new {gap:9}$", 4),
        ("((a|b) {gap:0-1})", 7),
        ("", None),
    ],
)
def test_the_place_of_what_is_refused(pattern, at):
    with pytest.raises(PatternError) as caught:
        parse(pattern)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{word} {number}", "no stretch of fixed words"),
        ("a", "no stretch of fixed words"),
        ("long {gap:0-6} word {gap:0-6} again {gap:0-6} here", "backtrack"),
    ],
)
def test_what_cannot_be_found_in_linear_time(pattern, says):
    with pytest.raises(PatternError, match=says):
        anchor(parse(pattern))


def test_the_anchor_is_the_longest_fixed_stretch():
    found = anchor(parse("{word} of {number} long fixed words"))
    assert found.literals == [" long fixed words"]
    assert found.lead == width(parse("{word} of {number}").body.nodes)[1]


def test_every_written_alternative_can_be_taken_away():
    body = parse("(a|b (c|d)) {verb:walk, run} [e|f]").body
    labels = [label for label, _ in alternatives(body)]
    assert labels == ["a", "b (c|d)", "c", "d", "walk", "run", "e", "f"]


words = st.sampled_from(
    ["new", "crown", "(red|blue sky)", "[very]", "{verb:go}", "{noun:city}", "x[s]"]
)


@given(st.lists(words, min_size=1, max_size=5))
def test_the_expansion_is_what_the_regex_matches(parts):
    pattern = parse(" ".join(parts))
    regex = re.compile(regex_of([pattern]), re.IGNORECASE)
    forms = expand(pattern.body.nodes, 5000)
    assert forms is not None
    least, most = width(pattern.body.nodes)
    for form in forms:
        if form.strip():
            assert regex.fullmatch(form)
        assert least <= len(form) <= most


@given(
    st.text(st.sampled_from("ab ([|])^$,\\{gap:0-2}{word}²é\t"), max_size=30) | st.text(max_size=30)
)
def test_any_text_is_parsed_or_refused(text):
    try:
        pattern = parse(text)
    except PatternError as error:
        assert str(error)
    else:
        re.compile(regex_of([pattern]))
