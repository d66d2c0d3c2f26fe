"""Names that Chinese wrote by sound, spelled back by ear: "Chancellor Mo Ke Le", "Boroshenko".

No list of readings holds them all. What stands after an office or a first name, or in three and
more syllables of a word each, and is no name that a Chinese person could bear, is compared with the
people of the country named near by: the consonants come in the same order, "Mo Ke Le" and Merkel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from mtcheck.engine.analysis.name_pinyin import (
    FEWEST_SOUNDS,
    chinese_sounds,
    english_sounds,
    is_chinese_name,
    syllables_of,
    titled_or_short,
)
from mtcheck.engine.analysis.name_readings import compiled_signs
from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.analysis.name_words import TITLES
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_TOKEN = lazy(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FEWEST_FOR_ONE_EDIT = 4
_MOST_SYLLABLES, _FEWEST_SINGLE, _REACH, _MOST_GUESSES = 8, 3, 60, 2
_SHORTEST = 6  # letters of a name in our letters
_MOST_LETTERS_OFF = 3
_CHINESE = lazy(
    r"\b(?:Chin(?:a|ese)|Beijing|Taiwan\w*|Hong Kong|Shanghai|Xinhua|Tibet\w*|Inner Mongolia\w*"
    r"|Autonomous|Province|Mandarin|[Pp]inyin)\b"
)


class _Person(NamedTuple):
    nation: str
    first: str
    surname: str
    sounds: Sequence[str]


class _People:
    """The texts of `compiled_echoes`, each taken apart when it is first needed."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data

    @cached_property
    def firsts(self) -> frozenset[str]:
        return frozenset(self._data["firsts"].split(" "))

    @cached_property
    def introducing(self) -> frozenset[str]:
        """Titles and first names, after which a name stands."""
        return TITLES | self.firsts

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self._data["known"].split(" "))

    @cached_property
    def people(self) -> Sequence[_Person]:
        lines = (line.split("\t") for line in self._data["people"].split("\n"))
        return [_Person(nation, first, name, ways) for nation, first, name, *ways in lines]

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[_Person]]:
        """The people by each way in which their surnames are heard."""
        found: dict[str, list[_Person]] = {}
        for person in self.people:
            for way in person.sounds:
                found.setdefault(way, []).append(person)
        return found

    @cached_property
    def signs(self) -> Mapping[str, re.Pattern[str]]:
        return compiled_signs(self._data["signs"])


def echo_hits(data: Mapping[str, str]) -> Callable[[View, Sequence[int]], Iterable[Hit]]:
    """Return what yields names in Chinese syllables, with a guess at whose they are.

    A stretch of syllables counts after an office or a first name of the table, or when it is three
    words or more of a syllable each, where a nation of the table is named within 60 code points
    and China is not. `data` is what `compiled_echoes` gave.
    """
    people = _People(data)

    def hits(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        return _hits(view, people) if _may_hold(view, people) else ()

    return hits


def _may_hold(view: View, people: _People) -> bool:
    """Whether a first name of the table, a word that sounds like a surname of it after a title, or
    a row of pinyin that is no Chinese name stands in the text."""
    return bool(
        view.once(_foreign_stretches)
        or not people.firsts.isdisjoint(view.once(_first_words))
        or not people.by_sound.keys().isdisjoint(view.once(_titled_sounds))
    )


def _first_words(view: View) -> frozenset[str]:
    """The words that another one follows in a run of capitalised words."""
    return frozenset([first for first, _ in capitals_of(view).pairs])


def _titled_sounds(view: View) -> frozenset[str]:
    """How Chinese may hear the words after titles."""
    if TITLES.isdisjoint(view.once(_first_words)):
        return frozenset()
    return frozenset(
        way
        for first, second in capitals_of(view).pairs
        if first in TITLES
        for way in english_sounds(second.lower())
    )


def _hits(view: View, people: _People) -> Iterator[Hit]:
    yield from _misheard(view, people)
    done = 0
    for start, end, syllables, first in sorted(_stretches(view, people), key=_first_names_first):
        if start < done or _CHINESE.search(view.text, max(0, start - _REACH), end + _REACH):
            continue
        done = end
        nations = _nations(view.text, start, people)
        pool = _pool(people.people, first, nations)
        guesses = _nearest(syllables, pool)
        spaced = view.text.count(" ", start, end) + 1 >= max(_FEWEST_SINGLE, len(syllables))
        if guesses or (nations and spaced):
            yield _hit(start, end, guesses)


def _hit(start: int, end: int, guesses: tuple[str, ...]) -> Hit:
    guess = " or ".join(f"“{name}”" for name in guesses)
    return Hit(start, end, guesses, {"guess": f" ({guess}?)" if guess else ""})


def _nations(text: str, start: int, people: _People) -> list[str]:
    """The nations that are named before a name."""
    since = max(0, start - _REACH)
    return [n for n, sign in people.signs.items() if sign.search(text, since, start)]


def _pool(people: Iterable[_Person], first: str, nations: Sequence[str]) -> list[_Person]:
    """Those of a first name, or without one of the nations."""
    return [p for p in people if (p.first == first if first else p.nation in nations)]


def _misheard(view: View, people: _People) -> Iterator[Hit]:
    """Yield names in our letters whose consonants Chinese hears as a person's: "Boroshenko".

    B and p, l and r, d and t are one there, and so are the hissing sounds.
    """
    text, introducing = view.text, people.introducing
    for first, second in capitals_of(view).pairs:
        if first not in introducing or len(second) < _SHORTEST:
            continue
        heard = _alike(second, people)
        pair = f"{first} {second}"
        at = text.find(pair) if heard else -1
        while at >= 0:
            named, end = first in people.firsts, at + len(pair)
            start = at if named else at + len(first) + 1
            if not text[end : end + 1].isalnum() and not text[end + 1 : end + 2].isupper():
                nations = [] if named else _nations(text, start, people)
                guesses = {p.surname for p in _pool(heard, first if named else "", nations)}
                if 0 < len(guesses) <= _MOST_GUESSES:
                    lead = f"{first} " if named else ""
                    yield _hit(start, end, tuple(lead + name for name in sorted(guesses)))
            at = text.find(pair, end)


def _alike(word: str, people: _People) -> list[_Person]:
    """Return those of whom a word that is nobody's name and no pinyin is a misheard surname."""
    by_sound = people.by_sound
    heard = [
        person
        for way in english_sounds(word.lower())
        if len(way) >= _FEWEST_FOR_ONE_EDIT
        for person in by_sound.get(way, ())
    ]
    if not heard or plain(word) in people.known or syllables_of(word):
        return []
    from rapidfuzz.distance import Levenshtein  # late: few texts get here

    return [
        person
        for person in heard
        if 0 < Levenshtein.distance(plain(word), plain(person.surname)) <= _MOST_LETTERS_OFF
    ]


def _nearest(syllables: tuple[str, ...], pool: Sequence[_Person]) -> tuple[str, ...]:
    """Return the surnames of `pool` whose consonants are those of the syllables, or one off."""
    from rapidfuzz.distance import Levenshtein

    heard = chinese_sounds(syllables)
    most = int(len(heard) >= _FEWEST_FOR_ONE_EDIT)
    if len(heard) < FEWEST_SOUNDS:
        return ()
    ranked: dict[str, int] = {}
    for person in pool:
        ways = [Levenshtein.distance(heard, way, score_cutoff=most) for way in person.sounds]
        if min(ways) <= most:
            ranked[person.surname] = min(*ways, ranked.get(person.surname, most))
    best = min(ranked.values(), default=0)
    found = tuple(name for name, distance in ranked.items() if distance == best)
    return found if len(found) <= _MOST_GUESSES else ()


class _Stretch(NamedTuple):
    """Where what may be a name in syllables stands, its syllables, and the first name before."""

    start: int
    end: int
    syllables: tuple[str, ...]
    first: str


def _first_names_first(stretch: _Stretch) -> tuple[int, bool]:
    return stretch.start, not stretch.first


def _stretches(view: View, people: _People) -> Iterator[_Stretch]:
    for first, second, stretch in view.once(_foreign_stretches):
        if first not in people.firsts and plain(second) not in people.known:
            yield stretch
    for first, second in _named(view, people):
        if syllables_of(second) and plain(second) not in people.known:
            for at in _places(view.text, f"{first} {second}"):
                named = _stretch(view.text, at + len(first) + 1, first)
                if named:
                    yield named


def _foreign_stretches(view: View) -> list[tuple[str, str, _Stretch]]:
    """Return what no Chinese person is called, with the pair of words that it was found by."""
    text = view.text
    found: list[tuple[str, str, _Stretch]] = []
    for first, second in view.once(titled_or_short):
        titled = first in TITLES
        for at in _places(text, f"{first} {second}") if syllables_of(second) else ():
            stretch = _stretch(text, at + len(first) + 1 if titled else at, "")
            if stretch and _is_foreign(stretch, text, titled):
                found.append((first, second, stretch))
    return found


def _places(text: str, pair: str) -> Iterator[int]:
    """Yield where a pair of words stands, not after a letter or digit."""
    at = text.find(pair)
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            yield at
        at = text.find(pair, at + len(pair))


def _named(view: View, people: _People) -> frozenset[tuple[str, str]]:
    if people.firsts.isdisjoint(capitals_of(view).words):
        return frozenset()
    return frozenset(pair for pair in capitals_of(view).pairs if pair[0] in people.firsts)


def _stretch(text: str, start: int, first: str) -> _Stretch | None:
    """Return the longest row of capitalised words of pinyin from `start`."""
    at = end = start
    syllables: tuple[str, ...] = ()
    while (token := _TOKEN.match(text, at)) and token[0][0].isupper():
        more = syllables_of(token[0])
        if not more:
            break
        syllables += more
        end = token.end()
        if text[end : end + 1] != " ":
            break
        at = end + 1
    after = _TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    if not 2 <= len(syllables) <= _MOST_SYLLABLES or (after and after[0][0].isupper()):
        return None
    return _Stretch(start, end, syllables, first)


def _is_foreign(stretch: _Stretch, text: str, titled: bool) -> bool:
    """Whether no Chinese person is called so: too long, or the first syllable is no surname."""
    start, end, syllables, _ = stretch
    words = text.count(" ", start, end) + 1
    if is_chinese_name(syllables) and words <= 2:
        return False
    return len(syllables) >= _FEWEST_SINGLE and (titled or words == len(syllables))
