"""Findings that were there before, kept in a file, so that only new ones fail a build.

A finding is known by its fingerprint: its rule, its words and the sentence around them. It is found
again in a paragraph that moved, under edits elsewhere, and in a file that got another name. One
that stands more often than it was kept is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.files import read_file
from mtcheck.gate.result import Result

FORMAT = 1
NAME = ".mtcheck-baseline.json"
"""What a baseline is called where nothing else is said: hidden, so that nobody checks it."""


class Entry(NamedTuple):
    """Findings of one fingerprint in one file: how many, and what a person knows them by."""

    file: str
    fingerprint: str
    times: int
    rule: str
    text: str


def as_bytes(entries: Iterable[Entry]) -> bytes:
    """Return a baseline as its file holds it: an entry a line, in order of files, those of one
    fingerprint in one file added up."""
    counts: Counter[Entry] = Counter()
    for each in entries:
        counts[each._replace(times=0)] += each.times
    whole = [each._replace(times=times) for each, times in sorted(counts.items())]
    rows = ",\n".join(f"  {json.dumps(each._asdict(), ensure_ascii=False)}" for each in whole)
    text = f'{{"mtcheck-baseline": {FORMAT}, "findings": [\n{rows}\n]}}\n'
    return text.encode("utf-8", "backslashreplace")


def read_baseline(path: str) -> list[Entry]:
    """Return the entries of a baseline; InputError when there is none, or it is damaged."""
    if not os.path.exists(path):
        raise InputError(f"{path}: there is no baseline; `mtcheck baseline create` writes one")
    try:
        tree = json.loads(read_file(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: this is no JSON: {error}") from error
    if not isinstance(tree, dict) or tree.get("mtcheck-baseline") != FORMAT:
        raise InputError(f'{path}: no baseline of mtcheck; expected "mtcheck-baseline": {FORMAT}')
    rows = tree.get("findings")
    if not isinstance(rows, list):
        raise InputError(f'{path}: expected "findings" (a list)')
    return [_entry(row, f"{path}: finding {number}") for number, row in enumerate(rows, 1)]


def _entry(row: Any, where: str) -> Entry:
    kinds = {"file": str, "fingerprint": str, "times": int, "rule": str, "text": str}
    if not isinstance(row, dict):
        raise InputError(f"{where}: expected a table of keys")
    for key, kind in kinds.items():
        if type(row.get(key)) is not kind:
            expected = "a whole number" if kind is int else "a text"
            raise InputError(f"{where}: expected {key!r} to be {expected}")
    return Entry(**{key: row[key] for key in kinds})


class Baseline:
    """Tells known findings from new ones while results come in, a file after the other.

    A finding is known as often as its own file's entries say; the entries of a file that is gone,
    or in which it was not found again, are good for any other file. An entry never stands for two.
    Files are named as seen from `folder`, where the baseline lies.
    """

    def __init__(self, entries: Iterable[Entry], folder: str) -> None:
        self._folder = folder
        self._entries = {(entry.fingerprint, entry.file): entry for entry in entries}
        self._left: dict[str, Counter[str]] = {}  # by fingerprint, how often in which file
        for entry in self._entries.values():
            self._left.setdefault(entry.fingerprint, Counter())[entry.file] = entry.times
        self._seen: dict[str, None] = {}
        self._taken: list[tuple[str, str]] = []

    def known(self, result: Result) -> Result:
        """Return a result with its known findings among those that do not count."""
        file = _name_from(self._folder, result.file)
        self._seen.pop(file, None)
        self._seen[file] = None
        known = [each for each in result.found if self._takes(file, each.fingerprint)]
        return result.without(known, "baseline")

    @property
    def used(self) -> int:
        """How many findings were known so far."""
        return len(self._taken)

    def back_to(self, used: int) -> None:
        """Take back what was known since there were so many: the same file comes once more."""
        while len(self._taken) > used:
            mark, file = self._taken.pop()
            self._left[mark][file] += 1

    def fixed(self) -> list[Entry]:
        """Return what was not found again in the files that were checked, or are gone."""
        return [entry for entry in self._rest() if self._is_over(entry.file, "")]

    def unseen(self) -> list[Entry]:
        """Return the entries of files that are there and were not checked."""
        return [entry for entry in self._rest() if not self._is_over(entry.file, "")]

    def _rest(self) -> Iterator[Entry]:
        for mark, left in self._left.items():
            for file, count in left.items():
                if count:
                    yield self._entries[mark, file]._replace(times=count)

    def _takes(self, file: str, mark: str) -> bool:
        """Whether there is an entry left for a finding; it is used up then."""
        left = self._left.get(mark)
        if left is None:
            return False
        if not left[file]:
            free = (other for other in sorted(left) if left[other] and self._is_over(other, file))
            file = next(free, "")
        if not file:
            return False
        left[file] -= 1
        self._taken.append((mark, file))
        return True

    def _is_over(self, file: str, now: str) -> bool:
        """Whether nothing more will be found in a file: it was checked before `now`, or is gone."""
        if file in self._seen:
            return file != now
        return not os.path.exists(os.path.join(self._folder, file))


def gathered(results: Iterable[Result], folder: str, kept: Baseline | None = None) -> list[Entry]:
    """Return an entry for each finding, for a baseline in `folder`; with a baseline that is `kept`,
    for those that it holds, and what it holds of files that were not checked."""
    found: list[Entry] = []
    for result in results:
        file = _name_from(folder, result.file)
        wanted = result.found
        if kept is not None:
            wanted = tuple(each.located for each in kept.known(result).suppressed)
        for each in wanted:
            found.append(Entry(file, each.fingerprint, 1, each.finding.rule, each.shown))
    return [*found, *(kept.unseen() if kept else ())]


def _name_from(folder: str, file: str) -> str:
    """Return a file's name as seen from a folder, the same on all systems."""
    if file == "-":
        return file
    try:
        return os.path.relpath(file, folder or os.curdir).replace(os.sep, "/")
    except ValueError:  # another drive
        return file
