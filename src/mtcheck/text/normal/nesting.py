"""Which marks stand outside: double ones as in America, or single ones as in Britain.

A line is changed as a whole or not at all: only where every mark of it opens or closes something,
and no apostrophe behind a word can be taken for a closing mark.
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
from mtcheck.text.normal.style import double_role

_MARK = lazy(f"[\"'{CURLY_OPEN}{CURLY_CLOSE}{SINGLE_OPEN}{APOSTROPHE}]")
_LINE = lazy(f"[^\n]*[\"'{CURLY_OPEN}{SINGLE_OPEN}][^\n]*")
_OTHER = {
    '"': "'",
    "'": '"',
    CURLY_OPEN: SINGLE_OPEN,
    CURLY_CLOSE: APOSTROPHE,
    SINGLE_OPEN: CURLY_OPEN,
    APOSTROPHE: CURLY_CLOSE,
}
_DOUBLE = '"' + CURLY_OPEN + CURLY_CLOSE


def nested(text: Text) -> Iterator[Found]:
    """The marks of lines that nest the other way than the house does."""
    wanted = text.style.nesting
    if wanted == "keep":
        return
    for match in _LINE.finditer(text.exact):
        marks = _pairs(text.exact, *match.span())
        if marks and (text.exact[marks[0]] in _DOUBLE) is not (wanted == "american"):
            yield from (Found(at, at + 1, _OTHER[text.exact[at]]) for at in marks)


def _pairs(text: str, start: int, end: int) -> list[int]:
    """Where the quotation marks of a line stand; none when not all of them pair, or when levels
    are not of two kinds in turn."""
    marks: list[int] = []
    stack: list[bool] = []  # whether each open one is double
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        opens = _opens(text, at, mark, quoted=True in stack)
        if opens is None:
            if mark in _DOUBLE:
                return []
            continue
        double = mark in _DOUBLE
        if opens:
            if stack and stack[-1] is double:
                return []
            stack.append(double)
        elif stack and stack[-1] is double:
            stack.pop()
        else:
            return []
        marks.append(at)
    outer = {text[at] in _DOUBLE for at in _outermost(text, marks)}
    return [] if stack or len(outer) > 1 else marks


def _outermost(text: str, marks: list[int]) -> Iterator[int]:
    """The marks that stand in no quotation, given that all of them pair."""
    kind: bool | None = None
    for at in marks:
        double = text[at] in _DOUBLE
        if kind is None:
            kind = double
            yield at
        elif double is kind:
            kind = None


def _opens(text: str, at: int, mark: str, *, quoted: bool) -> bool | None:
    """Whether a mark opens; None for an apostrophe, or a double mark that nothing explains."""
    if mark in (CURLY_OPEN, SINGLE_OPEN):
        return True
    if mark == CURLY_CLOSE:
        return False
    if mark == '"':
        return double_role(text, at, quoted=quoted)
    left, right = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if left.isalnum() and right.isalnum():
        return None
    if mark == "'" and (left.isspace() or left in '(["') and right.isalnum():
        return True
    return None if left.isspace() else False


REPAIRS = (WholeRepair("mixed-marks", nested),)
