"""The rules that settings choose."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache

from mtcheck.checker import shipped
from mtcheck.engine.packs import RuleSet, load, shipped_rules
from mtcheck.errors import UnknownRuleError
from mtcheck.finding import SEVERITIES, Severity
from mtcheck.gate.others import is_other
from mtcheck.gate.own import OWN
from mtcheck.gate.settings import RuleChoice


@cache
def loaded(packs: tuple[str, ...], added: tuple[str, ...] = ()) -> RuleSet:
    """Return all rules of `packs` (the shipped ones when none is named) and of those `added`.

    InputError when one is not there, RuleError when one is wrong.
    """
    if not packs and not added:
        return shipped().with_own(OWN)
    from mtcheck.engine.installed import pack_path  # late: most runs use the shipped packs

    given = [*map(pack_path, packs)] or [str(shipped_rules())]
    return load([*given, *map(pack_path, added)]).with_own(OWN)


@cache
def chosen(choice: RuleChoice, severities: tuple[tuple[str, str], ...] = ()) -> RuleSet:
    """Return the rules of a choice that are not switched off, one at least; UnknownRuleError when a
    name fits nothing, or nothing is left."""
    only = [name for name in choice.only if not is_other(name)]
    ignore = [name for name in choice.ignore if not is_other(name)]
    rules = loaded(choice.packs, choice.added)
    if choice.only and not only:
        return rules.select(ignore=rules.shelf.ids)  # the other checker alone
    rules = rules.select(only, ignore)
    if severities:
        levels = _levels(choice, severities)
        off = [id_ for id_ in (*rules.shelf.ids, *rules.own) if levels.get(id_) == "off"]
        rules = rules.select(ignore=off) if off else rules
    if not len(rules):
        # A gate that runs no rule would let everything pass.
        raise UnknownRuleError(
            "what is said of rules (rules, only, ignore, severity) leaves none to run"
        )
    return rules


@cache
def levels(choice: RuleChoice, severities: tuple[tuple[str, str], ...]) -> Mapping[str, Severity]:
    """Return the severities of rules that are not to have their own, by id."""
    if not severities:
        return {}
    found = _levels(choice, severities)
    return {id_: level for id_, level in found.items() if level in SEVERITIES}


def ids_of(rules: RuleSet, name: str) -> set[str]:
    """Return the ids that a name stands for: a rule's, its old one, those of a pack or an area;
    UnknownRuleError for a name that fits nothing."""
    if is_other(name):
        return {name.rstrip("/")}
    ids = (*rules.shelf.ids, *rules.own)
    if name in ids:
        return {name}
    below = name.rstrip("/") + "/"
    return {id_ for id_ in ids if id_.startswith(below)} or {rules[name].id}


def could_find(ids: Set[str], rules: RuleSet) -> bool:
    """Whether each of these is one of the `rules`, so that what they do not find is not there.

    One alone that needs to know the source language speaks in some runs only; nobody knows what it
    would find.
    """
    if not ids or not ids <= {*rules.shelf.ids, *rules.own}:
        return False
    return len(ids) > 1 or not ids <= {rule.id for rule in rules.rules if rule.needs_source}


def _levels(choice: RuleChoice, severities: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return what is said of each rule: under the most specific name, and there the last time."""
    rules = loaded(choice.packs, choice.added)
    found: dict[str, str] = {}
    for name, level in sorted(severities, key=lambda said: said[0].rstrip("/").count("/")):
        found.update(dict.fromkeys(ids_of(rules, name), level))
    return found
