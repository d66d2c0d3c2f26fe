"""What becomes of LanguageTool's matches: few of them are worth an editor's time.

A match passes when its rule is one that raters agree with (`verdicts`), when a suspected
misspelling is likely one (`spelling`), and when mtcheck has not said the same of the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from mtcheck.engine.view import View
from mtcheck.engines.languagetool.families import DROP, NAME
from mtcheck.engines.languagetool.likely import is_likely
from mtcheck.engines.languagetool.match import AREA, Match, id_of
from mtcheck.engines.languagetool.names import shipped_names
from mtcheck.engines.languagetool.spelling import Known, spelling
from mtcheck.engines.languagetool.verdicts import Verdict, verdict
from mtcheck.finding import PENALTIES, Finding, Origin
from mtcheck.text.span import Span

_MOST_REPLACEMENTS = 3
_LONGEST_SHARED = 40  # code points; longer findings of ours speak of a whole sentence
_STRETCH = 256  # code points
_BESIDE = 2  # code points between two words
_LONGEST_MESSAGE = 300
_QUOTES = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"))

_KINDS = (
    ("punctuation", "whitespace", "number-format", "date-format", "character-encoding", "markup"),
    ("spelling", "entity", "inconsistency", "terminology", "untranslated", "character-encoding"),
    ("duplication", "grammar", "unidiomatic", "overly-literal", "mistranslation", "style"),
)
"""Categories that are one kind of thing when two findings share words."""


def rule_id(match: Match) -> str:
    """Return the id under which findings of a match's rule are known here."""
    return id_of(match.rule)


def sieve(
    view: View,
    matches: Sequence[Match],
    ours: Sequence[Finding],
    known: Known = shipped_names,
) -> list[Finding]:
    """Return what remains of LanguageTool's matches, in text order.

    `matches` are in code points of `view.doc.text`; `ours` is what mtcheck found in the same
    document. `known` gives the words of names that are spelled right.
    """
    kept: list[Finding] = []
    suspects = _suspects(matches)
    said = _Said(ours)
    for match in sorted(matches, key=lambda match: (match.start, match.end, match.rule)):
        decided = verdict(match)
        if decided.verdict == DROP or not 0 <= match.start < match.end <= len(view.doc.text):
            continue
        start, end = view.offsets.to_new(Span(match.start, match.end))
        if not view.is_checked(start, end):
            continue
        offered = _offered(view.doc.text[match.start : match.end], match.replacements)
        if decided.verdict == NAME:
            if _has_neighbour(suspects, match):
                continue
            offered = spelling(view, start, end, match.replacements, known)
        if not offered or not is_likely(view, start, end, match):
            continue
        found = _finding(view, match, decided, offered)
        if found.text and not said.says(found):
            kept.append(found)
            said.add(found)
    return sorted(kept, key=lambda finding: (finding.span.start, finding.span.end, finding.rule))


def _finding(view: View, match: Match, decided: Verdict, offered: tuple[str, ...]) -> Finding:
    of = decided.family
    span = view.doc.raw_span(Span(match.start, match.end))
    text = view.doc.raw[span.start : span.end]
    return Finding(
        rule_id(match),
        span,
        of.severity,
        of.category,
        _message(match, decided, " ".join(text.split()), offered),
        text,
        offered,
        False,
        PENALTIES[of.severity],
        Origin(AREA, match.rule, match.url),
    )


def _message(match: Match, decided: Verdict, text: str, offered: tuple[str, ...]) -> str:
    """Return what to tell the editor: the words, and what to write."""
    written = " or ".join(f"“{new}”" for new in offered)
    if decided.verdict == NAME:
        small = offered[0].lower() == text
        return f"“{text}” is {'a name' if small else 'misspelled'}; write {written}."
    said = " ".join(match.message.split())
    said = said if len(said) <= _LONGEST_MESSAGE else said[: _LONGEST_MESSAGE - 1] + "…"
    if any(f"{left}{text}{right}" in said for left, right in _QUOTES):
        return said
    return f"“{text}”: {said}"


def _offered(text: str, replacements: Sequence[str]) -> tuple[str, ...]:
    """Return the replacements that can be offered: other than the text, none over a line's end."""
    different = [new for new in dict.fromkeys(replacements) if new != text and "\n" not in new]
    return tuple(different[:_MOST_REPLACEMENTS])


def _suspects(matches: Sequence[Match]) -> list[tuple[int, int]]:
    """Return where words stand that LanguageTool does not know, in text order."""
    return sorted({(m.start, m.end) for m in matches if verdict(m).verdict == NAME})


def _has_neighbour(suspects: list[tuple[int, int]], match: Match) -> bool:
    """Whether the next word is unknown as well: a phrase of another language, or a name."""
    at = bisect_left(suspects, (match.start, match.end))
    before, after = suspects[max(0, at - 1) : at], suspects[at + 1 : at + 2]
    return any(0 <= match.start - end <= _BESIDE for _, end in before) or any(
        0 <= start - match.end <= _BESIDE for start, _ in after
    )


class _Said:
    """Findings by where they stand, so that those that share words with another are few to ask."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._by_stretch: dict[int, list[Finding]] = {}
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        for stretch in self._stretches(finding):
            self._by_stretch.setdefault(stretch, []).append(finding)

    def says(self, found: Finding) -> bool:
        """Whether one says the same kind of thing about words that `found` shares with it."""
        return any(
            other.span.overlaps(found.span) and _is_same(other, found)
            for stretch in self._stretches(found)
            for other in self._by_stretch.get(stretch, ())
        )

    @staticmethod
    def _stretches(finding: Finding) -> range:
        return range(finding.span.start // _STRETCH, finding.span.end // _STRETCH + 1)


def _is_same(other: Finding, found: Finding) -> bool:
    if other.span == found.span or other.category == found.category:
        return True
    if len(other.span) > _LONGEST_SHARED:
        return False
    return any(other.category in kind and found.category in kind for kind in _KINDS)
