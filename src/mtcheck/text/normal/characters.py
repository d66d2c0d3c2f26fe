"""Characters that nobody sees, and those that look like what English is written with and are not.

A zero-width space comes with a copied web page, a soft hyphen with a typeset one, a direction mark
with Arabic; all break searching, and most programs show none of them.
"""

from __future__ import annotations

import unicodedata

from mtcheck.text.normal.change import SPACES, Found, OddRepair, Repair, Text

_INVISIBLE = "\u200b\u2060-\u2064\ufeff\u180e"
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_CONTROL = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))
_UNASSIGNED = "\x81\x8d\x8f\x90\x9d"
_SEPARATORS = "\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_LIGATURES = "\ufb00-\ufb06"
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{HYPHEN BULLET}\N{SMALL HYPHEN-MINUS}"
_DASHES = (
    "\N{HORIZONTAL BAR}\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{BOX DRAWINGS HEAVY HORIZONTAL}"
    "\N{SMALL EM DASH}\N{PRESENTATION FORM FOR VERTICAL EM DASH}\N{TWO-EM DASH}"
)
_EM, _EN = "\N{EM DASH}", "\N{EN DASH}"
_RIGHT_TO_LEFT = ("R", "AL")
_FAR = 40


def _delete(text: Text, at: int) -> Found:
    return Found(at, at + 1, "")


def joiner(text: Text, at: int) -> Found | None:
    """A joiner between Latin letters; emoji and other scripts need theirs."""
    around = text.exact[max(0, at - 1) : at] + text.exact[at + 1 : at + 2]
    return _delete(text, at) if around.isascii() else None


def direction(text: Text, at: int) -> Found | None:
    """A direction mark where nothing is written from right to left."""
    near = text.exact[max(0, at - _FAR) : at + _FAR]
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT and c.isalpha() for c in near):
        return None
    return _delete(text, at)


def control(text: Text, at: int) -> Found:
    """A character that once steered a printer; a new page is a new line."""
    return Found(at, at + 1, text.style.line_break if text.exact[at] in "\v\f" else "")


def separator(text: Text, at: int) -> Found:
    """A separator of lines or paragraphs that most programs do not know."""
    return Found(at, at + 1, text.style.line_break)


def space(text: Text, at: int) -> Found:
    """A space that is none of the keyboard's."""
    return Found(at, at + 1, " ")


def ligature(text: Text, at: int) -> Found:
    """Letters joined into one character of a font."""
    return Found(at, at + 1, unicodedata.normalize("NFKC", text.exact[at]))


def hyphen(text: Text, at: int) -> Found:
    """A hyphen that is not the keyboard's."""
    return Found(at, at + 1, "-")


def dash(text: Text, at: int) -> Found | None:
    """A line that stands for a dash; more than two of them are a rule across the page."""
    exact = text.exact
    if exact[at - 1 : at] == exact[at] or exact[at : at + 3] == 3 * exact[at]:
        return None
    return Found(at, at + 1 + (exact[at + 1 : at + 2] == exact[at]), _EM)


def doubled_dash(text: Text, at: int) -> Found | None:
    """Two long dashes, as Chinese has them, are one in English; three, too."""
    exact = text.exact
    if exact[at - 1 : at] == exact[at]:
        return None
    length = 1
    while length < 4 and exact[at + length : at + length + 1] == exact[at]:
        length += 1
    return Found(at, at + length, _EM) if 1 < length < 4 else None


def ellipsis(text: Text, at: int) -> Found | None:
    """Two ellipses in a row, as Chinese has them, or one with a stop of theirs."""
    exact = text.exact
    if exact[at - 1 : at] in ("…", "\N{IDEOGRAPHIC FULL STOP}"):
        return None
    end = at + 1
    while end < len(exact) and exact[end] in "…\N{IDEOGRAPHIC FULL STOP}":
        end += 1
    return Found(at, end, "…") if end > at + 1 else None


def digit(text: Text, at: int) -> Found | None:
    """Digits of another script among Latin letters."""
    exact = text.exact
    start = end = at
    if at and exact[at - 1] > "9" and unicodedata.decimal(exact[at - 1], None) is not None:
        return None  # they are set right at the first of them
    while start > max(0, at - _FAR) and "0" <= exact[start - 1] <= "9":
        start -= 1
    while end < len(exact) and unicodedata.decimal(exact[end], None) is not None:
        end += 1
    near = exact[max(0, start - 2) : start] + exact[end : end + 2]
    if any(c.isalpha() and c > "\u036f" for c in near):
        return None
    return Found(at, end, "".join(str(unicodedata.decimal(c)) for c in exact[at:end]))


_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66"
    "\u0de6\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810"
)
_DIGITS = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)

REPAIRS = (
    OddRepair("invisible-character", _delete, _INVISIBLE),
    OddRepair("invisible-character", joiner, _JOINERS),
    OddRepair("soft-hyphen", _delete, "\N{SOFT HYPHEN}"),
    OddRepair("direction-mark", direction, _DIRECTION),
    Repair("control-character", control, ((_CONTROL, ""),)),
    OddRepair("control-character", control, _UNASSIGNED),
    OddRepair("line-separator", separator, _SEPARATORS),
    OddRepair("no-break-space", space, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"),
    OddRepair("ideographic-space", space, "\N{IDEOGRAPHIC SPACE}"),
    OddRepair(
        "odd-space",
        space,
        "".join(
            set(SPACES) - set("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}")
        ),
    ),
    OddRepair("ligature", ligature, _LIGATURES),
    OddRepair("odd-hyphen", hyphen, _HYPHENS),
    OddRepair("odd-dash", dash, _DASHES),
    OddRepair("doubled-dash", doubled_dash, _EM + _EN),
    OddRepair("ellipsis", ellipsis, "…"),
    OddRepair("foreign-digit", digit, _DIGITS),
)
