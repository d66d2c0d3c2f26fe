"""`grammar`: words in a form that their neighbours forbid.

No parser is used: each problem is a row of words that is English in no reading, and what comes near
it in English ("all who could fled", "an MP", "did not found the firm") is listed where it is read.
"""

from __future__ import annotations

from functools import partial

from mtcheck.engine.analysis.grammar_articles import ARTICLES, articles
from mtcheck.engine.analysis.grammar_verbs import AFTER, verbs_after
from mtcheck.engine.kind import Check, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule

_DOCS = {
    "article": "*a* before a vowel, *an* before a consonant",
    "after-do": "a past tense, or an -s, after *did not*",
    "after-modal": "a past tense after *would*, *must*, *cannot*",
    "modal-to": "*to* after *can*, *must*",
    "after-to": "a past tense after *to*",
    "after-have": "a bare verb after *has already*",
    "after-be": "a bare verb after *will be*, *has been*",
}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "; ".join(f"{name}: {doc}" for name, doc in _DOCS.items()),
        required=True,
        choices=tuple(_DOCS),
    ),
}


def plan(rule: Rule) -> Plan:
    """Check the problem; its literals are those of the analysis."""
    problem = rule.params.get("problem")
    if problem not in _DOCS:
        raise RuleProblem("problem", f"one of {', '.join(_DOCS)}")
    return Plan(ARTICLES if problem == "article" else AFTER[problem], {"problem": problem})


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that finds what `problem` names."""
    problem = plan.data["problem"]
    return articles if problem == "article" else partial(verbs_after, problem=problem)
