"""UTF-8 that was read as another encoding: `cafÃ©`, `isnâ€™t`.

ftfy knows how texts break and how to mend them (https://ftfy.readthedocs.io, Apache-2.0). It is
asked only about stretches in which a misread byte may stand, one at a time since it gives no
positions, and it changes only what its own test calls bad.
"""

from __future__ import annotations

from functools import lru_cache

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, OddRepair, Text

# What the bytes 0x80 to 0xBF of UTF-8 are read as: the second half of each of its characters.
_REST = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_FIRST = "\u00c2-\u00f4\u0413\u0420\u0421\u0432\u201a\u221a"
_PAIR = lazy(
    rf"[{_FIRST}]"
    rf"(?:[{_REST}\u00c0-\u00ff\u0400-\u045f]|(?<=\u00c3) )"
)
_WINDOWS = "\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f"
_LONGEST = 200


def mojibake(text: Text, at: int) -> Found | None:
    """The word that holds a misread character, mended."""
    match = _PAIR.match(text.exact, at) if at >= text.read_to else None
    if match is None:
        return None
    start, end = _stretch(text.exact, *match.span(), text.read_to)
    text.read_to = end
    stretch = text.exact[start:end]
    fixed = _mended(stretch)
    return None if fixed == stretch else Found(start, end, fixed)


def _stretch(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """The word around `[start, end)`, bounded: white space that is not ASCII belongs to it."""
    first, last = max(least, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and text[start - 1] not in " \t\r\n":
        start -= 1
    while end < last and text[end] not in " \t\r\n":
        end += 1
    return start, end


@lru_cache(1_000)  # a word may hold many such characters, and a text many such words
def _mended(stretch: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding  # late: few texts need it

    config = TextFixerConfig(replace_lossy_sequences=False, fix_c1_controls=False)
    fixed = fix_encoding(stretch, config)
    return fixed if len(fixed) < len(stretch) and fixed.isprintable() else stretch


def windows(text: Text, at: int) -> Found:
    """A mark of Windows that was read as Latin-1, where controls stand: `don\\x92t`."""
    return Found(at, at + 1, text.exact[at].encode("latin-1").decode("cp1252"))


REPAIRS = (OddRepair("mojibake", mojibake, _FIRST), OddRepair("mojibake", windows, _WINDOWS))
