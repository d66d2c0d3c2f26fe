"""Which literals lead to which rules, laid out so that nothing has to be built to use it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LEFT, RIGHT = 1, 2
"""At which ends of a literal no letter or digit may touch it, as flags."""

Entry = tuple[Iterable[str], bool]
"""The literals of a rule, and whether they count only as whole words."""


class Index(NamedTuple):
    """All literals of some rules, and whose they are.

    Literal i has the edges `edges[i]` (LEFT, RIGHT) and belongs to the rule `owners[i]`, or, where
    that is below 0, to the rules `several[-owners[i] - 1]`. `always` are the rules without any.
    One array of numbers and one of flags: they are looked at for every place found, and what lies
    side by side is in the processor's cache.
    """

    literals: list[str]
    edges: bytes
    owners: array[int]
    several: list[list[int]]
    always: list[int]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Index:
        """Return the index of rules, given in their order by what Entry says of each."""
        owners: dict[tuple[str, bool], list[int]] = {}
        always = []
        for rule, (literals, whole) in enumerate(entries):
            # No line feed stands inside what a reader sees as one piece; see View.
            found = dict.fromkeys(literal.replace("\n", " ") for literal in literals)
            if not found:
                always.append(rule)
            for literal in found:
                owners.setdefault((literal, whole), []).append(rule)
        edges = bytes(
            LEFT * literal[0].isalnum() + RIGHT * literal[-1].isalnum() if whole else 0
            for literal, whole in owners
        )
        return cls([literal for literal, _ in owners], edges, *_compact(owners.values()), always)

    def only(self, rules: Sequence[int]) -> Index:
        """Return the index of some of the rules; `rules[n]` becomes rule n."""
        new = {old: number for number, old in enumerate(rules)}
        literals, edges, owners = [], bytearray(), []
        for literal, edge, owner in zip(self.literals, self.edges, self.owners, strict=True):
            whose = [owner] if owner >= 0 else self.several[-owner - 1]
            kept = [new[old] for old in whose if old in new]
            if kept:
                literals.append(literal)
                edges.append(edge)
                owners.append(kept)
        always = [new[old] for old in self.always if old in new]
        return Index(literals, bytes(edges), *_compact(owners), always)


def _compact(owners: Iterable[list[int]]) -> tuple[array[int], list[list[int]]]:
    several: list[list[int]] = []
    numbers = array("i")
    for found in owners:
        if len(found) > 1:
            several.append(found)
        numbers.append(found[0] if len(found) == 1 else -len(several))
    return numbers, several
