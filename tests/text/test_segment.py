"""Sentences and words: hard cases from `sentences.txt`, laws, hostile text."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mtcheck.text import abbreviations as known
from mtcheck.text.segment import split_sentences, words

MARK = "⏎"
FILE = Path(__file__).with_name("sentences.txt")


def _cases() -> list[tuple[str, int, str]]:
    """Return (topic, line number, case) of every case of the file."""
    topic, cases = "", []
    for number, line in enumerate(FILE.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("## "):
            topic = line[3:]
        elif line.strip() and not line.startswith("# "):
            cases.append((topic, number, line.replace(r"\n", "\n")))
    return cases


def _expected(case: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a case and the spans of its sentences."""
    text, spans = "", []
    for piece in case.split(MARK):
        start = len(text) + len(piece) - len(piece.lstrip())
        text += piece
        spans.append((start, len(text.rstrip())))
    return text, spans


def _param(topic: str, number: int, case: str) -> object:
    fails = topic == "known failures"
    marks = [pytest.mark.xfail(strict=True, reason="known")] if fails else []
    return pytest.param(case, id=f"{topic}:{number}", marks=marks)


CASES = _cases()
# Topics that nupunkt has no opinion on: it wants white space after a stop.
TASTE = {"known failures", "no space after the stop", "Chinese and Japanese stops", "lists"}


@pytest.mark.parametrize("case", [_param(*case) for case in CASES])
def test_case(case: str) -> None:
    text, spans = _expected(case)
    assert [text[a:b] for a, b in split_sentences(text)] == [text[a:b] for a, b in spans]
    assert split_sentences(text) == spans


def test_file_is_large_and_has_no_case_twice() -> None:
    texts = [case for _, _, case in CASES]
    assert len(texts) == len(set(texts)) >= 400


# Each set of abbreviations against the logic that reads it: a word added to the wrong set, or one
# that the quick look overlooks, is found here.


@pytest.mark.parametrize("word", sorted(known.TITLES))
def test_title_never_ends_a_sentence(word: str) -> None:
    assert len(split_sentences(f"Yesterday {word}. He Lei came.")) == 1


@pytest.mark.parametrize("word", sorted(known.NEVER_LAST))
def test_some_words_never_end_a_sentence(word: str) -> None:
    assert len(split_sentences(f"Yesterday {word}. The end came.")) == 1


@pytest.mark.parametrize("word", sorted(known.BEFORE_NUMBER))
def test_number_belongs_to_its_word(word: str) -> None:
    assert len(split_sentences(f"Yesterday {word}. 5 came.")) == 1


@pytest.mark.parametrize("word", sorted(known.ENDINGS | known.STATES))
def test_ending_is_judged_by_what_follows(word: str) -> None:
    assert len(split_sentences(f"Yesterday we saw, {word}. Ivanov came.")) == 1
    assert len(split_sentences(f"Yesterday we saw, {word}. They came.")) == 2


@pytest.mark.parametrize("word", sorted(known.STARTERS | known.WEAK_STARTERS))
def test_starter_starts_a_sentence(word: str) -> None:
    assert len(split_sentences(f"They came from the U.S. {word} was good.")) == 2


@pytest.mark.parametrize("word", sorted(known.WEAK_STARTERS - known.STARTERS))
def test_weak_starter_does_not_cut_a_headline(word: str) -> None:
    assert len(split_sentences(f"China And U.S. {word} New Talks")) == 1


# Laws.

_TOKENS = r"""
a I He he Mr. U.S. p.m. No. 5 1. 3.5 J. Ltd. etc. ended.The a.com ( ) [ ] . .. ... … ! ? ?! ' "
“ ” ‘ ’ « » - – — • * 。 ！ 😀 é ß 中 , : ; $ \ / @ _ www. [1] said Yahoo!
"""
_PIECES = st.sampled_from(_TOKENS.split())
_GAPS = st.sampled_from(
    ["", "", " ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\N{NO-BREAK SPACE}", "\t"]
)
TEXTS = st.lists(st.tuples(_PIECES, _GAPS)).map(lambda parts: "".join(a + b for a, b in parts))


@given(TEXTS | st.text())
@example('He said: "We won. " ')
@example("\r\n \r\n")
def test_sentences_cover_all_ink_in_order(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(TEXTS | st.text(), st.data())
def test_what_stands_outside_has_no_influence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [(a + start, b + start) for a, b in split_sentences(text[start:end])]
    assert split_sentences(text, start, end) == alone


@given(TEXTS, TEXTS)
def test_blank_line_parts_texts(first: str, second: str) -> None:
    whole = split_sentences(f"{first}\n\n{second}")
    shift = len(first) + 2
    assert whole == split_sentences(first) + [
        (a + shift, b + shift) for a, b in split_sentences(second)
    ]


STOPPED = re.compile(r"""[.!?…。！](?:["'”’»«)\]*“‘😀\s]|\[1\])*\Z""")


@given(TEXTS)
def test_cut_stands_after_a_stop_or_a_line_end(text: str) -> None:
    spans = split_sentences(text)
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert set(text[end:start]) & set("\n\r") or STOPPED.search(text, max(0, end - 99), end)


@given(TEXTS | st.text())
def test_words_lie_in_order_and_hold_all_letters(text: str) -> None:
    at = 0
    for start, end in words(text):
        assert at <= start < end
        assert not any(c.isalnum() for c in text[at:start])
        assert text[start].isalnum()
        at = end
    assert not any(c.isalnum() for c in text[at:])


# One megabyte of what makes careless patterns take the square of its length: hours, not seconds.

HOSTILE = [".", '"', "a", "\n", " ", "!", "。", "“", "[1]", "a.a."]
HOSTILE_STEPS = [
    ". ", '." ', '. "', "Mr. ", "U.S. In ", "J. ", "1. ", "(1) ", "a.A ", ". \n", "\n- ", "x.\n",
    'x."The ', "!。", "a. )", "a! 😀 ", ".“", "Ltd. He", "x? ’", "- .\n", "\r\n.", "No. 5 ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_one_megabyte_of_one_thing(unit: str) -> None:
    text = "x" + unit * (1_000_000 // len(unit))
    assert split_sentences(text)[0][0] == 0
    assert len(words(text)) >= 1


@pytest.mark.parametrize("unit", HOSTILE_STEPS)
def test_hostile_repetition(unit: str) -> None:
    text = "x" + unit * (150_000 // len(unit))
    spans = split_sentences(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())


# Words.

WORDS = [
    ("The U.S. won.", "The|U.S.|won"),
    ("The U.S.A. and the D.C.-based firm", "The|U.S.A.|and|the|D.C.-based|firm"),
    ("at 5 p.m., e.g. here", "at|5|p.m.|e.g.|here"),
    ("a Ph.D. student", "a|Ph.D.|student"),
    ("3.5% of 1,000,000", "3.5|of|1,000,000"),
    ("It is 5. Then 6, 7.", "It|is|5|Then|6|7"),
    ("v1.2.3 and 2nd", "v1.2.3|and|2nd"),
    ("don't won’t dogs' 'tis", "don't|won’t|dogs|tis"),
    ("e-mail, COVID-19, mother-in-law", "e-mail|COVID-19|mother-in-law"),
    ("well--known - no", "well|known|no"),
    ("2010–2020", "2010|2020"),
    ("ended.The end", "ended|The|end"),
    ("a_b _c_", "a|b|c"),
    ("cafe\u0301s nai\u0308ve", "cafe\u0301s|nai\u0308ve"),
    ("co\N{SOFT HYPHEN}operate", "co\N{SOFT HYPHEN}operate"),
    ("e\N{NON-BREAKING HYPHEN}mail", "e\N{NON-BREAKING HYPHEN}mail"),
    ("他来了。He came", "他来了|He|came"),
    ("J.K. Rowling J. Smith", "J.K.|Rowling|J|Smith"),
    ("  ", ""),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: str) -> None:
    assert [text[a:b] for a, b in words(text)] == [w for w in expected.split("|") if w]


def test_words_of_a_stretch() -> None:
    assert words("one two three", 4, 7) == [(4, 7)]


def test_agrees_with_a_trained_splitter() -> None:
    """nupunkt learnt from law and news; where the cases are no matter of taste it says the same."""
    nupunkt = pytest.importorskip("nupunkt")
    agreed = total = 0
    for topic, _, case in CASES:
        if topic in TASTE or "\n" in case:
            continue
        text, spans = _expected(case)
        theirs = {len(text[:end].rstrip()) for _, end in nupunkt.sent_spans(text)}
        total += len(spans)
        agreed += len({end for _, end in spans} & theirs)
    assert agreed / total >= 0.9
