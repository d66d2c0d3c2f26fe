"""In how many ways a pattern can be tried at one place: what one check may cost at the most.

A pattern has a greatest width, but that alone does not bound the time of a backtracking matcher:
`[a] [a] [a] … king` can take each "a" of a text or leave it, which doubles with each word. Only
choices that the text does not decide count: `(gold|silver) medal` is tried once, whatever follows.
"""

from __future__ import annotations

from itertools import product
from math import prod

from mtcheck.engine.nodes import Choice, Macro, Node, Optional, Seq, Slot, Text

MOST_WAYS = 10_000
"""A hit costs less than a millisecond then; the shipped rules need a third of it."""

_NUMBER_WAYS = 4
_NAME_WAYS = 4
_ANYTHING = ""  # how a slot may begin: it is a beginning of every word

_Words = frozenset[str]


def ways(seq: Seq, after: _Words = frozenset()) -> int:
    """Return an upper bound of the ways in which `seq` can match beginnings of one text.

    `after` are the words, or pieces of words, that what follows `seq` can begin with.
    """
    nodes = seq.nodes
    return prod(_ways(node, openings(nodes[i + 1 :], after)) for i, node in enumerate(nodes))


def _ways(node: Node, after: _Words) -> int:
    match node:
        case Text() | Macro():
            return 1
        case Optional(item):
            return ways(item, after) + _clash(openings(item.nodes, after), after)
        case Choice(options):
            tried = [(openings(o.nodes, after), ways(o, after)) for o in options]
            return max(sum(n for other, n in tried if _clash(own, other)) for own, _ in tried)
        case Slot("gap", least, most):
            return most - least + 1
        case Slot("number"):
            return _NUMBER_WAYS
        case Slot("name"):
            return _NAME_WAYS
        case Slot():
            return 1


def openings(nodes: tuple[Node, ...], after: _Words) -> _Words:
    """Return how `nodes` can begin, in lower case; a slot, which can begin anyhow, as "".

    Where all of them may be missing, that is also how `after` does.
    """
    found: _Words = frozenset()
    for node in nodes:
        match node:
            case Text(text):
                if text.strip():
                    return found | {text.split()[0].lower()}
            case Macro(_, _, forms):
                return found | {form.split()[0] for form in forms}
            case Slot():
                return found | {_ANYTHING}
            case Choice(options):
                return found.union(*(openings(option.nodes, after) for option in options))
            case Optional(item):
                found |= openings(item.nodes, frozenset())
    return found | after


def _clash(some: _Words, others: _Words) -> bool:
    """Whether one text could begin with one of `some` and with one of `others`."""
    return any(a.startswith(b) or b.startswith(a) for a, b in product(some, others))
