"""Literals are found alike one by one and by the automaton."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine import literals as module
from mtcheck.engine.literals import Literals

words = st.text(alphabet="ab c\N{GRINNING FACE}", min_size=1, max_size=4)


@given(
    st.lists(words, unique=True, max_size=8), st.text(alphabet="ab c\N{GRINNING FACE}", max_size=40)
)
def test_both_ways_find_the_same(literals, text):
    short, long = Literals(literals), Literals(literals)
    long._searched = module.BUILD_AFTER
    expected = {
        (index, at, at + len(literal))
        for index, literal in enumerate(literals)
        for at in range(len(text))
        if text.startswith(literal, at)
    }
    assert set(short.find(text)) == set(long.find(text)) == expected


def test_the_automaton_is_built_once_enough_was_searched():
    found = Literals(["ab"])
    found.find("x" * module.BUILD_AFTER)
    assert found._automaton is None
    assert list(found.find("xab")) == [(0, 1, 3)]
    assert found._automaton is not None


def test_half_a_surrogate_pair_is_no_obstacle():
    found = Literals(["ab"])
    found._searched = module.BUILD_AFTER
    assert list(found.find("\ud800ab")) == [(0, 1, 3)]
