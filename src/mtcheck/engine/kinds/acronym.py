"""Kind `acronym`: an acronym and its expansion that do not fit.

`problem` says which: a known body under another than its own name, with its acronym ("Institute
of War Studies (ISW)"); words that do not spell the acronym which they stand with; one acronym that
stands for two things in one text. Acronyms of foreign names ("PKK") do not spell their English
words and are left alone. (Wrong names without the acronym are the kind `names`'.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.acronym_expansions import (
    GENERIC,
    Expansion,
    Word,
    expansions_of,
    is_one_letter_off,
    narrowed,
    spells_in_full,
    stems,
    without_nation,
    without_owner,
)
from mtcheck.engine.entities import PARAMETER, Entity
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PROBLEMS = {
    "wrong-name": "a known acronym with a name that is nearly its own",
    "mismatch": "words one of which does not fit the acronym they stand with",
    "two-expansions": "an acronym explained in two ways in one text",
}

PARAMETERS: Mapping[str, Parameter] = {
    "problem": Parameter("text", "which fault to report", required=True, choices=tuple(PROBLEMS)),
    "entities": PARAMETER,
    "unique": Parameter("texts", "acronyms that stand for one body only, whatever spells them"),
    "foreign": Parameter("texts", "acronyms that spell words of another language"),
}

_RENAMED = lazy(
    r"\b(?:formerly|previously|originally|renamed|bec[ao]me|replaced|successor (?:to|of)"
    r"|predecessor|former|known as|called|named)(?: the)? \Z"
)
"""Before a name that the text says is an older or a newer one."""
_RENAMED_REACH = 40
_SHARED = 0.4  # of the stems of the official name, to call another name a rendering of it


def plan(rule: Rule) -> Plan:
    """Return what the rule looks for; raises RuleProblem when a table is missing or misshapen."""
    from mtcheck.engine.entity_tables import read_entities  # late: a cached rule has its plan

    bodies = names_by_acronym(read_entities(rule.params))
    if rule.params["problem"] != "wrong-name":
        return Plan(("(",), list(bodies))
    if not bodies:
        raise RuleProblem("entities", "this problem needs entities with an acronym")
    # With the parenthesis that one of the two, it or its words, stands in.
    forms = (f for low in map(str.lower, bodies) for f in (f"({low}", f"( {low}", f"{low} ("))
    return Plan(tuple(forms), bodies)


def names_by_acronym(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Return the right names behind each acronym, the official one of the first entity first."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for entity in entities:
        for acronym in entity.acronyms:
            found[acronym] += entity.names
    return dict(found)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that runs the rule."""
    return _RUNS[rule.params["problem"]](rule.params, plan.data)


def _wrong_name(params: Mapping[str, Any], bodies: Mapping[str, Sequence[str]]) -> Check:
    unique = frozenset(params.get("unique", ()))

    def hits(view: View, positions: Sequence[int]) -> Iterator[Hit]:
        for found in expansions_of(view):
            names = bodies.get(found.acronym)
            if names is None:
                continue
            shown = narrowed(found, names)
            if is_wrong_name(shown, names, found.acronym in unique):
                values = {"acronym": found.acronym, "main": names[0]}
                yield Hit(shown.start, shown.end, (names[0],), values)

    return hits


def is_wrong_name(found: Expansion, names: Sequence[str], is_unique: bool) -> bool:
    """Whether an expansion is a re-translation of the first of `names`, and none of them.

    It is one when it shares two words and two fifths of the words with the official name. When it
    spells the acronym by itself it may be another body, unless there `is_unique` one.
    """
    mine = found.stems
    if any(_contains(mine, stems(name)) or _contains(stems(name), mine) for name in names):
        return False
    official = stems(names[0])
    if not is_unique and _is_variant(found, names[0]):
        return False
    shared = len(set(mine) & set(official))
    if shared < 2 or shared < _SHARED * len(official):
        return False
    return is_unique or not spells_in_full(found.words, found.acronym) or set(mine) == set(official)


def _is_variant(found: Expansion, official: str) -> bool:
    """Whether words stand for an acronym of another language as well as the official name does.

    They do with the nation elsewhere ("National Railways of France", "French National Railways"),
    and where they share only what all bodies share ("National", "Institute") they are another's.
    """
    words = tuple(Word(text, 0, 0) for text in official.split(" "))
    if spells_in_full(words, found.acronym):
        return False
    mine, theirs = (without_nation(one) for one in (found.words, words))
    if mine == theirs and len(mine) > 1:
        return True
    return GENERIC.issuperset(set(found.stems) & set(stems(official)))


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether `shorter` stands in `longer` as it is."""
    size = len(shorter)
    return any(longer[i : i + size] == shorter for i in range(len(longer) - size + 1))


def _mismatch(params: Mapping[str, Any], known: Sequence[str]) -> Check:
    silent = {*params.get("foreign", ()), *known}

    def hits(view: View, positions: Sequence[int]) -> Iterator[Hit]:
        for found in expansions_of(view):
            if found.acronym not in silent and is_one_letter_off(found.words, found.acronym):
                yield Hit(found.start, found.end, (), {"acronym": found.acronym})

    return hits


def _two_expansions(params: Mapping[str, Any], known: Sequence[str]) -> Check:
    def hits(view: View, positions: Sequence[int]) -> Iterator[Hit]:
        first: dict[str, Expansion] = {}
        for found in expansions_of(view):
            main = first.setdefault(found.acronym, found)
            if main is found or _is_renamed(view, main) or _is_renamed(view, found):
                continue
            if _differ(main, found):
                name = view.exact[main.start : main.end]
                yield Hit(found.start, found.end, (name,), {"acronym": found.acronym, "main": name})

    return hits


def _is_renamed(view: View, found: Expansion) -> bool:
    left = max(0, found.start - _RENAMED_REACH)
    return _RENAMED.search(view.text, left, found.start) is not None


def _differ(one: Expansion, other: Expansion) -> bool:
    """Whether two expansions are two names of one body, or two bodies: some words shared, and
    neither of them a longer form of the other."""
    for a in (one.stems, _bare(one)):
        for b in (other.stems, _bare(other)):
            if set(a) <= set(b) or set(b) <= set(a):
                return False
    both_spelled = all(spells_in_full(each.words, each.acronym) for each in (one, other))
    shared = set(one.stems) & set(other.stems)
    return not GENERIC.issuperset(shared) if both_spelled else len(shared) >= 2


def _bare(expansion: Expansion) -> tuple[str, ...]:
    """The stems without whose body it is."""
    return stems(" ".join(word.text for word in without_owner(expansion.words)))


_RUNS: dict[str, Callable[[Mapping[str, Any], Any], Check]] = {
    "wrong-name": _wrong_name,
    "mismatch": _mismatch,
    "two-expansions": _two_expansions,
}
