"""What a pack says of a rule to its readers, which a run does not need."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A sentence with the stretches that the rule must mark; no marks means it must be silent.

    `fix`, where given, is the whole sentence after the first replacement of every mark.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    fix: str | None = None


class RuleDoc(NamedTuple):
    """What a reader wants to know of a rule and a run does not need.

    `accepted` says why a rule that was measured to be wrong too often keeps its tier.
    """

    id: str
    about: str
    origin: str | None = None
    why: str | None = None
    source: str | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()
    aliases: tuple[str, ...] = ()
    accepted: str | None = None
    file: str = ""
    line: int = 0
