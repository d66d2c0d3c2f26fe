"""Amounts as they stand in a text: "100 million yuan", "$1.5bn", "12 percent", "five people"."""

from __future__ import annotations

import re
from typing import NamedTuple

_SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_WORDS_TEXT = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: float(value) for value, word in enumerate(_WORDS_TEXT.split(), 1)}
_NO_UNITS_WORDS = """
a an the in on at to by of for from with and or as but per this that last next early late about
over after before when while during between which who is was were are has had year years ago
compared earlier now then respectively only up down each every both
"""
_NO_UNITS = frozenset(_NO_UNITS_WORDS.split()) - {"year", "years"}

PERCENT = r"(?:%|percent\b|per cent\b)"
AMOUNT = (
    r"(?P<currency{n}>(?:US|HK|NT|A|C)?[$€£¥] ?)?"
    rf"(?P<number{{n}}>\d{{{{1,3}}}}(?:,\d{{{{3}}}}){{{{1,5}}}}(?:\.\d{{{{1,4}}}})?|\d{{{{1,12}}}}(?:\.\d{{{{1,4}}}})?"
    rf"|(?:{'|'.join(_NUMBERS)})\b)(?![\d:/]|-\d|,\d|\.\d|(?:st|nd|rd|th)\b)"
    r"(?:[ -]?(?P<scale{n}>thousand|million|mln|billion|bn|trillion)\b)?"
    r"(?: ?(?P<percent{n}>%|percent\b|per cent\b)| (?P<noun{n}>[a-z][a-z-]{{1,20}})(?![\w-]))?"
)
"""The source of an expression of an amount; `.format(n=…)` names its groups."""


class Amount(NamedTuple):
    """A number with its scale (1e6), its unit ("%", "$", a noun, ""), and half its last place."""

    number: float
    scale: float
    unit: str
    half: float
    written: str

    @property
    def value(self) -> float:
        """The number with its scale."""
        return self.number * (self.scale or 1)

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year: four digits without a scale, a sign of money or percent."""
        bare = not self.scale and (not self.unit or self.unit.isalpha())
        return bare and re.fullmatch(r"(?:1[5-9]|20)\d\d", self.written) is not None


def amount_of(match: re.Match[str], n: int) -> Amount:
    """Return the amount that the groups of number `n` of `AMOUNT` hold."""
    written = match[f"number{n}"]
    if written in _NUMBERS:
        number, half = _NUMBERS[written], 0.0
    else:
        number = float(written.replace(",", ""))
        half = 0.5 * 10.0 ** -len(written.partition(".")[2])
    scale = _SCALES.get(match[f"scale{n}"] or "", 0.0)
    noun = match[f"noun{n}"] or ""
    if noun in _NO_UNITS:
        noun = ""
    unit = "%" if match[f"percent{n}"] else (match[f"currency{n}"] or "").strip() or _singular(noun)
    return Amount(number, scale, unit, half, written)


def same_kind(one: Amount, other: Amount) -> bool:
    """Whether two amounts can be compared: the unit of one may be left out, a percent sign not."""
    if "%" in (one.unit, other.unit):
        return one.unit == other.unit or (not one.unit and not one.scale)
    return not one.unit or not other.unit or one.unit == other.unit


def readings(one: Amount, other: Amount) -> list[tuple[float, float]]:
    """Return the values of "from 1.2 to 1.5 million": as written, and with the second's scale."""
    pairs = [(one.value, other.value)]
    if other.scale and not one.scale:
        pairs.append((one.number * other.scale, other.value))
    return pairs


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
