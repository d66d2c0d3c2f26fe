"""The words of all names that mtcheck's facts know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from mtcheck.engine.packs import load
from mtcheck.engine.rule import Rule
from mtcheck.text.lazy import lazy

_KINDS = ("names", "acronym", "entity", "quotes")
_TABLES = ("entities", "people", "persons", "known", "places", "countries", "surnames")
_WRONG = ("wrong", "see", "type")
_WORD = lazy(r"[^\W\d_]{3,}")


@cache
def shipped_names() -> frozenset[str]:
    """Return the words of the names in the packs that mtcheck brings along, in lower case."""
    return words_of_names(load().rules)


def words_of_names(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the words of the names that rules know, in lower case, less their wrong renderings."""
    found: set[str] = set()
    for rule in rules:
        if rule.kind in _KINDS:
            for table in _TABLES:
                for text in _texts(rule.params.get(table, ())):
                    found.update(map(str.lower, _WORD.findall(text)))
    return frozenset(found)


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a table, keys and values, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key not in _WRONG:
                yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
