"""Pinyin names in a text about a country that writes its people otherwise: "Ruan Dezhong".

Chinese writes Vietnamese, Korean and Japanese names, and those of Chinese families in Singapore, in
characters. A translator that does not know the person reads them in Mandarin: 阮 is Nguyen in
Vietnam, 朴 is Park in Korea, 田中 is Tanaka in Japan.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from mtcheck.engine.analysis.name_pinyin import syllables_of
from mtcheck.engine.analysis.name_runs import places_of_names
from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_FEWEST_MENTIONS = 3
# Code points between a name and a word before it, or after it, that shows the topic; and between a
# name and a word that shows that the person is Chinese after all.
_BEFORE = 400
_AFTER = 150
_BESIDE = 80
_OF_ANOTHER = lazy(
    r"\b(American|Australian|British|Canadian|Chinese|English|French|German|Indonesian|Malaysian"
    r"|Russian|Singaporean|Taiwanese|Thai|U\.S\.|US)(?:-[A-Z]\w+)?(?: [a-z][\w-]*){0,3} \Z"
)
"""Who is called another nation's before the name: "the American scholar Zheng Wang"."""
_OF_ANOTHER_REACH = 60
_MOST_GIVEN = 3  # syllables


def foreign_reading_hits(
    view: View,
    positions: Sequence[int],
    topics: Sequence[str],
    counter: Sequence[str],
    surnames: Mapping[str, str],
) -> Iterator[Hit]:
    """Yield full names in pinyin in a text about a country that writes its names otherwise.

    The text is about it when one of `topics` stands at three places of `positions` or more, and
    the words of `counter` (China, Chinese) at fewer. `surnames` gives a surname its own form. A
    name that stands once beside a word of `counter` is a Chinese person's everywhere.
    """
    text = view.text
    mentions = sorted(at for at in set(positions) if text.startswith(tuple(topics), at))
    if len(mentions) < _FEWEST_MENTIONS or surnames.keys().isdisjoint(capitals_of(view).words):
        return
    others = sorted(_places(text, counter))
    if len(others) >= len(mentions):
        return
    for name, starts in places_of_names(view).items():
        parted = _parted(name, surnames)
        if parted is None or any(_is_near(others, at, _BESIDE, _BESIDE) for at in starts):
            continue
        if any(_is_of_another(text, at, topics) for at in starts):
            continue
        surname, given = parted
        for at in starts:
            if _is_near(mentions, at, _BEFORE, _AFTER):
                yield Hit(at, at + len(name), (), {"surname": surname, "given": given})


def _is_of_another(text: str, at: int, topics: Sequence[str]) -> bool:
    found = _OF_ANOTHER.search(text, max(0, at - _OF_ANOTHER_REACH), at)
    return found is not None and not found[1].startswith(tuple(topics))


def _places(text: str, words: Sequence[str]) -> Iterator[int]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))


def _parted(name: str, surnames: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the country's own form of the surname, and the given name; None if it is no name."""
    words = name.split(" ")
    if len(words) < 2 or words[0] not in surnames or name.isupper():
        return None
    given = [syllable for word in words[1:] for syllable in syllables_of(word)]
    is_pinyin = all(map(syllables_of, words))
    return (
        (surnames[words[0]], " ".join(words[1:]))
        if is_pinyin and len(given) <= _MOST_GIVEN
        else None
    )


def _is_near(places: Sequence[int], at: int, before: int, after: int) -> bool:
    """Whether one of `places`, in order, is at most so many code points before or after."""
    i = bisect_left(places, at - before)
    return i < len(places) and places[i] <= at + after


PALLADIUS = ("chzh", "tsz")
"""How Russian begins zh, and j or z, of pinyin: чж and цз, "Chzhan" for Zhang."""

_SPELLED = lazy(r"(?:chzh|(?<![^\W_])tsz)[aeiouy]", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OTHERS = frozenset({"Tszyu"})


def palladius_hits(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield capitalised words with a syllable that only a Russian spelling of Chinese has.

    `positions` are where one of `PALLADIUS` stands. The boxers Tszyu spell their name so.
    """
    text, done = view.text, 0
    for at in sorted(set(positions)):
        start = at
        while text[start - 1 : start].isalpha() or text[start - 1 : start] in ("-", "'"):
            start -= 1
        word = _WORD.match(text, start)
        if start >= done and word and text[start].isupper() and _SPELLED.match(text, at):
            done = word.end()
            if word[0] not in _OTHERS:
                yield Hit(start, done)
