"""Full-width forms and the punctuation of Chinese and Japanese: `１２％`, `，`, `。`, `【】`.

Inside a stretch of Chinese, Japanese or Korean that was left untranslated they are right, and stay.
"""

from __future__ import annotations

import unicodedata

from mtcheck.text.normal.change import Found, OddRepair, Text, members

_FULL_WIDTH = "\uff01\uff03-\uff06\uff08-\uff5e\uffe0\uffe1\uffe5\uffe6"
_CJK = "\u3001\u3002\u3010\u3011\u3014\u3015\u3016\u3017\u30fb\u30fc\uff61\uff64\uff65\u301c"
_PLAIN = {
    "\N{IDEOGRAPHIC COMMA}": ",",
    "\N{HALFWIDTH IDEOGRAPHIC COMMA}": ",",
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{HALFWIDTH IDEOGRAPHIC FULL STOP}": ".",
    "\N{LEFT BLACK LENTICULAR BRACKET}": "[",
    "\N{RIGHT BLACK LENTICULAR BRACKET}": "]",
    "\N{LEFT WHITE LENTICULAR BRACKET}": "[",
    "\N{RIGHT WHITE LENTICULAR BRACKET}": "]",
    "\N{LEFT TORTOISE SHELL BRACKET}": "[",
    "\N{RIGHT TORTOISE SHELL BRACKET}": "]",
    "\N{KATAKANA MIDDLE DOT}": "-",
    "\N{HALFWIDTH KATAKANA MIDDLE DOT}": "-",
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}": "\N{EN DASH}",
    "\N{WAVE DASH}": "~",
    "\N{FULLWIDTH YEN SIGN}": "\N{YEN SIGN}",
}
_ALL_FULL_WIDTH = members(_FULL_WIDTH)
_ALL_CJK = members(_CJK)
_SPACE_AFTER = ".,;:!?)]%"
_OPENINGS = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}")
_MIDDLE_DOTS = "\N{KATAKANA MIDDLE DOT}\N{HALFWIDTH KATAKANA MIDDLE DOT}"
_FAR = 200  # marks of East Asia in a row, or what a line has before a mark
_NO_SPACE_BEFORE = ".,;:!?)]%"


def full_width(text: Text, at: int) -> Found | None:
    """Full-width letters, digits and signs."""
    return _run(text, at, _ALL_FULL_WIDTH)


def cjk(text: Text, at: int) -> Found | None:
    """Stops and brackets that only Chinese and Japanese have."""
    return _run(text, at, _ALL_CJK)


def _run(text: Text, at: int, belongs: frozenset[str]) -> Found | None:
    exact = text.exact
    if at and exact[at - 1] in belongs:
        return None  # a run is set right at its start
    end = at + 1
    while end < len(exact) and exact[end] in belongs:
        end += 1
    if _beside_east_asian(exact, at, end):
        return None
    plain = "".join(_PLAIN.get(c) or unicodedata.normalize("NFKC", c) for c in exact[at:end])
    start = at
    if plain[0] in _NO_SPACE_BEFORE:
        while start and text.plain[start - 1] == " ":
            start -= 1
        if not start or exact[start - 1] == "\n":
            start = at
    before, after = exact[start - 1 : start], exact[end : end + 1]
    if plain == "-" and exact[at] in _MIDDLE_DOTS and _parts(exact, at):
        plain = " - "
    begins = after.isalnum() or _opens(exact, end)
    if plain[-1] in _SPACE_AFTER and begins and not _is_number(before, plain, exact, end):
        plain += " "
    if plain[0] in "([" and before.isalnum():
        plain = " " + plain
    return Found(start, end, plain)


def _parts(exact: str, at: int) -> bool:
    """Whether a dot stands between two phrases, and not in a name or a compound of two words."""
    before = exact[max(0, at - _FAR) : at].split(" ")[-1]
    return before[-1:] == ")" or (before.islower() and exact[at + 1 : at + 2].isupper())


def _opens(exact: str, at: int) -> bool:
    """Whether a quotation begins at `at`; a straight mark does where none is open in its line."""
    if exact[at : at + 1] != '"':
        return exact[at : at + 1] in _OPENINGS
    before = exact[max(0, at - _FAR) : at].rpartition("\n")
    whole = bool(before[1]) or at <= _FAR
    return whole and before[2].count('"') % 2 == 0 and exact[at + 1 : at + 2].isalnum()


def _is_number(before: str, plain: str, exact: str, end: int) -> bool:
    """Whether one mark stands between digits that it belongs to: `9：30`, `1．5`, `12，000`."""
    digits = 0
    while digits < 4 and exact[end + digits : end + digits + 1].isdigit():
        digits += 1
    if not digits or not before.isdigit():
        return False
    return plain in (".", ":") or (plain == "," and digits == 3)


def _beside_east_asian(exact: str, start: int, end: int) -> bool:
    """Whether letters of East Asia stand beside a run, other marks of theirs let through."""
    first, last = max(0, start - _FAR), min(len(exact), end + _FAR)
    while start > first and _is_mark(exact[start - 1]):
        start -= 1
    while end < last and _is_mark(exact[end]):
        end += 1
    return any(map(_is_letter, exact[start - 1 : start] + exact[end : end + 1]))


def _is_mark(character: str) -> bool:
    return (
        "\u3000" <= character <= "\u303f"
        or "\uff00" <= character <= "\uff65"
        or (character in "\u30fb\u30fc")
    )


def _is_letter(character: str) -> bool:
    return character >= "\u3041" and character.isalpha() and not _is_mark(character)


REPAIRS = (
    OddRepair("full-width", full_width, _FULL_WIDTH),
    OddRepair("cjk-punctuation", cjk, _CJK),
)
