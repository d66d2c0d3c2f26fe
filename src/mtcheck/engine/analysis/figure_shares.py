"""Shares that contradict each other, and ages that contradict years.

"Half of them (70 %)", "60 % of the shares … the remaining 50 %", "born in 1950, died in 2020 at the
age of 52".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "one-third": 100 / 3,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "a fifth": 20.0,
    "one fifth": 20.0,
    "one-fifth": 20.0,
    "a tenth": 10.0,
    "one tenth": 10.0,
    "one-tenth": 10.0,
}
IN_BRACKETS = ("%)", "percent)", "per cent)")
"""How a percentage in brackets ends, lower-case."""
REMAINING = ("remaining ", "the rest")
BORN = ("born ",)
_SHARE = r"(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)"
_IN_BRACKETS = lazy(
    r"\b(?:(more than|over|just over|nearly|almost|about|around|some|at least|less than|under|just "
    rf"under) )?({'|'.join(_FRACTIONS)})(?: of [^()%,.;]{{1,50}})? \((\d{{1,3}}(?:\.\d{{1,2}})?) ?$"
)
_REST = lazy(
    rf"(?:remaining {_SHARE}|the rest(?:,| \(| of the [a-z]+,?| is| was) {_SHARE})", re.IGNORECASE
)
_PART = lazy(
    rf"(?:{_SHARE} of\b|\b(?:owns?|owned|holds?|held|accounts? for|accounted for|accounting for"
    rf"|makes? up|made up) (?:about |nearly |over |more than )?{_SHARE})"
)
_YEAR = r"(1[6-9]\d\d|20[0-4]\d)"
_BORN = lazy(
    rf"\bborn (?:in|on) (?:[A-Za-z.]+ ){{0,3}}?(?:\d{{1,2}},? )?(?:[A-Z][a-z]+ )?{_YEAR}\b"
)
_DIED = lazy(
    rf"\bdied (?:in|on) (?:[A-Za-z.]+ ){{0,3}}?(?:\d{{1,2}},? )?(?:[A-Z][a-z]+ )?{_YEAR}\b"
)
_AGED = lazy(r"\b(?:aged|at the age of|at age) (\d{1,3})\b(?! ?(?:days|weeks|months|hours))")
_WINDOW = 90
_LONGEST = 400


def fractions(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the percentage of "half of them (70 %)"; `positions` are those of `IN_BRACKETS`."""
    for at in positions:
        match = _IN_BRACKETS.search(view.low, max(0, at - _WINDOW), at)
        if match is None:
            continue
        share, real = float(match[3]), _FRACTIONS[match[2]]
        hedge = match[1] or ""
        if hedge in ("more than", "over", "just over", "at least"):
            wrong = share < real - 1
        elif hedge in ("less than", "under", "just under"):
            wrong = share > real + 1
        else:
            wrong = abs(share - real) > (12 if hedge else 9)
        if wrong and share <= 100:
            end = at + 1 if view.text[at] == "%" else view.text.index(")", at)
            fraction = view.text[match.start(2) : match.end(2)]
            yield Hit(match.start(3), end, values={"share": fraction})


def remainders(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the rest that is more than the parts leave: "60 % of it …, the remaining 50 %".

    `positions` are those of `REMAINING`.
    """
    for at in positions:
        match = _REST.match(view.text, at)
        if match is None:
            continue
        group = 1 if match[1] else 2
        rest = float(match[group])
        start = max(view.sentence_at(at)[0], at - _LONGEST)
        parts = [float(m[1] or m[2]) for m in _PART.finditer(view.text, start, at)]
        # Whatever other parts there are, this one and the rest are already more than the whole.
        if parts and all(part + rest > 102 for part in parts) and max(parts) <= 100 >= rest:
            yield Hit(match.start(group), match.end(), values={"left": f"{100 - max(parts):g}%"})


def ages(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the age of "born in 1950 … died in 2020 at the age of 52".

    `positions` are those of `BORN`. An age counted as in China (one year more) is let pass.
    """
    for at in positions:
        start, end = view.sentence_at(at)
        start, end = max(start, at - _LONGEST), min(end, at + _LONGEST)
        born = _BORN.match(view.text, at)
        died, aged = _DIED.search(view.text, start, end), _AGED.search(view.low, start, end)
        if not (born and died and aged) or view.low.count("born ", start, end) > 1:
            continue
        years, age = int(died[1]) - int(born[1]), int(aged[1])
        # The age must be that of the death: near the year of it, not "joined at the age of 20".
        gap = (
            aged.start() - died.end() if aged.start() > died.start() else died.start() - aged.end()
        )
        if gap <= 20 and not years - 1 <= age <= years + 1:
            yield Hit(aged.start(1), aged.end(1), values={"years": str(years)})
