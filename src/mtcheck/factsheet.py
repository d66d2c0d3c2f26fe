"""What an editor checks one by one: names, acronyms, numbers, dates and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mtcheck.text.span import Span

FactKind = Literal["name", "acronym", "number", "date", "quotation"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the article states, with every place where it stands (spans of the raw text).

    `variants` are other spellings found in the article; `known` says that a list of ours holds
    it (`note` then says as what), so that the rest can be marked "to verify".
    """

    kind: FactKind
    text: str
    places: tuple[Span, ...]
    variants: tuple[str, ...] = ()
    known: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of one article, each kind in order of first appearance."""

    facts: tuple[Fact, ...]

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind."""
        return tuple(f for f in self.facts if f.kind == kind)
