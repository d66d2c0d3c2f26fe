"""The one shape in which packs write down facts: groups of entities with their names.

    entities:
      ministry of Norland:              # what each of them is, in words
        type: ministry                  # the class of things, for the kind `entity`
        see: norland.example            # where the names can be looked up
        names:
          Ministry of Grain: [Grain Department, Corn Ministry]     # wrong renderings only
          Ministry of Ships and Harbours:
            acronym: MSH
            also: [Harbour Ministry]    # other names that are right
            wrong: [Ministry of Vessels]
      harbour of Norland:
        see: norland.example
        names: [Port Anna, Port Ute]    # names only

The kinds `names`, `acronym` and `entity` each take from it what they need, when a rule is planned;
`entity_tables` checks the shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mtcheck.engine.kind import Parameter

FIELD = "entities"
PARAMETER = Parameter(
    "table",
    "what they are: {type: class of things, see: where to look it up, article: none, names: "
    "[names], or {name: [wrong renderings], or {acronym: …, also: […], wrong: […], see: …}}}",
)


class Entity(NamedTuple):
    """One thing with a name.

    `what` it is in words ("ministry of Norland"), the `type` of thing that rules know (None when
    the table gives none), where it can be looked up (`see`), `also` its other right names, `wrong`
    renderings of its name, and whether its name stands without an article (`bare`).
    """

    name: str
    what: str
    type: str | None
    see: str
    acronyms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    bare: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its right names, the official one first."""
        return (self.name, *self.also)


def entities_of(params: Mapping[str, Any]) -> Iterator[Entity]:
    """Yield the entities of the table `entities` of a rule that was planned; none without it."""
    for what, group in params.get(FIELD, {}).items():
        for name, own in items_of(group["names"]):
            yield Entity(
                name,
                what,
                group.get("type"),
                own.get("see", group.get("see", "")),
                _several(own.get("acronym", ())),
                tuple(own.get("also", ())),
                tuple(own.get("wrong", ())),
                own.get("article", group.get("article")) == "none",
            )


def items_of(names: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each name with what a group says of it."""
    for name in names:
        item = names[name] if isinstance(names, Mapping) else {}
        yield name, item if isinstance(item, Mapping) else {"wrong": item}


def _several(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
