"""Spellings of one name in one text: "Zaluzhny" here, "Zaluzhnyi" there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.engine.analysis.name_families import are_relatives
from mtcheck.engine.analysis.name_runs import places_of_names
from mtcheck.engine.analysis.name_signs import has_near_words
from mtcheck.engine.analysis.name_sounds import (
    is_open_syllables,
    plain,
    same_length_of_vowels,
    sound,
)
from mtcheck.engine.analysis.name_words import COMMON, HEADS, TITLES, TWINS
from mtcheck.engine.view import View

_SHORTEST = 5
_SHORTEST_ALONE = 6
_SHORTEST_FOR_TWO_EDITS = 8
_MOST_IN_BLOCK = 12
_PLAIN = COMMON | HEADS | TITLES
# What makes another word of a name, in English or in its own language: Israel, Israeli.
_ENDING_LIST = """
s es n an ian ean i ish ese er ers or ors y iy ic ics al ans ians ns ist ism ite ing ed ly ee ees
a o e ie ia us um in ina on en el et d t r l j k is na ev ov va men u
"""
_ENDINGS = frozenset(_ENDING_LIST.split())
_JOINED = str.maketrans(dict.fromkeys("-'"))
# Between y and i there is only a choice of transliteration: Zelensky, Zelenskiy.
_SPELLED = frozenset({"", "y", "i", "iy", "ii", "ij", "yi", "yy", "ey"})


class Places(NamedTuple):
    """One spelling and where it stands, as (start, end) in code points of the view."""

    text: str
    spans: tuple[tuple[int, int], ...]


class Variants(NamedTuple):
    """One name in several spellings; `main` is the commonest, the first of equals."""

    main: Places
    others: tuple[Places, ...]


def variants_of(view: View) -> list[Variants]:
    """Return the names that a document spells in more than one way, in order of their main form.

    Compared are words of names, and pairs of words with words that are written in one ("Le
    Maire", "Lemaire"). Two are one name when they sound alike or stand beside the same name, are
    within two edits, and nothing shows that they are two persons, two places or two forms of a
    word. Computed once a view; words are compared only within small blocks, so the time is linear.
    """
    return view.once(_variants)


def _variants(view: View) -> list[Variants]:
    if not has_near_words(view, _PLAIN, _SHORTEST, sound, _may_be_one):
        return []
    words = _Words(places_of_names(view))
    groups: dict[str, set[str]] = {}
    for block in words.blocks():
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if _is_same_name(words.word(one), words.word(other)):
                    joined = groups.get(one, {one}) | groups.get(other, {other})
                    groups.update(dict.fromkeys(joined, joined))
    distinct = {id(group): group for group in groups.values()}.values()
    found = [_ranked([words.word(text) for text in group]) for group in distinct]
    found.sort(key=lambda variants: variants.main.spans[0])
    return found


class _Word:
    __slots__ = ("after", "before", "spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.before: set[str] = set()
        self.after: set[str] = set()


class _Words:
    """The words of names, and pairs of them that elsewhere are one word; looked up lazily."""

    def __init__(self, places: dict[str, list[int]]) -> None:
        self._places = places
        self._known: dict[str, _Word] = {}
        self._names: dict[str, list[str]] = {}
        self._blocks: dict[str, list[str]] = {}
        pairs: list[tuple[str, str, str]] = []
        for name in places:
            if " " not in name:
                if len(name) >= _SHORTEST and name not in _PLAIN:
                    self._names.setdefault(name, []).append(name)
                continue
            before = ""
            for part in name.split(" "):
                if part in _PLAIN or not part[0].isupper():
                    before = ""
                    continue
                if len(part) >= _SHORTEST:
                    self._names.setdefault(part, []).append(name)
                if before:
                    pairs.append((before, part, name))
                before = part
        for text in self._names:
            self._blocks.setdefault(sound(text), []).append(text)
        if pairs:
            self._add_pairs(pairs)

    def _add_pairs(self, pairs: list[tuple[str, str, str]]) -> None:
        """Note two words that elsewhere are one, and which words stand beside the same word."""
        joined = {word.lower().translate(_JOINED) for word in self._names}
        for first, second, name in pairs:
            if (first + second).lower().translate(_JOINED) in joined:
                pair = f"{first} {second}"
                if pair not in self._names:
                    self._blocks.setdefault(sound(pair), []).append(pair)
                self._names.setdefault(pair, []).append(name)
            if len(second) >= _SHORTEST:
                self._blocks.setdefault(f"{first} {second[0]}", []).append(second)
            if len(first) >= _SHORTEST:
                self._blocks.setdefault(f"{first[0]} {second}", []).append(first)

    def blocks(self) -> Iterator[list[str]]:
        """Yield groups of words that sound alike, or that stand beside the same word."""
        for block in self._blocks.values():
            if len(block) > 1:
                block = list(dict.fromkeys(block))
                if 1 < len(block) <= _MOST_IN_BLOCK:
                    yield block

    def word(self, text: str) -> _Word:
        """Return where a word stands, and the words of names beside it."""
        word = self._known.get(text)
        if word is None:
            word = self._known[text] = _Word(text)
            for name in dict.fromkeys(self._names[text]):
                self._add_places(word, name)
        return word

    def _add_places(self, word: _Word, name: str) -> None:
        padded, sought = f" {name} ", f" {word.text} "
        at = padded.find(sought)
        while at >= 0:
            end = at + len(word.text)
            word.spans += [(start + at, start + end) for start in self._places[name]]
            before, after = name[:at].split(), name[end:].split()
            if before and before[-1] not in _PLAIN:
                word.before.add(before[-1])
            if after and after[0] not in _PLAIN:
                word.after.add(after[0])
            at = padded.find(sought, end)


def _is_same_name(one: _Word, other: _Word) -> bool:
    a, b = sorted((plain(one.text), plain(other.text)), key=len)
    if a == b:
        return _is_rewritten(one, other)
    if not _may_be_one(one.text, other.text):
        return False
    if _share_company(one, other):
        return True
    if are_relatives(a, b):
        return False
    only_length = same_length_of_vowels(a, b)
    return (
        (_edits(a, b) == 1 or len(a) >= _SHORTEST_FOR_TWO_EDITS)
        and len(a) >= (_SHORTEST if only_length else _SHORTEST_ALONE)
        and len(sound(a)) >= 3
        and sound(a) == sound(b)
        and not _keep_apart(one, other)
    )


def _may_be_one(one: str, other: str) -> bool:
    """Whether two words can be one name by their letters alone, whatever stands beside them."""
    a, b = sorted((plain(one), plain(other)), key=len)
    if any(c.isdigit() for c in a + b):
        return False
    if a == b:
        return not (one.isupper() or other.isupper())
    if (a, b) in TWINS or (b, a) in TWINS or _is_inflected(a, b) or _are_pairs(one, other):
        return False
    if len(b) - len(a) > 2 or len(set(a) ^ set(b)) > 4 or _edits(a, b) > 2:
        return False
    return not (is_open_syllables(a) and is_open_syllables(b) and not same_length_of_vowels(a, b))


def _edits(one: str, other: str) -> int:
    """Return how many letters differ; 3 where more than 2 do."""
    from rapidfuzz.distance import Levenshtein  # late: few texts get here

    return int(Levenshtein.distance(one, other, score_cutoff=2))


def _are_pairs(one: str, other: str) -> bool:
    """Whether both are joined names that differ in a short half: Russia-Ukraine, Russo-Ukraine."""
    halves = zip(one.split("-"), other.split("-"), strict=False)
    return "-" in one and any(a != b and min(len(a), len(b)) < _SHORTEST_ALONE for a, b in halves)


def _is_rewritten(one: _Word, other: _Word) -> bool:
    """Whether two words of equal letters differ in more than being shouted."""
    if not _may_be_one(one.text, other.text):
        return False
    return _share_company(one, other) or not _keep_apart(one, other)


def _is_inflected(shorter: str, longer: str) -> bool:
    """Whether one word may be a form of the other, or they are a man's and a woman's name."""
    stem = 0
    while stem < len(shorter) and shorter[stem] == longer[stem]:
        stem += 1
    ends = shorter[stem:], longer[stem:]
    if "" in ends and ends[1] in _ENDINGS:
        return not (ends[1] in ("y", "i", "h", "e") and shorter.endswith(("y", "i")))
    if ends[0] in _ENDINGS and ends[1] in _ENDINGS:
        return not (_SPELLED.issuperset(ends) and len(shorter) >= _SHORTEST_ALONE)
    return False


def _share_company(one: _Word, other: _Word) -> bool:
    """Whether both stand beside the same word of a name: "Sergei Shoigu", "Sergey Shoigu"."""
    for mine, theirs in ((one.before, other.before), (one.after, other.after)):
        if mine & theirs or {sound(w) for w in mine} & {sound(w) for w in theirs}:
            return True
    return False


def _keep_apart(one: _Word, other: _Word) -> bool:
    """Whether each stands beside names of its own: "Neil Clark", "John Clarke"."""
    return bool((one.before or one.after) and (other.before or other.after))


def _ranked(words: list[_Word]) -> Variants:
    ranked = sorted(words, key=lambda word: (-len(word.spans), min(word.spans)))
    places = [Places(word.text, tuple(sorted(word.spans))) for word in ranked]
    return Variants(places[0], tuple(places[1:]))
