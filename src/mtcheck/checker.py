"""A document and rules make findings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from mtcheck.engine.kind import Hit
from mtcheck.engine.packs import RuleSet, load
from mtcheck.engine.rule import Rule
from mtcheck.engine.suggest import either
from mtcheck.engine.view import View
from mtcheck.finding import SEVERITIES, Finding, Severity
from mtcheck.foreign import Foreign, foreign_blocks
from mtcheck.formats.plain import read_text
from mtcheck.source import ANY_SOURCE, LANGUAGES, Source, source_of
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.span import Span

_LEFT_THERE = ("untranslated", "character-encoding", "addition")
_PLACEHOLDER = lazy(r"\{([\w-]+)\}")


@cache
def shipped() -> RuleSet:
    """Return the rules that mtcheck brings along, loaded once."""
    return load()


class Checked(NamedTuple):
    """What was found in a text, in text order, and the language it was translated from.

    `source` is None when it was not said and was not asked of the text, or the text does not show.
    `foreign` are the blocks that are not English: only that they were left untranslated is found.
    """

    findings: tuple[Finding, ...]
    source: Source | None
    foreign: tuple[Foreign, ...] = ()


def check(
    text: str | Document, rules: RuleSet | None = None, *, source: str | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with an English text, in text order.

    `text` is plain text or a Document; `rules` are the shipped ones when None; `source` is as in
    `examine`. Positions are code points of the text as given, and
    `finding.text == text[finding.span.start:finding.span.end]`. Raises TypeError for anything else,
    as bytes: their encoding has to be known first.
    """
    document = read_text(text) if isinstance(text, str) else text
    if not isinstance(document, Document):
        raise TypeError(f"a str or a Document can be checked, not {type(text).__name__}")
    return examine(View(document), shipped() if rules is None else rules, source).findings


def examine(
    view: View,
    rules: RuleSet,
    source: str | None = None,
    *,
    conclude: bool = False,
    levels: Mapping[str, Severity] | None = None,
) -> Checked:
    """Return what `rules` find in a view, and the source language.

    `source` is the code of the language that the text was translated from, or ANY_SOURCE or
    NO_SOURCE. When it is None, rules that have to know it wait for what the text shows; with
    `conclude` the text is asked even if no rule waits. `levels` are the severities, by id, of rules
    that have another one than their packs say.
    """
    hits = list(rules.engine.run(view))
    if levels:
        hits = [(_at_level(rule, levels), hit) for rule, hit in hits]
    if view.foreign:
        hits = [(rule, hit) for rule, hit in hits if _is_asked(rule, hit, view)]
    if view.unchecked:
        hits = [(rule, hit) for rule, hit in hits if view.is_checked(*_seen(view, hit))]
    waiting = source != ANY_SOURCE and any(rule.needs_source for rule, _ in hits)
    known = None
    if source in LANGUAGES:
        known = Source(source)
    elif source is None and (waiting or conclude):
        known = source_of(view, (rule for rule, _ in hits))
    if waiting:
        language = known.language if known else None
        hits = [
            (rule, hit) for rule, hit in hits if not rule.needs_source or rule.language == language
        ]
    once = {rule.id for rule, _ in hits if rule.once}
    found = _without_covered(_finding(view, rule, hit) for rule, hit in hits)
    counted = tuple(_counted_once(found, once) if once else found)
    return Checked(counted, known, foreign_blocks(view) if view.foreign else ())


def _at_level(rule: Rule, levels: Mapping[str, Severity]) -> Rule:
    """Return a rule as grave as `levels` say; where they change it, it weighs accordingly."""
    level = levels.get(rule.id, rule.severity)
    return rule if level == rule.severity else rule._replace(severity=level, penalty=None)


def _is_asked(rule: Rule, hit: Hit, view: View) -> bool:
    """Whether a rule is asked where it found something: of other languages, only whether they were
    left there, in words or in characters."""
    if rule.category in _LEFT_THERE:
        return True
    at = _seen(view, hit)[0]
    return not any(start <= at < end for start, end, _ in view.foreign)


def _seen(view: View, hit: Hit) -> tuple[int, int]:
    """Return where a hit stands in the view."""
    start, end = hit.start, hit.end
    return view.offsets.to_new(Span(start, end)) if hit.of_document else (start, end)


def _counted_once(findings: Iterable[Finding], once: Container[str]) -> Iterator[Finding]:
    """Yield findings; the second and later ones of a rule in `once` weigh nothing and gate nothing:
    it is the same slip over and over."""
    seen = set()
    for finding in findings:
        if finding.rule in seen:
            finding = finding._replace(severity="suggestion", penalty=0.0)
        elif finding.rule in once:
            seen.add(finding.rule)
        yield finding


def _finding(view: View, rule: Rule, hit: Hit) -> Finding:
    if hit.of_document:
        span, seen = view.doc.raw_span(Span(hit.start, hit.end)), view.doc.text
    else:
        span, seen = view.raw_span(hit.start, hit.end), view.exact
    text = view.doc.raw[span.start : span.end]
    return Finding(
        rule.id,
        span,
        rule.severity,
        rule.category,
        message(rule, seen[hit.start : hit.end], hit.replacements, hit.values),
        text,
        hit.replacements,
        rule.safe and bool(hit.replacements),
        rule.points,
    )


def message(
    rule: Rule, text: str, replacements: Sequence[str], known: Mapping[str, str] | None = None
) -> str:
    """Return what a rule says of a text that it found: its message with its placeholders filled.

    `known` are values of placeholders beyond {found} and {suggest}.
    """
    pieces = _template(rule.message)
    if len(pieces) == 1:
        return rule.message
    values: dict[str, str] = {**(known or {})}
    if "found" in pieces and "found" not in values:
        found = " ".join(text.split())
        values["found"] = f"“{found if len(found) <= 80 else found[:79] + '…'}”"
    if "suggest" in pieces and "suggest" not in values:
        values["suggest"] = either(replacements)
    # In one go: braces that the text itself holds are no placeholders.
    return "".join(
        [values.get(piece, f"{{{piece}}}") if at % 2 else piece for at, piece in enumerate(pieces)]
    )


@cache
def _template(message: str) -> list[str]:
    """Return what a message says and the names of its placeholders, in turn."""
    return _PLACEHOLDER.split(message)


def _without_covered(found: Iterable[Finding]) -> list[Finding]:
    """Order findings and leave out those that say less about the same words.

    A finding is left out when another one of its category, at least as severe, covers it and is
    longer, or is equal to it and of a rule whose id comes first.
    """
    ordered = list(found)
    if len(ordered) < 2:
        return ordered
    ordered.sort(key=lambda f: (f.span.start, -f.span.end, SEVERITIES.index(f.severity), f.rule))
    kept: list[Finding] = []
    open_: list[Finding] = []
    for finding in ordered:
        open_ = [o for o in open_ if o.span.end > finding.span.start]
        if any(_says_more(other, finding) for other in open_):
            continue
        kept.append(finding)
        open_.append(finding)
    return sorted(kept, key=lambda f: (f.span.start, f.span.end, f.rule))


def _says_more(other: Finding, finding: Finding) -> bool:
    return (
        other.span.covers(finding.span)
        and other.category == finding.category
        and SEVERITIES.index(other.severity) <= SEVERITIES.index(finding.severity)
    )
