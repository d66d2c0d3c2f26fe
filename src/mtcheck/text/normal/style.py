"""Which quotation marks a text is written with: straight or curly, double or single outside.

Both styles are good English; a mixture is none. With "keep", the few marks of the other style are
slips; a house style changes all of them. A straight mark does not say whether it opens or closes,
its neighbours do; one that they do not explain (inches, feet, a mark between spaces) stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import (
    APOSTROPHE,
    CURLY_CLOSE,
    CURLY_OPEN,
    SINGLE_OPEN,
    Found,
    Text,
    WholeRepair,
)

_STRAIGHT = {CURLY_OPEN: '"', CURLY_CLOSE: '"', SINGLE_OPEN: "'", APOSTROPHE: "'"}
_DOUBLE = ('"', CURLY_OPEN, CURLY_CLOSE)
_CURLY_MARK = lazy(f"[{''.join(_STRAIGHT)}]")
_STRAIGHT_MARK = lazy("[\"']")
_MARK = lazy(f"[\"'{''.join(_STRAIGHT)}]")
_BEFORE_OPENING = " \t\n([{/=\N{EM DASH}\N{EN DASH}-\"'" + SINGLE_OPEN + CURLY_OPEN
_NOT_AFTER_OPENING = " \t\n\r.,;:!?)]}"
_ELISION = lazy(r".(?:tis|twas|em|n|cause|til|till|bout|round|cos|\d0s)\b", 2)
_FEW = 0.2  # the share of all marks up to which a style is a slip
_MOST_SLIPS = 8


def mixed(text: Text) -> Iterator[Found]:
    """Marks that are not of the style of the text, or of the house."""
    wanted: str | None = text.style.quotes
    if wanted == "keep":
        wanted = _slipped_from(text)
    kept = text.style.quotes == "keep"
    if wanted == "straight" and not text.exact.isascii():
        for match in _CURLY_MARK.finditer(text.exact):
            if not (kept and _is_doubled(text.exact, match.start())):
                yield Found(*match.span(), _STRAIGHT[match[0]])
    elif wanted == "curly" and _STRAIGHT_MARK.search(text.exact):
        for found in _curled(text.exact):
            if not (kept and _is_doubled(text.exact, found.start)):
                yield found


def _slipped_from(text: Text) -> str | None:
    """The style of nearly all marks of a text, None when there are no slips from one."""
    exact = text.exact
    if (
        exact.isascii()
        or not ("'" in exact or '"' in exact)
        or not any(m in exact for m in _STRAIGHT)
    ):
        return None
    straight, curly = text.counts
    few = min(straight, curly)
    if not 0 < few <= min(_MOST_SLIPS, _FEW * (straight + curly)):
        return None
    return "straight" if straight > curly else "curly"


def _is_doubled(text: str, at: int) -> bool:
    """Whether a double mark has another one before or behind it, from which it is no slip of style
    but one mark too many."""
    if text[at] not in _DOUBLE:
        return False
    before, after = text[max(0, at - 2) : at].rstrip(" "), text[at + 1 : at + 3].lstrip(" ")
    return before[-1:] in _DOUBLE or after[:1] in _DOUBLE


def _curled(text: str) -> Iterator[Found]:
    """Straight marks whose curly form their neighbours tell."""
    line_end, last, quoted = -1, -1, False
    for match in _MARK.finditer(text):
        at = match.start()
        if at > line_end:
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            last = _last_closer(text, at, line_end)
            quoted = False
        mark = match[0]
        if mark in CURLY_OPEN + CURLY_CLOSE:
            quoted = mark == CURLY_OPEN
        elif mark == '"':
            role = double_role(text, at, quoted=quoted)
            if role is not None:
                quoted = role
                yield Found(at, at + 1, CURLY_OPEN if role else CURLY_CLOSE)
        elif mark == "'":
            curly = _single(text, at, closes=last > at)
            if curly:
                yield Found(at, at + 1, curly)


def double_role(text: str, at: int, *, quoted: bool) -> bool | None:
    """Whether the straight mark at `at` opens a quotation; None when its neighbours do not tell.

    `quoted` says whether one is open before it.
    """
    left, right = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    opens = left in _BEFORE_OPENING and right not in _NOT_AFTER_OPENING
    closes = not left.isspace() and left not in "([{" and not right.isalnum()
    if opens and closes:
        return not quoted
    if opens or closes:
        inch = closes and left.isdigit() and not quoted
        return None if inch else opens
    return None


def _single(text: str, at: int, *, closes: bool) -> str:
    """The curly form of a straight single mark, "" when its neighbours do not tell.

    `closes` says whether one that can close a quotation stands behind it in its line.
    """
    left, right = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if left.isdigit():
        return ""
    if left.isalnum() or (not left.isspace() and left not in _BEFORE_OPENING):
        return APOSTROPHE
    if left in _BEFORE_OPENING and right.isalnum():
        if _ELISION.match(text, at) or not closes:
            return APOSTROPHE
        return SINGLE_OPEN
    return ""


def _last_closer(text: str, start: int, end: int) -> int:
    """Where the last single mark of a line stands that can close a quotation; -1 for none."""
    at = text.rfind("'", start, end)
    while at >= start and (text[at - 1 : at].isspace() or text[at + 1 : at + 2].isalnum()):
        at = text.rfind("'", start, at)
    return at


REPAIRS = (WholeRepair("mixed-marks", mixed),)
