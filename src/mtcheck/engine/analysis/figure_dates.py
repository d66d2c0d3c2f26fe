"""Dates that the calendar does not have: a wrong weekday, February 30, "from May 20 to May 10"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS_TEXT = """
january february march april may june july august september october november december
"""
_MONTHS = tuple(_MONTHS_TEXT.split())
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
SHORT_MONTHS = (
    "february",
    "april",
    "june",
    "september",
    "november",
    "feb. ",
    "apr. ",
    "sept. ",
    "nov. ",
)
"""Months that do not have 31 days, lower-case."""
RANGES = (*(f"from {month}" for month in _MONTHS), "from 19", "from 20")
_WEEKDAY = "(?P<weekday>" + "|".join(day.capitalize() for day in WEEKDAYS) + ")"
_MONTH = (
    "(?P<month{n}>"
    + "|".join(m.capitalize() for m in _MONTHS)
    + "|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov"
    r"|Dec)\.?)"
)
_DAY = r"(?P<day{n}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.,]\d|\d|%)"
_YEAR = r"(?:,? (?P<year{n}>(?:19|20)\d\d)(?![\d-]))?"
_MONTH_DAY = f"{_MONTH} {_DAY}"
_DAY_MONTH = rf"(?:the )?{_DAY} (?:of )?{_MONTH}"
_AFTER_WEEKDAY = (
    lazy(rf"{_WEEKDAY},? \(?{_MONTH_DAY}{_YEAR}".format(n=1)),
    lazy(rf"{_WEEKDAY},? \(?{_DAY_MONTH}{_YEAR}".format(n=1)),
)
_BEFORE_WEEKDAY = (
    lazy(rf"{_MONTH_DAY}{_YEAR} ?\(\Z".format(n=1)),
    lazy(rf"{_DAY_MONTH}{_YEAR} ?\(\Z".format(n=1)),
)
_NEXT_YEAR = lazy(r"\),? (?P<year>(?:19|20)\d\d)\b")
_NAME = lazy(_WEEKDAY)
_SHORT_MONTH = lazy(
    rf"{_MONTH_DAY.replace('(?P<day{n}>[0-3]?', '(?P<day{n}>[23]')}{_YEAR}".format(n=1)
)
_DATED_BEFORE = lazy(r"\b(?:on|until|till|dated) (?:the )?$")
_NO_NOUN = lazy(
    r"(?:st|nd|rd|th)?(?:[.;:)!?]|,? (?:19|20)\d\d\b|$|,? (?:the|and the|when|at|to|this|last)\b)"
)
_ANOTHER_YEAR = lazy(r"\b(?:next|following|19\d\d|20\d\d|year|annual\w*|every)\b")
_RANGE = lazy(
    rf"[Ff]rom {_MONTH_DAY.format(n=1)} (?:to|until|till|through) "
    rf"{_MONTH.format(n=2)} {_DAY.format(n=2)}"
)
_YEARS = lazy(
    r"[Ff]rom (?P<from>(?:19|20)\d\d) to (?P<to>(?:19|20)\d\d)(?![\d,.%-]\d|\d|%)(?! [a-z]*s\b)"
)
_COUNTED = lazy(
    r"\b(?:back|reverse|decreas\w+|declin\w+|dropp\w+|fall\w*|fell|reduc\w+|shr[aiu]nk\w*|down|cut"
    r"|increas\w+|r[io]se\w*|grew|backwards?|descending|count\w*|BC|B\.C)\b[^.;]{0,60}$"
)
_WINDOW = 40
_GREGORIAN = 1930
"""The last countries changed their calendar in the 1920s; older weekdays may be of the old one."""


class _Named(NamedTuple):
    """A date that is given with its weekday; `year` is 0 where the text gives none."""

    start: int
    end: int
    weekday: int
    month: int
    day: int
    year: int


def weekdays(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the weekday that a date does not have; `positions` are those of `WEEKDAYS`.

    A date without a year is compared with the other dates of the text: the odd one out, where two
    or more agree, is the finding. Dates more than two months apart may be of different years.
    """
    loose: list[_Named] = []
    for at in positions:
        named = _named(view, at)
        if named is None:
            continue
        if not named.year:
            loose.append(named)
            continue
        real = date(named.year, named.month, named.day).weekday()
        if real != named.weekday:
            day = WEEKDAYS[real].capitalize()
            yield Hit(named.start, named.end, (day,), {"actual": day})
    yield from _odd_ones(loose)


def _odd_ones(loose: list[_Named]) -> Iterator[Hit]:
    """Yield the dates without a year that two or more others near them outvote."""
    votes: dict[tuple[bool, int], dict[int, set[tuple[int, int]]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for named in loose:
        votes[_place(named)][_first(named)].add((named.month, named.day))
    for named in loose:
        side, month = _place(named)
        near = [votes[side, m] for m in range(month - 2, month + 3) if (side, m) in votes]
        days = {
            shift: set().union(*(one.get(shift, ()) for one in near))
            for shift in {shift for one in near for shift in one}
        }
        mine = _first(named)
        shift = max(days, key=lambda s: len(days[s]))
        if len(days[mine]) == 1 and len(days[shift]) > 1:
            day = WEEKDAYS[(shift + _offset(named)) % 7].capitalize()
            yield Hit(named.start, named.end, (day,), {"actual": day})


def _place(named: _Named) -> tuple[bool, int]:
    """The month, and on which side of a possible February 29 it lies."""
    return named.month <= 2, named.month


def _offset(named: _Named) -> int:
    return date(2001, named.month, min(named.day, 28)).timetuple().tm_yday + max(0, named.day - 28)


def _first(named: _Named) -> int:
    """The weekday of the day before January 1, as far as this date tells (no leap year)."""
    return (named.weekday - _offset(named)) % 7


def _named(view: View, at: int) -> _Named | None:
    text = view.text
    name = _NAME.match(text, at)
    if name is None:  # "monday" in small letters
        return None
    match = next((m for p in _AFTER_WEEKDAY if (m := p.match(text, at))), None)
    year = match["year1"] if match else None
    if match is None:
        before = max(view.sentence_at(at)[0], at - _WINDOW)
        window = text[before:at]
        match = next((m for p in _BEFORE_WEEKDAY if (m := p.search(window))), None)
        following = _NEXT_YEAR.match(text, name.end())
        year = match and (match["year1"] or (following["year"] if following else None))
    if match is None:
        return None
    month, day = _SHORT[match["month1"][:3].lower()], int(match["day1"])
    number = int(year) if year else 0
    if 0 < number < _GREGORIAN:
        return None
    if not 1 <= day <= monthrange(number or 2000, month)[1]:
        return None
    return _Named(at, name.end(), WEEKDAYS.index(name[0].lower()), month, day, number)


def impossible(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "February 30", "February 29, 2023"; `positions` are those of `SHORT_MONTHS`."""
    text = view.text
    for at in positions:
        match = _SHORT_MONTH.match(text, at)
        if match is None or (at and text[at - 1].isalnum()):
            continue
        year = int(match["year1"]) if match["year1"] else 2000
        most = monthrange(year, _SHORT[match["month1"][:3].lower()])[1]
        if int(match["day1"]) <= most:
            continue
        # "In June 31 people died": only where no noun can follow, or where a date must stand.
        dated = _DATED_BEFORE.search(view.low, max(0, at - 12), at)
        if dated or _NO_NOUN.match(text, match.end("day1")):
            yield Hit(at, match.end("day1"), values={"days": str(most)})


def ranges(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "from May 20 to May 10", "from 2015 to 2010"; `positions` are those of `RANGES`."""
    for at in positions:
        if at and view.low[at - 1].isalnum():
            continue
        match = next((m for p in (_RANGE, _YEARS) if (m := p.match(view.text, at))), None)
        if match and _backwards(view, match):
            yield Hit(at, match.end())


def _backwards(view: View, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    start, end = view.sentence_at(match.start())
    if "from" in groups:
        before = view.low[max(start, match.start() - _WINDOW * 2) : match.start()]
        return int(groups["from"]) > int(groups["to"]) and not _COUNTED.search(before)
    if groups["month1"][:3] != groups["month2"][:3] or int(groups["day1"]) <= int(groups["day2"]):
        return False
    if not 1 <= int(groups["day2"]) <= int(groups["day1"]) <= 31:
        return False
    return not _ANOTHER_YEAR.search(view.low, start, min(end, match.end() + _WINDOW))
