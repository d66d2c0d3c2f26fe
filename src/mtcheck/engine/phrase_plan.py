"""From the text of a `phrase` rule to its plan; needed only when the rule is not in the cache."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from mtcheck.engine.anchors import Anchor, anchor
from mtcheck.engine.conditions import LISTS, OF_THE_TEXT
from mtcheck.engine.kind import Plan, RuleProblem
from mtcheck.engine.macros import FINITE, SLOTS, tags_of
from mtcheck.engine.nodes import Choice, Macro, Optional, Seq, expand, width
from mtcheck.engine.pattern import Pattern, PatternError, parse
from mtcheck.engine.regex import regex_of
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import Part
from mtcheck.engine.view import View
from mtcheck.engine.ways import MOST_WAYS, ways
from mtcheck.formats.plain import read_text

_MOST_FORMS = 400
_LONGEST = 1000  # code points of one pattern; the longest shipped one has 624
_MACRO = re.compile(r"\{(\w+)(?::([^}]*))?\}")


def patterns_of(rule: Rule) -> list[Pattern]:
    """Return the parsed patterns of a rule; raises RuleProblem naming the pattern that is wrong."""
    return [_parsed(source, "find", i) for i, source in enumerate(rule.params["find"])]


def _parsed(source: str, field: str, item: int) -> Pattern:
    """Parse the pattern `item` of `field`; it is read as a text is, curly quotes as straight."""
    if len(source) > _LONGEST:
        what = f"the pattern {f'{source[:40]}…'!r} is longer than {_LONGEST} characters"
        raise RuleProblem(field, what, item)
    text = source if source.isascii() else View(read_text(source.strip())).text
    try:
        return parse(text)
    except (PatternError, ValueError) as error:  # ValueError: a word that has no forms
        at = getattr(error, "at", None)
        where = "" if at is None else f", at character {at + 1}"
        raise RuleProblem(field, f"in the pattern {source!r}{where}: {error}", item) from error


def make_plan(rule: Rule) -> Plan:
    """Compile the patterns, suggestions and conditions of a rule."""
    patterns = patterns_of(rule)
    anchors = [_anchor(pattern, item) for item, pattern in enumerate(patterns)]
    try:
        suggest = [compile_suggestion(s, patterns) for s in rule.suggest]
    except PatternError as error:
        raise RuleProblem("suggest", str(error)) from error
    exact = bool(rule.params.get("case"))
    conditions = compile_conditions(rule)
    cased = exact or "{name}" in " ".join(rule.params["find"])
    data: dict[str, Any] = {
        "regex": regex_of(patterns, lower=not cased, groups="{group" in " ".join(rule.suggest)),
        # By its literals one tells which of several patterns a place may belong to.
        "ways": [
            [a.lead, a.before, a.witness, a.literals if len(anchors) > 1 else []] for a in anchors
        ],
        "most": max(width(pattern.body.nodes)[1] for pattern in patterns),
        "suggest": suggest,
        "anchors": [[p.at_start, p.at_end] for p in patterns],
        "cased": cased,
        "exact": exact,
        "topic": {name: found for name, found in conditions.items() if name in OF_THE_TEXT},
        "conditions": {n: found for n, found in conditions.items() if n not in OF_THE_TEXT},
    }
    literals = dict.fromkeys(literal for found in anchors for literal in found.literals)
    return Plan(tuple(literals), data, whole=all(found.whole for found in anchors))


def _anchor(pattern: Pattern, item: int) -> Anchor:
    """See `anchors.anchor`; raises RuleProblem for a pattern that cannot run in linear time."""
    try:
        found = anchor(pattern)
        tries = ways(pattern.body)
        if tries > MOST_WAYS:
            raise PatternError(f"it can be tried in {tries:,} ways; make several patterns of it")
    except PatternError as error:
        what = f"the pattern {pattern.source!r} is refused: {error}"
        raise RuleProblem("find", what, item) from error
    return found


def compile_conditions(rule: Rule) -> dict[str, Any]:
    """Return the conditions of a rule as lists of strings; raises RuleProblem for a bad one."""
    out: dict[str, Any] = {}
    for name in LISTS:
        forms: list[str] = []
        for item, source in enumerate(rule.params.get(name, ())):
            pattern = _parsed(source, name, item)
            if pattern.at_start or pattern.at_end:
                raise RuleProblem(name, f"in {source!r}: a condition knows no ^ and no $", item)
            found = expand(pattern.body.nodes, _MOST_FORMS)
            if found is None:
                raise RuleProblem(
                    name,
                    f"{source!r} is not finite (no {{gap}}, {{word}}, {{name}} or {{number}}), "
                    f"or has more than {_MOST_FORMS} forms",
                    item,
                )
            forms += found
        if forms:
            out[name] = list(dict.fromkeys(forms))
    for name in ("quotations", "titles"):
        if rule.params.get(name, "both") != "both":
            out[name] = rule.params[name]
    return out


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
        if name in ("rest", "group"):
            parts.append(_taken_up(match, patterns))
            continue
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


def _taken_up(macro: re.Match[str], patterns: list[Pattern]) -> Part:
    """Return the part for `{rest}` or `{group:n}`; raises PatternError where there is no such."""
    if macro[1] == "rest":
        verbs = [1 if _macros(p.body, "verb") else 0 for p in patterns]
        return ["rest", 0, verbs]
    number = int(macro[2]) if (macro[2] or "").isdecimal() else 0
    least = min(sum(isinstance(n, Choice) and n.written for n in p.body.nodes) for p in patterns)
    if not 0 < number <= least:
        raise PatternError(f"a suggestion uses {macro[0]}, and some pattern has {least} groups")
    return ["group", number - 1, {}]


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
