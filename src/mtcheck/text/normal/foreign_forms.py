"""Numbers, dates and amounts as other languages write them: `3,5 percent`, `14.03.2021`, `3 Mio.`.

What they mean can mostly be told, not always; so they are shown, and changed only where it is
asked for.
"""

from __future__ import annotations

import re
from string import digits

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, Repair, Text

_DECIMAL = lazy(
    r"(?<![\w.,])(\d{1,3}),(\d{1,2})(?= ?(?:[%°]|(?:percent|per cent|million|billion|trillion|km|kg"
    r"|tons|tonnes|hectares|met(?:er|re)s|kilomet\w+|degrees|times|points)\b))"
)
_DATE = lazy(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)\b(?!\.?\d)")
_LONGEST = 3  # digits before the comma
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_UNIT = lazy(r"(?<=\d )(?:Mio|Mrd|mln|mlrd|Mld|tys|tis|tsd|Tsd)\b\.?(?=[ ,.;)]|\Z)")
_UNITS = {
    "mio": "million",
    "mln": "million",
    "mrd": "billion",
    "mlrd": "billion",
    "mld": "billion",
    "tys": "thousand",
    "tis": "thousand",
    "tsd": "thousand",
}


def decimal_comma(text: Text, at: int) -> Found | None:
    """A comma for the decimal point: `3,5 percent`."""
    start = at
    while start and at - start < _LONGEST and text.plain[start - 1].isdigit():
        start -= 1
    match = _DECIMAL.match(text.plain, start)
    return Found(*match.span(), f"{match[1]}.{match[2]}") if match else None


def date(text: Text, at: int) -> Found | None:
    """A date as most of Europe writes it: `14.03.2021`."""
    start = at
    while start and at - start < 2 and text.plain[start - 1].isdigit():
        start -= 1
    if text.plain[start - 1 : start].isalnum() or text.plain[start - 1 : start] in (".", ","):
        return None
    match = _DATE.match(text.plain, start)
    if match is None:
        return None
    day, month, year = match.groups()
    return Found(*match.span(), f"{int(day)} {_MONTHS[int(month) - 1]} {year}")


def unit(text: Text, at: int) -> Found | None:
    """A short form of million, billion or thousand that English does not have: `3 Mio.`."""
    at += 2
    match = _UNIT.match(text.plain, at)
    if match is None:
        return None
    word = _UNITS[match[0].rstrip(".").lower()]
    # The stop of the short form ends the sentence where nothing goes on.
    stop = match[0].endswith(".") and re.match(
        r" ?[A-Z\n]|\Z", text.plain[match.end() : match.end() + 2]
    )
    start = at - 1
    while start and (text.plain[start - 1].isdigit() or text.plain[start - 1] in ".,"):
        start -= 1
    amount = text.exact[start:at]
    return Found(start, match.end(), amount + word + ("." if stop else ""))


REPAIRS = (
    Repair("decimal-comma", decimal_comma, ((",", r"(?<=\d.)(?=\d\d?[ %°])"),)),
    Repair("foreign-date", date, ((".", r"(?<=\d.)(?=\d\d?\.(?:19|20)\d\d)"),)),
    Repair("foreign-unit", unit, ((digits, r"(?=\s(?:Mio|Mrd|mln|mlrd|Mld|tys|tis|[tT]sd)\b)"),)),
)
