"""One pass over a text: the places where a repair may have something to do, and what it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mtcheck.text.normal.change import (
    Change,
    Find,
    Found,
    OddRepair,
    Repair,
    Sweep,
    Text,
    WholeRepair,
    members,
)
from mtcheck.text.normal.table import REPAIRS
from mtcheck.text.span import Span

Region = tuple[int, int]
_Asked = tuple[int, str, Find]
"""The rank of a repair, its edit, and its function."""


class Scanner:
    """Looks for what some edits repair."""

    def __init__(self, edits: frozenset[str]) -> None:
        chosen = [(rank, r) for rank, r in enumerate(REPAIRS) if r.edit in edits]
        self._whole: list[tuple[int, str, Sweep]] = [
            (rank, r.edit, r.find) for rank, r in chosen if isinstance(r, WholeRepair)
        ]
        self._plain: dict[str, list[_Asked]] = defaultdict(list)
        self._odd: dict[str, list[_Asked]] = defaultdict(list)
        around: dict[str, list[str]] = defaultdict(list)
        classes: list[str] = []
        for rank, repair in chosen:
            if isinstance(repair, Repair):
                for characters, condition in repair.at:
                    for character in characters:
                        around[character].append(condition)
                        self._plain[character].append((rank, repair.edit, repair.find))
            elif isinstance(repair, OddRepair):
                classes.append(repair.characters)
                for character in members(repair.characters):
                    self._odd[character].append((rank, repair.edit, repair.find))
        # Each branch begins with its character: Python then skips from one of them to the next.
        branches = (
            re.escape(character) + (f"(?:{'|'.join(c)})" if all(c) else "")
            for character, c in around.items()
        )
        self._plain_place = re.compile("|".join(branches) or r"(?!)")
        self._odd_place = re.compile(f"[{''.join(classes)}]" if classes else r"(?!)")

    def changes(self, text: Text, regions: Sequence[Region] | None = None) -> list[Change]:
        """Return what there is to repair in one pass, in text order and apart.

        Single places are looked for in `regions` only, where there are some: in order and apart.
        """
        found = [(rank, edit, each) for rank, edit, sweep in self._whole for each in sweep(text)]
        for start, end in [(0, len(text.exact))] if regions is None else regions:
            found += self._places(text, start, end)
        return _apart(text, found) if found else []

    def _places(self, text: Text, start: int, end: int) -> Iterator[tuple[int, str, Found]]:
        plain = text.plain
        for match in self._plain_place.finditer(plain, start, end):
            at = match.start()
            for rank, edit, find in self._plain[plain[at]]:
                if (found := find(text, at)) is not None:
                    yield rank, edit, found
        if plain.isascii() and text.exact.isascii():
            return
        for match in self._odd_place.finditer(text.exact, start, end):
            for rank, edit, find in self._odd[match[0]]:
                if (found := find(text, match.start())) is not None:
                    yield rank, edit, found


def _apart(text: Text, found: Iterable[tuple[int, str, Found]]) -> list[Change]:
    """Return findings as changes that do not overlap; the one of lower rank wins."""
    kept: list[Change] = []
    taken: set[int] = set()
    for _, edit, each in sorted(found, key=lambda f: (f[0], f[2].start)):
        change = _least(text.exact, edit, each)
        if change is None:
            continue
        # An insertion takes the characters beside it, so that two do not meet in one pass.
        start, end = change.span
        places = range(start, end) if end > start else range(start - 1, end + 1)
        if not taken.isdisjoint(places):
            continue
        taken.update(places)
        kept.append(change)
    return sorted(kept, key=lambda change: change.span)


def _least(exact: str, edit: str, found: Found) -> Change | None:
    """Return a finding as a change of no more characters than it must, None when of none."""
    start, end, text = found
    while start < end and text and exact[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and exact[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    if start == end and not text:
        return None
    return Change(edit, Span(start, end), text, Span(found.start, found.end))


@cache
def scanner(edits: frozenset[str]) -> Scanner:
    """Return the scanner of some edits, made once."""
    return Scanner(edits)
