"""Spellings of one name in one text: "Zaluzhny" here, "Zaluzhnyi" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtcheck.engine.kinds.name_runs import names_of
from mtcheck.engine.kinds.name_sounds import (
    is_open_syllables,
    plain,
    same_length_of_vowels,
    sound,
)
from mtcheck.engine.kinds.name_words import COMMON, HEADS, TITLES, TWINS
from mtcheck.engine.view import View

_SHORTEST = 5
_SHORTEST_ALONE = 6
_SHORTEST_FOR_TWO_EDITS = 8
_MOST_IN_BLOCK = 12
_PLAIN = COMMON | HEADS | TITLES
# What makes another word of a name, in English or in its own language: Israel, Israeli.
_ENDING_LIST = """
s es n an ian ean i ish ese er ers or ors y iy ic ics al ans ians ns ist ism ite ing ed ly
a o e ie ia us um in ina on en el et d t r l j k is na ev ov va men u
"""
_ENDINGS = frozenset(_ENDING_LIST.split())
# Between y and i there is only a choice of transliteration: Zelensky, Zelenskiy.
_SPELLED = frozenset({"", "y", "i", "iy", "ii", "ij", "yi", "yy", "ey"})


@dataclass(frozen=True, slots=True)
class Places:
    """One spelling and where it stands, as (start, end) in code points of the view."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """One name in several spellings; `main` is the commonest, the first of equals."""

    main: Places
    others: tuple[Places, ...]


@dataclass(slots=True)
class _Word:
    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)


def variants_of(view: View) -> list[Variants]:
    """Return the names that a document spells in more than one way, in order of their main form.

    Compared are words of names, and pairs of words with words that are written in one ("Le
    Maire", "Lemaire"). Two are one name when they sound alike or stand beside the same name, are
    within two edits, and nothing shows that they are two persons, two places or two forms of a
    word. Computed once a view; words are compared only within small blocks, so the time is linear.
    """
    return view.once(_variants)


def _variants(view: View) -> list[Variants]:
    words = _words(view)
    groups: dict[str, set[str]] = {}
    for block in _blocks(words):
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if _is_same_name(words[one], words[other]):
                    joined = groups.get(one, {one}) | groups.get(other, {other})
                    groups.update(dict.fromkeys(joined, joined))
    distinct = {id(group): group for group in groups.values()}.values()
    found = [_ranked([words[text] for text in group]) for group in distinct]
    found.sort(key=lambda variants: variants.main.spans[0])
    return found


def _words(view: View) -> dict[str, _Word]:
    """The words of the names that may have variants, and pairs of them, with their neighbours."""
    words: dict[str, _Word] = {}
    pairs: list[tuple[str, int, int, str, str]] = []
    for text, start, _ in names_of(view):
        parts = ["", *text.split(" "), ""]
        at = start
        for i in range(1, len(parts) - 1):
            part = parts[i]
            end = at + len(part)
            if len(part) >= _SHORTEST and part not in _PLAIN and part[0].isupper():
                _add(words, part, at, end, parts[i - 1], parts[i + 1])
            if parts[i + 1] and part not in _PLAIN and part[0].isupper():
                pair = f"{part} {parts[i + 1]}"
                pairs.append((pair, at, at + len(pair), parts[i - 1], parts[i + 2]))
            at = end + 1
    joined = {plain(text) for text in words}
    for pair, start, end, before, after in pairs:
        if plain(pair) in joined:
            _add(words, pair, start, end, before, after)
    return words


def _add(words: dict[str, _Word], text: str, start: int, end: int, before: str, after: str) -> None:
    word = words.get(text)
    if word is None:
        word = words[text] = _Word(text)
    word.spans.append((start, end))
    if before and before not in _PLAIN:
        word.before.add(before)
    if after and after not in _PLAIN:
        word.after.add(after)


def _blocks(words: dict[str, _Word]) -> Iterator[list[str]]:
    """Yield groups of words that sound alike, or that stand beside the same word."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for text, word in words.items():
        blocks[sound(text)].append(text)
        for neighbour in word.before:
            blocks[f"{neighbour} {text[0]}"].append(text)
        for neighbour in word.after:
            blocks[f"{text[0]} {neighbour}"].append(text)
    return (block for block in blocks.values() if 1 < len(block) <= _MOST_IN_BLOCK)


def _is_same_name(one: _Word, other: _Word) -> bool:
    a, b = sorted((plain(one.text), plain(other.text)), key=len)
    if any(c.isdigit() for c in a + b):
        return False
    if a == b:
        return _is_rewritten(one, other)
    if (a, b) in TWINS or (b, a) in TWINS or _is_inflected(a, b):
        return False
    if is_open_syllables(a) and is_open_syllables(b) and not same_length_of_vowels(a, b):
        return False
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.distance(a, b, score_cutoff=2)
    if edits > 2:
        return False
    if _share_company(one, other):
        return True
    return (
        (edits == 1 or len(a) >= _SHORTEST_FOR_TWO_EDITS)
        and len(a) >= _SHORTEST_ALONE
        and len(sound(a)) >= 3
        and sound(a) == sound(b)
        and not _keep_apart(one, other)
    )


def _is_rewritten(one: _Word, other: _Word) -> bool:
    """Whether two words of equal letters differ in more than being shouted."""
    if one.text.isupper() or other.text.isupper():
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
    ranked = sorted(words, key=lambda word: (-len(word.spans), word.spans[0]))
    places = [Places(word.text, tuple(word.spans)) for word in ranked]
    return Variants(places[0], tuple(places[1:]))
