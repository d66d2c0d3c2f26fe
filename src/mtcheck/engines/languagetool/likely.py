"""Rules that are right in one kind of place, and wrong in another that can be told from it."""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.engine.analysis.name_words import STARTERS
from mtcheck.engine.view import View
from mtcheck.engines.languagetool.match import Match
from mtcheck.text.lazy import lazy

_SAID_TWICE_WORDS = """
had that very many so really long far much more again no never ha bye on and
"""
_SAID_TWICE = frozenset(_SAID_TWICE_WORDS.split())
_PROSE_BEFORE_STOP = lazy(r"(?:[a-z]{2}|[a-z]\d|\d{2}|\d%|[a-z]['\")])[.!?]['\")]?\Z")
_BEFORE = 8  # code points


def is_likely(view: View, start: int, end: int, match: Match) -> bool:
    """Whether `view[start:end]` is a place of the kind in which a match's rule is right."""
    asks = _ASKS.get(match.rule)
    return asks is None or asks(view.text, start, end)


def _repeated(text: str, start: int, end: int) -> bool:
    """A name may be a word twice (Lang Lang), and so may what is stressed (very very)."""
    first, *others = text[start:end].split(" ")
    return first.islower() and first not in _SAID_TWICE and {*others} == {first}


def _next_sentence(text: str, start: int, end: int) -> bool:
    """Without a space after its stop, a sentence starts with a word that starts sentences; a
    capital alone also stands in "J.League" and "NHL.com"."""
    before = text[max(0, start - _BEFORE) : start]
    return text[start:end].lower() in STARTERS and bool(_PROSE_BEFORE_STOP.search(before))


def _article(text: str, start: int, end: int) -> bool:
    """An is a surname too: "An Jing said"."""
    return not (text[start:end] == "An" and text[end + 1 : end + 2].isupper())


def _ascii(text: str, start: int, end: int) -> bool:
    """What lies between signs of two scripts is no slip of spacing."""
    return text[start:end].isascii()


_ASKS: dict[str, Callable[[str, int, int], bool]] = {
    "COMMA_PARENTHESIS_WHITESPACE": _ascii,
    "ENGLISH_WORD_REPEAT_RULE": _repeated,
    "EN_A_VS_AN": _article,
    "SENTENCE_WHITESPACE": _next_sentence,
}
