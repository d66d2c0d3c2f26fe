"""Suggestions that keep the form of what they replace: inflection, number, capitals."""

from __future__ import annotations

import re
from typing import Any

from mtcheck.text.lazy import lazy

_PERFECT = lazy(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were)|'ve|'d)"
    r"(?: \w+ly| not| also| been)?\s*$",
    re.IGNORECASE,
)

Part = str | list[Any]
"""Fixed text, or [macro, index, form found -> forms to write]."""


def render(parts: list[Part], match: re.Match[str], pattern: int, text: str) -> str:
    """Return the suggestion for one match of pattern number `pattern` in `text`.

    `text` has the capitals that the matched string may have lost; their places are the same.
    """
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        name, number, table = part
        start, end = match.span(f"{name}{pattern}_{number}")
        found = text[start:end] if start >= 0 else ""
        forms = table.get(found.lower())
        out.append(_pick(forms, text[max(0, start - 30) : start]) if forms else found)
    return re.sub(r"  +", " ", "".join(out)).strip()


def _pick(forms: list[str], before: str) -> str:
    """Of a past and a participle, the participle after have or be, else the past."""
    return forms[-1] if len(forms) > 1 and _PERFECT.search(before) else forms[0]


def keep_capitals(found: str, replacement: str, *, opens: bool = True) -> str:
    """Return `replacement` in the capitals of `found`: ALL, Every Word, or the First.

    A replacement's own capitals are never taken away. `opens` says that `found` opens a sentence:
    elsewhere the capital of its first word is that of a name, and no reason for another one.
    """
    letters = [c for c in found if c.isalpha()]
    if not letters or not replacement:
        return replacement
    if len(letters) > 5 and all(c.isupper() for c in letters):
        return replacement.upper()
    words = re.findall(r"[^\W\d_]{4,}", found)
    if len(words) > 1 and all(w[0].isupper() for w in words):
        return re.sub(r"(?<![\w'])[a-z](?=\w{3})", lambda m: m[0].upper(), _first_up(replacement))
    first = next(c for c in found if c.isalnum())
    return _first_up(replacement) if opens and first.isupper() else replacement


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
