"""All rules over one document: one pass for the literals, checks only where one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.engine.kind import Check, Hit, Plan
from mtcheck.engine.kinds import kind
from mtcheck.engine.literals import Literals
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View


class Engine:
    """Rules with their plans, ready to run over any number of documents."""

    def __init__(self, planned: Sequence[tuple[Rule, Plan]]) -> None:
        self._planned = planned
        self._checks: dict[int, Check] = {}
        owners: dict[str, list[int]] = {}
        self._always = []
        for index, (_, plan) in enumerate(planned):
            if not plan.literals:
                self._always.append(index)
            for literal in plan.literals:
                owners.setdefault(literal, []).append(index)
        self._owners = list(owners.values())
        self._literals = Literals(list(owners))

    def run(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield every hit of every rule; in no particular order."""
        places: dict[int, list[int]] = {index: [] for index in self._always}
        owners = self._owners
        for literal, start in self._literals.find(view.low):
            for owner in owners[literal]:
                if owner in places:
                    places[owner].append(start)
                else:
                    places[owner] = [start]
        for index, positions in places.items():
            positions.sort()
            rule = self._planned[index][0]
            for hit in self._check(index)(view, positions):
                yield rule, hit

    def _check(self, index: int) -> Check:
        found = self._checks.get(index)
        if found is None:
            rule, plan = self._planned[index]
            found = self._checks[index] = kind(rule.kind).check(rule, plan)
        return found
