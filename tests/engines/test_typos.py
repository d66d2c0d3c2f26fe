"""What is a slip of the fingers, and what is another word, or the other English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engines.languagetool.dialects import same_word
from mtcheck.engines.languagetool.typos import is_typo

SLIPS = """
goverment government | occured occurred | recieve receive | accomodate accommodate
desecreting desecrating | disfunction dysfunction | isloation isolation | howerver however
actvist activist | offically officially | slowdownto slowdown_to | theoutcome the_outcome
subsistance-farming subsistence-farming | definately definitely | seperate separate
"""
OTHER_WORDS = """
tenge tense | lupins lupin | governmen government | worder order | moyashi moreish
tailwater tail_water | flashbang flash_bang | agro-pastoral ago-pastoral | thethe the_the
progressors processors | labeler libeler | chuka chukka_s | form from_x | a b | same same
labour-only labouring | progressor possessor
"""
DIALECTS = """
centre center | mini-theatre mini-theater | kilometres kilometers | organisation organization
recognised recognized | analysing analyzing | favour favor | neighbouring neighboring
licence license | practised practiced | defence defense | enquiries inquiries | travellers travelers
fulfilment fulfillment | wilfully willfully | counsellors counselors | judgement judgment
catalogue catalog | haemorrhages hemorrhages | manoeuvre maneuver | sceptical skeptical
tradeable tradable | targetted targeted | specialities specialties | centrepiece centerpiece
programme program | Labour Labor | fertilisers fertilizers | centred centered | jewellery jewelry
"""
NOT_DIALECTS = "accomodate accommodate | finaly finally | goverment government | recieve receive"


def pairs(text):
    """Pairs of words in a table; _ is a space."""
    entries = [entry.split() for entry in text.replace("\n", "|").split("|")]
    return [tuple(word.replace("_", " ") for word in entry) for entry in entries if entry]


@pytest.mark.parametrize(("word", "other"), pairs(SLIPS))
def test_slips_of_the_fingers_are_told(word, other):
    assert is_typo(word, other, lambda _: False)


@pytest.mark.parametrize(("word", "other"), pairs(OTHER_WORDS))
def test_other_words_are_left_alone(word, other):
    assert not is_typo(word, other, lambda _: False)


def test_two_letters_may_be_wrong_when_a_common_word_is_meant():
    assert is_typo("commerical", "commercial", lambda _: False)
    assert not is_typo("polyphagous", "polyphonous", lambda _: False)
    assert is_typo("polyphagous", "polyphonous", {"polyphonous"}.__contains__)


WORDS = st.text("abcdeé-", max_size=12)


@given(WORDS, WORDS)
def test_a_word_is_no_slip_of_itself_and_any_two_can_be_asked_about(word, other):
    assert not is_typo(word, word, lambda _: True)
    if is_typo(word, other, lambda _: True):
        assert word[0] == other[0]
        assert abs(len(word) - len(other)) <= 2


@pytest.mark.parametrize(("british", "american"), pairs(DIALECTS))
def test_both_englishes_are_right(british, american):
    assert same_word(british, american)
    assert same_word(american, british)


@pytest.mark.parametrize(("wrong", "right"), pairs(NOT_DIALECTS))
def test_misspellings_are_no_dialect(wrong, right):
    assert not same_word(wrong, right)


@given(st.text("aceiloprstuz", max_size=12), st.text("aceiloprstuz", max_size=12))
def test_being_one_word_is_mutual(word, other):
    assert same_word(word, word.upper())
    assert same_word(word, other) == same_word(other, word)
