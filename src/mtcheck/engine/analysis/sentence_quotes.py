"""Whether a place stands inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left

from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_MARK = lazy('"')


def inside_quotation(view: View, at: int) -> bool:
    """Return whether an odd number of double marks stands before `at` in its block."""
    marks = view.once(_marks)
    _, start, _ = view.block_at(at)
    return (bisect_left(marks, at) - bisect_left(marks, start)) % 2 == 1


def _marks(view: View) -> list[int]:
    # All of them once: counting anew at each place is quadratic in a text of one long line.
    return [match.start() for match in _MARK.finditer(view.text)]
