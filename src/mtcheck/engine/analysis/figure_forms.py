"""Figures that no English writer would write: 22th, 15:70, "1.2 million thousand", 12,3456."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}
ORDINALS = (
    *(
        d + s
        for d, s in product("0123456789", ("st", "nd", "rd", "th"))
        if s != _SUFFIXES.get(d, "th")
    ),
    *("11st", "12nd", "13rd"),
)
"""A last digit with an ending that is not its own, lower-case ("12th" holds one, and is right)."""
CLOCKS = (" am", " a.m", " pm", " p.m", *(d + m for d, m in product("0123456789", ("am", "pm"))))
GROUPS = tuple(f",{digit}" for digit in "0123456789")
_SCALES = ("thousand", "million", "billion", "trillion")
_MONEY = "yuan|dollars|euros|yen|rubles|roubles|won|pounds|rupees|baht"
SCALES = (
    *(f"{one} {other}" for one, other in product(_SCALES, _SCALES)),
    *(f"{money} {scale}" for money, scale in product(_MONEY.split("|"), _SCALES[1:])),
    "hundred million",
    "hundred billion",
)
_ORDINAL = lazy(r"(?<![\w.,:/-])(\d{1,6})(st|nd|rd|th)(?![\w-])")
_ORDINAL_BEFORE = lazy(
    r"\b(?:the|their|its|his|her|january|february|march|april|may|june|july|august|september|october"
    r"|november|december) $"
)
_CLOCK = lazy(
    r"(?<![\w.,:/-])(\d{1,2})(?:[:.](\d\d))? ?(?P<half>[ap]\.? ?m)\b(?! I\b)", re.IGNORECASE
)
_NUMBER = r"(?<![\w.,$-])(?:[$€£¥] ?)?(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?)"
_SCALED = lazy(
    rf"{_NUMBER} (?:(?P<one>{'|'.join(_SCALES)}) (?P<other>{'|'.join(_SCALES)})"
    rf"|(?:{_MONEY}) (?P<after>million|billion|trillion)"
    r"|hundred (?P<hundred>million|billion))\b"
)
_GROUPED = lazy(r"(?<![\w.,])\d{1,4}(?:,\d{2,4}){1,6}(?![\d]|,\d|\.\d\d\d)")
_INDIAN = lazy(r"\d{1,2}(?:,\d\d)+,\d{3}")
_FOURS = lazy(r"\d{1,4}(?:,\d{4})+")
_DATE_BEFORE = lazy(r"(?:[a-z]|\.) ?$")
_INDIA = lazy(
    r"\b(?:india\w*|rupees?|rs|lakhs?|crores?|delhi|mumbai|pakistan\w*|nepal\w*|bangladesh\w*"
    r"|sri lank\w*|bhutan\w*|karachi|dhaka|kolkata|chennai|bengaluru|taka"
    r"|maharashtra|kerala|tamil|karnataka"
    r"|gujarat|bengal|punjab|pradesh|rajasthan|bihar|telangana|hyderabad|odisha|assam|modi)\b"
    r"|\N{INDIAN RUPEE SIGN}"
)
_BACK = 16


def ordinals(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield 22th, 1th, 11st; `positions` are those of `ORDINALS`."""
    for match in _around(view, positions, _ORDINAL, view.low):
        digits, ending = match[1], match[2]
        teen = digits[-2:] in ("11", "12", "13")
        right = "th" if teen else _SUFFIXES.get(digits[-1], "th")
        # "10st 4lb" is a weight: 10 stone.
        if ending != right and not (ending == "st" and len(digits) < 3 and not _dated(view, match)):
            yield Hit(match.start(), match.end(), (digits + right,))


def _dated(view: View, match: re.Match[str]) -> bool:
    return _ORDINAL_BEFORE.search(view.low, max(0, match.start() - 12), match.start()) is not None


def clocks(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield 15:70 p.m., 15:30 p.m., 0:30 pm; `positions` are those of `CLOCKS`."""
    for match in _around(view, positions, _CLOCK, view.text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour <= 12 and minute < 60 and hour:
            continue
        # "0:30 am" is half past midnight; "25 am" alone may be anything ("I am 25 am I").
        if (hour == 0 and match["half"][0] in "aA") or (match[2] is None and not 12 < hour <= 24):
            continue
        if match[2] is None and "." not in match["half"] and match["half"] != match["half"].lower():
            continue
        said = hour < 24 and minute < 60 and match[2]
        fixed = (view.text[match.start() : match.end(2)],) if said else ()
        yield Hit(match.start(), match.end("half"), fixed)


def scales(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield "1.2 million thousand", "5 yuan million", "3.5 hundred million"."""
    for match in _around(view, positions, _SCALED, view.low, back=24):
        number = float(match[1].replace(",", ""))
        if match["hundred"]:
            # "1.2 hundred million"; whole tens are the Chinese packs' own.
            if not number.is_integer():
                yield Hit(match.start(), match.end())
            continue
        if match["one"]:
            first, second = _SCALES.index(match["one"]), _SCALES.index(match["other"])
            # "a million million" and "5 thousand billion" are said; a million thousand is not.
            if first < second or (first == second == 1 and number.is_integer()):
                continue
        yield Hit(match.start(), match.end())


def indian(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield 1,23,000 in a text that has nothing to do with India; positions of `GROUPS`."""
    for match in _around(view, positions, _GROUPED, view.text):
        if _INDIAN.fullmatch(match[0]) and not view.once(_is_indian):
            yield Hit(match.start(), match.end(), (_western(match[0]),))


def fours(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield 12,3456: digits in groups of four; `positions` are those of `GROUPS`."""
    for match in _around(view, positions, _GROUPED, view.text):
        groups = match[0].split(",")
        if not _FOURS.fullmatch(match[0]) or any(1500 <= int(g) < 2100 for g in groups[1:]):
            continue
        if len(groups[0]) == 4 and len(groups) == 2:
            continue  # two years, two numbers of four digits
        # One comma may be a decimal one ("1,2345 dollars to the euro"): no telling.
        right = (_western(match[0]),) if len(groups) > 2 else ()
        yield Hit(match.start(), match.end(), right)


def _is_indian(view: View) -> bool:
    return _INDIA.search(view.low) is not None


def _western(number: str) -> str:
    return f"{int(number.replace(',', '')):,}"


def _around(
    view: View, positions: Sequence[int], pattern: re.Pattern[str], text: str, back: int = _BACK
) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` that hold one of `positions`, each once."""
    done = 0
    for at in positions:
        if at < done:
            continue
        start = at
        while start > max(0, at - back) and (
            text[start - 1].isdigit() or text[start - 1] in ",.: $"
        ):
            start -= 1
        match = pattern.search(text, start, min(len(text), at + 48))
        if match and match.start() <= at + 1 and match.end() > at:
            done = match.end()
            yield match
