"""Quotation marks of other languages and programs: `«…»`, `„…“`, `「…」`, `《…》`, `''…''`."""

from __future__ import annotations

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import CURLY_CLOSE, Found, OddRepair, Repair, Text

_GUILLEMETS = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_LOW = {
    "\N{DOUBLE LOW-9 QUOTATION MARK}": (
        '\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"'
    ),
    "\N{SINGLE LOW-9 QUOTATION MARK}": (
        "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}'"
    ),
}
_CORNERS = {
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
    "＂": "＂",
    "｢": "｣",
}
_CLOSERS = "」』》〉〞〟｣"
_OPENING = {**_GUILLEMETS, **_LOW, **_CORNERS}
_PAIRS = {**_GUILLEMETS, **_CORNERS}
_OPENER = {closer: opener for opener, closers in _PAIRS.items() for closer in closers}
_LONE = "«»‹›\N{SINGLE LOW-9 QUOTATION MARK}"
"""Marks that are arrows of a web page, or a comma, where no other one is near."""
_FIRST_EAST_ASIAN = "\N{HIRAGANA LETTER SMALL A}"
_LONGEST_PAIR = 120
_LONGEST_SHOWN = 60
_PRIMES = lazy(r"''(?<!'..)(?<!\d..)(?!')(?:(?<=[\s(]..)(?=\w)|(?<=[\w.,!?]..)(?=[\s.,;:!?)]|\Z))")
_BACKTICKS = lazy(r"``(?<!`..)(?=\w)")
_WHITE = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{IDEOGRAPHIC SPACE}"


def foreign(text: Text, at: int) -> Found | None:
    """A quotation in marks of another language; as a whole where it is short."""
    exact = text.exact
    mark = exact[at]
    if mark in _CLOSERS or at in text.second_guillemets:
        return _closer(text, at)
    end = exact.find("\n", at, at + _LONGEST_PAIR)
    end = min(len(exact), at + _LONGEST_PAIR) if end < 0 else end
    last = min((i for c in _OPENING[mark] if (i := exact.find(c, at + 1, end)) >= 0), default=None)
    before = " " if exact[at - 1 : at].isalnum() else ""
    opening, closing = text.marks
    if last is None:
        alone = mark in _LONE or _is_east_asian(exact[at + 1 : at + 2])
        return None if alone else Found(at, at + 1, before + opening)
    quoted = exact[at + 1 : last]
    if _has_east_asian(quoted) or not quoted.strip():
        return None  # a quotation left untranslated keeps its marks
    if last - at < _LONGEST_SHOWN or mark in _LOW:
        after = " " if exact[last + 1 : last + 2].isalnum() else ""
        return Found(at, last + 1, before + opening + quoted.strip(_WHITE) + closing + after)
    inner = len(quoted) - len(quoted.lstrip(_WHITE))
    return Found(at, at + 1 + inner, before + opening)


def _closer(text: Text, at: int) -> Found | None:
    """A closing mark: the second half of a long quotation, or one whose opening mark was lost."""
    exact = text.exact
    first = at
    while first and exact[first - 1] in _WHITE:
        first -= 1
    before = exact[max(0, at - _LONGEST_PAIR) : at].rpartition("\n")[2]
    opener = before.rfind(_OPENER[exact[at]])
    if opener < 0 and exact[at] in _LONE:
        return None
    if len(before) - opener <= _LONGEST_SHOWN and opener >= 0:
        return None  # that quotation is set right as a whole
    stretch = before[opener + 1 :] if opener >= 0 else before[-1:]
    if _has_east_asian(stretch):
        return None
    after = " " if exact[at + 1 : at + 2].isalnum() else ""
    closed = opener < 0 and exact[first - 1 : first] in ('"', CURLY_CLOSE)
    return Found(first, at + 1, ("" if closed else text.marks[1]) + after)


def two_single(text: Text, at: int) -> Found | None:
    """Two single marks, or two backticks, for a double one: `''Hope''`."""
    pattern, mark = (_BACKTICKS, 0) if text.plain[at] == "`" else (_PRIMES, None)
    if pattern.match(text.plain, at) is None:
        return None
    if mark is None:
        mark = int(text.plain[at - 1 : at] not in ("", " ", "\n", "("))
    return Found(at, at + 2, text.marks[mark])


def _has_east_asian(text: str) -> bool:
    return not text.isascii() and any(map(_is_east_asian, text))


def _is_east_asian(character: str) -> bool:
    return character >= _FIRST_EAST_ASIAN and character.isalpha()


REPAIRS = (
    Repair("two-single-marks", two_single, (("'", "(?=')"), ("`", "(?=`)"))),
    OddRepair("guillemets", foreign, "".join(_GUILLEMETS)),
    OddRepair("low-marks", foreign, "".join(_LOW)),
    OddRepair("corner-brackets", foreign, "".join(_CORNERS) + _CLOSERS),
)
