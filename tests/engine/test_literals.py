"""Literals are found alike by the words of a text and by the automaton."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine import literals as module
from mtcheck.engine.index import LEFT, RIGHT, Index
from mtcheck.engine.literals import Literals

words = st.text(alphabet="ab c_'\N{GRINNING FACE}", min_size=1, max_size=4)
entries = st.lists(
    st.tuples(st.lists(words, max_size=4), st.booleans(), st.sampled_from(["", "names"])),
    max_size=4,
)


def whose(index, number):
    owner = index.owners[number]
    return [owner] if owner >= 0 else index.several[-owner - 1]


def stands(text, start, end, edges):
    """Whether no letter or digit touches the ends that `edges` name."""
    return not (
        (edges & LEFT and text[start - 1 : start].isalnum())
        or (edges & RIGHT and text[end : end + 1].isalnum())
    )


def places(index, found, text):
    """(rule, start, end) of what was found and stands as it must."""
    return {
        (rule, start, end)
        for number, start, end in found
        if stands(text, start, end, index.edges[number])
        for rule in whose(index, number)
    }


def expected(rules, text):
    return {
        (number, at, at + len(literal))
        for number, (literals, whole, _) in enumerate(rules)
        for literal in literals
        for at in range(len(text))
        if text.startswith(literal, at)
        and stands(
            text,
            at,
            at + len(literal),
            whole * (LEFT * literal[0].isalnum() + RIGHT * literal[-1].isalnum()),
        )
    }


@given(entries, st.text(alphabet="ab c_'\N{GRINNING FACE}", max_size=40))
def test_both_ways_find_the_same(rules, text):
    index = Index.of(rules)
    short, long = Literals(index), Literals(index)
    long._searched = module.BUILD_AFTER
    assert places(index, short.find(text), text) == expected(rules, text)
    assert places(index, long.find(text), text) == expected(rules, text)


@given(entries, st.data())
def test_some_of_the_rules_are_found_as_alone(rules, data):
    some = data.draw(st.permutations(range(len(rules))))[: len(rules) // 2]
    whole = Index.of(rules)
    picked = whole.only(some, whole.by_rule(len(rules)))
    assert picked == Index.of([rules[number] for number in some])


def test_the_automaton_is_built_once_enough_was_searched():
    found = Literals(Index.of([(["ab"], False, "")]))
    list(found.find("x" * module.BUILD_AFTER))
    assert found._automaton is None
    assert list(found.find("xab")) == [(0, 1, 3)]
    assert found._automaton is not None


def test_half_a_surrogate_pair_is_no_obstacle():
    found = Literals(Index.of([(["ab"], False, "")]))
    found._searched = module.BUILD_AFTER
    assert list(found.find("\ud800ab")) == [(0, 1, 3)]
