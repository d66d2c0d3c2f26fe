"""Suggestions keep the inflection and the capitals of what they replace."""

import re

import pytest

from mtcheck.checker import check
from mtcheck.engine.packs import load
from mtcheck.engine.suggest import keep_capitals
from mtcheck.errors import RuleError

PACK = """
about: Test.
defaults: {severity: error, category: overly-literal}
rules:
  - id: line
    find: "{verb:walk, take} [a|the] middle line"
    suggest: ["{verb:steer} a middle course"]
    message: "{found}: {suggest}."
  - id: taken
    find: "{verb:walk} the hard path"
    suggest: ["{verb:take} the hard path"]
    message: "{found}."
  - id: number
    find: "{number} hundred millions of {noun:ship}"
    suggest: ["{number}00 million {noun:boat}"]
    message: "{found}."
  - id: name
    find: "in the composition of {det} {word} delegation"
    suggest: ["as part of {det} {word} delegation"]
    message: "{found}."
  - id: copied
    find: "the concerned {noun:department, ministry} {be} {verb:point, state} [their] {noun:view} out"
    suggest: ["the {noun} in charge {be} {verb} {noun:opinion}"]
    message: "{found}."
  - id: said
    find: "the concerned {noun:department, ministry} {verb:point, state} out"
    suggest: ["the {noun} in charge {verb:say}"]
    message: "{found}."
"""


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("He walks the middle line.", "steers a middle course"),
        ("She took the middle line.", "steered a middle course"),
        ("Taking a middle line is hard.", "Steering a middle course"),
        ("They walk the hard path.", "take the hard path"),
        ("They walked the hard path.", "took the hard path"),
        ("They have walked the hard path.", "taken the hard path"),
        ("They have never walked the hard path.", "took the hard path"),
        ("WALKING THE MIDDLE LINE", "STEERING A MIDDLE COURSE"),
        ("Walking The Middle Line", "Steering a Middle Course"),
        (
            "She was in the composition of the Kenyan delegation.",
            "as part of the Kenyan delegation",
        ),
        ("The concerned ministries pointed out", "The ministries in charge said"),
        (
            "The concerned department is stating views out.",
            "The department in charge is stating opinions",
        ),
        ("BERLIN - Walking the middle line is hard.", "Steering a middle course"),
        ("It ended as Walking the middle line.", "steering a middle course"),
        ('He said: "Walking the middle line is hard."', "Steering a middle course"),
        ("It has 3 hundred millions of ships.", "300 million boats"),
    ],
)
def test_suggestions_take_the_form(pack, text, suggestion):
    findings = check(text, load([pack(PACK)]))
    assert [f.replacements[0] for f in findings] == [suggestion]


@pytest.mark.parametrize(
    ("found", "replacement", "expected"),
    [
        ("new crown", "COVID-19", "COVID-19"),
        ("New crown", "coronavirus", "Coronavirus"),
        ("NEW CROWN", "coronavirus", "CORONAVIRUS"),
        ("New Crown Epidemic", "coronavirus outbreak", "Coronavirus Outbreak"),
        ("US $", "US$", "US$"),
        ("12", "twelve", "twelve"),
        ("“New", "old", "Old"),
        ("x", "", ""),
    ],
)
def test_capitals(found, replacement, expected):
    assert keep_capitals(found, replacement) == expected


PLACES = """
about: Test.
defaults: {severity: error, category: overly-literal}
rules:
  - {id: crown, find: new crown, suggest: [epidemic, COVID-19], message: "{found}: {suggest}."}
  - {id: office, find: concerned office, suggest: [the office in charge], message: "{found}."}
  - {id: hair, find: on a hair, suggest: [at the last moment], message: "{found}."}
  - {id: grass, find: grass service, suggest: [weed control service of], message: "{found}."}
  - {id: called, find: "{verb:name} as (a|an) {word}", suggest: ["{verb:call} a {word}"], message: "{found}."}
  - {id: cut, find: "{verb:put, walk} the pot", suggest: ["{verb:take} the blame"], message: "{found}."}
  - {id: expose, find: "{verb:expose} abroad", suggest: ["{verb:be} named abroad"], message: "{found}."}
  - {id: sheep, find: "white {noun:sheep}", suggest: ["{noun:lamb}"], message: "{found}."}
  - {id: accept, find: "{verb:accept} [further] (care|training)", suggest: ["{verb:receive} {rest}"], message: "{found}."}
  - {id: process, find: "in process of (study|use)", suggest: ["during {group:1}"], message: "{found}."}
  - {id: unmanned, find: "unmanned (car|bus)", suggest: ["driverless {rest}"], message: "{found}."}
  - {id: viral, find: ["{verb:brush} the screen", "screen brushing"], suggest: [hype, "{verb:go} viral"], message: "Write {suggest}."}
  - {id: stand, find: gas (stand|stands|stand man|mass), suggest: ["petrol {noun:station}"], message: "{found}."}
  - {id: only, find: ["{verb:wash} the brain", "brain wash"], suggest: ["{verb:win} {rest}"], message: "Write {suggest}."}
"""


@pytest.mark.parametrize(
    ("text", "found", "replacements"),
    [
        ("It is a new crown here.", "a new crown", ("an epidemic", "a COVID-19")),
        ("A new crown came.", "A new crown", ("An epidemic", "A COVID-19")),
        ("It is the new crown.", "new crown", ("epidemic", "COVID-19")),
        ("It was Plan A new crown.", "new crown", ("epidemic", "COVID-19")),
        ('A "new crown" came.', 'A "new crown', ('An "epidemic', 'A "COVID-19')),
        ("A “new crown” came.", "A “new crown", ("An “epidemic", "A “COVID-19")),
        ("Ask the concerned office.", "concerned office", ("office in charge",)),
        ("The concerned office left.", "concerned office", ("office in charge",)),
        ("Ask a concerned office.", "a concerned office", ("the office in charge",)),
        ("Saved at on a hair, he fell.", "on a hair", ("the last moment",)),
        ("Saved at on a hair.", "on a hair", ("the last moment",)),
        ("A grass service of Rome.", "grass service", ("weed control service",)),
        ("He named as a fool.", "named as a fool", ("called a fool",)),
        ("He named as a ass.", "named as a ass", ("called an ass",)),
        ("She put the pot.", "put the pot", ("took the blame",)),
        ("She has put the pot.", "put the pot", ("taken the blame",)),
        ("She will put the pot.", "put the pot", ("take the blame",)),
        ("They put the pot.", "put the pot", ("take the blame",)),
        ("They left and we put the pot and washed.", "put the pot", ("took the blame",)),
        ("Put the pot.", "Put the pot", ("Take the blame",)),
        ("They exposed abroad.", "exposed abroad", ("were named abroad",)),
        ("He exposed abroad.", "exposed abroad", ("was named abroad",)),
        ("They expose abroad.", "expose abroad", ("are named abroad",)),
        ("I expose abroad.", "expose abroad", ("am named abroad",)),
        ("They will expose abroad.", "expose abroad", ("be named abroad",)),
        ("It has exposed abroad.", "exposed abroad", ("been named abroad",)),
        ("Ten white sheep slept.", "white sheep", ("lambs",)),
        ("The white sheep slept.", "white sheep", ("lamb",)),
        ("He accepted further care.", "accepted further care", ("received further care",)),
        ("In process of study, he ran.", "In process of study", ("During study",)),
        ("An unmanned bus left.", "An unmanned bus", ("A driverless bus",)),
        ("It is brushing the screen.", "brushing the screen", ("going viral", "hype")),
        ("A screen brushing.", "screen brushing", ("hype",)),
        ("The gas stands shut.", "gas stands", ("petrol stations",)),
        ("The gas stand shut.", "gas stand", ("petrol station",)),
        ("The gas mass shut.", "gas mass", ("petrol station",)),
        ("A brain wash.", "brain wash", ()),
    ],
)
def test_replacements_fit_their_place(pack, text, found, replacements):
    (finding,) = check(text, load([pack(PLACES)]))
    assert (finding.text, finding.replacements) == (found, replacements)


def test_a_message_names_what_cannot_be_written_in_place(pack):
    (finding,) = check("A brain wash.", load([pack(PLACES)]))
    assert finding.message == "Write “win …”."


@pytest.mark.parametrize(
    ("suggest", "says"),
    [
        ("{noun}", "a suggestion uses {noun}, which no pattern has"),
        ("{verb:go}", "a suggestion uses {verb:go}, which no pattern has"),
        ("{group:2}", "a suggestion uses {group:2}, which no pattern has"),
        ("{group}", "a suggestion uses {group}, which no pattern has"),
        ("{cat}", "unknown macro {cat} in a suggestion"),
    ],
)
def test_a_suggestion_that_takes_up_what_is_not_there(pack, suggest, says):
    rule = PACK.partition("  - id: line")[0] + (
        f'  - {{id: x, find: "old (hat|cap)", suggest: ["{suggest}"], message: "x."}}\n'
    )
    with pytest.raises(RuleError, match=re.escape(says)):
        load([pack(rule)])
