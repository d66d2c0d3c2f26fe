"""`phrase`: calques, wrong collocations and wrong terms, found by a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mtcheck.engine.conditions import CONDITIONS, compile_conditions, conditions_hold
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.nodes import width
from mtcheck.engine.pattern import Pattern, PatternError, anchor, parse
from mtcheck.engine.regex import regex_of
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import compile_suggestion, keep_capitals, render
from mtcheck.engine.view import View

PARAMETERS = {
    "find": Parameter("texts", "one pattern or several (see the pattern language)", required=True),
    "case": Parameter("flag", "capitals must be as written in the pattern"),
    **CONDITIONS,
}

_LEADING = " \"'([“‘—–-"
_TRAILING = " .!?…\"')]”’"


def patterns_of(rule: Rule) -> list[Pattern]:
    """Return the parsed patterns of a rule; raises RuleProblem naming the pattern that is wrong."""
    out = []
    for source in rule.params["find"]:
        try:
            out.append(parse(source))
        except PatternError as error:
            raise RuleProblem("find", f"in the pattern {source!r}: {error}") from error
    return out


def plan(rule: Rule) -> Plan:
    """Compile the patterns, suggestions and conditions of a rule."""
    patterns = patterns_of(rule)
    literals: dict[str, None] = {}
    lead = most = 0
    for pattern in patterns:
        try:
            found, before = anchor(pattern)
        except PatternError as error:
            raise RuleProblem(
                "find", f"the pattern {pattern.source!r} is refused: {error}"
            ) from error
        literals.update(dict.fromkeys(found))
        lead = max(lead, before)
        most = max(most, width(pattern.body.nodes)[1])
    try:
        suggest = [compile_suggestion(s, patterns) for s in rule.suggest]
    except PatternError as error:
        raise RuleProblem("suggest", str(error)) from error
    data: dict[str, Any] = {
        "regex": regex_of(patterns),
        "lead": lead,
        "most": most,
        "suggest": suggest,
        "anchors": [[p.at_start, p.at_end] for p in patterns],
        "cased": bool(rule.params.get("case")) or "{name}" in " ".join(rule.params["find"]),
        "exact": bool(rule.params.get("case")),
        "conditions": compile_conditions(rule),
    }
    return Plan(tuple(literals), data)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that verifies each place where a literal stands."""
    data = plan.data
    regex = re.compile(data["regex"], 0 if data["exact"] else re.IGNORECASE)
    lead, most, conditions = data["lead"], data["most"], data["conditions"]

    def matches(view: View, positions: Sequence[int]) -> Iterator[re.Match[str]]:
        text = view.text if data["cased"] else view.low
        done = 0
        for position in positions:
            at = max(done, position - lead)
            # A match spans at most `most`; two more characters let the word end be seen.
            end = min(len(text), position + most + 2)
            while at <= position and (match := regex.search(text, at, end)):
                if match.start() > position:
                    break
                if match.end() > position:
                    yield match
                    done = match.end()
                    break
                at = match.start() + 1

    def run(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        for match in matches(view, positions):
            pattern = next(i for i in range(len(data["anchors"])) if match[f"p{i}"] is not None)
            start, end = match.span()
            at_start, at_end = data["anchors"][pattern]
            if (at_start and not _begins(view, start)) or (at_end and not _ends(view, end)):
                continue
            if conditions and not conditions_hold(conditions, view, start, end):
                continue
            found = view.text[start:end]
            before = view.low[max(0, start - 30) : start]
            suggestions = (
                keep_capitals(found, render(parts, match, pattern, before))
                for parts in data["suggest"]
            )
            yield Hit(start, end, tuple(dict.fromkeys(suggestions)))

    return run


def _begins(view: View, start: int) -> bool:
    sentence = view.sentence_at(start)[0]
    return not view.text[sentence:start].strip(_LEADING)


def _ends(view: View, end: int) -> bool:
    sentence = view.sentence_at(end - 1)[1]
    return not view.text[end:sentence].strip(_TRAILING)
