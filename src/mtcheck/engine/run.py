"""All rules over one document: one pass for the literals, checks only where one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.index import LEFT, RIGHT
from mtcheck.engine.kind import NAMES, QUOTES, Check, Hit, Part, Plan
from mtcheck.engine.kinds import kind
from mtcheck.engine.literals import Literals
from mtcheck.engine.rule import Rule
from mtcheck.engine.shelf import Shelf
from mtcheck.engine.stopwatch import Stopwatch
from mtcheck.engine.view import View

_Analysis = Callable[[View], Mapping[str, Sequence[Any]]]

SEARCH = "(looking for the words of rules)"
"""What the pass over all literals is called where it is measured."""

_MARKS = frozenset("\"'`<>,")
_NEEDS: dict[str, Callable[[View], bool]] = {
    "": lambda view: True,
    # Marks that are not ASCII are among the odd characters.
    QUOTES: lambda view: bool(view.odd) or not _MARKS.isdisjoint(view.exact),
    NAMES: lambda view: len([word for word in capitals_of(view).words if word.strip()]) > 1,
}
"""Whether a text has what rules without literals need, so that they are not even unpacked."""


class Engine:
    """Rules with their plans, ready to run over any number of documents."""

    def __init__(self, planned: Shelf, watch: Stopwatch | None = None) -> None:
        self._planned = planned
        self.watch = watch
        self._checks: list[Check | None] = [None] * len(planned)
        self._always: dict[str, _Always] = {}
        self._literals = Literals(planned.index)

    def run(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        """Yield every hit of every rule; in no particular order."""
        places = self.watch.timed(SEARCH, self._places) if self.watch else self._places
        for index, positions in places(view).items():
            if len(positions) > 1:
                positions.sort()
            for hit in (self._checks[index] or self._check(index))(view, positions):
                yield self._planned[index][0], hit
        for needs, numbers in self._planned.index.always.items():
            if _NEEDS[needs](view):
                if needs not in self._always:
                    rules = (self._planned[number] for number in numbers)
                    self._always[needs] = _Always(rules, self.watch)
                yield from self._always[needs].run(view)

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
        found = self._checks[index] = _made(rule, plan, self.watch)
        return found


def _made(rule: Rule, plan: Plan, watch: Stopwatch | None) -> Check:
    """Return the check of a rule, measured where somebody watches."""
    check = kind(rule.kind).check(rule, plan)
    if watch is None:
        return check
    if isinstance(check, Part):
        hits = watch.timed(rule.id, check.hits) if check.hits else None
        return Part(check.analyse, check.name, hits)
    return watch.timed(rule.id, check)


def _name(analyse: _Analysis) -> str:
    """Return what an analysis is called where it is measured."""
    module = analyse.__module__.rpartition(".")[2].replace("_", " ")
    return f"({module}, for several rules)"


class _Always:
    """Rules without literals; those that share an analysis cost a run no more than that."""

    def __init__(
        self, planned: Iterable[tuple[Rule, Plan]], watch: Stopwatch | None = None
    ) -> None:
        self._watch = watch
        self._own: list[tuple[Rule, Check]] = []
        self._shared: dict[_Analysis, dict[str, list[tuple[Rule, Part]]]] = {}
        for rule, plan in planned:
            check = _made(rule, plan, self._watch)
            if isinstance(check, Part):
                parts = self._shared.setdefault(check.analyse, {})
                parts.setdefault(check.name, []).append((rule, check))
            else:
                self._own.append((rule, check))

    def run(self, view: View) -> Iterator[tuple[Rule, Hit]]:
        for rule, check in self._own:
            for hit in check(view, ()):
                yield rule, hit
        for analyse, parts in self._shared.items():
            once = view.once
            if self._watch:
                once = self._watch.timed(_name(analyse), once)
            for name, found in once(analyse).items():
                for rule, part in parts.get(name, ()) if found else ():
                    for hit in part(view):
                        yield rule, hit
