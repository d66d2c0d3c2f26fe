"""From the text of a suggestion to what `engine.suggest` renders."""

from __future__ import annotations

import re
from collections import Counter

from mtcheck.engine.macros import FINITE, SLOTS, tags_of
from mtcheck.engine.nodes import Choice, Macro, Optional, Seq
from mtcheck.engine.pattern import Pattern, PatternError
from mtcheck.engine.suggest import Part
from mtcheck.text.inflect import noun_forms

Suggestion = tuple[list[int], list[Part]]
"""The numbers of the patterns that have what it takes up, none for all of them; and its parts."""

_MACRO = re.compile(r"\{(\w+)(?::([^}]*))?\}")


def hint(text: str) -> str:
    """Return a suggestion in words for a message: "{verb:win} {rest}" is "win …"."""
    return _MACRO.sub(lambda m: m[2] if m[2] and m[1] in ("verb", "noun") else "…", text)


def compile_suggestion(text: str, patterns: list[Pattern]) -> Suggestion:
    """Compile the suggestion `text` for a rule with `patterns`.

    Raises PatternError when it takes up a macro that no pattern has, or one that does not exist.
    """
    parts: list[Part] = []
    seen: Counter[str] = Counter()
    fits = set(range(len(patterns)))
    at = 0
    for match in _MACRO.finditer(text):
        if match.start() > at:
            parts.append(text[at : match.start()])
        at = match.end()
        name, base = match[1], (match[2] or "").strip()
        if name not in FINITE and name not in SLOTS and name not in _TAKEN_UP:
            raise PatternError(f"unknown macro {match[0]} in a suggestion")
        if name == "group":
            number = int(base) - 1 if base.isdecimal() else -1
        else:
            number = seen[name]
            seen[name] += 1
        have, part = _part(name, number, base, patterns)
        fits &= have
        if not fits:
            raise PatternError(f"a suggestion uses {match[0]}, which no pattern has")
        parts.append(part)
    if at < len(text):
        parts.append(text[at:])
    return ([] if len(fits) == len(patterns) else sorted(fits)), parts


_TAKEN_UP = ("verb", "noun", "rest", "group")


def _part(name: str, number: int, base: str, patterns: list[Pattern]) -> tuple[set[int], Part]:
    """Return which patterns have macro `number` of that name, and its part."""
    if name == "rest":
        return set(range(len(patterns))), [
            name,
            0,
            [bool(_macros(p.body, "verb")) for p in patterns],
        ]
    if name == "group":
        groups = [sum(isinstance(n, Choice) and n.written for n in p.body.nodes) for p in patterns]
        return {i for i, count in enumerate(groups) if 0 <= number < count}, [name, number, {}]
    sources = [_macros(p.body, name) for p in patterns]
    have = {i for i, source in enumerate(sources) if len(source) > number}
    if name == "noun" and base and len(have) < len(patterns):
        # Where no noun is named, the last word that was found shows the number.
        forms = noun_forms(base)
        table = _table(name, base, [sources[i][number] for i in sorted(have)])
        return set(range(len(patterns))), [name, number, table, [forms.singular, forms.plural]]
    table = _table(name, base, [sources[i][number] for i in sorted(have)]) if base else {}
    return have, [name, number, table]


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


def _table(name: str, base: str, macros: list[Macro | None]) -> dict[str, dict[str, str]]:
    """Return form found -> {what form it may be: that form of `base`}."""
    forms_by_tag: dict[str, str] = {}
    for form, tags in tags_of(name, base).items():
        for tag in tags:
            forms_by_tag.setdefault(tag, form)
    table: dict[str, dict[str, str]] = {}
    for macro in macros:
        for found_base in macro.bases if macro else ():
            for form, tags in tags_of(name, found_base).items():
                # A form of be stays: it has the person and number that are wanted.
                own = base == found_base == "be"
                written = {tag: form if own else forms_by_tag.get(tag, base) for tag in tags}
                table.setdefault(form, {}).update(written)
    return table
