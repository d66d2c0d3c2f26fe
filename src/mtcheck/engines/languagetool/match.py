"""What LanguageTool says about one stretch of a text."""

from __future__ import annotations

from typing import NamedTuple


class Match(NamedTuple):
    """One match: `start` and `end` in code points of `Document.text`.

    `rule` is LanguageTool's id and `sub` which of its patterns; `category` is the category's id and
    `issue` its ITS 2.0 type. `replacements` come best first.
    """

    start: int
    end: int
    rule: str
    sub: str | None
    category: str
    issue: str
    message: str
    short: str
    replacements: tuple[str, ...]
    url: str | None
