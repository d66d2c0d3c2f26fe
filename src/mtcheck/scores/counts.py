"""What a readability formula needs to know of a text: how many of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, fields

from mtcheck.scores.syllables import syllables
from mtcheck.text.segment import words

_PART = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]")
_ENDINGS = (
    ("'s", ""), ("s'", "s"), ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("ier", "y"), ("er", "e"), ("er", ""), ("iest", "y"), ("est", "e"), ("est", ""),
    ("ily", "y"), ("ly", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one text; the counts of two texts add up to those of both.

    `characters` are the letters and figures of words. `polysyllables` are words of three syllables
    and more, `hard` those of them that Gunning counts (no names, no hyphenated compounds, none that
    only an -es, -ed or -ing makes so long). `unfamiliar` words are not known to grade 4, by Dale
    and Chall's list and rules. `latin` words have at least one letter from A to Z.
    """

    sentences: int = 0
    words: int = 0
    latin: int = 0
    characters: int = 0
    syllables: int = 0
    polysyllables: int = 0
    hard: int = 0
    unfamiliar: int = 0

    def __add__(self, other: Counts) -> Counts:
        names = (field.name for field in fields(self))
        return Counts(*(getattr(self, name) + getattr(other, name) for name in names))


def count(sentences: Iterable[str], easy: Set[str]) -> Counts:
    """Return the counts of a text that is cut into `sentences`, one string each.

    A sentence without any word is not counted. `easy` is the list of words that grade 4 knows, in
    lower case.
    """
    total = Counts()
    for sentence in sentences:
        total += _count_sentence(words_of(sentence), easy)
    return total


def words_of(sentence: str) -> list[str]:
    """Return the words of `sentence` as they stand in it."""
    return [sentence[start:end] for start, end in words(sentence)]


def word_syllables(word: str) -> int:
    """Return the syllables of `word`; the parts of a compound add up, a figure counts as one."""
    return max(1, sum(syllables(part) for part in _PART.findall(word)))


def is_familiar(word: str, easy: Set[str]) -> bool:
    """Whether grade 4 knows `word`, by the rules of Dale and Chall (1948) for their list `easy`.

    Figures are known, and so are the regular inflections of a listed word and compounds of listed
    words. Nouns in -er ("worker") cannot be told from comparatives and pass as such.
    """
    low = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if low in easy or any(letter.isdigit() for letter in low):
        return True
    if "-" in low:
        return all(is_familiar(part, easy) for part in low.split("-") if part)
    for ending, instead in _ENDINGS:
        if low.endswith(ending):
            stem = low.removesuffix(ending) + instead
            if stem in easy or (_DOUBLED.search(stem) and stem[:-1] in easy):
                return True
    return False


def _long_without_ending(word: str) -> bool:
    for ending in ("es", "ed", "ing"):
        if word.lower().endswith(ending):
            return word_syllables(word[: -len(ending)]) >= 3
    return True


def _count_sentence(found: Sequence[str], easy: Set[str]) -> Counts:
    polysyllables = hard = unfamiliar = total = 0
    for place, word in enumerate(found):
        name = bool(place) and word[0].isupper()
        length = word_syllables(word)
        total += length
        if length >= 3:
            polysyllables += 1
            hard += not name and "-" not in word and _long_without_ending(word)
        unfamiliar += not (name or is_familiar(word, easy))
    return Counts(
        sentences=bool(found),
        words=len(found),
        latin=sum(bool(_LATIN.search(word)) for word in found),
        characters=sum(letter.isalnum() for word in found for letter in word),
        syllables=total,
        polysyllables=polysyllables,
        hard=hard,
        unfamiliar=unfamiliar,
    )
