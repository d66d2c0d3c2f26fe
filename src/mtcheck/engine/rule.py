"""What a pack says, validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mtcheck.finding import PENALTIES, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the stretches that the rule must mark; no marks means it must be silent.

    `fix`, where given, is the whole sentence after the first replacement of every mark.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack. `id` is `area/topic/name`; `params` are what its kind understands."""

    id: str
    kind: str
    message: str
    severity: Severity
    category: str
    suggest: tuple[str, ...] = ()
    safe: bool = False
    penalty: float | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """Penalty points of one finding of this rule."""
        return PENALTIES[self.severity] if self.penalty is None else self.penalty


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What a reader wants to know of a rule and a run does not need."""

    id: str
    about: str
    origin: str | None = None
    why: str | None = None
    source: str | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()
    aliases: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
