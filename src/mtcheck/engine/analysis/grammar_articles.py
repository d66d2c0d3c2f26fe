"""*a* and *an* before the wrong sound: "a interview", "an state-owned firm", "a 18-year-old".

Sound decides, not spelling: a one-off, a European, a union, a UFO, an hour, an MP, an FBI agent, an
8 per cent rise. Acronyms, single letters and names are left alone, and so is *an* before h ("an
historic", "an hotel" are some people's English).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.engine.analysis.word_shapes import is_small
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.articles import EIGHT, HUNDREDS, LIKE_Y_OR_W, SILENT_H
from mtcheck.text.lazy import lazy

_CONSONANTS = "bcdfgjklmnpqrstvwxyz"
ARTICLES = (
    *(f" a {vowel}" for vowel in "aeiou"),
    *(f" a {word}" for word in SILENT_H),
    *(f" an {letter}" for letter in _CONSONANTS),
    *(f" an {word}" for word in ("u", "eu", "ew", "one ", "one-", "once", "high", "huge", "house")),
    *(f" {article} {digit}" for article in ("a", "an") for digit in "123456789"),
)
"""An article and the first letters of a word, lower-case."""
_WORD = lazy(r" (an?) ([A-Za-z]+)(?![\w@/]|\.\w|-[A-Z])")
_FIGURE = lazy(r" (an?) (\d{1,3}(?:,\d{3})*|\d{1,4})(?![\d,.:/]\d|\d|[A-Za-z]{3})")
_FOREIGN_WORDS = "au aux el il la le al un una uno ou et est os"
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
_VOWEL = lazy(r"[aeiouy]")
_SPELT = lazy(r"x|[lmnr][^aeiouyh]|f[^aeiourly]|s[^aeiouyckhlmnpqtwv]")
"""Beginnings that are said letter by letter: "an lvalue", "an ssh key"."""
_AFTER_LETTER = lazy(
    r"\b(?:type|class|grade|vitamin|section|group|plan|hepatitis|article|appendix) $"
)


def articles(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the article; its replacement is the other one. `positions` are those of `ARTICLES`."""
    for at in positions:
        word = _WORD.match(view.text, at)
        if word:
            if _wrong(word[1], word[2]):
                yield Hit(word.start(1), word.end(1), (_other(word[1]),))
            continue
        figure = _FIGURE.match(view.text, at)
        if figure and not HUNDREDS.fullmatch(figure[2]):
            eight = EIGHT.fullmatch(figure[2]) is not None
            before = view.low[max(0, at - 12) : at + 1]
            if (figure[1] == "an") != eight and not _AFTER_LETTER.search(before):
                yield Hit(figure.start(1), figure.end(1), (_other(figure[1]),))


def _other(article: str) -> str:
    return "a" if article == "an" else "an"


def _wrong(article: str, word: str) -> bool:
    low = word.lower()
    # "an FBI agent", "a UN body", "an x-ray", "an s-shaped", "vitamin a and b", "a la carte".
    if word[1:] != low[1:] or len(word) < 3 or is_small(low) or low in _FOREIGN:
        return False
    if article == "a":
        if low.startswith("h"):
            return low.startswith(SILENT_H)
        return low[0] in "aeiou" and word[0] != "U" and not LIKE_Y_OR_W.match(low)
    if word[0].isupper() or not _VOWEL.search(low) or _SPELT.match(low):
        return False
    if low[0] in "aeiou":
        return LIKE_Y_OR_W.match(low) is not None
    return low[0] in _CONSONANTS or low in ("high", "huge", "house", "higher", "houses")
