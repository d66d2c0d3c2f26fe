"""Rules with their plans as the cache keeps them: each is unpacked when it is first asked for.

A run over one short text meets the literals of few rules; the other thousand stay lines of JSON.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from mtcheck.engine.index import Index
from mtcheck.engine.kind import Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.strings import Strings


class Shelf:
    """A sequence of (rule, plan); `ids` and `index` are known of all without unpacking any.

    A plan that comes from a shelf has no literals: they are in the index.
    """

    def __init__(
        self, ids: Sequence[str], index: Index, bodies: bytes, ends: Sequence[int]
    ) -> None:
        self.ids = ids
        self.index = index
        self._bodies = bodies
        self._ends = ends
        self._open: dict[int, tuple[Rule, Plan]] = {}

    @classmethod
    def of(cls, planned: Sequence[tuple[Rule, Plan]]) -> Shelf:
        """Return a shelf of rules that were just compiled.

        A rule whose plan holds all that a run needs comes back without its parameters.
        """
        bodies = [_json([*_bare(rule)[1:], plan.data]) for rule, plan in planned]
        return cls(
            [rule.id for rule, _ in planned],
            Index.of([(plan.literals, plan.whole, plan.needs) for _, plan in planned]),
            b"".join(bodies),
            array("i", accumulate(map(len, bodies))),
        )

    @classmethod
    def joined(cls, parts: Sequence[Shelf]) -> Shelf:
        """Return one shelf of all their rules, in their order."""
        ids = [id_ for part in parts for id_ in part.ids]
        bodies = [part._body(number) for part in parts for number in range(len(part))]
        ends = array("i", accumulate(map(len, bodies)))
        index = Index.joined([(part.index, len(part)) for part in parts])
        return cls(ids, index, b"".join(bodies), ends)

    def pack(self) -> bytes:
        """Return the shelf as bytes: a line with the lengths of its sections, and these."""
        index = self.index
        sections = (
            _json([self.ids, index.several, index.always, index.words]),
            index.ends.tobytes(),
            index.literals.text.encode("utf-8", "surrogatepass"),
            index.literals.ends.tobytes(),
            index.edges,
            index.owners.tobytes(),
            array("i", self._ends).tobytes(),
            self._bodies,
        )
        return b"\n".join((_json([len(s) for s in sections]), b"".join(sections)))

    @classmethod
    def unpack(cls, packed: bytes) -> Shelf:
        """Return the shelf that `pack` made the bytes of."""
        at = packed.index(b"\n") + 1
        sections = []
        for length in json.loads(packed[: at - 1]):
            sections.append(packed[at : at + length])
            at += length
        lists, word_ends, text, literal_ends, edges, owners, ends, bodies = sections
        ids, several, always, words = json.loads(lists)
        literals = Strings(text.decode("utf-8", "surrogatepass"), array("i", literal_ends))
        index = Index(
            *(literals, edges, array("i", owners), several, always, words, array("i", word_ends))
        )
        return cls(ids, index, bodies, array("i", ends))

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[tuple[Rule, Plan]]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> tuple[Rule, Plan]:
        found = self._open.get(number)
        if found is None:
            body = json.loads(self._body(number))
            found = self._open[number] = _thaw(self.ids[number], body)
        return found

    def only(self, numbers: Sequence[int]) -> Shelf:
        """Return a shelf of some of the rules, in the order of `numbers`."""
        bodies = [self._body(number) for number in numbers]
        ids = [self.ids[number] for number in numbers]
        ends = array("i", accumulate(map(len, bodies)))
        return Shelf(ids, self.index.only(numbers, self._by_rule), b"".join(bodies), ends)

    @cached_property
    def _by_rule(self) -> list[list[int]]:
        return self.index.by_rule(len(self))

    def _body(self, number: int) -> bytes:
        return self._bodies[self._ends[number - 1] if number else 0 : self._ends[number]]


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def params_left_out(rule: Rule) -> bool:
    """Whether a rule's parameters are all in its plan."""
    return rule.kind == "phrase"


def _bare(rule: Rule) -> Rule:
    return rule._replace(params={}) if params_left_out(rule) else rule


def _thaw(id_: str, body: list[Any]) -> tuple[Rule, Plan]:
    *fields, data = body
    rule = Rule(id_, *fields)
    return rule._replace(suggest=tuple(rule.suggest)), Plan((), data)
