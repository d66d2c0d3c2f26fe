"""Suggestions that keep the form of what they replace: inflection, number, capitals."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from mtcheck.engine.macros import FINITE, SLOTS, tags_of
from mtcheck.engine.nodes import Choice, Macro, Optional, Seq
from mtcheck.engine.pattern import Pattern, PatternError

_MACRO = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_PERFECT = re.compile(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were)|'ve|'d)(?: \w+ly| not| also| been)?\s*$",
    re.IGNORECASE,
)

Part = str | list[Any]
"""Fixed text, or [macro, index, form found -> forms to write]."""


def compile_suggestion(text: str, patterns: list[Pattern]) -> list[Part]:
    """Compile the suggestion `text` for a rule with `patterns`.

    Raises PatternError when it takes up a macro that some pattern does not have, or one that does
    not exist.
    """
    parts: list[Part] = []
    seen: Counter[str] = Counter()
    at = 0
    for match in _MACRO.finditer(text):
        if match.start() > at:
            parts.append(text[at : match.start()])
        at = match.end()
        name, base = match[1], (match[2] or "").strip()
        if name not in FINITE and name not in SLOTS and name not in ("verb", "noun"):
            raise PatternError(f"unknown macro {match[0]} in a suggestion")
        number = seen[name]
        seen[name] += 1
        sources = [_macros(p.body, name) for p in patterns]
        if any(len(s) <= number for s in sources):
            raise PatternError(f"a suggestion uses {match[0]}, which not every pattern has")
        table = _table(name, base, [s[number] for s in sources]) if base else {}
        parts.append([name, number, table])
    if at < len(text):
        parts.append(text[at:])
    return parts


def _macros(seq: Seq, name: str) -> list[Macro | None]:
    found: list[Macro | None] = []
    for node in seq.nodes:
        match node:
            case Macro(own, _, _) if own == name:
                found.append(node)
            case Choice(options):
                for option in options:
                    found += _macros(option, name)
            case Optional(item):
                found += _macros(item, name)
            case _ if getattr(node, "name", None) == name:
                found.append(None)
    return found


def _table(name: str, base: str, macros: list[Macro | None]) -> dict[str, list[str]]:
    forms_by_tag: dict[str, str] = {}
    for form, tags in tags_of(name, base).items():
        for tag in tags:
            forms_by_tag.setdefault(tag, form)
    table: dict[str, list[str]] = {}
    for macro in macros:
        for found_base in macro.bases if macro else ():
            for form, tags in tags_of(name, found_base).items():
                written = [forms_by_tag.get(tag, base) for tag in tags]
                table[form] = list(dict.fromkeys(written))
    if base == "be":  # one form for each person; number is not known, so the singular stands
        table = {form: ["was" if w == "were" else w for w in out] for form, out in table.items()}
    return table


def render(parts: list[Part], match: re.Match[str], pattern: int, before: str) -> str:
    """Return the suggestion for one match; `before` is the text that leads up to it."""
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        name, number, table = part
        found = match[f"{name}{pattern}_{number}"] or ""
        forms = table.get(found.lower()) if table else None
        out.append(
            _pick(
                forms, before + match[0][: match.start(f"{name}{pattern}_{number}") - match.start()]
            )
            if forms
            else found
        )
    return re.sub(r"  +", " ", "".join(out)).strip()


def _pick(forms: list[str], before: str) -> str:
    """Of a past and a participle, the participle after have or be, else the past."""
    return forms[-1] if len(forms) > 1 and _PERFECT.search(before) else forms[0]


def keep_capitals(found: str, replacement: str) -> str:
    """Return `replacement` in the capitals of `found`: ALL, Every Word, or the First.

    A replacement's own capitals are never taken away.
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
    return _first_up(replacement) if first.isupper() else replacement


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
