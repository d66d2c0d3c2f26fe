"""Names that are known to be wrong: "Japan Bank" for the Bank of Japan.

A rule runs only where one of its wrong names stands, so that all of them can then be looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mtcheck.engine.analysis.name_words import CALENDAR, STARTERS, TITLES
from mtcheck.engine.entities import Entity, entities_of
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_THE = ("the ", "The ")
_CAPITAL_AFTER = lazy(r" ([A-Z][\w'-]*)")
_CAPITAL_BEFORE = lazy(r"(?<![\w'])([A-Z][\w.-]*) \Z")
_DATELINE = lazy(rf" [A-Z][\w'-]*,? (?:{'|'.join(sorted(CALENDAR))})\b")
_NATIONS_WORDS = """
American British Chinese French German Iranian Iraqi Israeli Italian Japanese Korean Polish Russian
Spanish Taiwanese Turkish Ukrainian China PRC US U.S. UK U.K. EU UN
"""
_BESIDE_LONG_NAMES = CALENDAR | TITLES | frozenset(_NATIONS_WORDS.split())
"""Capitalised words that stand beside a name of several words and are no part of it."""
_BESIDE = 12  # code points between a right name and its word-for-word meaning


def official_hits(view: View, params: Mapping[str, Any]) -> Iterator[Hit]:
    """Yield wrong names with the official one, capitals as in the table, as whole words.

    `params` holds the table `entities`. Of names that overlap the longest counts; one that a right
    name reaches into, or stands beside, is none. "the" before a name that has no article is found
    with it.
    """
    entities = list(entities_of(params))
    owners = {name: entity for entity in entities for name in entity.wrong}
    there = [name for name in owners if name in view.text]
    right = [name for entity in entities for name in entity.names]
    taken = bytearray(len(view.text))  # 1 where a name was found: a list would be looked through
    for name in sorted(there, key=lambda name: (-len(name), name)):
        for start in _places(view.text, name):
            end = start + len(name)
            if any(taken[start:end]):
                continue
            owner = owners[name]
            if (
                _is_part_of_a_name(view.text, start, end)
                or _is_in_right_name(view.text, start, end, right)
                or _is_gloss(view.text, start, end, owner.names)
            ):
                continue
            taken[start:end] = b"\1" * len(name)
            yield _hit(view.text, start, end, owner)


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


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a name stands beside other capitalised words, which make it another body's: "East
    Japan Bank", "Royal Institute for War Research". Three words and more are known well enough to
    stand beside an office, a day or a nation, and after a sentence's opener."""
    outside = _BESIDE_LONG_NAMES if text.count(" ", start, end) > 1 else frozenset[str]()
    after = _CAPITAL_AFTER.match(text, end)
    if after and after[1] not in outside and not (outside and _is_open(text, after)):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return bool(before and before[1] not in outside and before[1].lower() not in STARTERS)


def _is_open(text: str, after: re.Match[str]) -> bool:
    """Whether what follows a name is a headline's "Will" or a dateline ("Yinchuan, July 26")."""
    return after[1].lower() in STARTERS or bool(_DATELINE.match(text, after.start()))


def _is_gloss(text: str, start: int, end: int, names: Iterable[str]) -> bool:
    """Whether a right name stands beside the wrong one: "Ansar Allah (Supporters of God)"."""
    for name in names:
        room = len(name) + _BESIDE
        if name in text[max(0, start - room) : start] or name in text[end : end + room]:
            return True
    return False


def _is_in_right_name(text: str, start: int, end: int, right: Iterable[str]) -> bool:
    """Whether one of the `right` names reaches into the span, and out of it: "Norland Bank for
    Harbours", "in Norland Bank of Norland notes"."""
    for name in right:
        at = text.find(name, max(0, start - len(name) + 1), end + len(name) - 1)
        if 0 <= at < end and not (start <= at and at + len(name) <= end):
            return True
    return False
