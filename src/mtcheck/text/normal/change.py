"""What a repair is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from mtcheck.text.span import Span

Quotes = Literal["keep", "straight", "curly"]
Nesting = Literal["keep", "american", "british"]
LineEnds = Literal["keep", "lf", "crlf"]


class Change(NamedTuple):
    """Write `text` instead of what stands at `span`, for the reason that `edit` names.

    `span` is no longer than it must be, and may be empty; `shown` is what a reader has to see of
    the text to understand it. Both are in code points of the text.
    """

    edit: str
    span: Span
    text: str
    shown: Span


class Style(NamedTuple):
    """How a house writes where good English may be written in several ways.

    "keep" is how the text itself does it: what most of it does is what all of it does.
    `line_break` is what a separator of lines or paragraphs becomes.
    """

    quotes: Quotes = "keep"
    nesting: Nesting = "keep"
    line_ends: LineEnds = "keep"
    line_break: str = "\n"


class Found(NamedTuple):
    """A stretch of a text and what it should be, with as much around it as a reader has to see."""

    start: int
    end: int
    text: str


CURLY_OPEN = "\N{LEFT DOUBLE QUOTATION MARK}"
CURLY_CLOSE = "\N{RIGHT DOUBLE QUOTATION MARK}"
SINGLE_OPEN = "\N{LEFT SINGLE QUOTATION MARK}"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
SPACES = (
    "\N{NO-BREAK SPACE}\N{EN QUAD}\N{EM QUAD}\N{EN SPACE}\N{EM SPACE}\N{THREE-PER-EM SPACE}"
    "\N{FOUR-PER-EM SPACE}\N{SIX-PER-EM SPACE}\N{FIGURE SPACE}\N{PUNCTUATION SPACE}\N{THIN SPACE}"
    "\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
    "\N{OGHAM SPACE MARK}"
)
"""Spaces that are not the one of the keyboard."""

_PLAIN = {
    SINGLE_OPEN: "'",
    APOSTROPHE: "'",
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}": "'",
    CURLY_OPEN: '"',
    CURLY_CLOSE: '"',
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}": '"',
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    **dict.fromkeys(SPACES, " "),
}


class Text:
    """A text to repair: `exact`, and `plain` of the same length with straight quotation marks and
    plain spaces and hyphens, in which places are easier to recognise."""

    def __init__(self, exact: str, style: Style) -> None:
        self.exact = exact
        self.plain = _folded(exact)
        self.style = style
        self.read_to = 0
        """How far words were looked at for misread bytes: a long one is not looked at twice."""

    @cached_property
    def second_guillemets(self) -> frozenset[int]:
        """Where guillemets stand that are the second of a pair: they point either way, so they are
        counted from the start of their line."""
        found: list[int] = []
        for family in ("«»", "‹›"):
            opened: int | None = None
            for at in sorted(at for mark in family for at in _all_of(mark, self.exact)):
                if opened is not None and self.exact.find("\n", opened, at) < 0:
                    found.append(at)
                    opened = None
                else:
                    opened = at
        return frozenset(found)

    @cached_property
    def counts(self) -> tuple[int, int]:
        """How many straight and how many curly quotation marks and apostrophes there are."""
        count = self.exact.count
        return (
            count('"') + count("'"),
            count(CURLY_OPEN) + count(CURLY_CLOSE) + count(SINGLE_OPEN) + count(APOSTROPHE),
        )

    @cached_property
    def marks(self) -> tuple[str, str]:
        """The double quotation marks of this text, or of the house, opening and closing."""
        style = self.style.quotes
        if style == "keep":
            curly = self.exact.count(CURLY_CLOSE) > self.exact.count('"') / 2
            style = "curly" if curly else "straight"
        return (CURLY_OPEN, CURLY_CLOSE) if style == "curly" else ('"', '"')

    @cached_property
    def apostrophe(self) -> str:
        """The apostrophe of this text, or of the house."""
        style = self.style.quotes
        if style == "keep":
            curly = self.exact.count(APOSTROPHE) > self.exact.count("'")
            style = "curly" if curly else "straight"
        return APOSTROPHE if style == "curly" else "'"

    def in_its_marks(self, start: int, end: int, fixed: str) -> str:
        """Return `fixed`, made of `plain[start:end]`, with the marks that `exact` has there."""
        exact, plain = self.exact[start:end], self.plain[start:end]
        if exact == plain:
            return fixed
        marks = iter([e for e, f in zip(exact, plain, strict=True) if f in "\"'-"])
        return "".join(next(marks, c) if c in "\"'-" else c for c in fixed)


Find = Callable[[Text, int], Found | None]
"""From a text and a place to look at to what is wrong there, None when nothing is."""

Sweep = Callable[[Text], Iterator[Found]]


class Repair(NamedTuple):
    """A repair of single places: `at` says where to look, as characters and what must stand around
    one of them (a regular expression right behind it, so that most places cost nothing)."""

    edit: str
    find: Find
    at: tuple[tuple[str, str], ...]


class OddRepair(NamedTuple):
    """A repair of characters that few English texts hold: `characters` as in a regular expression's
    class, none of them ASCII."""

    edit: str
    find: Find
    characters: str


class WholeRepair(NamedTuple):
    """A repair that has to look at a whole text; `find` yields what it finds in order, soon."""

    edit: str
    find: Sweep


AnyRepair = Repair | OddRepair | WholeRepair


def _all_of(mark: str, text: str) -> Iterator[int]:
    """Where a mark stands; ten times as fast as an expression for several."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _folded(text: str) -> str:
    if not text.isascii():
        for odd, plain in _PLAIN.items():
            text = text.replace(odd, plain)
    return text.replace("\t", " ")


def members(characters: str) -> frozenset[str]:
    """Return the characters of a class as regular expressions write it: `a-cx` is a, b, c and x."""
    found: set[str] = set()
    at = 0
    while at < len(characters):
        last = characters[at + 2] if characters[at + 1 : at + 2] == "-" else characters[at]
        found.update(map(chr, range(ord(characters[at]), ord(last) + 1)))
        at += 3 if characters[at + 1 : at + 2] == "-" else 1
    return frozenset(found)
