"""Spaces in and beside numbers and short forms: `US $`, `8 %`, `9: 30`, `3. 5 million`, `272, 000`,
`21 st`, `U. S.`, `R & D`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import digits

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Find, Found, Repair, Text, WholeRepair
from mtcheck.text.normal.stops import spaces_before

_AMOUNT = r"\d(?:[\d.,]*\d)?"
_CURRENCY = lazy(rf"[$€£¥] ?(?={_AMOUNT})")
_PERCENT_AFTER = lazy(r"%(?!\w)")
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
_ORDINAL = lazy(r"(?<![\d.,])\d[\d,]* +(?:st|nd|rd|th)\b(?![.'])")
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
_INITIALS = lazy(
    r"(?<![\w.])(?:U\. S\. A\.|U\. ?[SNK](?:\.(?! Grant)|(?=\s))|D\. C(?:\.|(?=\s))"
    r"|U\. A\. E\.|[ap]\. m\b\.?|e\. g\.|i\. e\.|Ph\. D\b\.?)"
)
_AMPERSAND = lazy(r"(?<!& )(?<!\w)(?:R & D|Q & A|M & A|S & P|H & M|P & G)(?! &)\b|(?<!\w)AT & T\b")
_SPLIT_WORD = lazy(r"(?<!\w)can not(?! only| just| merely| simply)\b", re.IGNORECASE)
_RUN_BACK = 12


def _joined(pattern: re.Pattern[str], back: int) -> Find:
    """A match that begins so many code points before its place, without its spaces."""

    def find(text: Text, at: int) -> Found | None:
        match = pattern.match(text.plain, at - back) if at >= back else None
        return Found(*match.span(), match[0].replace(" ", "")) if match else None

    return find


def _number_at(text: str, at: int) -> int:
    """Where the digits, and commas between them, that end at `at` start."""
    first = at
    while first > max(0, at - _RUN_BACK) and (
        text[first - 1].isdigit() or (text[first - 1] == "," and text[first : first + 1].isdigit())
    ):
        first -= 1
    return first + (text[first : first + 1] == ",")


def currency(text: Text, at: int) -> Found | None:
    """A space beside the sign of a currency: `US $ 5`."""
    plain = text.plain
    match = _CURRENCY.match(plain, at)
    if match is None:
        return None
    space = plain[at - 1 : at] == " "
    first = at - 2 - space
    country = first >= 0 and plain[first : at - space] in ("US", "HK", "NT")
    start = first if country and not plain[max(0, first - 1) : first].isalnum() else at
    if start == at and (match.end() == at + 1 or plain[at - 1 : at].isalnum()):
        return None
    amount = re.match(_AMOUNT, plain[match.end() : match.end() + _RUN_BACK])
    end = match.end() + (amount.end() if amount else 0)
    return Found(start, end, plain[start:end].replace(" ", ""))


def percent(text: Text, at: int) -> Found | None:
    """A space before a percent sign: `40 %`."""
    first = spaces_before(text.plain, at)
    if (
        first == at
        or not text.plain[:first][-1:].isdigit()
        or not _PERCENT_AFTER.match(text.plain, at)
    ):
        return None
    return Found(first - 1, at + 1, text.plain[first - 1] + "%")


def decimal(text: Text, at: int) -> Found | None:
    """A space behind a decimal point: `3. 5 million`."""
    return _joined(_DECIMAL, 0)(text, _number_at(text.plain, at))


def thousands(text: Text, at: int) -> Found | None:
    """A space behind the comma between thousands: `272, 000`."""
    start = _number_at(text.plain, at)
    match = _THOUSANDS.match(text.plain, start)
    if match is None or " " not in match[0]:
        return None
    before = text.plain[max(0, start - 16) : start]
    if _DATE_BEFORE.search(before):
        return None
    if not (_ROUND.search(match[0]) or _AMOUNT_BEFORE.search(before)):
        return None
    return Found(start, match.end(), match[0].replace(" ", ""))


def ordinal(text: Text, at: int) -> Found | None:
    """A space before the ending of an ordinal number: `21 st`."""
    return _joined(_ORDINAL, 0)(text, _number_at(text.plain, at + 1))


def time(text: Text, at: int) -> Found | None:
    """A space inside a time of day or a score: `at 9: 30`, `(2: 1)`."""
    plain = text.plain
    start = _number_at(plain, at - 1 if plain[at - 1] == " " else at)
    if start > 1 and plain[start - 1] == ":" and plain[start - 2].isdigit():
        start = _number_at(plain, start - 1)
    match = _TIME.match(plain, start)
    if match is None or " " not in match[0]:
        score = _SCORE.match(plain, start - 1) if start else None
        if score is None or " " not in score[0]:
            return None
        return Found(start, score.end() - 1, score[0][1:-1].replace(" ", ""))
    if (
        _TIME_BEFORE.search(plain, max(0, start - 16), start)
        or _TIME_AFTER.match(plain, match.end())
        or (start and _SCORE.match(plain, start - 1))
    ):
        return Found(start, match.end(), match[0].replace(" ", ""))
    return None


def number_sign(text: Text, at: int) -> Found | None:
    """No space behind No., or one before its stop: `No.5`, `No .5`."""
    plain = text.plain
    first = at - 2 if plain[at - 1] != " " else at - 3
    match = _NUMBER.match(plain, first) if first >= 0 else None
    if match is None:
        return None
    start = end = match.end() + (plain[match.end()] == " ")
    while end < len(plain) and plain[end].isdigit():
        end += 1
    return Found(first, end, "No. " + plain[start:end])


def initials(text: Text, at: int) -> Found | None:
    """The letters of an abbreviation apart: `U. S.`."""
    back = 2 if text.plain[at - 2 : at] == "Ph" else 1
    match = _INITIALS.match(text.plain, at - back)
    if match is None or " " not in match[0]:
        return None
    joined = match[0].replace(" ", "")
    return Found(*match.span(), joined if joined.endswith(".") else joined + ".")


def ampersand(text: Text, at: int) -> Found | None:
    """Spaces inside R&D, Q&A."""
    if text.plain[at + 1 : at + 2] != " ":
        return None  # most of them begin an entity
    return _joined(_AMPERSAND, 3 if text.plain[at - 3 : at] == "AT " else 2)(text, at)


def cannot(text: Text) -> Iterator[Found]:
    """`can not` for cannot."""
    if "an not" in text.plain:
        for match in _SPLIT_WORD.finditer(text.plain):
            yield Found(*match.span(), match[0].replace(" ", ""))


_ABBREVIATED = r"(?<=\b[UDapei].)(?=\s?[SNKCAmge]\b)|(?<=\bPh.)(?=\sD)"

REPAIRS = (
    Repair("currency", currency, (("$€£¥", r"(?=\s\d)|(?<=(?:US|HK|NT)\s.)(?=\d)"),)),
    Repair("percent", percent, (("%", r"(?<=\s.)"),)),
    Repair("decimal", decimal, ((".", r"(?<=\d.)(?=\s\d)"),)),
    Repair("thousands", thousands, ((",", r"(?<=\d.)(?=\s\d)"),)),
    Repair("ordinal", ordinal, ((digits, r"(?=\s+(?:st|nd|rd|th)\b)"),)),
    Repair("time", time, ((":", r"(?<=\d.)(?=\s\d)|(?<=\d\s.)(?=\s?\d)"),)),
    Repair("number-sign", number_sign, ((".", r"(?<=No.)(?=\d)|(?<=No\s.)(?=\s?\d)"),)),
    Repair("split-initials", initials, ((".", _ABBREVIATED),)),
    Repair("ampersand", ampersand, (("&", r"(?<=[A-Z]\s.)(?=\s[A-Z]\b)"),)),
    WholeRepair("cannot", cannot),
)
