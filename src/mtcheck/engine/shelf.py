"""Rules with their plans as the cache keeps them: each is unpacked when it is first asked for.

A run over one short text meets the literals of few rules; the other thousand stay lines of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mtcheck.engine.kind import Plan
from mtcheck.engine.rule import Rule

Entry = tuple[str, list[str], bool]
"""What a run needs of every rule: its id, its literals, and whether they are whole words."""


class Shelf:
    """A sequence of (rule, plan); `entries` has what can be known of each without unpacking."""

    def __init__(self, entries: Sequence[Entry], bodies: Sequence[bytes]) -> None:
        self.entries = entries
        self._bodies = bodies
        self._open: dict[int, tuple[Rule, Plan]] = {}

    @classmethod
    def pack(cls, planned: Iterable[tuple[Rule, Plan]]) -> Shelf:
        """Return a shelf of rules that were just compiled."""
        entries, bodies = [], []
        for rule, plan in planned:
            entries.append((rule.id, list(dict.fromkeys(plan.literals)), plan.whole))
            bodies.append(json.dumps([*_freeze(rule), plan.data]).encode())
        return cls(entries, bodies)

    @classmethod
    def unpack(cls, lines: Sequence[bytes]) -> Shelf:
        """Return the shelf that `lines` made; ValueError when they are no such lines."""
        entries = json.loads(lines[0])
        if len(entries) != len(lines) - 1:
            raise ValueError("the index does not fit the rules")
        return cls(entries, lines[1:])

    @property
    def lines(self) -> list[bytes]:
        """The shelf as lines of ASCII, the first an index of the others."""
        return [json.dumps(self.entries).encode(), *self._bodies]

    def __len__(self) -> int:
        return len(self._bodies)

    def __iter__(self) -> Iterator[tuple[Rule, Plan]]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> tuple[Rule, Plan]:
        found = self._open.get(index)
        if found is None:
            found = self._open[index] = _thaw(self.entries[index], json.loads(self._bodies[index]))
        return found

    def only(self, indices: Sequence[int]) -> Shelf:
        """Return a shelf of some of the rules, in the order of `indices`."""
        return Shelf([self.entries[i] for i in indices], [self._bodies[i] for i in indices])


def _freeze(rule: Rule) -> list[Any]:
    return [
        *(rule.kind, rule.message, rule.severity, rule.category),
        *(rule.suggest, rule.safe, rule.penalty, rule.params),
    ]


def _thaw(entry: Entry, body: list[Any]) -> tuple[Rule, Plan]:
    id_, literals, whole = entry
    kind, message, severity, category, suggest, safe, penalty, params, data = body
    rule = Rule(id_, kind, message, severity, category, tuple(suggest), safe, penalty, params)
    return rule, Plan(tuple(literals), data, whole)
