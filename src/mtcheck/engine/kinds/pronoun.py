"""`pronoun`: a person who is *he* and *she* at once."""

from __future__ import annotations

from mtcheck.engine.analysis.pronoun_gender import SELVES, SPEAKERS, selves, speakers
from mtcheck.engine.kind import Check, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule

_PROBLEMS: dict[str, tuple[tuple[str, ...], Check]] = {
    "self": (SELVES, selves),
    "speaker": (SPEAKERS, speakers),
}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "self: *herself* of a *he*, *himself* of a *she*; speaker: the *He* that goes on after a "
        "woman has spoken, or *She* after a man, where nobody else can be meant",
        required=True,
        choices=tuple(_PROBLEMS),
    ),
}


def plan(rule: Rule) -> Plan:
    """Check the problem; its literals are those of the analysis."""
    problem = rule.params.get("problem")
    if problem not in _PROBLEMS:
        raise RuleProblem("problem", f"one of {', '.join(_PROBLEMS)}")
    return Plan(_PROBLEMS[problem][0], {"problem": problem})


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that finds what `problem` names."""
    return _PROBLEMS[plan.data["problem"]][1]
