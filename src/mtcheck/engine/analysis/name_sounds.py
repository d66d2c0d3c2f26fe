"""How a name sounds, as far as telling spellings of one name from two names needs it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from mtcheck.text.lazy import lazy

_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("aeiouyhjw'- ."),
        **dict(zip("qcxzvłßđ", "kkssflsd", strict=True)),
        **dict.fromkeys("øæœı"),
    }
)
REMEMBERED = 32768
"""Words whose sound is kept: more than the different names of some thousand articles."""
_TWICE = lazy(r"(.)\1+")
_NO_LETTERS = "'- ."
_LONG_VOWELS = lazy(r"(?<=[ou])u|(?<=o)[oh](?![aeiouy])|(?<=e)[ei]|(?<=a)a|(?<=i)i")

PINYIN_SYLLABLE = (
    r"(?:[bpm](?:ang|an|ai|ao|a|ei|eng|en|ian|iao|ie|ing|in|iu|i|ou|o|u)"
    r"|f(?:ang|an|a|ei|eng|en|ou|o|u)"
    r"|[dt](?:ang|an|ai|ao|a|ei|eng|e|ian|iao|ie|ing|iu|i|ong|ou|uan|ui|un|uo|u)"
    r"|[nl](?:ang|an|ai|ao|a|ei|eng|en|e|iang|ian|iao|ia|ie|ing|in|iu|i|ong|ou|uan|ue|un|uo|u|v)"
    r"|[gkh](?:ang|an|ai|ao|a|ei|eng|en|e|ong|ou|uang|uan|uai|ua|ui|un|uo|u)"
    r"|(?:zh|ch|sh|[zcsr])(?:ang|an|ai|ao|a|ei|eng|en|e|i|ong|ou|uang|uan|uai|ua|ui|un|uo|u)"
    r"|[jqx](?:iang|iong|ian|iao|ia|ie|ing|in|iu|i|uan|ue|un|u)"
    r"|w(?:ang|an|ai|a|ei|eng|en|o|u)|y(?:ang|an|ao|a|e|ing|in|i|ong|ou|o|uan|ue|un|u)"
    r"|ang|an|ai|ao|a|er|en|e|ou|o)"
)
"""One syllable of Chinese in pinyin without tones, as a regular expression."""

_PINYIN = lazy(rf"(?:{PINYIN_SYLLABLE}){{1,4}}")
_ROMAJI = lazy(
    r"(?:(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwjf])?[aiueo]|n(?![aiueo])|([kstp])(?=\1)){2,9}"
)


def letters(text: str) -> str:
    """Return a text in lower case without accents, hyphens, apostrophes, full stops and spaces."""
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
        )
    low = text.lower()
    for mark in _NO_LETTERS:
        low = low.replace(mark, "")
    return low


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """Return the `letters` of a word, which is kept."""
    return letters(word)


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """Return the consonants of a word, alike for letters that transliterations confuse.

    The first letter is kept, all vowels there being one: "Zelenskyy" and "Zelenskiy" are both
    `zlnsk`, "Impero" and "Empire" both `ampr`.
    """
    whole = plain(word)
    first = "a" if whole[:1] in tuple("aeiou") else whole[:1].translate(_SOUNDS) or whole[:1]
    return first + _TWICE.sub(r"\1", whole[1:].translate(_SOUNDS))


def is_open_syllables(word: str) -> bool:
    """Whether a word can be pinyin or romanised Japanese, where every vowel makes another name."""
    whole = plain(word)
    return bool(_PINYIN.fullmatch(whole) or _ROMAJI.fullmatch(whole))


def same_length_of_vowels(one: str, other: str) -> bool:
    """Whether two words are equal but for long vowels, double letters, hyphens and accents."""
    a, b = (_TWICE.sub(r"\1", _LONG_VOWELS.sub("", plain(word))) for word in (one, other))
    return a == b
