"""*a* or *an*: which of the two a word takes.

Sound decides, not spelling: a one-off, a European, a union, an hour, an MP, an 8 per cent rise.
"""

from __future__ import annotations

import re
from typing import Literal

from mtcheck.text.lazy import lazy

Article = Literal["a", "an"]

SILENT_H = ("hour", "honest", "heir", "honor", "honour")
LIKE_Y_OR_W = lazy(
    r"uni(?!n|m[^o]|d[^i]|ll|r[oe]|ss)|unanim|unar|us[eua]|ubiq|uk[ru]|u[rt][aeio]|utf|uv|ufo|ug[ua]|ul[uy]"
    r"|eu|ew|one(?!r)|once|ou[ai]|oax"
)
"""Vowels that are said as y or w: "a unanimous vote", but "an unanswered call"."""
EIGHT = lazy(r"8\d{0,2}|8,\d{3}|8\d,\d{3}|11|18|11,\d{3}|18,\d{3}|8\d{3}")
"""Figures that are said with a vowel first."""
HUNDREDS = lazy(r"1,?[18]\d\d")
"""Figures that some people say in thousands and others in hundreds: "a 1,800" or "an"."""

_FIRST = lazy(r"[\"'(“‘]*(?:(\d{1,3}(?:,\d{3})+|\d+)|([A-Za-z]+))")
_LETTERS_AND_WORDS = frozenset("FHLMNRSUX")
"""Capitals that open an acronym with a vowel if it is spelt, a consonant if it is a word."""


def article_before(words: str) -> Article | None:
    """Return the indefinite article that `words` take; None where it cannot be told.

    It cannot of an acronym that may be spelt or said as a word ("NATO", "NGO"), of one letter, of
    what starts with neither a letter nor a figure.
    """
    found: re.Match[str] | None = _FIRST.match(words)
    if not found:
        return None
    figure, word = found.groups()
    if figure:
        return None if HUNDREDS.fullmatch(figure) else "an" if EIGHT.fullmatch(figure) else "a"
    if len(word) == 1 or _is_acronym(word, words[found.end() :]):
        if len(word) == 1 or word[0] in _LETTERS_AND_WORDS:
            return None
        return "an" if word[0] in "AEIO" else "a"
    low = word.lower()
    if low[0] == "h":
        return "an" if low.startswith(SILENT_H) else "a"
    return "an" if low[0] in "aeiou" and not LIKE_Y_OR_W.match(low) else "a"


def _is_acronym(word: str, after: str) -> bool:
    """Whether a word in capitals is one of letters; a long one in a line of capitals is not."""
    return word.isupper() and (len(word) <= 4 or not after.isupper())
