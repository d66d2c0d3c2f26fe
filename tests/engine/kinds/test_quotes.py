"""`quotes`: which marks open, close and pair, and what is said where they do not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.checker import check
from mtcheck.engine.analysis.quote_pairs import read_marks
from mtcheck.engine.kinds import quotes
from mtcheck.engine.packs import load
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

PACK = Path(__file__).parents[3] / "rules" / "any" / "quotation-marks.yaml"
PROBLEMS = quotes.PARAMETERS["problem"].choices
PAIRING = ("unclosed", "unclosed-paragraph", "unopened", "doubled", "empty", "glued")
PAIRING += ("spaced", "shifted", "turned", "nested")


def run(view, problem):
    rule = Rule("a/b/c", "quotes", "m", "warning", "punctuation", params={"problem": problem})
    return list(quotes.check(rule, quotes.plan(rule))(view, ()))


def faults(text):
    view = View(read_text(text))
    return [
        (problem, view.exact[hit.start : hit.end])
        for problem in PROBLEMS
        for hit in run(view, problem)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "James' book, the boys' toys, Brussels' plan and Anna's 'new' coat.",
        "Rock 'n' roll of the '90s was O'Brien's; 'twas fun, give 'em time.",
        'He is 5\'10" tall, the pipe 6" wide, the screens 17", 19" and 21".',
        '"The 6" pipe is broken," he said.',
        "He said: \"They told me 'go home' and left.\" It was '\"true\"'.",
        '("I know," she said.) ["Thank you" for it] {"x"} "War"/"Peace" the "A"-"B" line',
        'He wrote "A"; "B"; and "C"\N{EM DASH}"D"\N{HORIZONTAL ELLIPSIS} "Why?" "No!" "I, he,"',
        "\N{LEFT DOUBLE QUOTATION MARK}He said \N{LEFT SINGLE QUOTATION MARK}go"
        "\N{RIGHT SINGLE QUOTATION MARK}.\N{RIGHT DOUBLE QUOTATION MARK} She left.",
        'The word "s"s, two "A"s, an "ish"ish name="value" x="1".',
        'The so-called "Road" (or "Belt"), "No," said he, "never."',
        '"We go.\n\n"They stay.\n\n"We rest," he said.',
        'He said: "We go.\n\nThey stay.\n\nWe rest." She left.',
        '"',
        "'' 54\N{DEGREE SIGN} 20' 13''",
        "",
    ],
)
def test_is_silent_where_all_is_well(text):
    assert [f for f in faults(text) if f[0] != "unclosed-paragraph" or text != '"'] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He called it "a last stand and left.', [("unclosed", '"a')]),
        (
            'He called it "a last stand.\n' + "Fog came.\n" * 5 + 'Then "he" left.',
            [("unclosed", '"a')],
        ),
        ('They ("a"b and "c" (d") left.', [("unopened", '(d"'), ("glued", '"b')]),
        ('He called it "a last stand. Then "he" left.', [("unclosed", '"a')]),
        ('The White House correspondents" dinner.', [("unopened", 'correspondents"')]),
        ('It will end soon. "', [("unopened", 'soon. "')]),
        ('He said "no" and that".', [("unopened", 'that"')]),
        ('the "Road"initiative', [("glued", '"initiative')]),
        ('He said,"It is late."', [("glued", 'said,"')]),
        ('the"Road"initiative', [("glued", 'the"'), ("glued", '"initiative')]),
        ('the " Road " plan', [("spaced", '" '), ("spaced", ' "')]),
        (
            'The ship" Eagle "and the ship "Hope" sailed.',
            [("shifted", 'ship" '), ("shifted", ' "and')],
        ),
        ('"War"and "peace" came.', [("glued", '"and')]),
        ('"War"and"peace" came.', [("glued", '"and'), ("glued", '"')]),
        ('""He left," she said.', [("doubled", '""')]),
        ('He said: "I left."" ', [("doubled", '""')]),
        ('He said: "I left." "', [("doubled", '" "')]),
        ('He called it "".', [("empty", '""')]),
        ('"He said "yes" to it," she said.', [("nested", '"yes"')]),
        (
            'to "hinder the union of Russia and Belarus." who" did.',
            [("unopened", 'who"'), ("stop-inside", 'Belarus." who')],
        ),
        ('"We go." said the man.', [("stop-before-speaker", 'go." said')]),
        ('"We go." the old man said.', [("stop-before-speaker", 'go." the')]),
        ('"We go home,".', [("stop-twice", ',".')]),
        ('"We will all go home, he said."', [("speaker-inside", ', he said."')]),
        (
            'The "end", a "close", the "stop", no "dot."',
            [("stop-placement", '."')],
        ),
    ],
)
def test_says_what_is_wrong(text, expected):
    assert faults(text) == expected


def test_a_turned_mark_is_turned_back():
    opening, closing = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
    view = View(read_text(f"The {opening}Hope{opening} and the {closing}Glory{closing}."))
    assert [(h.start, h.replacements) for h in run(view, "turned")] == [
        (9, (closing,)),
        (19, (opening,)),
    ]


def test_code_is_left_alone():
    document = read_text('print("a" "b')
    block = document.blocks[0]
    coded = type(block)("code", block.span)
    view = View(type(document)(document.raw, document.text, document.offsets, (coded,)))
    assert [p for p in PAIRING if run(view, p)] == []


def test_positions_are_those_of_the_raw_text():
    text = 'One  two.\r\n\r\nThe\t"Road"initiative  and the  " Belt " too.'
    findings = check(text, load([PACK]))
    assert [f.text for f in findings] == ['"initiative', '" ', ' "']
    assert all(text[f.span.start : f.span.end] == f.text for f in findings)


def test_every_problem_has_a_rule_and_every_rule_a_problem_of_its_own():
    used = [rule.params["problem"] for rule in load([PACK]).rules if rule.kind == "quotes"]
    assert sorted(used) == sorted(PROBLEMS)


WORDS = st.lists(st.sampled_from(["cold", "sea", "wind", "fog", "ship"]), min_size=1, max_size=4)


@st.composite
def well_quoted(draw):
    """Sentences with quotations of several words in them, and where their marks stand."""
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        pieces += [" ".join(draw(WORDS)), '"' + " ".join(draw(WORDS)) + '"']
    return " ".join([*pieces, "end."])


@settings(deadline=None)
@given(well_quoted())
def test_well_quoted_text_is_silent(text):
    assert [f for f in faults(text) if f[0] in PAIRING] == []


@settings(deadline=None)
@given(well_quoted(), st.data())
def test_a_lost_mark_is_noticed(text, data):
    places = [i for i, c in enumerate(text) if c == '"']
    lost = data.draw(st.sampled_from(places))
    found = [f for f in faults(text[:lost] + text[lost + 1 :]) if f[0] in PAIRING]
    assert [p for p, _ in found] in (["unclosed"], ["unopened"])


@settings(deadline=None)
@given(well_quoted(), st.data())
def test_a_lost_space_is_put_back(text, data):
    outside = [
        i
        for i in range(1, len(text) - 1)
        if text[i] == " "
        and ('"' in (text[i - 1], text[i + 1]))
        and text[: i + 1].count('"') % 2 == 0
    ]
    lost = data.draw(st.sampled_from(outside))
    broken = text[:lost] + text[lost + 1 :]
    (hit,) = run(View(read_text(broken)), "glued")
    assert broken[: hit.start] + hit.replacements[0] + broken[hit.end :] == text


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet="aB .,'s\"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\n5«")
)
def test_nothing_breaks_it(text):
    view = View(read_text(text))
    for problem in PROBLEMS:
        for hit in run(view, problem):
            assert 0 <= hit.start < hit.end <= len(view.exact)
            assert "\n" not in view.exact[hit.start : hit.end]


@settings(deadline=None)
@given(st.text(alphabet='a. "\n'))
def test_pairs_are_pairs(text):
    reading = View(read_text(text)).once(read_marks)
    mates = {m.at: m.mate for m in reading.marks if m.mate is not None and m.mate != m.at}
    assert all(mates[mates[at]] == at for at in mates)
