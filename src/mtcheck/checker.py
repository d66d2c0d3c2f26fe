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
from mtcheck.text.lazy import lazy

_PLACEHOLDER = lazy(r"\{([\w-]+)\}")


@cache
def shipped() -> RuleSet:
    """Return the rules that mtcheck brings along, loaded once."""
    return load()


def check(text: str | Document, rules: RuleSet | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with an English text, in text order.

    `text` is plain text or a Document; `rules` are the shipped ones when None. Positions are code
    points of the text as given, and `finding.text == text[finding.span.start:finding.span.end]`.
    Raises TypeError for anything else, as bytes: their encoding has to be known first.
    """
    document = read_text(text) if isinstance(text, str) else text
    if not isinstance(document, Document):
        raise TypeError(f"a str or a Document can be checked, not {type(text).__name__}")
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
        "suggest": _either([f"“{r}”" for r in hit.replacements]),
        **hit.values,
    }
    # In one go: braces that the text itself holds are no placeholders.
    return _PLACEHOLDER.sub(lambda m: values.get(m[1], m[0]), rule.message)


def _either(options: list[str]) -> str:
    if len(options) < 2:
        return "".join(options)
    return f"{', '.join(options[:-1])} or {options[-1]}"


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
