"""Sentences, paragraphs and long clauses that are printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View

_EDGE = " .!?\"'()"
_LEAST_SENTENCE = 8
"""Words; shorter sentences come back in honest prose ("There is no such plan.")."""
_LEAST_CLAUSE = 8
_NEAR = 3
"""Sentences: how far a clause's twin may be away."""
_CLAUSE = re.compile(r"[^,;:\"()]{36,}+")


def repeated_sentences(view: View) -> Iterator[Hit]:
    """Yield the second printing of each sentence of eight words and more; neighbours as one."""
    first: dict[str, int] = {}
    open_hit: tuple[int, int, int] | None = None
    for index, (start, end) in enumerate(view.sentences):
        key = view.low[start:end].strip(_EDGE)
        if key.count(" ") + 1 < _LEAST_SENTENCE:
            continue
        twin = first.setdefault(key, index)
        if twin == index or view.block_at(view.sentences[twin][0])[0] == "title":
            continue
        if open_hit and open_hit[1] == index - 1 and _same_block(view, open_hit[0], start):
            open_hit = (open_hit[0], index, end)
            continue
        if open_hit:
            yield Hit(open_hit[0], open_hit[2])
        open_hit = (start, index, end)
    if open_hit:
        yield Hit(open_hit[0], open_hit[2])


def repeated_clauses(view: View) -> Iterator[Hit]:
    """Yield clauses of eight words and more that stand in one of the sentences just before."""
    last: dict[str, int] = {}
    for index, (start, end) in enumerate(view.sentences):
        if view.block_at(start)[0] == "title":
            continue
        for match in _CLAUSE.finditer(view.low, start, end):
            key = match[0].strip(_EDGE)
            if key.count(" ") + 1 < _LEAST_CLAUSE:
                continue
            twin = last.get(key)
            last[key] = index
            if twin is None or index - twin > _NEAR or match.end() - match.start() > end - start - 3:
                continue
            lead = len(match[0]) - len(match[0].lstrip(_EDGE))
            yield Hit(match.start() + lead, match.start() + lead + len(key))


def _same_block(view: View, one: int, other: int) -> bool:
    return view.block_at(one) == view.block_at(other)
