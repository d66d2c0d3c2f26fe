"""Passes over a text until nothing is left to repair, and what they changed together."""

from __future__ import annotations

from bisect import bisect_right

from mtcheck.text.normal.change import Change, Style, Text
from mtcheck.text.normal.scan import scanner
from mtcheck.text.normal.table import DEFAULT
from mtcheck.text.span import Span

_FAR, _AHEAD = 160, 24
"""How far a repair looks from its place, in the same line or not, and what tells its place."""
MOST_PASSES = 12
"""Repairs uncover others (a wide bracket becomes one that lacks a space); three passes are many."""


def changes(text: str, edits: frozenset[str] = DEFAULT, style: Style | None = None) -> list[Change]:
    """Return what normalizes a text, in its code points: in order and apart from each other.

    Where several repairs follow one upon the other at one place, they are one change, and named
    by the first. Linear in the length of the text.
    """
    return noticed(text, edits, frozenset(), style)[0]


def noticed(
    text: str, edits: frozenset[str], shown: frozenset[str], style: Style | None = None
) -> tuple[list[Change], list[Change]]:
    """Return the `changes` of a text, and what the edits `shown`, which are not made, would do
    besides, where no change is."""
    style = style or Style()
    found = scanner(edits | shown).changes(Text(text, style))
    if not found:
        return [], []
    made = [change for change in found if change.edit in edits] if shown else found
    aside = [change for change in found if change.edit not in edits] if shown else []
    latest, passes = made, 0
    now = text
    while latest and passes < MOST_PASSES:
        regions, now = _touched(now, latest)
        latest = scanner(edits).changes(Text(now, style), regions)
        made = _together(text, made, latest) if latest else made
        passes += 1
    if aside and made:
        starts = [change.span.start for change in made]
        aside = [c for c in aside if not _meets(c, made, bisect_right(starts, c.span.end))]
    return made, aside


def _touched(text: str, made: list[Change]) -> tuple[list[tuple[int, int]], str]:
    """Return the lines of the text after changes in which these may be of consequence, and it."""
    now = applied(text, made)
    regions: list[tuple[int, int]] = []
    grown = done = 0
    for change in made:
        start = change.span.start + grown
        grown += len(change.text) - len(change.span)
        if start + len(change.text) + _FAR <= done:
            continue
        first = now.rfind("\n", 0, max(0, start - _FAR)) + 1
        last = now.find("\n", start + len(change.text) + _FAR)
        last = min(len(now), last + _AHEAD) if last >= 0 else len(now)
        if regions and first <= regions[-1][1]:
            regions[-1] = (regions[-1][0], last)
        else:
            regions.append((first, last))
        done = last - _AHEAD
    return regions, now


def _meets(change: Change, made: list[Change], after: int) -> bool:
    return after > 0 and made[after - 1].span.end >= change.span.start


def normalized(text: str, edits: frozenset[str] = DEFAULT, style: Style | None = None) -> str:
    """Return a text with all of its `changes` made."""
    return applied(text, changes(text, edits, style))


def applied(text: str, made: list[Change]) -> str:
    """Return a text with changes (in order, apart) made."""
    if not made:
        return text
    pieces: list[str] = []
    at = 0
    for change in made:
        pieces += (text[at : change.span.start], change.text)
        at = change.span.end
    return "".join(pieces) + text[at:]


def _together(text: str, first: list[Change], later: list[Change]) -> list[Change]:
    """Return changes of `text` that do what `first` and then `later` do.

    `later` are in code points of the text after `first`. Those of the two that touch are joined.
    """
    between = applied(text, first)
    grown = 0  # by how much the changes of `first` before here have moved the text
    rows: list[tuple[int, int, int, Change]] = []
    for change in first:
        start = change.span.start + grown
        rows.append((start, start + len(change.text), 0, change))
        grown += len(change.text) - len(change.span)
    rows += [(*change.span, 1, change) for change in later]
    rows.sort(key=lambda row: row[:3])
    out: list[Change] = []
    grown = 0
    at = 0
    while at < len(rows):
        group = [rows[at]]
        _, end, which, _ = rows[at]
        at += 1
        while at < len(rows) and (
            rows[at][0] < end or (rows[at][0] == end and rows[at][2] != which)
        ):
            group.append(rows[at])
            if rows[at][1] >= end:
                _, end, which, _ = rows[at]
            at += 1
        start = group[0][0]
        old_start = start - grown
        grown += sum(len(c.text) - len(c.span) for _, _, which, c in group if not which)
        joined = _joined(text, between, group, (start, end), (old_start, end - grown))
        if joined is not None:
            out.append(joined)
    return out


def _joined(
    text: str,
    between: str,
    group: list[tuple[int, int, int, Change]],
    middle: tuple[int, int],
    old: tuple[int, int],
) -> Change | None:
    """Return one change for those of a group, which cover `middle` of the text between the passes
    and `old` of the first; None when they undo each other."""
    if len(group) == 1 and not group[0][2]:
        return group[0][3]
    start, end = middle
    pieces: list[str] = []
    at = start
    for _, _, which, change in group:
        if which:
            pieces += (between[at : change.span.start], change.text)
            at = change.span.end
    new = "".join(pieces) + between[at:end]
    if new == text[old[0] : old[1]]:
        return None
    name = min(group, key=lambda row: row[2])[3]
    shown_start = min([old[0], *(c.shown.start for *_, which, c in group if not which)])
    shown_end = max([old[1], *(c.shown.end for *_, which, c in group if not which)])
    if len(group) == 1:
        wider = name.shown.start - start, name.shown.end - end
        shown_start = max(0, shown_start + wider[0])
        shown_end = min(len(text), max(shown_end, shown_end + wider[1]))
    return Change(name.edit, Span(*old), new, Span(shown_start, shown_end))
