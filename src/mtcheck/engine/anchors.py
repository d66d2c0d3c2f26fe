"""By which of its words a pattern is found: the stretch that is cheapest to look for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from math import inf
from typing import NamedTuple

from mtcheck.engine.frequency import frequency
from mtcheck.engine.nodes import Choice, Macro, Node, Optional, Slot, Text, expand, width
from mtcheck.engine.pattern import GREATEST_WIDTH, MOST_GAP_WORDS, Pattern, PatternError

MOST_LITERALS = 300
MOST_WITNESSES = 80

# Microseconds, measured: what a literal adds to building the automaton, what meeting one takes,
# what looking at a whole word does, what searching for a match that starts before it may come to,
# and what looking for one witness does.
_BUILD = 3.0
_MEET = 0.3
_TRY = 1.5
_SEARCH = 8.0
_LOOK = 0.05
_TEXT = 3.0
"""Millions of code points that a run reads: what building is weighed against."""
_LETTERS_MET = 500
"""How often, in a million code points, three letters are met inside a word or as one; each
further letter makes that rarer about twelve times."""
_GLUED = 4.0
"""How much oftener letters are met that need not be whole words."""


class Anchor(NamedTuple):
    """The literals by which a pattern is found: every form of one stretch that each match holds.

    A match starts at most `lead` code points before its literal; `whole` says that each literal is
    whole words in every match. One of `witness` stands in every match too, before the literal or
    after it; empty when the pattern has no other fixed words that would say much.
    """

    literals: list[str]
    lead: int
    whole: bool
    witness: list[str]
    before: bool


def anchor(pattern: Pattern) -> Anchor:
    """Return what `pattern` is best found by: few forms that are rare.

    Raises PatternError when no stretch has 3 letters, and for patterns that could cost too much.
    """
    nodes = pattern.body.nodes
    _refuse_costly(nodes)
    forms = [expand((node,), MOST_LITERALS) for node in nodes]
    chosen = _cheapest(forms, MOST_LITERALS, _BUILD, inf, partial(_cost, nodes))
    if chosen is None:
        raise PatternError("it has no stretch of fixed words (3 letters or more) to be found by")
    cost = partial(_witness_cost, nodes, chosen)
    witness = _cheapest(forms, MOST_WITNESSES, _LOOK, _SEARCH, cost)
    return Anchor(
        chosen.forms,
        width(nodes[: chosen.first])[1],
        _is_whole(nodes, chosen),
        witness.forms if witness else [],
        witness is not None and witness.first < chosen.first,
    )


class _Stretch(NamedTuple):
    """Some neighbouring nodes, `nodes[first:last]`, and all that they can match."""

    first: int
    last: int
    forms: list[str]


def _cheapest(
    forms: Sequence[list[str] | None],
    most: int,
    each: float,
    limit: float,
    cost: Callable[[_Stretch], float],
) -> _Stretch | None:
    """Return the stretch that costs least, and less than `limit`; None when there is none.

    `forms` are those of each node, None where they are not finite; a stretch has at most `most`,
    and each of them costs `each` or more, so that longer stretches are often not worth a look.
    """
    best, least = None, limit
    for first in range(len(forms)):
        strings = [""]
        for last, more in enumerate(forms[first:], first + 1):
            if more is None or len(strings) * len(more) > most:
                break
            strings = list(dict.fromkeys(a + b for a in strings for b in more))
            if len(strings) * each >= least:
                break
            stretch = _Stretch(first, last, strings)
            price = cost(stretch)
            if price < least:
                best, least = stretch, price
    return best


def _shortest(stretch: _Stretch) -> int:
    return min(len(form.strip()) for form in stretch.forms)


def _is_whole(nodes: tuple[Node, ...], stretch: _Stretch) -> bool:
    """Whether no letter can touch the letters that a stretch begins or ends with."""
    inside = nodes[stretch.first : stretch.last]
    return (_edge(inside, 0) or _edge(nodes[: stretch.first], -1)) and (
        _edge(inside, -1) or _edge(nodes[stretch.last :], 0)
    )


def _refuse_costly(nodes: tuple[Node, ...]) -> None:
    if width(nodes)[1] > GREATEST_WIDTH:
        raise PatternError(f"it can match more than {GREATEST_WIDTH} characters")
    gaps = [n for n in nodes if isinstance(n, Slot) and n.name == "gap"]
    if sum(g.most for g in gaps) > 2 * MOST_GAP_WORDS or any(
        isinstance(a, Slot) and isinstance(b, Slot) and a.name == b.name == "gap"
        for a, b in pairwise(nodes)
    ):
        raise PatternError("its gaps could backtrack without bound; use fewer or shorter gaps")


def _cost(nodes: tuple[Node, ...], stretch: _Stretch) -> float:
    """What finding a pattern by a stretch costs a run, in microseconds, by judgement."""
    if _shortest(stretch) < 3:
        return inf
    forms = stretch.forms
    places: float = sum(map(frequency, forms)) * (1 if _is_whole(nodes, stretch) else _GLUED)
    met = sum(_LETTERS_MET / 12.0 ** (len(form) - 3) for form in forms)
    trying = _TRY + (_SEARCH if stretch.first else 0)
    return len(forms) * _BUILD + _TEXT * (places * trying + met * _MEET)


def _witness_cost(nodes: tuple[Node, ...], chosen: _Stretch, stretch: _Stretch) -> float:
    """What a place found by `chosen` still costs where one looks for `stretch` near it first."""
    overlap = stretch.first < chosen.last and stretch.last > chosen.first
    if overlap or _shortest(stretch) < 2:
        return inf
    before = stretch.first < chosen.first
    window = width(nodes[: chosen.first] if before else nodes[chosen.first :])[1]
    places = sum(map(frequency, stretch.forms)) * window / 1e6
    short = any(len(form) < 4 for form in stretch.forms)
    return min(1.0, places * (_GLUED if short else 1)) * _SEARCH + len(stretch.forms) * _LOOK


def _edge(nodes: tuple[Node, ...], side: int) -> bool:
    """Whether no letter of `nodes` can touch what stands beside them, on their last (-1) or first
    (0) side; true of no nodes, because a pattern begins and ends with whole words."""
    for node in reversed(nodes) if side else nodes:
        if not _is_apart(node, side):
            return False
        if width((node,))[0]:
            return True
    return True


def _is_apart(node: Node, side: int) -> bool:
    """Whether a node has no letter on that side."""
    match node:
        case Text(text):
            return not _is_letter(text[side])
        case Macro(_, _, forms):
            return not any(_is_letter(form[side]) for form in forms)
        case Optional(item):
            return _edge(item.nodes, side)
        case Choice(options):
            return all(_edge(option.nodes, side) for option in options)
        case Slot(name):
            return name == "gap" and side == -1  # each of its words has its space after it


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"
