"""Which literals lead to which rules, laid out so that nothing has to be built to use it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.engine.strings import Strings
from mtcheck.text.lazy import lazy

LEFT, RIGHT = 1, 2
"""At which ends of a literal no letter or digit may touch it, as flags."""

WORD = lazy(r"[^\W_]+")
"""A stretch of letters and digits, which is what must not touch a literal's ends."""

Entry = tuple[Iterable[str], bool, str]
"""The literals of a rule, whether they count only as whole words, and what else it needs."""


class Index(NamedTuple):
    """All literals of some rules, and whose they are.

    Literal i has the edges `edges[i]` (LEFT, RIGHT) and belongs to the rule `owners[i]`, or, where
    that is below 0, to the rules `several[-owners[i] - 1]`. `always` are the rules without any, by
    what they need.
    One array of numbers and one of flags: they are looked at for every place found, and what lies
    side by side is in the processor's cache.

    Literals lie sorted by a word that each of them holds: those up to `ends[k]` (and from
    `ends[k - 1]` on) hold the whole word `words[k]`. The first word is "": nothing is known of
    these.
    """

    literals: Strings
    edges: bytes
    owners: array[int]
    several: list[list[int]]
    always: dict[str, list[int]]
    words: list[str]
    ends: array[int]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Index:
        """Return the index of rules, given in their order by what Entry says of each."""
        owners: dict[tuple[str, int], list[int]] = {}
        always: dict[str, list[int]] = {}
        for rule, (literals, whole, needs) in enumerate(entries):
            # No line feed stands inside what a reader sees as one piece; see View.
            found = dict.fromkeys(literal.replace("\n", " ") for literal in literals)
            if not found:
                always.setdefault(needs, []).append(rule)
            for literal in found:
                owners.setdefault((literal, _edges(literal) if whole else 0), []).append(rule)
        rows = sorted((_word_of(literal, edge), literal, edge) for literal, edge in owners)
        return cls._made([(*row, owners[row[1:]]) for row in rows], always)

    def by_rule(self, rules: int) -> list[list[int]]:
        """Return the literals, by number, of each of so many rules."""
        found: list[list[int]] = [[] for _ in range(rules)]
        for literal, owner in enumerate(self.owners):
            for rule in [owner] if owner >= 0 else self.several[-owner - 1]:
                found[rule].append(literal)
        return found

    @classmethod
    def joined(cls, parts: Sequence[tuple[Index, int]]) -> Index:
        """Return one index of all: those of so many rules each, which are numbered on."""
        merged: dict[tuple[str, str, int], list[int]] = {}
        always: dict[str, list[int]] = {}
        first = 0
        for part, rules in parts:
            for word, literal, edges, owners in part._rows():
                found = merged.setdefault((word, literal, edges), [])
                found += (first + rule for rule in owners)
            for needs, whose in part.always.items():
                always.setdefault(needs, []).extend(first + rule for rule in whose)
            first += rules
        return cls._made([(*row, merged[row]) for row in sorted(merged)], always)

    def _rows(self) -> Iterator[tuple[str, str, int, list[int]]]:
        """Yield (word, literal, edges, owners) of each literal."""
        start = 0
        for word, end in zip(self.words, self.ends, strict=True):
            for at in range(start, end):
                owner = self.owners[at]
                whose = [owner] if owner >= 0 else self.several[-owner - 1]
                yield word, self.literals[at], self.edges[at], whose
            start = end

    def only(self, rules: Sequence[int], by_rule: Sequence[Sequence[int]]) -> Index:
        """Return the index of some of the rules; `rules[n]` becomes rule n."""
        new = {old: number for number, old in enumerate(rules)}
        rows = []
        for at in sorted({literal for rule in rules for literal in by_rule[rule]}):
            owner = self.owners[at]
            whose = [owner] if owner >= 0 else self.several[-owner - 1]
            kept = sorted(new[old] for old in whose if old in new)
            word = self.words[bisect_right(self.ends, at)]
            rows.append((word, self.literals[at], self.edges[at], kept))
        always = {
            needs: sorted(new[old] for old in whose if old in new)
            for needs, whose in self.always.items()
        }
        return self._made(rows, {needs: found for needs, found in always.items() if found})

    @classmethod
    def _made(
        cls, rows: Sequence[tuple[str, str, int, list[int]]], always: dict[str, list[int]]
    ) -> Index:
        """Return the index of rows of (word, literal, edges, owners), sorted by word."""
        several: list[list[int]] = []
        owners = array("i")
        last: dict[str, int] = {"": 0}
        for at, (word, _, _, found) in enumerate(rows, 1):
            if len(found) > 1:
                several.append(found)
            owners.append(found[0] if len(found) == 1 else -len(several))
            last[word] = at
        return cls(
            Strings.of(literal for _, literal, _, _ in rows),
            bytes(edge for _, _, edge, _ in rows),
            owners,
            several,
            always,
            list(last),
            array("i", last.values()),
        )


def _edges(literal: str) -> int:
    return LEFT * literal[0].isalnum() + RIGHT * literal[-1].isalnum()


def _word_of(literal: str, edges: int) -> str:
    """Return the rarest word that stands wherever the literal does, as a whole; "" if none does."""
    from mtcheck.engine.frequency import frequency  # late: only compiling asks for it

    found = [
        match[0]
        for match in WORD.finditer(literal)
        if (match.start() or edges & LEFT) and (match.end() < len(literal) or edges & RIGHT)
    ]
    return min(found, key=lambda word: (frequency(word), -len(word), word), default="")
