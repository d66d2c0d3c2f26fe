"""`sentence`: fragments, run-ons and other sentences out of shape.

A machine that splits or joins clauses as its source did leaves pieces behind: "Joking and
singing.", "Mass evacuation, adding that …", "Sund) among others." No parser is used. Each problem
is a narrow shape that original English hardly ever has; what a shape cannot decide stays silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mtcheck.engine.analysis.sentence_fragments import fragments, subjectless, unfinished
from mtcheck.engine.analysis.sentence_joins import (
    capitals_inside,
    comma_splices,
    dangling_as,
    small_starts,
    word_clashes,
)
from mtcheck.engine.analysis.sentence_marks import (
    TIMES,
    brackets,
    missing_stops,
    number_starts,
    statement_questions,
    too_long,
    trailing_adjectives,
)
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

Finder = Callable[[View], Iterable[Hit]]
Locator = Callable[[View, Sequence[int], Sequence[str]], Iterable[Hit]]

FINDERS: dict[str, Finder] = {
    "participles": lambda view: fragments(view, "participles"),
    "verbless": lambda view: fragments(view, "verbless"),
    "phrase": lambda view: fragments(view, "phrase"),
    "aside": lambda view: fragments(view, "aside"),
    "subjectless": subjectless,
    "comma-splice": comma_splices,
    "dangling-as": dangling_as,
    "capital-inside": capitals_inside,
    "small-start": small_starts,
    "bracket": brackets,
    "no-stop": missing_stops,
    "number-start": number_starts,
    "statement-question": statement_questions,
}
LOCATORS: dict[str, Locator] = {"unfinished": unfinished, "word-clash": word_clashes}
"""Problems that a rule lists as texts; their places come from the pass over all literals."""

PARAMETERS = {
    "problem": Parameter(
        "text",
        "what is out of shape: a sentence of participles, a verb-less sentence (a noun phrase, a "
        "prepositional phrase, an aside), one without its subject, an opener without its main "
        "clause, a comma splice, a comparison with the wrong subject, a capital inside a sentence "
        "or a small letter at its start, two small words that cannot meet, a bracket without its "
        "partner, a missing stop, a stray number, a statement with a question mark, adjectives "
        "left over at the end, too many words",
        required=True,
        choices=(*FINDERS, *LOCATORS, "trailing-adjectives", "long"),
    ),
    "texts": Parameter("texts", "for `unfinished` the openers, for `word-clash` the words"),
    "words": Parameter("number", "for `long`: the most words a sentence may have"),
    "exempt": Parameter("texts", "found stretches that stay silent"),
}


def plan(rule: Rule) -> Plan:
    """Check the parameters; texts that the rule lists become literals."""
    params = rule.params
    problem = params.get("problem")
    if problem not in PARAMETERS["problem"].choices:
        raise RuleProblem("problem", f"one of {', '.join(PARAMETERS['problem'].choices)}")
    if (problem == "long") != ("words" in params):
        raise RuleProblem("words", "given with the problem `long`, and only with it")
    if (problem in LOCATORS) != ("texts" in params):
        raise RuleProblem("texts", f"given with {' and '.join(LOCATORS)}, and only with them")
    literals = [text.lower() for text in params.get("texts", ())]
    if problem == "word-clash":
        literals = [f"{text} " for text in literals]
    elif problem == "trailing-adjectives":
        literals = list(TIMES)
    data = {
        "problem": problem,
        "words": params.get("words"),
        "texts": literals,
        "exempt": sorted(text.lower() for text in params.get("exempt", ())),
    }
    return Plan(tuple(literals), data)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that finds what `problem` names."""
    run = _finder(plan)
    exempt = frozenset(plan.data["exempt"])
    if not exempt:
        return run
    return lambda view, positions: (
        hit for hit in run(view, positions) if view.low[hit.start : hit.end] not in exempt
    )


def _finder(plan: Plan) -> Check:
    problem, texts = plan.data["problem"], plan.data["texts"]
    if problem == "long":
        words = int(plan.data["words"])
        return lambda view, positions: too_long(view, words)
    if problem == "trailing-adjectives":
        return trailing_adjectives
    if problem in LOCATORS:
        locate = LOCATORS[problem]
        return lambda view, positions: locate(view, positions, texts)
    finder = FINDERS[problem]
    return lambda view, positions: finder(view)
