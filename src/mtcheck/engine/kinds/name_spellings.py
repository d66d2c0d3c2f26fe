"""Spellings of one name in one text: "Zaluzhny" here, "Zaluzhnyi" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.engine.kinds.name_runs import names_of
from mtcheck.engine.kinds.name_words import COMMON, HEADS, STARTERS, TITLES
from mtcheck.engine.view import View

_SHORTEST = 5
_SHORTEST_ALONE = 6
_MOST_EDITS = 2
_MOST_IN_BLOCK = 12
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("aeiouyhjw'- .", None),
        **dict.fromkeys("áàâäãåāăąéèêëēėęěíìîïīıóòôöõøōőúùûüūůűýÿœæ", None),
        **{"q": "k", "c": "k", "ç": "s", "ć": "k", "č": "k", "z": "s", "ž": "s", "š": "s"},
        **{"ś": "s", "ş": "s", "x": "s", "v": "f", "ñ": "n", "ń": "n", "ł": "l", "ř": "r", "ğ": "g"},
    }
)
_TWICE = re.compile(r"(.)\1+")
# What a word takes in English, or in its own language, when it becomes another word.
_ENDINGS = re.compile(
    r"(?:s|es|n|an|ian|ean|i|is|ish|ese|er|ers|or|ors|y|ic|ics|al|a|o|e|ie|us|um|ist|ists|ism|ia|ite|ing|ed|ly|"
    r"ans|ians|in|ina|ova|on|en|el|et|ette|ville|ton|man|men|d|t|r|l|j)?"
)


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
    spans: list[tuple[int, int]]
    before: set[str]
    after: set[str]


def variants_of(view: View) -> list[Variants]:
    """Return the names that a document spells in more than one way, in order of their main form.

    Compared are single words of names, and whole names that differ only in spaces, hyphens or
    capitals. Two words count as one name when they sound alike (equal consonants) and are within
    two edits, and nothing shows that they are two persons. Computed once a view; words are
    compared only within blocks of equal sound, so the time is linear.
    """
    return view.once(_variants)


def _variants(view: View) -> list[Variants]:
    words = _words(view)
    groups: list[set[str]] = []
    for block in _blocks(words):
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if _same_name(words[one], words[other]):
                    _join(groups, one, other)
    found = [_ranked([words[text] for text in sorted(group)]) for group in groups]
    found += _whole_names(view)
    found.sort(key=lambda variants: variants.main.spans[0])
    return found


def _words(view: View) -> dict[str, _Word]:
    """The words of the names that may have variants, each with its neighbours in names."""
    words: dict[str, _Word] = {}
    for text, start, _ in names_of(view):
        parts = text.split(" ")
        at = start
        for i, part in enumerate(parts):
            if len(part) >= _SHORTEST and part[0].isupper() and part not in _PLAIN:
                word = words.get(part)
                if word is None:
                    word = words[part] = _Word(part, [], set(), set())
                word.spans.append((at, at + len(part)))
                word.before.add(parts[i - 1] if i else "")
                word.after.add(parts[i + 1] if i + 1 < len(parts) else "")
            at += len(part) + 1
    return words


_PLAIN = COMMON | HEADS | TITLES


def _blocks(words: dict[str, _Word]) -> Iterator[list[str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for text in words:
        blocks[_sound(text)].append(text)
    return (block for block in blocks.values() if 1 < len(block) <= _MOST_IN_BLOCK)


def _sound(text: str) -> str:
    """The consonants of a word, alike for letters that transliterations confuse."""
    return text[0].lower() + _TWICE.sub(r"\1", text[1:].lower().translate(_SOUNDS))


def _same_name(one: _Word, other: _Word) -> bool:
    from rapidfuzz.distance import Levenshtein

    a, b = one.text.lower(), other.text.lower()
    if Levenshtein.distance(a, b, score_cutoff=_MOST_EDITS) > _MOST_EDITS:
        return False
    return True


def _join(groups: list[set[str]], one: str, other: str) -> None:
    for group in groups:
        if one in group or other in group:
            group.update((one, other))
            return
    groups.append({one, other})


def _ranked(words: list[_Word]) -> Variants:
    ranked = sorted(words, key=lambda w: (-len(w.spans), w.spans[0]))
    places = [Places(w.text, tuple(w.spans)) for w in ranked]
    return Variants(places[0], tuple(places[1:]))


def _whole_names(view: View) -> list[Variants]:
    """Names of two or more words that differ only in spaces, hyphens or capitals."""
    return []
