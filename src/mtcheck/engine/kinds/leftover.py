"""`leftover`: what the source text, the web page, the engine or a program left behind.

What a finding marks: a line of the page and a disclaimer, the whole line or sentence; characters
and debris, exactly themselves, without the English around them.
"""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.engine.analysis import leftover_debris, leftover_lines, leftover_script
from mtcheck.engine.kind import Check, Hit, Parameter, Part, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

_ANALYSES: dict[str, Callable[[View], dict[str, list[Hit]]]] = {
    **dict.fromkeys(leftover_script.PROBLEMS, leftover_script.characters),
    **dict.fromkeys(leftover_lines.TAIL_PROBLEMS, leftover_lines.tail),
    **dict.fromkeys(leftover_debris.LOOP_PROBLEMS, leftover_debris.loops),
}
_DOCS = {
    **leftover_script.PROBLEMS,
    **{name: kind.doc for name, kind in leftover_debris.DEBRIS.items()},
    **leftover_debris.LOOP_PROBLEMS,
    **leftover_lines.LINE_PROBLEMS,
    **leftover_lines.TAIL_PROBLEMS,
}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "; ".join(f"{name}: {doc}" for name, doc in _DOCS.items()),
        required=True,
        choices=tuple(_DOCS),
    ),
    "lines": Parameter("texts", "what the whole line is; … for anything, {name}, {date}, {number}"),
    "words": Parameter("texts", "what must stand in the sentence, or is no English word"),
    "after-number": Parameter("flag", "`words` count only right after a number"),
}
_NEEDS = {"line": "lines", "sentence": "words", "words": "words"}


def plan(rule: Rule) -> Plan:
    """Compile line patterns; raises RuleProblem when a list that the problem needs is missing."""
    problem: str = rule.params["problem"]
    needed = _NEEDS.get(problem)
    if needed and not rule.params.get(needed):
        raise RuleProblem("problem", f"the problem {problem!r} needs `{needed}`")
    if problem == "line":
        literals, expressions = leftover_lines.compile_lines(rule.params["lines"])
        return Plan(tuple(dict.fromkeys(literals)), expressions)
    if problem in ("sentence", "words"):
        words = [w.lower() for w in rule.params["words"]]
        return Plan(tuple(dict.fromkeys(words)), words)
    if problem in leftover_debris.DEBRIS:
        return Plan(tuple(dict.fromkeys(leftover_debris.DEBRIS[problem].literals)))
    return Plan()


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function, or the analysis, that finds the leftovers of the rule's problem."""
    problem: str = rule.params["problem"]
    if problem == "line":
        pattern = leftover_lines.line_finder(plan.data)
        return lambda view, positions: leftover_lines.lines(view, positions, pattern)
    if problem == "sentence":
        return leftover_lines.sentences
    if problem == "words":
        after = bool(rule.params.get("after-number"))
        return lambda view, positions: leftover_lines.words(
            view, positions, plan.data, after_number=after
        )
    if problem in leftover_debris.DEBRIS:
        kind = leftover_debris.DEBRIS[problem]
        return lambda view, positions: leftover_debris.debris(view, positions, kind)
    return Part(_ANALYSES[problem], problem)
