"""Which quotation marks open, which close and which pair: the state machine behind `quotes`.

A straight `"` does not say what it is; its neighbours mostly do: `("He` opens, `left."` closes.
Where a machine has moved, doubled or lost marks the neighbours mislead (`the vessel" Vladimirsky
"and`), so that a block with anything out of order is read as a whole: every mark is called opening,
closing or extra so that the sum of what would be wrong with it is smallest (Viterbi over the depth
of quotation). Blocks in which every mark is where it should be, nearly all, never get that far.

Apostrophes, marks that stand for one (`I"m`) and single marks play no part. Inches are extra marks
after a digit. A quotation over several paragraphs opens each of them and is closed in the last; one
that is opened once and closed some paragraphs later (texts with one sentence a line) is taken as
well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy
from mtcheck.text.normal.apostrophes import is_apostrophe

Role = Literal["open", "again", "close", "inch", "double"]

CURLY_OPEN = "\N{LEFT DOUBLE QUOTATION MARK}"
CURLY_CLOSE = "\N{RIGHT DOUBLE QUOTATION MARK}"
MARKS = '"' + CURLY_OPEN + CURLY_CLOSE

# Group 1: an opening mark in its place; group 2: a closing one; neither: to be looked at.
_PLACE = (
    rf"(?:(?<!{CURLY_CLOSE})(?<![^\s(\[{{/=—–'‘-].)(?=[^\s{MARKS}.,;:!?)\]}}])()"
    rf"|(?<!{CURLY_OPEN})(?<=[^\s{MARKS}(\[{{—–-].)(?![\w{MARKS}])()"
    r"|)"
)
_MARK = lazy(f"[{MARKS}]{_PLACE}")
_STRAIGHT_MARK = lazy(f'"{_PLACE}')
SPEAK = (
    "said|says|added|adds|told|noted|notes|explained|explains|stressed|stresses|warned|warns"
    "|replied|replies|insisted|insists|admitted|admits|recalled|recalls|concluded|concludes"
    "|continued|argued|argues|wrote|writes|declared|emphasi[sz]ed|announced|stated|remarked"
    "|quoted|quotes|shared"
)
_SPEAKER_BEFORE = lazy(rf"(?:\b(?:{SPEAK}|saying)(?: that)?,?|:) ?\Z")
_SPEAKER_AFTER = lazy(rf" ?(?:[\w.'’-]+ ){{0,4}}(?:{SPEAK})\b")
_CONJUNCTION = lazy(r"(?:and|or|as well as)[ \"“”]")
_AFTER_SENTENCE = ".,;:!?%)…"

# What each oddity costs, by judgement: a lost mark weighs more than one moved by a space, less
# than two of them.
_LOST = 3.5
_SPACED = _GLUED = 2.0
_SHIFTED = 3.0
_TURNED = 1.5
_NESTED = 3.0
_ABSURD = 6.0
_EMPTY = 3.0
_UNLIKELY = 2.0
_INCH = 1.0
_DOUBLED = 1.2
_CARRIED = 0.25
_FARTHEST = 4  # blocks without a mark that a quotation may run on through


class Mark(NamedTuple):
    """A mark and what it does. `mate` is where its other half stands; None when there is none."""

    at: int
    role: Role
    mate: int | None
    depth: int
    block: tuple[int, int]


class Reading:
    """Marks of the blocks in which something is out of order, in text order.

    `tidy` are the (position, opens) of all other marks. `carried` are opening marks whose
    quotation goes on in a later block.
    """

    __slots__ = ("carried", "marks", "tidy")

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.tidy: list[tuple[int, bool]] = []
        self.carried: set[int] = set()


def read_marks(view: View) -> Reading:
    """Return how the double quotation marks of `view` pair; use as `view.once(read_marks)`."""
    out = Reading()
    if '"' not in view.text:
        return out
    waiting: tuple[int, int] | None = None  # an unclosed mark, and the number of its block
    for number, block, tokens in _by_block(view):
        if waiting is not None and number - waiting[1] > _FARTHEST:
            waiting = None
        again = tokens[0][0] == block[0]
        if _is_tidy(tokens) and (waiting is None or again):
            out.tidy += [(at, group == 1) for at, group in tokens]
            if waiting is not None:
                out.carried.add(waiting[0])
            waiting = None
            continue
        marks, inherited, still_open = _read_block(
            view.exact, block, [at for at, _ in tokens], waiting is not None
        )
        if waiting is not None and (inherited or again):
            out.carried.add(waiting[0])
        out.marks += marks
        waiting = None if still_open is None else (still_open, number)
    return out


def _is_tidy(tokens: list[tuple[int, int]]) -> bool:
    """Whether the marks of a block open and close in turn, each in its place."""
    if len(tokens) % 2:
        return False
    groups = [group for _, group in tokens]
    return groups == [1, 2] * (len(tokens) // 2)


def _by_block(view: View) -> Iterator[tuple[int, tuple[int, int], list[tuple[int, int]]]]:
    """Yield the number, span and marks (position, group of `_MARK`) of blocks that have marks."""
    pattern = _STRAIGHT_MARK if view.odd.isdisjoint(CURLY_OPEN + CURLY_CLOSE) else _MARK
    group: list[tuple[int, int]] = []
    number, end = -1, 0
    for match in pattern.finditer(view.exact):
        at = match.start()
        if at >= end:
            if group:
                yield number, view.blocks[number][1:], group
            number = view.block_index(at)
            kind, _, end = view.blocks[number]
            group = []
        if kind != "code" and not (view.exact[at] == '"' and is_apostrophe(view.exact, at)):
            group.append((at, match.lastindex or 0))
    if group:
        yield number, view.blocks[number][1:], group


def _read_block(
    text: str, block: tuple[int, int], places: list[int], waiting: bool
) -> tuple[list[Mark], bool, int | None]:
    """Return the marks of one block, whether it goes on with a quotation opened before it, and
    the place of the mark that is still open at its end."""
    roles, inherited = _cheapest(text, block, places, waiting)
    marks: list[Mark] = []
    stack: list[int] = []  # indices into `marks` of what is open
    owed = inherited
    for at, role in zip(places, roles, strict=True):
        mate = None
        depth = len(stack)
        if role == "again":
            stack.clear()
        if role in ("open", "again"):
            stack.append(len(marks))
        elif role == "close" and stack:
            opener = stack.pop()
            depth -= 1
            mate = marks[opener].at
            marks[opener] = marks[opener]._replace(mate=at)
        elif role == "close" and owed:
            owed, mate = False, at
        marks.append(Mark(at, "open" if role == "again" else role, mate, depth, block))
    return marks, inherited, marks[stack[0]].at if stack else None


def _cheapest(
    text: str, block: tuple[int, int], places: list[int], waiting: bool
) -> tuple[list[Role], bool]:
    """The cheapest reading of a block: a role for each mark, and whether it starts quoted."""
    costs = {0: 0.0, 1: _CARRIED} if waiting else {0: 0.0}
    trail: list[dict[int, tuple[int, Role]]] = []
    for index in range(len(places)):
        after: dict[int, float] = {}
        step: dict[int, tuple[int, Role]] = {}
        moves = _moves(text, places, index, block)
        for depth, cost in costs.items():
            for reached, role, more in moves[depth]:
                if reached not in after or cost + more < after[reached]:
                    after[reached] = cost + more
                    step[reached] = (depth, role)
        costs = after
        trail.append(step)
    depth = min(costs, key=lambda d: costs[d] + _LOST * d)
    roles: list[Role] = []
    for step in reversed(trail):
        depth, role = step[depth]
        roles.append(role)
    return roles[::-1], depth == 1


def _moves(
    text: str, places: list[int], index: int, block: tuple[int, int]
) -> list[list[tuple[int, Role, float]]]:
    """For each depth, what a mark can do: the depth that it leads to, its role and its cost."""
    at = places[index]
    opening = _cost_of_opening(text, at, *block)
    closing = _cost_of_closing(text, at, *block)
    extra = _cost_of_extra(text, places, index)
    return [
        [(0, "close", closing + _LOST), (1, "open", opening), *((0, r, c) for r, c in extra)],
        [
            (0, "close", closing),
            (1, "again", opening + _LOST),
            (2, "open", opening + _NESTED),
            *((1, r, c) for r, c in extra),
        ],
        [(1, "close", closing), *((2, r, c) for r, c in extra)],
    ]


def _cost_of_opening(text: str, at: int, start: int, end: int) -> float:
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else ""
    if not right:
        return _ABSURD
    glued = left.isalnum() or left in _AFTER_SENTENCE
    cost = _TURNED if text[at] == CURLY_CLOSE else 0.0
    if left == " " and _SPEAKER_AFTER.match(text, at + 1, end):
        cost += _UNLIKELY
    if _CONJUNCTION.match(text, at + 1, end):
        cost += 2 * _UNLIKELY
    if right.isspace():
        after = _EMPTY if text[at + 2 : at + 3] in MARKS and at + 2 < end else 0.0
        return cost + after + (_SHIFTED if glued else _SPACED)
    if right in MARKS and left != " ":
        cost += _EMPTY
    if right in ",;:!?)]}" or (right == "." and text[at + 2 : at + 3] != "."):
        cost += 4.0
    if not glued:
        return cost
    return cost + (_GLUED if left.isalnum() else _TURNED)


def _cost_of_closing(text: str, at: int, start: int, end: int) -> float:
    if at == start:
        return _ABSURD + _SPACED
    left = text[at - 1]
    right = text[at + 1] if at + 1 < end else " "
    glued = right.isalnum()
    cost = _TURNED if text[at] == CURLY_OPEN else 0.0
    if left.isspace():
        if glued and _SPEAKER_BEFORE.search(text, max(start, at - 20), at):
            cost += _UNLIKELY
        return cost + (_SHIFTED if glued else _SPACED)
    if left in "([{":
        cost += 4.0
    if left in MARKS and glued:
        cost += _EMPTY
    return cost + (_GLUED if glued else 0.0)


def _cost_of_extra(text: str, places: list[int], index: int) -> list[tuple[Role, float]]:
    at = places[index]
    found: list[tuple[Role, float]] = []
    if at and text[at - 1].isdigit():
        # 5'10" can hardly be anything else.
        feet = re.search(r"\d['’]\d{1,2}$", text[max(0, at - 5) : at])
        found.append(("inch", -0.5 if feet else _INCH))
    if index and places[index - 1] == at - 1:
        found.append(("double", _DOUBLED))
    elif index and places[index - 1] == at - 2 and text[at - 1] == " ":
        found.append(("double", _SPACED))
    return found
