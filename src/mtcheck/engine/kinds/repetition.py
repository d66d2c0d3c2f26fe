"""`repetition`: words, sentences and paragraphs said twice.

Of all detectors tried on professionally marked translations this is the one that carries over best
from one year's articles to the next: Chinese says one thing with two synonyms, the machine finds
the same English word for both ("breaches of breaches", "friendly, friendly").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mtcheck.engine.analysis.repetition_passages import repeated_clauses, repeated_sentences
from mtcheck.engine.analysis.repetition_phrases import phrases
from mtcheck.engine.analysis.repetition_roots import same_root
from mtcheck.engine.analysis.repetition_words import doubled, joined, listed, named
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

Words = frozenset[str]
Finder = Callable[[View, Words, Words], Iterable[Hit]]

FINDERS: dict[str, Finder] = {
    "small-word": lambda view, only, exempt: doubled(view, only, exempt, small=True),
    "word": lambda view, only, exempt: doubled(view, only, exempt, small=False),
    "and": lambda view, only, exempt: joined(view, ("and", "or"), only, exempt),
    "of": lambda view, only, exempt: joined(view, ("of",), only, exempt),
    "to": lambda view, only, exempt: joined(view, ("to",), only, exempt),
    "list": listed,
    "name": named,
    "phrase": lambda view, only, exempt: phrases(view, "phrase", exempt),
    "phrase-joined": lambda view, only, exempt: phrases(view, "joined", exempt),
    "phrase-listed": lambda view, only, exempt: phrases(view, "listed", exempt),
    "plural": lambda view, only, exempt: same_root(view, "plural", exempt),
    "participle": lambda view, only, exempt: same_root(view, "participle", exempt),
    "predicate": lambda view, only, exempt: same_root(view, "predicate", exempt),
    "modifier": lambda view, only, exempt: same_root(view, "modifier", exempt),
    "sentence": lambda view, only, exempt: repeated_sentences(view),
    "clause": lambda view, only, exempt: repeated_clauses(view),
}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "what is said twice: a small word or any word doubled; the same word on both sides of "
        "*and*/*or*, *of*, *to*, or twice in a list; a capitalised word twice in one name; a few "
        "words doubled, joined by *and*/*or* or set off by a comma; two words of one root side by "
        "side; a sentence or a clause; two words that say the same",
        required=True,
        choices=(*FINDERS, "synonyms"),
    ),
    "only": Parameter("texts", "words that the rule is about; any when left out"),
    "exempt": Parameter("texts", "words, or whole found stretches, that stay silent"),
    "pairs": Parameter("texts", "for `synonyms`: two words each, in either order"),
}


def plan(rule: Rule) -> Plan:
    """Check the parameters; the synonyms' joined forms become literals."""
    params = rule.params
    problem = params.get("problem")
    if problem not in PARAMETERS["problem"].choices:
        raise RuleProblem("problem", f"one of {', '.join(PARAMETERS['problem'].choices)}")
    if (problem == "synonyms") != ("pairs" in params):
        raise RuleProblem("pairs", "given with the problem `synonyms`, and only with it")
    literals: list[str] = []
    for pair in params.get("pairs", ()):
        words = pair.lower().split()
        if len(words) != 2:
            raise RuleProblem("pairs", f"two words, not {pair!r}")
        literals += (" and ".join(words), " and ".join(reversed(words)))
    data: dict[str, Any] = {
        "problem": problem,
        "only": sorted(word.lower() for word in params.get("only", ())),
        "exempt": sorted(word.lower() for word in params.get("exempt", ())),
        "literals": literals,
    }
    return Plan(tuple(literals), data)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that finds what `problem` names."""
    data = plan.data
    only, exempt = frozenset(data["only"]), frozenset(data["exempt"])
    if data["problem"] == "synonyms":
        literals: Sequence[str] = data["literals"]
        return lambda view, positions: _synonyms(view, positions, literals, exempt)
    finder = FINDERS[data["problem"]]
    return lambda view, positions: finder(view, only, exempt)


def _synonyms(
    view: View, positions: Sequence[int], literals: Sequence[str], exempt: Words
) -> Iterator[Hit]:
    low = view.low
    for start in positions:
        found = next((text for text in literals if low.startswith(text, start)), None)
        if found is None or found in exempt:
            continue
        end = start + len(found)
        before, after = low[max(0, start - 1) : start], low[end : end + 1]
        if not (_inside(before) or _inside(after)):
            first, _, second = view.text[start:end].split(" ")
            yield Hit(start, end, (first, second))


def _inside(char: str) -> bool:
    return char.isalnum() or char in ("-", "'", "_") if char else False
