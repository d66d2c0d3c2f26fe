"""Spaces in and beside numbers: `US $`, `8 %`, `9: 30`, `3. 5 million`, `272, 000`, `21 st`."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import digits

from mtcheck.text.lazy import lazy

Find = Callable[[str, int], tuple[int, int, str] | None]

_AMOUNT = r"\d(?:[\d.,]*\d)?"
_CURRENCY = lazy(rf"(?:(?<!\w)(?:US|HK|NT) \$ ?|(?<!\w)[$€£¥] ){_AMOUNT}")
_PERCENT = lazy(r"(?<=\d) %(?!\w)")
_UNITS = (
    r"%|percent|per cent|million|billion|trillion|tons|tonnes|km|kg|kilomet|met(?:er|re)s|degrees"
)
_DECIMAL = lazy(rf"(?<![\d.])\d{{1,3}}\. \d{{1,2}}(?= ?(?:{_UNITS}))")
_THOUSANDS = lazy(r"(?<![\d.,])\d{1,3}(?:, ?\d{3})+(?![\d.,]\d|\d)")
_ROUND = lazy(r", 000\Z")
_AMOUNT_BEFORE = lazy(
    r"(?:[$€£¥] ?"
    r"|\b(?:than|over|nearly|almost|about|around|approximately|exceeded|exceeding|reached) )\Z"
)
_DATE_BEFORE = lazy(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.) \Z"
)
_ORDINAL = lazy(r"(?<![\d.,])\d[\d,]* (?:st|nd|rd|th)\b(?![.'])")
_TIME = lazy(r"(?:[01]?\d|2[0-4]) ?: ?[0-5]\d(?: ?: ?[0-5]\d)?(?![\d%]|[.,]\d)")
_TIME_BEFORE = lazy(
    r"(?:\b(?:at|from|to|until|till|by|before|after|between|about|around|since)|\d{4}-\d\d-\d\d"
    r"|, \d{4},?|\d ?[-–~]) ?\Z",
    re.IGNORECASE,
)
_TIME_AFTER = lazy(
    r" ?(?:[ap]\.? ?m\b|o'clock|\(?(?:local|Beijing|Moscow|UTC|GMT)\b"
    r"|on \w+ \d|on the \d|to \d|[-–~] ?\d)"
)
_SCORE = lazy(r"\(\d{1,2} ?: ?\d{1,2}\)")
_NUMBER = lazy(r"(?<!\w)No(?: \.(?= ?\d)|\.(?=\d))")
_RUN_BACK = 12


def _joined(pattern: re.Pattern[str], left: int = 0) -> Find:
    def find(text: str, at: int) -> tuple[int, int, str] | None:
        match = pattern.match(text, at)
        if match is None:
            return None
        return match.start() - left, match.end(), text[at - left : match.end()].replace(" ", "")

    return find


def _number_at(text: str, at: int) -> int:
    """Where the digits, and commas between them, that end at `at` start."""
    first = at
    while first > max(0, at - _RUN_BACK) and (
        text[first - 1].isdigit() or (text[first - 1] == "," and text[first : first + 1].isdigit())
    ):
        first -= 1
    return first + (text[first] == ",")


def _decimal(text: str, at: int) -> tuple[int, int, str] | None:
    return _joined(_DECIMAL)(text, _number_at(text, at))


def _thousands(text: str, at: int) -> tuple[int, int, str] | None:
    start = _number_at(text, at)
    match = _THOUSANDS.match(text, start)
    if match is None or " " not in match[0]:
        return None
    before = text[max(0, start - 16) : start]
    if _DATE_BEFORE.search(before):
        return None
    if not (_ROUND.search(match[0]) or _AMOUNT_BEFORE.search(before)):
        return None
    return start, match.end(), match[0].replace(" ", "")


def _ordinal(text: str, at: int) -> tuple[int, int, str] | None:
    return _joined(_ORDINAL)(text, _number_at(text, at))


def _time(text: str, at: int) -> tuple[int, int, str] | None:
    start = _number_at(text, at)
    if start > 1 and text[start - 1] == ":" and text[start - 2].isdigit():
        start = _number_at(text, start - 1)
    match = _TIME.match(text, start)
    if match is None or " " not in match[0]:
        score = _SCORE.match(text, start - 1) if start else None
        if score is None or " " not in score[0]:
            return None
        return start, score.end() - 1, score[0][1:-1].replace(" ", "")
    if (
        _TIME_BEFORE.search(text, max(0, start - 16), start)
        or _TIME_AFTER.match(text, match.end())
        or _SCORE.match(text, start - 1)
    ):
        return start, match.end(), match[0].replace(" ", "")
    return None


def _number_sign(text: str, at: int) -> tuple[int, int, str] | None:
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    end = match.end()
    while end < len(text) and (text[end].isdigit() or text[end] == " "):
        end += 1
    end -= text[end - 1] == " "
    return at, end, "No. " + text[match.end() : end].strip()


_DIGIT_PAIRS = tuple((a, b) for a in digits for b in digits)

NUMBERS: dict[str, tuple[str, tuple[str, ...], Find]] = {
    "currency": (
        "a space between a currency sign and its number",
        (
            "us $",
            "hk $",
            "nt $",
            *(f"{sign} {d}" for sign in "$€£¥" for d in digits),
        ),
        _joined(_CURRENCY),
    ),
    "percent": ("a space before a percent sign", (" %",), _joined(_PERCENT, left=1)),
    "decimal": (
        "a space after a decimal point",
        tuple(f"{a}. {b}" for a, b in _DIGIT_PAIRS),
        lambda text, at: _decimal(text, at + 1),
    ),
    "thousands": (
        "a space after the comma between thousands",
        tuple(f"{a}, {b}" for a, b in _DIGIT_PAIRS),
        lambda text, at: _thousands(text, at + 1),
    ),
    "ordinal": (
        "a space before st, nd, rd or th",
        tuple(f"{d} {end}" for d in digits for end in ("st", "nd", "rd", "th")),
        lambda text, at: _ordinal(text, at + 1),
    ),
    "time": (
        "a space inside a time of day or a score",
        tuple(f"{d}{colon}" for d in digits for colon in (": ", " :")),
        lambda text, at: _time(text, at + 1),
    ),
    "number-sign": (
        "a space missing after No., or one before its stop",
        ("no .", *(f"no.{d}" for d in digits)),
        _number_sign,
    ),
}
