"""Names that are known to be wrong: "Japan Bank" for the Bank of Japan.

Thousands of wrong names are looked for at once: each has a key, two neighbouring capitalised words
(or one), and only those whose key is among the capitalised words of a text are searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.entities import Entity, entities_of
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View

_THE = ("the ", "The ")

Keys = Mapping[str, Mapping[str, Sequence[str]]]
"""Wrong names by two words that stand in them side by side; see `name_gates.keys`."""


def official_hits(view: View, keys: Keys, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Yield wrong names with the official one, capitals as in the table, as whole words.

    `params` holds the table `entities` that the keys were made from. Of names that overlap the
    longest counts; one that a right name reaches into is none. "the" before a name that has no
    article is found with it.
    """
    there = [name for name in _possible(view, keys) if name in view.text]
    if not there:
        return
    entities = list(entities_of(params))
    owners = {name: entity for entity in entities for name in entity.wrong}
    right = [name for entity in entities for name in entity.names]
    taken: list[tuple[int, int]] = []
    for name in sorted(there, key=lambda name: (-len(name), name)):
        for start in _places(view.text, name):
            end = start + len(name)
            if any(a < end and start < b for a, b in taken):
                continue
            if _is_in_right_name(view.text, start, end, right):
                continue
            taken.append((start, end))
            yield _hit(view.text, start, end, owners[name])


def _possible(view: View, keys: Keys) -> Iterator[str]:
    """Yield the names whose key stands among the capitals of the text."""
    words, pairs = capitals_of(view)
    yield from keys.get("", {}).get("", ())
    for first in words.intersection(keys):
        for second, names in keys[first].items():
            if not second or (first, second) in pairs:
                yield from names


def _hit(text: str, start: int, end: int, entity: Entity) -> Hit:
    new = entity.name
    if entity.bare and text.startswith(_THE, start - 4) and start >= 4:
        start -= 4
    values = {"main": entity.name, "what": entity.what, "see": entity.see}
    return Hit(start, end, (new,), values)


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where `name` stands as whole words, no part of a compound."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before == "-" or after.isalnum() or after == "-"):
            yield at
        at = text.find(name, at + 1)


def _is_in_right_name(text: str, start: int, end: int, right: Iterable[str]) -> bool:
    """Whether one of the `right` names reaches into the span, and out of it: "Norland Bank for
    Harbours", "in Norland Bank of Norland notes"."""
    for name in right:
        at = text.find(name, max(0, start - len(name) + 1), end + len(name) - 1)
        if 0 <= at < end and not (start <= at and at + len(name) <= end):
            return True
    return False
