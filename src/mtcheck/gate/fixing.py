"""Findings fixed: their replacements written into the file, round after round until none is left.

Fixes make room for others: of two that want the same words one has to wait, and words that were
not found may be, once those beside them are right.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mtcheck.decisions import is_read
from mtcheck.errors import InputError
from mtcheck.finding import SEVERITIES, Finding
from mtcheck.formats.file import File
from mtcheck.formats.inplace import Unchanged, changed
from mtcheck.formats.reading import format_of
from mtcheck.formats.rewrite import encoding_after, raw_edits
from mtcheck.gate.result import Located, Result
from mtcheck.gate.settings import Settings
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

ROUNDS = 10
"""How often a file is fixed and checked again before it is said to have no end."""

_Mark = tuple[str, str, str]
"""A document, a rule, and the words that it found."""


class Fixes(NamedTuple):
    """Which findings are fixed: the safe ones, and if `unsafe` the first replacement of every one
    of a rule that found something of a severity in `shown`. With `keep_lines`, none that changes
    how many lines there are."""

    unsafe: bool = False
    shown: tuple[str, ...] = SEVERITIES
    keep_lines: bool = False

    def wanted(self, result: Result) -> list[Located]:
        """Return the findings of a result that these are."""
        # A rule that counts once finds the same slip again as a suggestion, which is fixed as well.
        shown = {f.rule for f, *_ in result.found if f.severity in self.shown}
        return [
            each
            for each in result.found
            if each.finding.replacements
            and (each.finding.safe_fix or (self.unsafe and each.finding.rule in shown))
        ]

    def left(self, results: Iterable[Result]) -> tuple[int, int]:
        """Return how many findings that are shown are left, and how many of them only unsafe fixes
        would change."""
        findings = [f for result in results for f, *_ in result.found if f.severity in self.shown]
        more = sum(bool(f.replacements) and not f.safe_fix for f in findings)
        return len(findings), 0 if self.unsafe else more


class Fixed(NamedTuple):
    """What became of a file: its new bytes, None when nothing was fixed; what is left of its
    findings; how many were fixed; how many of those to fix could not be, since more than their
    words would change; and the rules whose fixes found no end (none where all went well)."""

    data: bytes | None
    left: Sequence[Result]
    fixed: int = 0
    stuck: int = 0
    endless: tuple[str, ...] = ()


def fixed(
    file: File,
    found: Sequence[Result],
    fixes: Fixes,
    settings: Settings,
    again: Callable[[bytes], Sequence[Result]],
) -> Fixed:
    """Return what `fixes` make of a file.

    `found` are its results, of which nothing is fixed that is suppressed, and `again` gives those
    of the file with other bytes. Raises InputError when the file cannot be written back as it is,
    when it has changed since it was checked, and what `again` raises.
    """
    held = _suppressed(found)
    made = Fixed(None, found)
    form: str | None = None
    before: set[bytes] = set()
    for number in range(ROUNDS + 1):
        if not any(fixes.wanted(result) for result in made.left):
            break
        if form is None:
            form = format_of(file, settings.form)
            before.add(file.data)
        # What a baseline knows it knows by its sentence, in which something may have been fixed.
        once = _Round(file.name, made.left, fixes, held - _suppressed(made.left))
        try:
            data = b"".join(changed(file, once.edits, settings.reading, form))
        except Unchanged:
            made = made._replace(stuck=once.stuck)
            break
        if number == ROUNDS or data in before:
            made = made._replace(endless=tuple(once.fixed))
            break
        before.add(data)
        file = File(file.name, data)
        made = Fixed(data, again(data), made.fixed + once.fixed.total())
    return made


class _Round:
    """The edits of one round; `fixed` counts them by rule, `stuck` those that cannot be made."""

    def __init__(
        self, name: str, found: Sequence[Result], fixes: Fixes, held: Counter[_Mark]
    ) -> None:
        self._name = name
        self._found = iter(found)
        self._fixes = fixes
        self._held = held
        self.fixed: Counter[str] = Counter()
        self.stuck = 0

    def edits(self, document: Document) -> list[Edit]:
        """Return the edits of the next document of the file, in code points of its text."""
        result = next(self._found, None)
        if result is None or (result.file, result.record) != (document.name, document.record):
            raise self._changed()
        made: list[Edit] = []
        taken: list[Span] = []
        for located in sorted(self._fixes.wanted(result), key=_first):
            finding = located.finding
            mark = _mark(result, located)
            if self._held[mark] > 0:
                self._held[mark] -= 1
                continue
            if finding.span.of(document.raw) != finding.text:
                raise self._changed()
            place = bisect(taken, finding.span)
            if not _is_apart(finding.span, taken[max(0, place - 1) : place + 1]):
                continue
            edit = _edit(document, finding)
            if edit is None or not self._changes(document, edit):
                self.stuck += 1
                continue
            taken.insert(place, finding.span)
            made.append(edit)
            self.fixed[finding.rule] += 1
        return sorted(made)

    def _changed(self) -> InputError:
        return InputError(f"{self._name}: it changed while it was checked; check it once more")

    def _changes(self, document: Document, edit: Edit) -> bool:
        """Whether an edit changes something of the file, and nothing that it should not."""
        raw = raw_edits(document, [edit])
        if all(each.span.of(document.raw) == each.text for each in raw):
            return False
        lines = sum(e.text.count("\n") - e.span.of(document.raw).count("\n") for e in raw)
        if lines and self._fixes.keep_lines:
            return False
        # A character that the encoding lacks would make another file of all of it.
        return edit.text.isascii() or encoding_after(document, [edit]) == document.encoding


def _suppressed(found: Sequence[Result]) -> Counter[_Mark]:
    return Counter(_mark(result, each.located) for result in found for each in result.suppressed)


def _mark(result: Result, located: Located) -> _Mark:
    return result.title, located.finding.rule, located.shown


def _first(located: Located) -> tuple[int, int, int]:
    """The order in which findings get what they want: the severe before the others, the earlier
    before the later, and of two from one place the longer."""
    finding = located.finding
    return SEVERITIES.index(finding.severity), finding.span.start, -finding.span.end


def _is_apart(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch shares nothing with others; an empty one does not even touch them."""
    if not all(map(len, (span, *others))):
        return all(other.end < span.start or span.end < other.start for other in others)
    return not any(span.overlaps(other) for other in others)


def _edit(document: Document, finding: Finding) -> Edit | None:
    """Return the first replacement of a finding as an edit of the text, as short as can be and
    where it can without markup in it; None where the finding is not about the text."""
    if not is_read(document, finding.span):
        return None
    span, new = document.offsets.to_new(finding.span), finding.replacements[0]
    old = span.of(document.text)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    late = Edit(Span(span.start + start, span.end - end), new[start : len(new) - end])
    end = _alike(old[::-1], new[::-1])
    start = _alike(old[: len(old) - end], new[: len(new) - end])
    soon = Edit(Span(span.start + start, span.end - end), new[start : len(new) - end])
    plain = (each for each in (late, soon) if len(document.raw_span(each.span)) == len(each.span))
    return next(plain, late)


def _alike(one: str, other: str) -> int:
    """Return how many code points at the start of two texts are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
