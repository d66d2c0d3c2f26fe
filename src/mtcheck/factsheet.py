"""What an editor checks one by one: names, acronyms, numbers, dates and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mtcheck.engine.analysis.quote_pairs import read_marks
from mtcheck.engine.kinds.names import names_of, variants_of
from mtcheck.engine.view import View
from mtcheck.text.span import Span

FactKind = Literal["name", "acronym", "number", "date", "quotation"]
FACT_KINDS: tuple[FactKind, ...] = ("name", "acronym", "number", "date", "quotation")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the article states, with every place where it stands (spans of the raw text).

    `variants` are other spellings found in the article; `known` says that a list of ours holds
    it (`note` then says as what), so that the rest can be marked "to verify".
    """

    kind: FactKind
    text: str
    places: tuple[Span, ...]
    variants: tuple[str, ...] = ()
    known: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of one article, each kind in order of first appearance."""

    facts: tuple[Fact, ...]

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind."""
        return tuple(f for f in self.facts if f.kind == kind)


Place = tuple[str, int, int]

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} {_DAY}(?:,? (?:1[5-9]|20)\d\d)?|{_DAY} {_MONTH}(?: (?:1[5-9]|20)\d\d)?"
    rf"|{_MONTH},? (?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d-\d\d-\d\d(?:T[\d:.]+Z?)?"
    r"|(?:in|since|from|until|by|of|before|after|to|and) (?P<year>(?:1[5-9]|20)\d\d))\b(?!\.\d)"
)
_SCALE = "hundred|thousand|million|billion|trillion"
_FUNCTION_WORDS = (
    "a|an|and|are|as|at|but|by|for|from|had|has|have|he|if|in|into|is|it|of|on|or|per|she|so|than"
    "|that|the|their|they|this|to|was|we|were|when|which|while|who|will|with"
)
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?(?!\d|[.,:]\d|(?:st|nd|rd|th)\b)"
# A figure with its money sign, scale and percent, or else with the noun that it counts.
_NUMBER = re.compile(
    r"(?<![\w.,:-])(?:"
    rf"(?:US|HK|NT|A|C)?[$€£¥] ?{_FIGURE}(?: (?:{_SCALE})\b)?"
    rf"|{_FIGURE}(?: ?(?:%|per ?cent\b)|(?: (?:{_SCALE})\b)?"
    rf"(?: (?!(?:{_FUNCTION_WORDS})\b)[a-z][a-z-]+)?))"
)
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,6}s?|(?:[A-Z]\.){2,5})(?![\w])")


def fact_sheet(view: View, known: Mapping[str, str]) -> FactSheet:
    """Return the facts of a document; `known` is what our lists call the names they hold."""
    dates = list(_dates(view.text))
    taken = {i for _, a, b in dates for i in range(a, b)}
    numbers = [p for p in _matches(_NUMBER, view.text) if p[1] not in taken]
    variants = _spellings(view)
    facts = (
        *_facts(view, "name", _names(view, known), known, variants),
        *_facts(view, "acronym", _matches(_ACRONYM, view.text), known, {}),
        *_facts(view, "number", numbers, {}, {}),
        *_facts(view, "date", dates, {}, {}),
        *_facts(view, "quotation", _quotations(view), {}, {}),
    )
    return FactSheet(facts)


def _names(view: View, known: Mapping[str, str]) -> list[Place]:
    """The names of the text; known ones that hold "and", which else come in two, whole."""
    whole: list[Place] = []
    for name in known:
        if " and " in name and name in view.text:
            found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", view.text)
            whole += ((name, match.start(), match.end()) for match in found)
    rest = (
        place
        for place in names_of(view)
        if not any(start <= place[1] and place[2] <= end for _, start, end in whole)
    )
    return sorted([*whole, *rest], key=lambda place: place[1:])


def _spellings(view: View) -> dict[str, tuple[str, ...]]:
    """Other spellings of each name, word by word: Sergey Shoigu for Sergei Shoigu."""
    found: dict[str, tuple[str, ...]] = {}
    for group in variants_of(view):
        texts = [p.text for p in (group.main, *group.others)]
        for text in texts:
            found[text] = tuple(t for t in texts if t != text)
    return found


def _quotations(view: View) -> Iterator[Place]:
    """Every closed quotation, with its marks."""
    reading = view.once(read_marks)
    opened = [at for at, opens in reading.tidy if opens]
    closed = [at for at, opens in reading.tidy if not opens]
    pairs = list(zip(opened, closed, strict=True))
    pairs += [(m.at, m.mate) for m in reading.marks if m.role == "open" and m.mate is not None]
    for start, end in sorted(pairs):
        yield view.exact[start : end + 1], start, end + 1


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Place]:
    for match in pattern.finditer(text):
        yield match.group(), match.start(), match.end()


def _dates(text: str) -> Iterator[Place]:
    for match in _DATE.finditer(text):
        group = "year" if match["year"] else 0
        yield match[group], match.start(group), match.end(group)


def _facts(
    view: View,
    kind: FactKind,
    places: Iterable[Place],
    known: Mapping[str, str],
    variants: Mapping[str, tuple[str, ...]],
) -> Iterator[Fact]:
    """One fact for each different text, its places together."""
    by_text: dict[str, list[Span]] = {}
    for text, start, end in places:
        by_text.setdefault(text, []).append(view.raw_span(start, end))
    for text, spans in by_text.items():
        note = known.get(text)
        words = (text, *text.split(" "))
        others = dict.fromkeys(other for word in words for other in variants.get(word, ()))
        yield Fact(kind, text, tuple(spans), tuple(others), known=note is not None, note=note)
