"""What a pack says, validated."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from mtcheck.finding import PENALTIES, Severity


class Rule(NamedTuple):
    """One rule of a pack. `id` is `area/topic/name`; `params` are what its kind understands."""

    id: str
    kind: str
    message: str
    severity: Severity
    category: str
    suggest: tuple[str, ...] = ()
    safe: bool = False
    penalty: float | None = None
    params: Mapping[str, Any] = MappingProxyType({})

    @property
    def points(self) -> float:
        """Penalty points of one finding of this rule."""
        return PENALTIES[self.severity] if self.penalty is None else self.penalty
