"""The rules that settings choose."""

from __future__ import annotations

from functools import cache

from mtcheck.checker import shipped
from mtcheck.engine.packs import RuleSet, load, shipped_rules
from mtcheck.errors import UnknownRuleError
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
def chosen(choice: RuleChoice) -> RuleSet:
    """Return the rules of a choice, one at least; UnknownRuleError when a name fits nothing, or
    nothing is left."""
    rules = loaded(choice.packs, choice.added).select(choice.only, choice.ignore)
    if not len(rules):
        # A gate that runs no rule would let everything pass.
        raise UnknownRuleError("--rules, --only and --ignore together leave no rule to run")
    return rules
