"""Offices written in two ways in one text: "commander-in-chief of", "Commander in Chief of"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_OF_WHAT = lazy(r" of (?:the )?[A-Z][\w-]*(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w-]*)*")
_MOST_TITLE = 40


class _Office(NamedTuple):
    title: str
    start: int
    end: int
    opens: bool
    named: bool


def titles_pattern(titles: Sequence[str]) -> re.Pattern[str]:
    """Return what finds the longest of `titles`, with hyphens or spaces, in any capitals."""
    shapes = sorted((re.escape(title) for title in titles), key=len, reverse=True)
    return re.compile("|".join(shapes).replace(r"\-", "[- ]"), re.IGNORECASE)


def capital_hits(view: View, positions: Sequence[int], titles: re.Pattern[str]) -> Iterator[Hit]:
    """Yield offices ("commander-in-chief of the Army") that the text writes in another way too.

    Ways differ in capitals or hyphens. A capital at the start of a sentence is no other way, nor
    is one on an office that stands before its holder's name while the other does not.
    """
    groups: dict[str, list[_Office]] = defaultdict(list)
    done = 0
    for start in sorted(set(positions)):
        before = view.text[start - 1 : start]
        if start < done or before.isalnum() or before == "-":
            continue
        found = titles.match(view.text, start, start + _MOST_TITLE)
        what = found and _OF_WHAT.match(view.text, found.end())
        if found is None or what is None:
            continue
        done, end = found.end(), what.end()
        opens = start == view.sentence_at(start)[0] or view.text[start - 1] in "\"'(\n"
        whole = view.low[start:end].replace("-", " ")
        groups[whole].append(_Office(found[0], start, end, opens, False))
    for key, offices in list(groups.items()):
        # "of the Ukrainian Armed Forces Zaluzhny": the holder's name is no part of the office.
        for other, more in groups.items():
            if other != key and other.startswith(f"{key} "):
                offices += [
                    _Office(o.title, o.start, o.start + len(key), o.opens, True) for o in more
                ]
    for offices in groups.values():
        yield from _odd_offices(view, [office for office in offices if not office.opens])


def _odd_offices(view: View, offices: list[_Office]) -> Iterator[Hit]:
    ways: dict[str, list[_Office]] = defaultdict(list)
    for office in offices:
        ways[office.title].append(office)
    if len(ways) < 2:
        return
    for title in ways:
        if title[0].isupper() and all(office.named for office in ways[title]):
            return
    order = {title: min(office.start for office in found) for title, found in ways.items()}
    main = max(ways, key=lambda title: (len(ways[title]), -order[title]))
    for title, found in ways.items():
        if title != main:
            for office in found:
                end = office.start + len(title)
                yield Hit(office.start, end, (main,), {"main": main})
