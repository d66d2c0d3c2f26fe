"""A document and rules make findings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mtcheck.engine.kind import Hit
from mtcheck.engine.packs import RuleSet, load
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.finding import SEVERITIES, Finding
from mtcheck.formats.plain import read_text
from mtcheck.text.document import Document


@cache
def shipped() -> RuleSet:
    """Return the rules that mtcheck brings along, loaded once."""
    return load()


def check(text: str | Document, rules: RuleSet | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with an English text, in text order.

    `text` is plain text or a Document; `rules` are the shipped ones when None. Positions are code
    points of the text as given, and `finding.text == text[finding.span.start:finding.span.end]`.
    """
    document = read_text(text) if isinstance(text, str) else text
    return check_view(View(document), shipped() if rules is None else rules)


def check_view(view: View, rules: RuleSet) -> tuple[Finding, ...]:
    """Return what `rules` find in a view, in text order; see `check`."""
    found = (_finding(view, rule, hit) for rule, hit in rules.engine.run(view))
    return tuple(_without_covered(found))


def _finding(view: View, rule: Rule, hit: Hit) -> Finding:
    span = view.raw_span(hit.start, hit.end)
    text = span.of(view.doc.raw)
    return Finding(
        rule=rule.id,
        span=span,
        severity=rule.severity,
        category=rule.category,
        message=_message(rule, hit, text),
        text=text,
        replacements=hit.replacements,
        safe_fix=rule.safe and bool(hit.replacements),
        penalty=rule.points,
    )


def _message(rule: Rule, hit: Hit, text: str) -> str:
    found = " ".join(text.split())
    values = {
        "found": f"“{found if len(found) <= 80 else found[:79] + '…'}”",
        "suggest": _either(hit.replacements),
        **hit.values,
    }
    message = rule.message
    for name, value in values.items():
        message = message.replace("{" + name + "}", value)
    return message


def _either(replacements: tuple[str, ...]) -> str:
    quoted = [f"“{r}”" for r in replacements]
    return (
        quoted[0]
        if len(quoted) == 1
        else ", ".join(quoted[:-1]) + " or " + quoted[-1]
        if quoted
        else ""
    )


def _without_covered(found: Iterable[Finding]) -> list[Finding]:
    """Order findings and leave out those that say less about the same words.

    A finding is left out when another one of its category, at least as severe, covers it and is
    longer, or is equal to it and of a rule whose id comes first.
    """
    ordered = sorted(
        found, key=lambda f: (f.span.start, -f.span.end, SEVERITIES.index(f.severity), f.rule)
    )
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
