"""The shape of the table `entities`, checked when a rule is planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mtcheck.engine.entities import FIELD, Entity, entities_of, items_of
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.tables import as_table, as_text, as_texts, only_keys

_GROUP_KEYS = ("type", "see", "article", "names")
_NAME_KEYS = ("acronym", "also", "wrong", "see", "article")
_SHORTEST = 5  # letters of a wrong rendering of one word


def read_entities(params: Mapping[str, Any]) -> list[Entity]:
    """Return the entities of a rule that is being planned.

    Raises RuleProblem("entities") when the table is misshapen, says of nothing where it can be
    looked up, gives a name twice, or calls a right name wrong.
    """
    for what, group in as_table(params.get(FIELD, {}), FIELD).items():
        _check_group(what, group)
    found = list(entities_of(params))
    right: dict[str, str] = {}
    for entity in found:
        for name in entity.names:
            if name in right:
                raise RuleProblem(FIELD, f"{name!r} is given twice")
            right[name] = entity.name
    wrong: dict[str, str] = {}
    for entity in found:
        for name in entity.wrong:
            _check_wrong(name, entity, right, wrong)
            wrong[name] = entity.name
    return found


def _check_group(what: str, group: Any) -> None:
    expected = f"a table of type, see, names for {what!r}"
    only_keys(as_table(group, FIELD, expected), _GROUP_KEYS, FIELD, f"the group {what!r}")
    for key in ("type", "see"):
        if key in group:
            as_text(group[key], FIELD, f"a text as `{key}` of {what!r}")
    _check_article(what, group)
    names = group.get("names")
    if not isinstance(names, Mapping):
        as_texts(names, FIELD, f"a list or a table of `names` in {what!r}")
    for name, own in items_of(names):
        only_keys(own, _NAME_KEYS, FIELD, repr(name))
        for key in ("also", "wrong"):
            as_texts(own.get(key, []), FIELD, f"a list of texts as `{key}` of {name!r}")
        letters = own.get("acronym", [])
        if not isinstance(letters, str) or not letters:
            as_texts(letters, FIELD, f"a text, or a list of texts, as `acronym` of {name!r}")
        as_text(own.get("see", group.get("see")), FIELD, f"`see`, for {name!r} or for its group")
        _check_article(name, own)


def _check_article(name: str, value: Mapping[str, Any]) -> None:
    if value.get("article", "none") != "none":
        raise RuleProblem(FIELD, f"expected `none` as `article` of {name!r}")


def _check_wrong(
    name: str, entity: Entity, right: Mapping[str, str], wrong: Mapping[str, str]
) -> None:
    if name in right:
        raise RuleProblem(FIELD, f"{name!r} is a right name of {right[name]!r}")
    if name in wrong:
        raise RuleProblem(FIELD, f"{name!r} is wrong for {wrong[name]!r} and {entity.name!r}")
    if name != name.strip() or not any(c.isupper() for c in name):
        raise RuleProblem(FIELD, f"the wrong rendering {name!r} needs a capital letter")
    if " " not in name and len(name) < _SHORTEST:
        raise RuleProblem(FIELD, f"the wrong rendering {name!r} is too short to be sure of")
