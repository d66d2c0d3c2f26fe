"""All rules over one document: one pass for the literals, checks only where one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.index import LEFT, RIGHT
from mtcheck.engine.kind import Check, Hit, Part, Plan
from mtcheck.engine.kinds import kind
from mtcheck.engine.literals import Literals
from mtcheck.engine.rule import Rule
from mtcheck.engine.shelf import Shelf
from mtcheck.engine.view import View

_Analysis = Callable[[View], Mapping[str, Sequence[Any]]]


class Engine:
    """Rules with their plans, ready to run over any number of documents."""

    def __init__(self, planned: Shelf) -> None:
        self._planned = planned
        self._checks: list[Check | None] = [None] * len(planned)
        self._always: list[tuple[Rule, Check]] = []
        self._shared: dict[_Analysis, dict[str, list[tuple[Rule, Part]]]] = {}
        for number in planned.index.always:
            self._add_always(*planned[number])
        self._literals = Literals(planned.index)

    def _add_always(self, rule: Rule, plan: Plan) -> None:
        check = kind(rule.kind).check(rule, plan)
        if isinstance(check, Part):
            parts = self._shared.setdefault(check.analyse, {})
            parts.setdefault(check.name, []).append((rule, check))
        else:
            self._always.append((rule, check))

    def run(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield every hit of every rule; in no particular order."""
        for index, positions in self._places(view).items():
            if len(positions) > 1:
                positions.sort()
            for hit in (self._checks[index] or self._check(index))(view, positions):
                yield self._planned[index][0], hit
        for rule, check in self._always:
            for hit in check(view, ()):
                yield rule, hit
        for analyse, parts in self._shared.items():
            for name, found in view.once(analyse).items():
                for rule, part in parts.get(name, ()) if found else ():
                    for hit in part(view):
                        yield rule, hit

    def _places(self, view: View) -> dict[int, list[int]]:
        """Return where the literals of each rule start, by the number of the rule."""
        places: dict[int, list[int]] = defaultdict(list)
        _, edges, owners, several, *_ = self._planned.index
        low = view.low
        for literal, start, end in self._literals.find(low):
            edge = edges[literal]
            if edge and (
                (edge & LEFT and low[start - 1 : start].isalnum())
                or (edge & RIGHT and low[end : end + 1].isalnum())
            ):
                continue
            owner = owners[literal]
            if owner >= 0:
                places[owner].append(start)
            else:
                for each in several[-owner - 1]:
                    places[each].append(start)
        return places

    def _check(self, index: int) -> Check:
        rule, plan = self._planned[index]
        found = self._checks[index] = kind(rule.kind).check(rule, plan)
        return found
