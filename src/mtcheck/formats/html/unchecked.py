"""What on a page is not checked: code, words in other languages, names that must not be translated.

The language of the page as a whole is not asked: a page that a machine translated often still says
that it is in the language it was translated from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mtcheck.formats.html.flow import Passage
from mtcheck.formats.html.tag import CODE, UNTRANSLATED

_WORD = re.compile(r"[A-Za-z]+")
_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "is", "that", "for", "on"),
        *("was", "with", "as", "by", "at", "it", "he", "from", "be", "his"),
    )
)
_ENGLISH = 0.15
"""Share of these twenty words, among the commonest of English, from which on a text is taken for
English; in English prose it is about 0.3."""
_NEARLY_ALL = 0.9


class Unchecked(NamedTuple):
    """The reasons not to check something (codes of languages among them), and remarks."""

    reasons: tuple[str, ...]
    notes: tuple[str, ...]


def unchecked_of(raw: str, passages: Sequence[Passage]) -> Unchecked:
    """Return what is not checked of these passages of a page."""
    marked: list[tuple[str, str]] = []
    ink = 0
    for passage in passages:
        ink += passage.inked
        if passage.unchecked:
            text = passage.text(raw)
            marked += ((why, text[start:end]) for start, end, why in passage.unchecked)
    names = sum(why == UNTRANSLATED for why, _ in marked)
    other = [(why, text) for why, text in marked if why not in (CODE, UNTRANSLATED)]
    languages = tuple(sorted({why for why, _ in other}))
    notes = []
    reasons = (CODE, UNTRANSLATED, *languages)
    if languages:
        listed = ", ".join(languages)
        nearly_all = sum(len(text) for _, text in other) >= _NEARLY_ALL * ink
        if nearly_all and _is_english(" ".join(text for _, text in other)):
            reasons = (CODE, UNTRANSLATED)
            notes.append(
                f"nearly all of it is marked as another language ({listed}), but is English"
            )
        else:
            stretches = _passages(len(other))
            notes.append(f"{stretches} marked as another language ({listed}) and not checked")
    if names:
        notes.append(f"{_passages(names)} marked as not to be translated and not checked")
    return Unchecked(reasons, tuple(notes))


def _passages(number: int) -> str:
    return "1 passage is" if number == 1 else f"{number:,} passages are"


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in _COMMON for word in words) > _ENGLISH * len(words)
