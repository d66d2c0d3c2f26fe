"""Sentences, paragraphs and long clauses that are printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from mtcheck.engine.analysis.finite_verbs import TOKEN, has_sure_verb
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View

_EDGE = " .!?\"'()"
_LEAST_WORDS = 8
"""Shorter sentences and clauses come back in honest prose ("There is no such plan.")."""
_LEAST_LETTERS = 36
"""Code points that eight words have at least, nearly always: a sieve before words are counted."""
_NEAR = 3
"""Sentences: how far a clause's twin may be away."""
_CLAUSE_ENDS = ';:.!?()"\n'


def repeated_sentences(view: View) -> Iterator[Hit]:
    """Yield the second printing of each sentence of eight words and more; neighbours as one."""
    first: dict[str, int] = {}
    # Start, end and index of a run of repeated sentences that is still growing.
    run: tuple[int, int, int] | None = None
    low = view.low
    for index, (start, end) in enumerate(view.sentences):
        if end - start < _LEAST_LETTERS:
            continue
        key = low[start:end].strip(_EDGE)
        twin = first.setdefault(key, index)
        if twin == index or key.count(" ") + 1 < _LEAST_WORDS:
            continue
        # A title comes back in the text, and a slogan is quoted again.
        if view.block_at(view.sentences[twin][0])[0] == "title" or low[start] == '"':
            continue
        if run and run[2] == index - 1 and view.block_at(run[0]) == view.block_at(start):
            run = (run[0], end, index)
            continue
        if run:
            yield Hit(run[0], run[1])
        run = (start, end, index)
    if run:
        yield Hit(run[0], run[1])


def repeated_clauses(view: View) -> Iterator[Hit]:
    """Yield clauses of eight words and more that stand in one of the sentences just before."""
    text = view.low
    for mark in _CLAUSE_ENDS:
        text = text.replace(mark, ",")
    pieces = text.split(",")
    last: dict[str, int] = {}
    starts: list[int] = []
    for index, piece in enumerate(pieces):
        if len(piece) < _LEAST_LETTERS:
            continue
        key = piece.strip(_EDGE)
        twin = last.get(key)
        last[key] = index
        if twin is None or key.count(" ") + 1 < _LEAST_WORDS:
            continue
        starts = starts or list(accumulate((len(p) + 1 for p in pieces), initial=0))
        start = starts[index] + piece.index(key)
        if _clause_twice(view, starts[twin] + 1, start, len(key)):
            yield Hit(start, start + len(key))


def _clause_twice(view: View, twin: int, start: int, length: int) -> bool:
    """Whether a clause with a verb is near its twin, both in running text, not a whole sentence."""
    one, other = view.sentence_index(twin), view.sentence_index(start)
    sentence = view.sentences[other]
    clause = view.text[start : start + length]
    return (
        other - one <= _NEAR
        and has_sure_verb(("", *TOKEN.findall(clause)))
        and length + 3 < sentence[1] - sentence[0]
        and "title" not in (view.block_at(twin)[0], view.block_at(start)[0])
    )
