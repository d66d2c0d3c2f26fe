"""`sentence`: fragments, run-ons and other sentences out of shape.

A machine that splits or joins clauses as its source did leaves pieces behind: "Joking and
singing.", "Mass evacuation, adding that …", "Sund) among others." No parser is used. Each problem
is a narrow shape that original English hardly ever has; what a shape cannot decide stays silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from mtcheck.engine.analysis.sentence_blocks import block_ends
from mtcheck.engine.analysis.sentence_fragments import fragments, subjectless, unfinished
from mtcheck.engine.analysis.sentence_frames import (
    CONCESSIONS,
    EXAMPLES,
    concessions,
    open_lists,
)
from mtcheck.engine.analysis.sentence_joins import (
    AS_A,
    JOINTS,
    capitals_inside,
    comma_splices,
    dangling_as,
    small_starts,
    word_clashes,
)
from mtcheck.engine.analysis.sentence_marks import (
    BRACKETS,
    STRAY_PERCENTAGES,
    TIMES,
    brackets,
    number_starts,
    too_long,
    trailing_adjectives,
)
from mtcheck.engine.kind import Check, Hit, Parameter, Part, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

Locator = Callable[[View, Sequence[int], Sequence[str]], Iterable[Hit]]

SHARED: dict[str, Callable[[View], Mapping[str, Sequence[Hit]]]] = {
    **dict.fromkeys(("participles", "verbless", "phrase", "aside"), fragments),
    **dict.fromkeys(("no-stop", "statement-question"), block_ends),
}
FINDERS: dict[str, Callable[[View], Iterable[Hit]]] = {
    "subjectless": subjectless,
    "capital-inside": capitals_inside,
    "small-start": small_starts,
}
PLACED: dict[str, tuple[Sequence[str], Check]] = {
    "comma-splice": (JOINTS, comma_splices),
    "dangling-as": (AS_A, dangling_as),
    "concession": (CONCESSIONS, concessions),
    "open-list": (EXAMPLES, open_lists),
    "bracket": (BRACKETS, brackets),
    "number-start": (STRAY_PERCENTAGES, number_starts),
    "trailing-adjectives": (TIMES, trailing_adjectives),
}
"""Problems that begin with one of some literals."""
LOCATORS: dict[str, Locator] = {"unfinished": unfinished, "word-clash": word_clashes}
"""Problems that a rule lists as texts; their places come from the pass over all literals."""

PARAMETERS = {
    "problem": Parameter(
        "text",
        "what is out of shape: a sentence of participles, a verb-less sentence (a noun phrase, a "
        "prepositional phrase, an aside), one without its subject, an opener without its main "
        "clause, a comma splice, a comparison with the wrong subject, a *but* after *although*, an "
        "*etc.* after *such as*, a capital inside a sentence "
        "or a small letter at its start, two small words that cannot meet, a bracket without its "
        "partner, a missing stop, a stray number, a statement with a question mark, adjectives "
        "left over at the end, too many words",
        required=True,
        choices=(*SHARED, *FINDERS, *PLACED, *LOCATORS, "long"),
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
    if "words" in params and not (params["words"] >= 1 and float(params["words"]).is_integer()):
        raise RuleProblem("words", f"a whole number from 1, not {params['words']:g}")
    if (problem in LOCATORS) != ("texts" in params):
        raise RuleProblem("texts", f"given with {' and '.join(LOCATORS)}, and only with them")
    literals = [text.lower() for text in params.get("texts", ())]
    if problem == "word-clash":
        literals = [f"{text} " for text in literals]
    elif problem in PLACED:
        literals = list(PLACED[problem][0])
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
    if problem in SHARED:
        return Part(SHARED[problem], problem)
    if problem == "long":
        words = int(plan.data["words"])
        return lambda view, positions: too_long(view, words)
    if problem in PLACED:
        return PLACED[problem][1]
    if problem in LOCATORS:
        locate = LOCATORS[problem]
        return lambda view, positions: locate(view, positions, texts)
    finder = FINDERS[problem]
    return lambda view, positions: finder(view)
