"""Two words of one root side by side: "recruits recruited", "risk risks"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from mtcheck.engine.kind import Hit
from mtcheck.engine.kinds.verb_list import VERBS
from mtcheck.engine.view import View

# A quick sieve: two neighbours that begin with the same four letters.
_PAIR = re.compile(r" (([a-z]{4})[a-z]*+) (\2[a-z]*+)(?![\w'-])")
_AGENT = re.compile(r".+(?:er|or|ar|ant|ent|ist|ee)s?")


def same_root(view: View, shape: str, exempt: frozenset[str]) -> Iterator[Hit]:
    """Yield pairs of one shape, in text order.

    `plural`: noun and its own plural ("risk risks"); `participle`: plural noun and participle of
    one verb ("recruits recruited"); `predicate`: noun and the verb made of it ("the statement
    stated"); `modifier`: adjective and its noun, verb and its noun ("meaningful meaning").
    """
    for first, second, start, end in view.once(_pairs)[shape]:
        if first in exempt or second in exempt or f"{first} {second}" in exempt:
            continue
        yield Hit(start, end, values={"first": first, "second": second})


def _pairs(view: View) -> dict[str, list[tuple[str, str, int, int]]]:
    found: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    for match in _PAIR.finditer(view.low):
        first, second = match[1], match[3]
        if first == second or any(view.text[match.start(i)].isupper() for i in (3,)):
            continue
        shape = _shape(first, second)
        if shape is not None:
            found[shape].append((first, second, match.start(1), match.end()))
    return found


def _shape(first: str, second: str) -> str | None:
    if second in _plurals(first):
        return None if first in VERBS and not first.endswith("s") else "plural"
    if _AGENT.fullmatch(first):
        return None
    if first.endswith("s") and second == _past(first[:-1]):
        return "participle"
    stem = _common(first, second)
    if stem < 5 and stem < min(len(first), len(second)) - 1:
        return None
    if second in (_past(_base(first)), _base(first) + "s") and first.endswith(("ment", "tion")):
        return "predicate"
    if _noun_of(first, second):
        return "modifier"
    return None


def _plurals(noun: str) -> tuple[str, ...]:
    return (noun + "s", noun + "es", noun[:-1] + "ies")


def _past(verb: str) -> str:
    return verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if verb.endswith("y") else verb + "ed"


def _base(noun: str) -> str:
    for ending, base in (("ment", ""), ("ation", "e"), ("ion", ""), ("ion", "e")):
        if noun.endswith(ending) and noun[: -len(ending)] + base in VERBS:
            return noun[: -len(ending)] + base
    return noun


def _common(first: str, second: str) -> int:
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length


_ENDINGS = ("ful", "al", "ive", "ous", "ed", "ing", "ly", "ic", "ical", "able", "")


def _noun_of(first: str, second: str) -> bool:
    """Whether `first` is `second` with an adjective's ending: "landscaped landscape"."""
    stem = second[:-1] if second.endswith(("s", "e", "y")) else second
    return any(first.startswith(stem) and first[len(stem) :] in _tails(e) for e in _ENDINGS if e)


def _tails(ending: str) -> tuple[str, ...]:
    return (ending, "e" + ending, "i" + ending)
