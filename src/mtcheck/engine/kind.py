"""The contract between the engine and a kind of rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View


class RuleProblem(Exception):
    """A parameter of a rule is wrong: `field` names the key, the text says what was expected."""

    def __init__(self, field: str, what: str) -> None:
        self.field = field
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A key that a kind understands beyond those which every rule has."""

    type: Literal["text", "texts", "flag", "number", "table"]
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule made ready to run, in JSON values so that it can be cached.

    `literals` (lower-case) are what must occur before the check runs; none means it always runs.
    """

    literals: tuple[str, ...] = ()
    data: Any = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found, in code points of the view."""

    start: int
    end: int
    replacements: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


Check = Callable[[View, Sequence[int]], Iterable[Hit]]


class Kind(Protocol):
    """A module of `mtcheck.engine.kinds`."""

    PARAMETERS: Mapping[str, Parameter]

    def plan(self, rule: Rule) -> Plan:
        """Compile a rule; raises RuleProblem when a parameter is wrong."""

    def check(self, rule: Rule, plan: Plan) -> Check:
        """Return the function that runs the rule: `check(view, positions of its literals)`."""
