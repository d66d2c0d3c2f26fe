"""The contract between the engine and a kind of rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Protocol

from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View


class RuleProblem(Exception):
    """A parameter of a rule is wrong: `field` names the key, the text says what was expected.

    `item` says which one of a list of texts it is about, counted from 0.
    """

    def __init__(self, field: str, what: str, item: int | None = None) -> None:
        self.field = field
        self.item = item
        super().__init__(what)


class Parameter(NamedTuple):
    """A key that a kind understands beyond those which every rule has."""

    type: Literal["text", "texts", "flag", "number", "table"]
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()


NAMES, QUOTES = "names", "quotes"


class Plan(NamedTuple):
    """A rule made ready to run, in JSON values so that it can be cached.

    `literals` (lower-case) are what must occur before the check runs; none means it always runs,
    or where there is what it `needs`: NAMES, two different capitalised words; QUOTES, a mark that
    can be one of quotation. `whole` says that a
    literal counts only where no letter or digit touches its own.
    """

    literals: tuple[str, ...] = ()
    data: Any = None
    whole: bool = False
    needs: str = ""


class Hit(NamedTuple):
    """What a check found, in code points of the view.

    With `of_document` they are code points of the document's text: for what a view does not show,
    white space and line ends as they are.
    """

    start: int
    end: int
    replacements: tuple[str, ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    of_document: bool = False


Check = Callable[[View, Sequence[int]], Iterable[Hit]]


class Part:
    """The check of a rule without literals that takes its share of an analysis of the document.

    `analyse(view)` runs once for all rules that name it and returns what it found by name; a rule
    whose `name` is not in it, or has nothing, costs a run no more than that. `hits(view, found)`
    makes hits of what was found, where it is none yet.
    """

    __slots__ = ("analyse", "hits", "name")

    def __init__(
        self,
        analyse: Callable[[View], Mapping[str, Sequence[Any]]],
        name: str,
        hits: Callable[[View, Sequence[Any]], Iterable[Hit]] | None = None,
    ) -> None:
        self.analyse = analyse
        self.name = name
        self.hits = hits

    def __call__(self, view: View, positions: Sequence[int] = ()) -> Iterable[Hit]:
        """Return the hits of the rule in a view, as every check does."""
        found: Sequence[Any] = view.once(self.analyse).get(self.name, ())
        return self.hits(view, found) if self.hits and found else found


class Kind(Protocol):
    """A module of `mtcheck.engine.kinds`."""

    PARAMETERS: Mapping[str, Parameter]

    def plan(self, rule: Rule) -> Plan:
        """Compile a rule; raises RuleProblem when a parameter is wrong."""

    def check(self, rule: Rule, plan: Plan) -> Check:
        """Return the function that runs the rule: `check(view, positions of its literals)`.

        A `Part`, where rules share an analysis.
        """
