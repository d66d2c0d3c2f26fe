"""`phrase`: calques, wrong collocations and wrong terms, found by a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mtcheck.engine.conditions import CONDITIONS, conditions_hold
from mtcheck.engine.kind import Check, Hit, Parameter, Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import keep_capitals, render
from mtcheck.engine.view import View

PARAMETERS = {
    "find": Parameter("texts", "one pattern or several (see the pattern language)", required=True),
    "case": Parameter("flag", "capitals must be as written in the pattern"),
    **CONDITIONS,
}

_LEADING = " \"'([“‘—–-"
_TRAILING = " .!?…\"')]”’"


def plan(rule: Rule) -> Plan:
    """Compile the patterns, suggestions and conditions of a rule."""
    from mtcheck.engine.phrase_plan import make_plan  # late: a cached rule has its plan

    return make_plan(rule)


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
            opens = not found[0].isupper() or _opens(view, start)
            suggestions = (
                keep_capitals(found, render(parts, match, pattern, view.text), opens=opens)
                for parts in data["suggest"]
            )
            yield Hit(start, end, tuple(dict.fromkeys(suggestions)))

    return run


def _opens(view: View, start: int) -> bool:
    """Whether a capital is due at `start`: a sentence, a quotation or a title opens there."""
    return (
        view.block_at(start)[0] == "title" or view.text[start - 1] in "\"'(" or _begins(view, start)
    )


def _begins(view: View, start: int) -> bool:
    sentence = view.sentence_at(start)[0]
    return not view.text[sentence:start].strip(_LEADING)


def _ends(view: View, end: int) -> bool:
    sentence = view.sentence_at(end - 1)[1]
    return not view.text[end:sentence].strip(_TRAILING)
