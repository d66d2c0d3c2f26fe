"""What a pack says, validated."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from mtcheck.finding import PENALTIES, Severity


class Rule(NamedTuple):
    """One rule of a pack. `id` is `area/topic/name`; `params` are what its kind understands.

    `language` is the source language whose mistakes it knows, None for those of any; with
    `needs_source` it speaks only where that is known to be the source. With `once`, only the first
    place in a text counts.
    """

    id: str
    kind: str
    message: str
    severity: Severity
    category: str
    suggest: tuple[str, ...] = ()
    safe: bool = False
    penalty: float | None = None
    params: Mapping[str, Any] = MappingProxyType({})
    language: str | None = None
    needs_source: bool = False
    once: bool = False

    @property
    def points(self) -> float:
        """Penalty points of one finding of this rule."""
        return PENALTIES[self.severity] if self.penalty is None else self.penalty
