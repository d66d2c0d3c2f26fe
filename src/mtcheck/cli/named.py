"""The packs and rules that a config and the command line name: are they there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import InputError, UnknownRuleError
from mtcheck.gate.config.effective import COMMAND_LINE, Config, Effective
from mtcheck.gate.config.parse import Said
from mtcheck.gate.others import is_other
from mtcheck.gate.rules import chosen, ids_of, loaded
from mtcheck.output.text import say

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet

_NAMING = ("only", "ignore", "severity")


def rules_in(effective: Effective, packs: Sequence[str] | None = None) -> RuleSet:
    """Return all rules of the packs in force; with `packs`, theirs and those that the command line
    adds. InputError, with the place, when one is not there."""
    added = effective.said["packs"]
    if packs:
        added = tuple(said for said in added if said.origin == COMMAND_LINE)
    try:
        return loaded(tuple(packs or effective["rules"]), tuple(said.value for said in added))
    except InputError:
        from mtcheck.engine.installed import pack_path

        instead = effective.said["rules"][0]
        for name, origin in [*(Said(each, instead.origin) for each in instead.value), *added]:
            try:
                pack_path(name)
            except InputError as error:
                raise InputError(f"{_place(origin)}{error}") from None
        raise


def check_names(config: Config) -> None:
    """Raise UnknownRuleError, with the place, for a name that fits no rule, or where no rule would
    be left; say which names are old."""
    rules = rules_in(config.of_run)
    said: set[Said] = set()
    for effective in config.all():
        said.update(_names(effective))
        settings = effective.settings()
        for name, origin in sorted(_names(effective)):
            _check(name, origin, rules)
        only = settings.rules.only
        if only and all(map(is_other, only)) and not settings.languagetool:
            raise UnknownRuleError(f"{_nothing_left(effective)}: --languagetool is off")
        try:
            chosen(settings.rules, settings.severities)
        except UnknownRuleError as error:
            raise UnknownRuleError(_nothing_left(effective) or str(error)) from None
    for name, origin in sorted(said):
        for old, new in rules.renamed([name]).items():
            what = f"the rule {old!r} is now called {new!r}; the old name will go one day"
            say(f"{_place(origin)}{what}")


def _names(effective: Effective) -> Iterator[Said]:
    for key in _NAMING:
        for value, origin in effective.said[key]:
            if key == "only":
                yield from (Said(name, origin) for name in value)
            else:
                yield Said(value[0] if key == "severity" else value, origin)
    for listed in effective.ignores:
        if listed.ignore.rule != "all":
            yield Said(listed.ignore.rule, listed.origin)


def _nothing_left(effective: Effective) -> str:
    """Return who leaves no rule to run."""
    places = {
        f"--{key}" if said.origin == COMMAND_LINE else said.origin: None
        for key in _NAMING
        for said in effective.said[key]
        if said.origin != "default"
    }
    *others, last = places or [""]
    named = f"{', '.join(others)} and {last}" if others else last
    return f"{named} leave{'' if others else 's'} no rule to run" if named else ""


def _check(name: str, origin: str, rules: RuleSet) -> None:
    try:
        ids_of(rules, name)
    except UnknownRuleError as error:
        raise UnknownRuleError(f"{_place(origin)}{error}") from None


def _place(origin: str) -> str:
    return "" if origin == COMMAND_LINE else f"{origin}: "
