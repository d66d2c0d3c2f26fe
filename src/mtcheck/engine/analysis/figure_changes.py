"""Changes that contradict their amounts: "fell from 5 to 8", "rose 20 % from 100 to 150 million".

Engines confuse "to" with "by", swap the two ends of a range, and read 增加到 (to) as 增加了 (by).
What could be meant in a second way stays silent: ranks ("rose from 12 to 9 in the table"), years,
points of percentages, yearly averages, a unit that only one of the two amounts has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.engine.analysis.figure_amounts import (
    AMOUNT,
    PERCENT,
    Amount,
    amount_of,
    readings,
    same_kind,
)
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_UP = (
    "increased|increasing|rose|risen|rising|grew|grown|growing|climbed|jumped|surged|soared|raised"
)
_DOWN = (
    "decreased|decreasing|fell|fallen|falling|dropped|dropping|declined|declining|reduced|reducing|"
    "shrank|shrunk|plunged|plummeted|tumbled|slumped|lowered|cut"
)
_TIMES = {
    "doubled": (1.7, 2.5),
    "tripled": (2.6, 3.6),
    "trebled": (2.6, 3.6),
    "quadrupled": (3.5, 4.8),
    "halved": (0.38, 0.62),
}
"""What the second amount divided by the first may be; rounding and "nearly" are included."""
CHANGES = tuple(f"{verb} " for verb in f"{_UP}|{_DOWN}".split("|"))
"""What a change begins with, lower-case."""
MULTIPLES = tuple(f"{verb} " for verb in _TIMES)
COMPARED = ("up from ", "down from ", "rising from ", "falling from ")
_MIDDLE = (
    r"(?: (?:[a-z]+ly|further|again|back|the|its|their|his|her|a|an|[a-z]+(?: of [a-z]+)?)){0,4}?"
)
_SPAN = (
    r"from " + AMOUNT.format(n=1) + r"(?: [A-Za-z]+| \d{4}){0,5}? to (?:about |nearly |over )?"
) + AMOUNT.format(n=2)
_DIRECTION = lazy(rf"(?P<verb>{_UP}|{_DOWN}){_MIDDLE} (?P<span>{_SPAN})")
_BY = lazy(
    rf"(?P<verb>{_UP}|{_DOWN}) (?:by )?(?:about |nearly |almost |over |more than )?"
    rf"(?P<share>(?P<percent>\d{{1,4}}(?:\.\d{{1,3}})?) ?{PERCENT})(?: [a-z]+){{0,3}}? {_SPAN}"
)
_TO_FROM = lazy(
    rf"(?P<verb>{_UP}|{_DOWN}) (?:by )?(?:about |nearly |almost |over |more than )?"
    rf"(?P<share>(?P<percent>\d{{1,4}}(?:\.\d{{1,3}})?) ?{PERCENT}) to {AMOUNT.format(n=2)}"
    rf"(?: [A-Za-z]+| \d{{4}}){{0,5}}?,? from {AMOUNT.format(n=1)}"
)
_THEN_BY = lazy(
    rf",? (?:an? |up |down |or )?(?:(?:increase|rise|growth|gain|jump|surge|drop|fall|decline"
    rf"|decrease|reduction) of )?(?:about |nearly |almost |over |more than )?(?P<share>"
    rf"(?P<percent>\d{{1,4}}(?:\.\d{{1,3}})?) ?{PERCENT})"
)
_MULTIPLE = lazy(rf"(?P<verb>{'|'.join(_TIMES)}){_MIDDLE} (?P<span>{_SPAN})")
_COMPARED = lazy(rf"(?P<verb>up|down|rising|falling) from {AMOUNT.format(n=1)}")
_AMOUNTS = lazy(rf"(?<![\w.,-]){AMOUNT.format(n=2)}")
_RANKED = lazy(
    r"\b(?:rank\w*|place[ds]?|places|positions?|table|seed\w*|spots?|charts?|lists?|league|standings"
    r"|index|numbers? one|world no|rounds?|par|ratio|odds|handicap|grades?|levels?|zero|minus"
    r"|negative|every|average\w*|annual\w*|yearly|compound|per year|a year(?! ago| earlier| before)"
    r"|pace|speed|odds|loss\w*|deficit|below|rain\w*|snow\w*|precipitation|seconds?|versus|against"
    r"|instead|year-on-year|year on year)\b"
)
"""Words that give a change a second reading, or figures another base."""
_MONTH_NEXT = lazy(
    r" ?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|[ap]\.?m\b|o'clock|percentage points?|points?|cents?|(?:in|of|out of) (?:\d|every|one|two"
    r"|three|four|five|six|seven|eight|nine|ten)\b)"
)
_NOT = lazy(r"(?:\bnot|n't|never|(?<!more )than|rather|if|instead of|either)\b[\w ,]{0,12}$")
_LONGEST = 240
"""Code points on either side of a change in which words can give it another meaning."""


def directions(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "increased from 30 to 20", "fell from 5 to 8": what went up and came down.

    `positions` are those of `CHANGES`.
    """
    for match in _matches(view, positions, _DIRECTION):
        one, other = amount_of(match, 1), amount_of(match, 2)
        up = match["verb"] in _UP.split("|")
        if not up and _is_span(view, match, one, other):
            continue
        if _comparable(view, match, one, other) and all(
            (a > b if up else a < b) for a, b in readings(one, other)
        ):
            yield Hit(match.start(), _end(match, 2))


def _is_span(view: View, match: re.Match[str], one: Amount, other: Amount) -> bool:
    """Whether "fell from 5 to 10 feet", "declined from 5% to 8%" may say how far."""
    ends = max(match.end(f"{part}1") for part in ("number", "scale", "percent", "noun"))
    if not view.low.startswith(" to ", ends):
        return False
    return "%" in (one.unit, other.unit) or (not one.unit and bool(other.unit))


def multiples(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "doubled from 10 to 30"; `positions` are those of `MULTIPLES`."""
    for match in _matches(view, positions, _MULTIPLE):
        one, other = amount_of(match, 1), amount_of(match, 2)
        least, most = _TIMES[match["verb"]]
        ratios = [b / a for a, b in readings(one, other) if a]
        if not ratios or not _comparable(view, match, one, other):
            continue
        if "more than" in view.low[max(0, match.start() - 12) : match.start()]:
            most = 2 * most
        if all(not least <= ratio <= most for ratio in ratios):
            yield Hit(match.start(), _end(match, 2), values={"times": f"{ratios[-1]:.3g}"})


def percentages(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the percentage of "rose 20 % from 100 to 150"; `positions` are those of `CHANGES`."""
    for match in _matches(view, positions, _BY):
        yield from _percentage(view, match, match)
    for match in _matches(view, positions, _TO_FROM):
        yield from _percentage(view, match, match)
    for match in _matches(view, positions, _DIRECTION):
        then = _THEN_BY.match(view.text, match.end())
        if then:
            yield from _percentage(view, match, then)


def _percentage(view: View, match: re.Match[str], share: re.Match[str]) -> Iterator[Hit]:
    one, other = amount_of(match, 1), amount_of(match, 2)
    if not _comparable(view, match, one, other) or "%" in (one.unit, other.unit):
        return
    said = float(share["percent"])
    changes = [change for pair in readings(one, other) for change in _changes(pair, one, other)]
    least, most = min(changes, default=0.0), max(changes, default=1e9)
    # A rounded base moves the figure a little; "1.5 times" and "150 %" are confused elsewhere.
    if said < least * 0.8 - 1 or said > most * 1.25 + 1:
        before, after = readings(one, other)[-1]
        real = abs(after - before) / before * 100
        yield Hit(share.start("share"), share.end("share"), values={"actual": f"{real:.3g}%"})


def _changes(pair: tuple[float, float], one: Amount, other: Amount) -> Iterator[float]:
    """The change in percent, for the ends of what the two amounts were before they were rounded."""
    a, b = pair
    halves = (one.half * (one.scale or other.scale or 1), other.half * (other.scale or 1))
    for low in (-halves[0], halves[0]):
        for high in (-halves[1], halves[1]):
            if a + low > 0:
                yield abs(b + high - a - low) / (a + low) * 100


def comparisons(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "3.2% in May, up from 3.5%"; `positions` are those of `COMPARED`."""
    for match in _matches(view, positions, _COMPARED):
        at = match.start()
        if view.text[max(0, at - 2) : at] not in (", ", " ("):
            continue
        one = amount_of(match, 1)
        start = max(view.sentence_at(at)[0], at - _LONGEST)
        before = [amount_of(m, 2) for m in _AMOUNTS.finditer(view.text, start, at)]
        alike = [a for a in before if a.unit == one.unit and a.unit in ("%", "$", "€", "£", "US$")]
        up = match["verb"] in ("up", "rising")
        if not alike or _excused(view, match):
            continue
        if all((one.value > b.value if up else one.value < b.value) for b in alike) and all(
            bool(a.scale) == bool(one.scale) for a in alike
        ):
            yield Hit(at, _end(match, 1))


def _matches(
    view: View, positions: Sequence[int], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    for at in positions:
        if at and view.low[at - 1].isalnum():
            continue
        match = pattern.match(view.text, at)
        if match:
            yield match


def _comparable(view: View, match: re.Match[str], one: Amount, other: Amount) -> bool:
    if one.is_year or other.is_year or not same_kind(one, other):
        return False
    return one.value > 0 and not _excused(view, match)


def _excused(view: View, match: re.Match[str]) -> bool:
    """Whether words around a change, or after its amounts, give it another meaning."""
    start, end = view.sentence_at(match.start())
    start, end = max(start, match.start() - _LONGEST), min(end, match.end() + _LONGEST)
    if _RANKED.search(view.low, start, end) or _NOT.search(view.low, start, match.start()):
        return True
    numbers = [n for n in (1, 2) if f"number{n}" in match.groupdict()]
    return any(_MONTH_NEXT.match(view.text, _end(match, n)) for n in numbers)


def _end(match: re.Match[str], n: int) -> int:
    """The end of an amount without the noun after it."""
    return max(match.end(f"{part}{n}") for part in ("number", "scale", "percent"))
