"""Acronyms with the words that a text gives for them: "World Health Organization (WHO)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtcheck.engine.analysis.name_words import CALENDAR, HEADS, STARTERS
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_SMALL_LIST = "of the and for on in to at by with under against as or from & de la le du des del et"
SMALL = frozenset(_SMALL_LIST.split())
"""Words that an acronym may leave out."""

_PARENTHESIS = lazy(r"\(([^()\n]{2,110})\)")
_ACRONYM = lazy(r"(?=[A-Za-z]*[A-Z][a-z]?[A-Z])[A-Z][A-Za-z&]{1,8}")
_WORD = lazy(r"[\w&]+(?:[.'-][\w&]+)*(?:(?<=s)')?")
_BREAKS = frozenset(',;:.!?)("\n')
_BEFORE = 130  # code points
_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"States'", "Philippines'", "Netherlands'", "Emirates'"})
_OWNERS_IN_NAMES = frozenset({"People's", "Women's", "Men's", "Children's", "King's", "Queen's"})
_IN_NAMES_WORDS = """
new old national international foreign official local young great good big small free recent people
women men children workers students doctors scientists researchers reporters journalists residents
citizens experts analysts police authorities one two three four five first second third last all
right open photo video
"""
_IN_NAMES = frozenset(_IN_NAMES_WORDS.split())
"""Openers of sentences with which the names of bodies begin too."""
_OF_A_COUNTRY = lazy(
    r"(?:U\.?S|UK|EU|UN|United|States|The|[A-Z]\w+'s?|[A-Z]\w+(?:an|ian|ish|ese|ch)|Beijing|Moscow"
    r"|Kyiv|London|Washington|Hong|Kong|Macau|Taiwan|Philippine|Czech|Dutch|Greek|Thai|Swiss|Iraqi"
    r"|Israeli|Pakistani)\Z"
)
_SPELLINGS = (("isation", "ization"), ("centre", "center"), ("programme", "program"))
_MORE_SPELLINGS = (("defence", "defense"), ("labour", "labor"))
_PREFIX = lazy(r"(?<![\w-])(non|anti|co|counter|inter|multi|sub)-(?=\w)")
_SUFFIX = lazy(r"(?:ically|ical|ies|es|s|y|al|ary|ing|ment|ic|ics|ation|ations)$")


class Word(NamedTuple):
    """A word of an expansion and its place in the view."""

    text: str
    start: int
    end: int


class Expansion(NamedTuple):
    """An acronym and the capitalised words that stand with it, without a country before them."""

    acronym: str
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where the words start."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.words[-1].end

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that count, in order."""
        return stems(" ".join(word.text for word in self.words))


def expansions_of(view: View) -> list[Expansion]:
    """Return every acronym with its expansion, in parentheses one or the other, in text order.

    Computed once a view; linear in the number of parentheses.
    """
    return view.once(_expansions)


def _expansions(view: View) -> list[Expansion]:
    found = []
    for parenthesis in _PARENTHESIS.finditer(view.text):
        inside = parenthesis[1].strip()
        if _ACRONYM.fullmatch(inside.removesuffix("s")):
            words = _words_before(view.text, parenthesis.start())
            acronym = inside.removesuffix("s")
        else:
            before = _acronym_before(view.text, parenthesis.start())
            if before is None:
                continue
            words = _words_inside(view.text, parenthesis.start(1), parenthesis.end(1))
            acronym = before
        words = _trimmed(words, acronym)
        if sum(word.text not in SMALL for word in words) >= 2:
            found.append(Expansion(acronym, tuple(words)))
    return found


def _acronym_before(text: str, at: int) -> str | None:
    found = re.search(r"([A-Z][\w&]{1,8}) \Z", text[max(0, at - 12) : at])
    return found[1] if found and _ACRONYM.fullmatch(found[1]) else None


def _words_inside(text: str, start: int, end: int) -> list[Word]:
    words = [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    fits = all(word.text[0].isupper() or word.text in SMALL for word in words)
    return words if fits and not _BREAKS.intersection(text[start:end]) else []


def _words_before(text: str, at: int) -> list[Word]:
    """The capitalised words before a parenthesis, with the small words between them."""
    left = max(0, at - _BEFORE)
    words: list[Word] = []
    for found in reversed(list(_WORD.finditer(text, left, at))):
        word = Word(found[0], found.start(), found.end())
        between = text[word.end : words[-1].start] if words else text[word.end : at].strip('"')
        if _BREAKS.intersection(between):
            break
        if word.text in CALENDAR or not (word.text[0].isupper() or word.text in SMALL):
            break
        words.append(word)
    words.reverse()
    return words


def _trimmed(words: list[Word], acronym: str) -> list[Word]:
    """Drop small words at both ends, and at the start whose body it is ("China's Ministry …") and
    the opener of a sentence; what may be the acronym's first word stays ("Women's Tennis …")."""
    while words and words[-1].text in SMALL:
        words = words[:-1]
    while words and words[0].text not in HEADS:
        text = words[0].text
        if text[0] == acronym[0] and text.lower() not in _ARTICLES and not text.islower():
            break
        before_small = len(words) > 1 and words[1].text in SMALL
        opens = text.lower() in STARTERS and (before_small or text.lower() not in _IN_NAMES)
        owner = text.endswith("'s") and text not in _OWNERS_IN_NAMES
        if not (opens or owner or text in SMALL or text in _OWNERS):
            break
        words = words[1:]
    return words


def without_owner(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of an expansion without a nation, and without who stands before "of" where
    that is no body: "Leaders of the Harbour Workers' Union", "Polish Harbour Workers' Union"."""
    known = tuple(words)
    link = next((at for at, word in enumerate(known) if word.text in SMALL), len(known))
    if HEADS.isdisjoint(word.text for word in known[:link]) and len(known) - link > 2:
        known = known[link:]
    while known and (
        known[0].text in SMALL
        or (
            len(known) > 2
            and (_OF_A_COUNTRY.match(known[0].text) or known[0].text.lower() in STARTERS)
        )
    ):
        known = known[1:]
    return known


def narrowed(expansion: Expansion, names: Sequence[str]) -> Expansion:
    """Return the expansion without what stands before a body's name: a nation, "Officers of the".

    `names` are what the body is called: a word that one of them has stays.
    """
    words = expansion.words
    known = {stem for name in names for stem in stems(name)}
    for at, word in enumerate(words):
        if known.intersection(stems(word.text)):
            break
        if word.text in SMALL and at + 2 < len(words) and words[at + 1].text not in SMALL:
            words = words[at + 1 :]
            break
    while len(words) > 2 and (
        _OF_A_COUNTRY.match(words[0].text) or words[0].text.lower() in STARTERS
    ):
        if known.intersection(stems(words[0].text)):
            break
        words = words[1:]
    while words[0].text in SMALL:
        words = words[1:]
    return Expansion(expansion.acronym, words)


@lru_cache(maxsize=4096)
def stems(name: str) -> tuple[str, ...]:
    """Return the stems of the words of a name that are not small, one for British and American."""
    joined = _PREFIX.sub(r"\1", name.lower())
    return tuple(
        _stem(word) for word in re.split(r"[\s,/-]+", joined) if word and word not in SMALL
    )


def _stem(word: str) -> str:
    for british, american in (*_SPELLINGS, *_MORE_SPELLINGS):
        word = word.replace(british, american)
    word = word.removesuffix("'s").rstrip("'.")
    shorter = _SUFFIX.sub("", word)
    return shorter if len(shorter) >= 3 else word


_GENERIC_WORDS = """
Administration Agency Association Authority Board Bureau Center Centre Commission Committee Council
Department Directorate Federation Institute Institution Ministry Office Organization Party Service
Services Society Union National State Federal General Central International
"""
GENERIC = frozenset(_stem(word.lower()) for word in _GENERIC_WORDS.split())
"""Stems that names of many bodies share."""


def without_nation(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the stems without a nation before them or after "of": of "French Railways" and
    "Railways of France" alike."""
    if len(words) > 2 and _OF_A_COUNTRY.match(words[0].text):
        words = words[1:]
    link = max((at for at, word in enumerate(words) if word.text == "of"), default=len(words))
    if len(words) - link == 2 and link > 1:
        words = words[:link]
    return stems(" ".join(word.text for word in words))


def initials(words: Sequence[Word]) -> list[str]:
    """Return the initials of the words that count."""
    return [word.text[0].lower() for word in words if word.text not in SMALL]


def spells_in_full(words: Sequence[Word], acronym: str) -> bool:
    """Whether the initials of neighbouring words that count are the acronym, letter by letter."""
    return acronym.lower() in "".join(initials(words))


def spells(words: Sequence[Word], acronym: str) -> bool:
    """Whether the acronym is a row of the words' initials, in order, other letters of a word
    following its initial; words at the start and the end may be left out."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    texts = [text.lower() for word in words for text in re.split("[-–/]", word.text) if text]
    reached = {0}
    for text in texts:
        more = set(reached)
        for done in reached:
            if done < len(letters) and text[0] == letters[done]:
                more.update(_inside(text, letters, done))
        reached = more
    return len(letters) in reached


def _inside(text: str, letters: Sequence[str], done: int) -> Iterator[int]:
    """Yield how many letters are spelled when a word gives one, two or more of them."""
    at = 1
    done += 1
    yield done
    while done < len(letters):
        at = text.find(letters[done], at) + 1
        if not at:
            return
        done += 1
        yield done


def is_one_letter_off(words: Sequence[Word], acronym: str) -> bool:
    """Whether words and letters are equally many, four or more, and one letter does not fit."""
    firsts, letters = initials(words), list(acronym.lower())
    if len(firsts) != len(letters) or len(firsts) < 4 or sorted(firsts) == sorted(letters):
        return False
    wrong = [at for at, pair in enumerate(zip(firsts, letters, strict=True)) if pair[0] != pair[1]]
    # The first word may be whose body it is: "German", "Leaders of the".
    return len(wrong) == 1 and (wrong != [0] or without_owner(words) == tuple(words))
