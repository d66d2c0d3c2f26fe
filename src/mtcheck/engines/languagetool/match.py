"""What LanguageTool says about one stretch of a text."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from mtcheck.text.lazy import lazy

AREA = "languagetool"
"""What ids of findings start with that come from LanguageTool."""

_OTHERS = lazy(r"[^a-z0-9]")


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


def id_of(rule: str) -> str:
    """Return the id under which findings of one of LanguageTool's rules are known here: of
    EN_SIMPLE_REPLACE_NÜRNBERG it is "languagetool/en-simple-replace-nurnberg"."""
    plain = unicodedata.normalize("NFKD", rule).encode("ascii", "ignore").decode().lower()
    return f"{AREA}/{_OTHERS.sub('-', plain)}"
