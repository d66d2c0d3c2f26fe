"""Whether one word is another one mistyped."""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.text.lazy import lazy

_SHORTEST = 5
_SHORTEST_CHANGED = 8  # "tenge" is not "tense" mistyped
_SHORTEST_TWICE = 8
_MOST = 2
_VOWELS = frozenset("aeiouy")
_RUN_ON = lazy(
    r"(?:the|and|for|with|was|were|from|has|have|that|this|which) \w{3,}"
    r"|\w{4,} (?:the|and|of|with|was|were|from|has|have|that|which|to)"
)


def is_typo(word: str, other: str, is_common: Callable[[str], bool]) -> bool:
    """Whether `word` is likely `other` mistyped, both in lower case: a letter left out or added,
    two exchanged, or one vowel for another; a wrong consonant or two letters only when `other` is
    a common word.

    The first letter is right, as typists' mostly is; nor is the last one left out or added, which
    tells forms of a word ("lupin", "lupins") apart rather than slips. Of a word with hyphens, one
    part is mistyped.
    """
    if " " in other:
        first, _, second = other.partition(" ")
        return first + second == word and first != second and bool(_RUN_ON.fullmatch(other))
    if "-" in word:
        parts = list(zip(word.split("-"), other.split("-"), strict=False))
        differing = [pair for pair in parts if pair[0] != pair[1]]
        if len(differing) != 1 or word.count("-") != other.count("-"):
            return False
        ((word, other),) = differing
    if len(word) < _SHORTEST or not other or word[0] != other[0]:
        return False
    mine, right, at_end = _difference(word, other)
    if mine == right[::-1]:
        return bool(mine) and len(mine) == _MOST
    if at_end or max(len(mine), len(right)) > _MOST:
        return False
    if len(mine) + len(right) == 1:
        return True
    if len(mine) == len(right) == 1 and {mine, right} <= _VOWELS:
        return len(word) >= _SHORTEST_CHANGED
    return len(word) >= _SHORTEST_TWICE and is_common(other)


def _difference(word: str, other: str) -> tuple[str, str, bool]:
    """Return what each of two words has between what they have in common at both ends, and whether
    they differ at the end."""
    start, most = 0, min(len(word), len(other))
    while start < most and word[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and word[-1 - end] == other[-1 - end]:
        end += 1
    return word[start : len(word) - end], other[start : len(other) - end], end == 0
