"""One pass over a text: the places where a repair may have something to do, and what it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter

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
        return _apart(text.exact, found) if found else []

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


_Row = tuple[int, int, int, str, str, Found]
"""Start, end, rank, edit and new text of a change, and what was found."""


def _apart(exact: str, found: Iterable[tuple[int, str, Found]]) -> list[Change]:
    """Return findings as changes that do not overlap; of two that do, the one of lower rank."""
    rows: list[_Row] = []
    for rank, edit, each in found:
        start, end, new = _least(exact, each)
        if start < end or new:
            rows.append((start, end, rank, edit, new, each))
    rows.sort(key=itemgetter(0, 2))
    kept: list[_Row] = []
    for row in rows:
        if kept and _meet(kept[-1], row):
            if row[2] >= kept[-1][2]:
                continue
            kept.pop()
        kept.append(row)
    made: list[Change] = []
    for start, end, _, edit, new, each in kept:
        span = Span(start, end)
        same = each.start == start and each.end == end
        made.append(Change(edit, span, new, span if same else Span(each.start, each.end)))
    return made


def _meet(before: _Row, row: _Row) -> bool:
    """Whether two changes share a character; an insertion has those beside it, so that two do not
    meet in one pass."""
    if before[0] == before[1] or row[0] == row[1]:
        return row[0] <= before[1]
    return row[0] < before[1]


def _least(exact: str, found: Found) -> tuple[int, int, str]:
    """Return a finding as (start, end, text) of no more characters than it must have."""
    start, end, text = found
    if not text:
        return start, end, text
    while start < end and text and exact[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and exact[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return start, end, text


@cache
def scanner(edits: frozenset[str]) -> Scanner:
    """Return the scanner of some edits, made once."""
    return Scanner(edits)
