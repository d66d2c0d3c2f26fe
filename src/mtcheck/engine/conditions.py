"""When a found phrase is really the mistake: what must stand, or must not stand, around it.

All conditions are finite lists of strings, looked for with plain searches in a bounded stretch of
text, or once a document and string: they keep checking linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any

from mtcheck.engine.kind import Parameter
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

LISTS = {
    "unless": "none of these covers or touches the found words",
    "near": "one of these stands in the same sentence or in one beside it",
    "not-near": "none of these stands in the same sentence or in one beside it",
    "in-text": "one of these stands anywhere in the text",
    "not-in-text": "none of these stands anywhere in the text",
}

OF_THE_TEXT = ("in-text", "not-in-text")
"""Conditions that hold for a whole text or for none of it."""

CONDITIONS: dict[str, Parameter] = {
    **{name: Parameter("texts", f"speaks only if {doc}") for name, doc in LISTS.items()},
    "quotations": Parameter(
        "text", "whether to speak inside quotation marks", choices=("both", "skip", "only")
    ),
    "titles": Parameter("text", "whether to speak in titles", choices=("both", "skip")),
}

_MARK = lazy('"')
_NEAR = 400  # code points at most to either side, so that a giant sentence costs no more


def conditions_hold(conditions: dict[str, Any], view: View, start: int, end: int) -> bool:
    """Whether all `conditions` hold for `[start, end)` of the view."""
    return all(_TESTS[name](view, start, end, wanted) for name, wanted in conditions.items())


def _unless(view: View, start: int, end: int, forms: list[str]) -> bool:
    return not any(
        True
        for form in forms
        for _ in _whole(view.low, form, max(0, start - len(form) - 1), end + len(form) + 1)
    )


def _near(view: View, start: int, end: int, forms: list[str]) -> bool:
    if not view.sentences:  # a text that is all code
        return False
    first = max(0, view.sentence_index(start) - 1)
    last = min(len(view.sentences) - 1, view.sentence_index(end - 1) + 1)
    low = max(view.sentences[first][0], start - _NEAR)
    high = min(view.sentences[last][1], end + _NEAR)
    return any(
        at >= end or at + len(form) <= start
        for form in forms
        for at in _whole(view.low, form, low, high)
    )


def _in_text(view: View, start: int, end: int, forms: list[str]) -> bool:
    present = view.once(_Memo)
    return any(present.has(form) for form in forms)


def _quotations(view: View, start: int, end: int, wanted: str) -> bool:
    marks = view.once(_marks)
    before = bisect_left(marks, start) - bisect_left(marks, view.block_at(start)[1])
    return (before % 2 == 1) is (wanted == "only")


def _marks(view: View) -> list[int]:
    """Return where the quotation marks of the text stand; counted anew they would cost too much."""
    return [match.start() for match in _MARK.finditer(view.text)]


def _titles(view: View, start: int, end: int, wanted: str) -> bool:
    return view.block_at(start)[0] != "title"


_TESTS: dict[str, Callable[[View, int, int, Any], bool]] = {
    "unless": _unless,
    "near": _near,
    "not-near": lambda *args: not _near(*args),
    "in-text": _in_text,
    "not-in-text": lambda *args: not _in_text(*args),
    "quotations": _quotations,
    "titles": _titles,
}


class _Memo:
    """Which words a text holds, each looked for once."""

    def __init__(self, view: View) -> None:
        self._low = view.low
        self._known: dict[str, bool] = {}

    def has(self, form: str) -> bool:
        if form not in self._known:
            self._known[form] = any(True for _ in _whole(self._low, form, 0, len(self._low)))
        return self._known[form]


def _whole(low: str, form: str, start: int, end: int) -> Iterator[int]:
    """Yield where `form` stands as whole words within `[start, end)`."""
    at = low.find(form, start, end)
    while at >= 0:
        stop = at + len(form)
        if not (at and low[at - 1].isalnum() and form[0].isalnum()) and not (
            stop < len(low) and low[stop].isalnum() and form[-1].isalnum()
        ):
            yield at
        at = low.find(form, at + 1, end)
