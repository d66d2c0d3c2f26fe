"""How thousands of wrong names are found by few words, chosen when a rule is planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from mtcheck.engine.analysis.name_runs import RUN
from mtcheck.engine.frequency import frequency
from mtcheck.text.lazy import lazy

_WORD = lazy(r"[\w'-]+")
_LEAST_LETTERS = 4

# Microseconds, measured: what a literal costs a run over a short text, what unpacking a rule does.
_LITERAL = 4.0
_UNPACK = 200.0
_TEXT = 0.005
"""Millions of code points of a short text."""


def gates(names: Iterable[str]) -> tuple[str, ...]:
    """Return words and pairs of words (lower-case), of which each of `names` holds one.

    Few and rare ones: a rule is unpacked only when one stands in a text, and each takes time to be
    looked for. Chosen greedily, by names won for what it costs.
    """
    holders: dict[str, set[int]] = defaultdict(set)
    count = 0
    for index, name in enumerate(names):
        count += 1
        for gate in _gates_of(name.lower()):
            holders[gate].add(index)
    costs = {gate: _cost(gate) for gate in holders}
    open_ = set(range(count))
    chosen: list[str] = []
    while open_:
        best = max(holders, key=lambda gate: (len(holders[gate] & open_) / costs[gate], gate))
        chosen.append(best)
        open_ -= holders.pop(best)
    return tuple(chosen)


def _gates_of(low: str) -> Iterator[str]:
    words = list(_WORD.finditer(low))
    yield low
    yield from (word[0] for word in words if len(word[0]) >= _LEAST_LETTERS)
    yield from (low[first.start() : second.end()] for first, second in pairwise(words))


def _cost(gate: str) -> float:
    return _LITERAL + _UNPACK * min(1.0, frequency(gate) * _TEXT)


def keys(names: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Return the names by two neighbouring words that stand among the capitals of every text that
    holds the name (see `name_signs.Capitals`): the rarest; the second is "" where there is but one
    word, both where there is none."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in names:
        first, second = _key(name)
        found.setdefault(first, {}).setdefault(second, []).append(name)
    return found


def _key(name: str) -> tuple[str, str]:
    runs = RUN.findall(name)
    pairs = [pair for run in runs for pair in pairwise(run.split(" "))]
    if pairs:
        return min(pairs, key=lambda pair: frequency(" ".join(pair).lower()))
    return min(runs, key=lambda word: frequency(word.lower()), default=""), ""
