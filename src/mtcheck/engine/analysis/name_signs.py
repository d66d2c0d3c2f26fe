"""Signs that a question about names is worth asking: few texts spell a name in two ways.

Finding the names of a text takes as long as all other rules together. What an answer needs can be
seen from the text's distinct capitalised words alone, and mostly is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from mtcheck.engine.analysis.name_runs import RUN
from mtcheck.engine.analysis.name_sounds import letters
from mtcheck.engine.view import View

Pair = tuple[str, str]
K = TypeVar("K", bound=Hashable)


class Capitals(NamedTuple):
    """The distinct words of runs of capitalised words, and the neighbours in such runs."""

    words: frozenset[str]
    pairs: frozenset[Pair]


def runs_of(view: View) -> frozenset[str]:
    """Return the distinct runs of capitalised words of a text; every name is a part of one."""
    return view.once(_runs)


def _runs(view: View) -> frozenset[str]:
    return frozenset(RUN.findall(view.text))


def capitals_of(view: View) -> Capitals:
    """Return what every name of a text is made of; computed once a view."""
    return view.once(_capitals)


def _capitals(view: View) -> Capitals:
    runs = runs_of(view)
    several = [run for run in runs if " " in run]
    # One string of all, because a call for each run costs more than the work in it.
    line = " \n ".join(several).split(" ")
    pairs = [pair for pair in pairwise(line) if "\n" not in pair]
    return Capitals(runs.difference(several).union(line), frozenset(pairs))


def has_reversed_pair(view: View, unnamed: frozenset[str]) -> bool:
    """Whether two words, none of `unnamed`, stand side by side in either order: "Xi Jinping",
    "Jinping Xi"."""
    pairs = capitals_of(view).pairs
    return any(
        first != second and not (first in unnamed or second in unnamed)
        for first, second in pairs.intersection([(second, first) for first, second in pairs])
    )


def has_near_words(
    view: View,
    unnamed: frozenset[str],
    shortest: int,
    sound: Callable[[str], str],
    is_near: Callable[[str, str], bool],
) -> bool:
    """Whether two words that sound alike, or stand beside the same word and begin alike, are near
    to each other, or one is two others in one ("Le Maire", "Lemaire").

    Words of `unnamed`, and those of fewer letters than `shortest`, do not count.
    """
    words, pairs = capitals_of(view)
    words = frozenset([w for w in words - unnamed if len(w) >= shortest and w[0].isupper()])
    if _has_near(words, list(map(sound, words)), is_near):
        return True
    after = [pair for pair in pairs if pair[1] in words]
    if _has_near([p[1] for p in after], [(first, second[0]) for first, second in after], is_near):
        return True
    before = [pair for pair in pairs if pair[0] in words]
    if _has_near([p[0] for p in before], [(first[0], second) for first, second in before], is_near):
        return True
    return _has_joined(words, letters_of_pairs(view))


def _has_near(
    words: Collection[str], keys: Sequence[K], is_near: Callable[[str, str], bool]
) -> bool:
    """Whether two different words with one key are near to each other."""
    if len(set(keys)) == len(keys):
        return False
    groups: dict[K, list[str]] = defaultdict(list)
    for word, key in zip(words, keys, strict=True):
        groups[key].append(word)
    return any(is_near(*two) for group in groups.values() for two in combinations(group, 2))


def _has_joined(words: Iterable[str], pairs: frozenset[str]) -> bool:
    """Whether a word is two others in one; `pairs` are the letters of two in one."""
    return bool(pairs) and not pairs.isdisjoint(letters("\n".join(words)).split("\n"))


def letters_of_pairs(view: View) -> frozenset[str]:
    """Return the lower-case letters of each two neighbours, in one; computed once a view."""
    return view.once(_letters_of_pairs)


def _letters_of_pairs(view: View) -> frozenset[str]:
    pairs = capitals_of(view).pairs
    # One string of all, because a call for each pair costs more than the work in it.
    line = "\n".join([first + second for first, second in pairs])
    return frozenset(letters(line).split("\n")) if line else frozenset()
