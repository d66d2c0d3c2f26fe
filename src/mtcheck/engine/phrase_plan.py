"""From the text of a `phrase` rule to its plan; needed only when the rule is not in the cache."""

from __future__ import annotations

from typing import Any

from mtcheck.engine.anchors import Anchor, anchor
from mtcheck.engine.conditions import LISTS, OF_THE_TEXT
from mtcheck.engine.kind import Plan, RuleProblem
from mtcheck.engine.nodes import expand, width
from mtcheck.engine.pattern import Pattern, PatternError, parse
from mtcheck.engine.regex import regex_of
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import either
from mtcheck.engine.suggest_plan import Suggestion, compile_suggestion, hint
from mtcheck.engine.view import View
from mtcheck.engine.ways import MOST_WAYS, ways
from mtcheck.formats.plain import read_text

_MOST_FORMS = 400
_LONGEST = 1000  # code points of one pattern; the longest shipped one has 624


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
    suggest = _suggestions(rule, patterns)
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
        # What a message says where no suggestion can be written into the text.
        "hint": either([hint(s) for s in rule.suggest]) if "{" in "".join(rule.suggest) else "",
        "anchors": [[p.at_start, p.at_end] for p in patterns],
        "cased": cased,
        "exact": exact,
        "topic": {name: found for name, found in conditions.items() if name in OF_THE_TEXT},
        "conditions": {n: found for n, found in conditions.items() if n not in OF_THE_TEXT},
    }
    literals = dict.fromkeys(literal for found in anchors for literal in found.literals)
    return Plan(tuple(literals), data, whole=all(found.whole for found in anchors))


def _suggestions(rule: Rule, patterns: list[Pattern]) -> list[Suggestion]:
    out = []
    for item, text in enumerate(rule.suggest):
        try:
            out.append(compile_suggestion(text, patterns))
        except PatternError as error:
            raise RuleProblem("suggest", str(error), item) from error
    # What only some patterns have room for suits a match of theirs better than what any has.
    return sorted(out, key=lambda suggestion: not suggestion[0])


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
