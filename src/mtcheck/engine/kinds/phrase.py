"""`phrase`: calques, wrong collocations and wrong terms, found by a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.engine.conditions import CONDITIONS, conditions_hold
from mtcheck.engine.in_place import in_place
from mtcheck.engine.kind import Check, Hit, Parameter, Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import keep_capitals, render
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PARAMETERS = {
    "find": Parameter("texts", "one pattern or several (see the pattern language)", required=True),
    "case": Parameter("flag", "capitals must be as written in the pattern"),
    **CONDITIONS,
}

_LEADING = " \"'([“‘—–-"
_AFTER_DATELINE = ("- ", "\N{EN DASH} ", "\N{EM DASH} ", ": ")
_TRAILING = " .!?…\"')]”’"


def plan(rule: Rule) -> Plan:
    """Compile the patterns, suggestions and conditions of a rule."""
    from mtcheck.engine.phrase_plan import make_plan  # late: a cached rule has its plan

    return make_plan(rule)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that verifies each place where a literal stands."""
    data = plan.data
    regex = lazy(data["regex"], re.IGNORECASE if data["cased"] and not data["exact"] else 0)
    ways = [_Way(lead, before, words, tuple(own)) for lead, before, words, own in data["ways"]]
    most, topic, conditions = data["most"], data["topic"], data["conditions"]
    # Of two patterns that match here the one that starts first is meant, so each place is looked
    # at from as far before as any of them may start.
    lead = max(way.lead for way in ways)

    def matches(view: View, positions: Sequence[int]) -> Iterator[tuple[re.Match[str], int]]:
        text = view.text if data["cased"] else view.low
        done, find = 0, None
        for position in positions:
            # A match spans at most `most`; two more characters let the word end be seen.
            end = position + most + 2
            if not _is_possible(ways, view.low, position, end):
                continue
            if find is None:
                if topic and not conditions_hold(topic, view, 0, 0):
                    return  # not this text's topic: the expression is not even compiled
                find = regex.search if lead else regex.match
            at = max(done, position - lead)
            while at <= position and (match := find(text, at, end)):
                if match.start() > position:
                    break
                if match.end() > position and (pattern := accepted(view, match)) is not None:
                    yield match, pattern
                    done = match.end()
                    break
                at = match.start() + 1

    def accepted(view: View, match: re.Match[str]) -> int | None:
        """Return the number of the pattern that matched, None when the rule is silent there."""
        pattern = next(i for i in range(len(data["anchors"])) if match[f"p{i}"] is not None)
        start, end = match.span()
        at_start, at_end = data["anchors"][pattern]
        if (at_start and not _begins(view, start)) or (at_end and not _ends(view, end)):
            return None
        return pattern if conditions_hold(conditions, view, start, end) else None

    hint = {"suggest": data["hint"]}

    def run(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        for match, pattern in matches(view, positions):
            start, end = match.span()
            found = view.text[start:end]
            opens = not found[0].isupper() or _opens(view, start)
            suggestions = [
                keep_capitals(found, words, opens=opens)
                for fits, parts in data["suggest"]
                if (not fits or pattern in fits)
                and (words := render(parts, match, pattern, view.text)) is not None
            ]
            hit = Hit(*in_place(view.exact, start, end, suggestions))
            if view.exact[hit.start : hit.end] in hit.replacements:
                continue  # it stands there as it should, in its capitals: "the Two Upholds"
            yield hit if suggestions or not data["hint"] else hit._replace(values=hint)

    return run


class _Way(NamedTuple):
    """How one pattern of a rule is found; see `engine.anchors.Anchor`."""

    lead: int
    before: bool
    witness: list[str]
    literals: tuple[str, ...]


def _is_possible(ways: list[_Way], low: str, position: int, end: int) -> bool:
    """Whether what else a pattern with the literal at `position` holds is near it."""
    for lead, before, witness, literals in ways:
        if len(ways) > 1 and not low.startswith(literals, position):
            continue
        if not witness:
            return True
        window = low[max(0, position - lead) : position] if before else low[position:end]
        for word in witness:
            if word in window:
                return True
    return False


def _opens(view: View, start: int) -> bool:
    """Whether a capital is due at `start`: a sentence, a quotation or a title opens there.

    What follows a dateline or a speaker opens a sentence too ("Berlin - The", "Kim: We").
    """
    return (
        view.block_at(start)[0] == "title"
        or view.text[start - 1] in "\"'("
        or view.text[start - 2 : start] in _AFTER_DATELINE
        or _begins(view, start)
    )


def _begins(view: View, start: int) -> bool:
    text, sentence = view.text, view.sentence_at(start)[0]
    while start > sentence and text[start - 1] in _LEADING:  # no slice: a sentence may be a book
        start -= 1
    return start <= sentence


def _ends(view: View, end: int) -> bool:
    text, sentence = view.text, view.sentence_at(end - 1)[1]
    while end < sentence and text[end] in _TRAILING:
        end += 1
    return end >= sentence
