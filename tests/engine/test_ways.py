"""In how many ways a pattern can be tried: choices that the text decides count once."""

import pytest

from mtcheck.checker import shipped
from mtcheck.engine.packs import load
from mtcheck.engine.pattern import parse
from mtcheck.engine.phrase_plan import patterns_of
from mtcheck.engine.ways import MOST_WAYS, ways
from mtcheck.errors import RuleError


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("new crown", 1),
        ("(gold|silver medal) won", 1),
        ("(gold|gold medal) won", 2),
        ("new [red] crown", 1),
        ("new [red] red crown", 2),
        ("colo[u]r", 1),
        ("crown [a] [a] [a] king", 4),  # the last one is followed by "king" only
        ("crown [[a]] [a] king", 3),
        ("crown ([a] b|c [a]) a king", 2),
        ("crown {gap:0-3} king", 4),
        ("crown {word} king", 1),
        ("crown [{word}] king", 2),
        ("crown {number} {name} king", 16),
        ("{verb:walk, run} away", 1),
        ("crown [{verb:be}] {verb:be} king", 2),
    ],
)
def test_how_many(pattern, expected):
    assert ways(parse(pattern).body) == expected


@pytest.mark.parametrize("piece", ["[a]", "(a|a a|a a a)", "[{word}]"])
def test_what_would_double_with_each_word_is_refused(pack, piece):
    path = pack(
        "about: x\ndefaults: {severity: error, category: style}\nrules:\n  - id: a\n"
        f"    find: crown {' '.join([piece] * 15)} king\n    message: x\n"
    )
    with pytest.raises(RuleError, match="can be tried in .* ways; make several patterns of it"):
        load([path])


def test_no_shipped_pattern_is_near_the_bound():
    for rule in shipped().rules:
        if rule.kind == "phrase":
            assert all(ways(p.body) <= MOST_WAYS / 3 for p in patterns_of(rule)), rule.id
