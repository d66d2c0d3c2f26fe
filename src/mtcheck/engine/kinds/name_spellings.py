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
