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
from mtcheck.engine.view import View

Pair = tuple[str, str]
K = TypeVar("K", bound=Hashable)


class Capitals(NamedTuple):
    """The distinct words of runs of capitalised words, and the neighbours in such runs."""

    words: frozenset[str]
    pairs: frozenset[Pair]


def capitals_of(view: View) -> Capitals:
    """Return what every name of a text is made of; computed once a view."""
    return view.once(_capitals)


def _capitals(view: View) -> Capitals:
    runs = frozenset(RUN.findall(view.text))
    several = [run for run in runs if " " in run]
    # One string of all, because a call for each run costs more than the work in it.
    line = " \n ".join(several).split(" ")
    pairs = [pair for pair in pairwise(line) if "\n" not in pair]
    return Capitals(runs.difference(several).union(line), frozenset(pairs))


def has_reversed_pair(view: View) -> bool:
    """Whether two words stand side by side in either order: "Xi Jinping", "Jinping Xi"."""
    pairs = capitals_of(view).pairs
    return not pairs.isdisjoint([(second, first) for first, second in pairs])


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
    capitals = capitals_of(view)
    words = [w for w in capitals.words - unnamed if len(w) >= shortest and w[0].isupper()]
    if _has_near(words, list(map(sound, words)), is_near):
        return True
    counted = frozenset(words)
    pairs = [p for p in capitals.pairs if p[1] in counted]
    if _has_near([p[1] for p in pairs], [(first, second[0]) for first, second in pairs], is_near):
        return True
    pairs = [p for p in capitals.pairs if p[0] in counted]
    if _has_near([p[0] for p in pairs], [(first[0], second) for first, second in pairs], is_near):
        return True
    return _has_joined(words, capitals.pairs)


def _has_near(words: Sequence[str], keys: Sequence[K], is_near: Callable[[str, str], bool]) -> bool:
    """Whether two different words with one key are near to each other."""
    if len(set(keys)) == len(keys):
        return False
    groups: dict[K, list[str]] = defaultdict(list)
    for word, key in zip(words, keys, strict=True):
        groups[key].append(word)
    return any(is_near(*two) for group in groups.values() for two in combinations(group, 2))


def _has_joined(words: Iterable[str], pairs: Collection[Pair]) -> bool:
    single = _letters("\n".join(words))
    joined = _letters("\n".join([first + second for first, second in pairs]))
    return bool(joined) and not frozenset(single.split("\n")).isdisjoint(joined.split("\n"))


def _letters(text: str) -> str:
    return text.lower().replace("-", "").replace("'", "")
