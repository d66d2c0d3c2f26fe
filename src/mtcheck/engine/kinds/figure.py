"""`figure`: numbers, dates and shares that contradict themselves, or that cannot be.

A figure is what an editor checks first and an engine gets wrong most quietly. What is found here
needs no source: the sentence itself says that 30 is more than 20, or that a Tuesday was a Monday.
"""

from __future__ import annotations

from mtcheck.engine.analysis import (
    figure_changes,
    figure_dates,
    figure_forms,
    figure_shares,
)
from mtcheck.engine.kind import Check, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule

PROBLEMS: dict[str, tuple[str, tuple[str, ...], Check]] = {
    "direction": (
        "a rise from more to less, or a fall from less to more",
        figure_changes.CHANGES,
        figure_changes.directions,
    ),
    "compared": (
        "an amount that is *up from* a larger one, or *down from* a smaller",
        figure_changes.COMPARED,
        figure_changes.comparisons,
    ),
    "percentage": (
        "a percentage that the two amounts beside it do not give",
        figure_changes.CHANGES,
        figure_changes.percentages,
    ),
    "multiple": (
        "*doubled*, *tripled*, *halved* with amounts that were not",
        figure_changes.MULTIPLES,
        figure_changes.multiples,
    ),
    "fraction": (
        "a fraction and, in brackets, another percentage",
        figure_shares.IN_BRACKETS,
        figure_shares.fractions,
    ),
    "remainder": (
        "a rest that is more than the part leaves",
        figure_shares.REMAINING,
        figure_shares.remainders,
    ),
    "age": ("an age at death that the years do not give", figure_shares.BORN, figure_shares.ages),
    "weekday": (
        "a weekday that a date does not have",
        figure_dates.WEEKDAYS,
        figure_dates.weekdays,
    ),
    "no-such-day": (
        "a day that its month does not have",
        figure_dates.SHORT_MONTHS,
        figure_dates.impossible,
    ),
    "backwards": (
        "a stretch of time that ends before it begins",
        figure_dates.RANGES,
        figure_dates.ranges,
    ),
    "ordinal": ("22th, 1th, 11st", figure_forms.ORDINALS, figure_forms.ordinals),
    "clock": ("a time that no clock shows", figure_forms.CLOCKS, figure_forms.clocks),
    "scale": ("*million thousand*, *yuan million*", figure_forms.SCALES, figure_forms.scales),
    "indian-groups": ("1,23,000 outside India", figure_forms.GROUPS, figure_forms.indian),
    "groups-of-four": ("12,3456", figure_forms.GROUPS, figure_forms.fours),
}
"""What each problem is, the literals that it starts from, and the check at their places."""

PARAMETERS = {
    "problem": Parameter(
        "text",
        "; ".join(f"{name}: {doc}" for name, (doc, _, _) in PROBLEMS.items()),
        required=True,
        choices=tuple(PROBLEMS),
    ),
}


def plan(rule: Rule) -> Plan:
    """Check the problem; its literals are those of the analysis."""
    problem = rule.params.get("problem")
    if problem not in PROBLEMS:
        raise RuleProblem("problem", f"one of {', '.join(PROBLEMS)}")
    return Plan(PROBLEMS[problem][1], {"problem": problem})


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that finds what `problem` names."""
    return PROBLEMS[plan.data["problem"]][2]
