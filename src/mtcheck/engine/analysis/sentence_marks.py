"""Sentences whose length or marks are wrong: brackets, stops, question marks, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from mtcheck.engine.analysis.word_shapes import is_adjective
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_OPENING = {
    "\N{FULLWIDTH LEFT PARENTHESIS}": "(",
    "\N{FULLWIDTH LEFT SQUARE BRACKET}": "[",
    "\N{LEFT BLACK LENTICULAR BRACKET}": "[",
}
_PARTNER = {
    ")": "(",
    "]": "[",
    "\N{FULLWIDTH RIGHT PARENTHESIS}": "(",
    "\N{FULLWIDTH RIGHT SQUARE BRACKET}": "[",
    "\N{RIGHT BLACK LENTICULAR BRACKET}": "[",
}
_WIDE = {*_OPENING, *_PARTNER} - {")", "]"}
BRACKETS = ("(", "[", *_OPENING, *_PARTNER)
_ENUMERATOR = lazy(r"(?:^|[\s,;:.(])\(?(?:[a-zA-Z]|\d{1,3}|[ivx]{1,4})$")
_FACE = lazy(r"[:;=8xX]['-]?$")
STRAY_PERCENTAGES = (". %", ". percent", ". per cent", "%,")
_DIGITS = 40
_NUMBER_START = lazy(r"\. ((?:%|percent|per cent)|\d+(?:\.\d+)? ?%,)(?= [a-z])")
_SPANS = ("year", "month", "week", "summer", "winter", "spring", "autumn", "season")
TIMES = (
    *(f"{word} {span}" for word in ("this", "last", "next", "that") for span in _SPANS),
    *("yesterday", "years ago", "months ago", "weeks ago", "days ago"),
)
"""Times after which adjectives are left over; lower case."""
_LEFT_OVER = lazy(r"[a-z ]{4,11}? ([a-z]+) and ([a-z]+)\.")


def too_long(view: View, words: int) -> Iterator[Hit]:
    """Yield the first words of each sentence of more than `words` words."""
    least = words * 4
    for start, end in view.sentences:
        if end - start < least:
            continue
        count = view.text.count(" ", start, end) + 1
        if count > words and view.block_at(start)[0] == "paragraph":
            fifth = start
            for _ in range(5):
                fifth = view.text.find(" ", fifth + 1, end)
            yield Hit(start, fifth, values={"count": str(count)})


def brackets(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield round and square brackets that have no partner in their block or a near one.

    `positions` are those of all `BRACKETS`.
    """
    text = view.text
    # Even counts settle most blocks; wide brackets may close plain ones, so they are all read.
    wide = not _WIDE.isdisjoint(view.odd)
    orphans: list[int] = []
    for (kind, start, _), group in groupby(positions, view.block_at):
        places = list(group)
        if kind != "code" and (wide or _uneven("".join([text[at] for at in places]))):
            orphans += _orphans(text, start, places)
    skip: set[int] = set()
    for one, other in pairwise(orphans):
        # A parenthesis that runs over several paragraphs: open here, closed a little later.
        if text[one] not in _PARTNER and _PARTNER.get(text[other]) == _opens(text[one]):
            skip |= {one, other}
    yield from (Hit(at, at + 1) for at in orphans if at not in skip)


def _uneven(brackets: str) -> bool:
    """Whether one of the brackets of a block can be without a partner."""
    return brackets != "()" and (
        brackets.count("(") != brackets.count(")")
        or brackets.count("[") != brackets.count("]")
        or brackets.find("(") > brackets.find(")")
    )


def _orphans(text: str, start: int, places: list[int]) -> list[int]:
    """Return which of the brackets of a block have no partner in it."""
    stack: list[int] = []
    orphans: list[int] = []
    for at in places:
        bracket = text[at]
        face = _FACE.search(text, max(start, at - 3), at)
        if bracket not in _PARTNER:
            if not face:
                stack.append(at)
        elif stack and _opens(text[stack[-1]]) == _PARTNER[bracket]:
            stack.pop()
        elif not face and not _ENUMERATOR.search(text, max(start, at - 6), at):
            orphans.append(at)
    return sorted(orphans + stack)


def _opens(bracket: str) -> str:
    return _OPENING.get(bracket, bracket)


def number_starts(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield a sentence that begins with a percent sign, or with a stray percentage.

    `positions` are those of `STRAY_PERCENTAGES`.
    """
    for at in positions:
        first = at if view.text[at] == "." else view.text.rfind(". ", max(0, at - _DIGITS), at)
        match = _NUMBER_START.match(view.text, first) if first >= 0 else None
        if match and match.end() >= at:
            yield Hit(match.start(1), match.end(1))


def trailing_adjectives(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield adjectives left over after a time at the end: "… last year steady and stable."."""
    for at in positions:
        found = _LEFT_OVER.match(view.low, at)
        if found and is_adjective(found[1]) and is_adjective(found[2]):
            yield Hit(found.start(1), found.end(2))
