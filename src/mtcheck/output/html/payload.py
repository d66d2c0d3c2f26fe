"""What the page's code is told about the article: positions in both units, nothing to compute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from mtcheck.decisions import FORMAT, digest_of
from mtcheck.finding import Finding
from mtcheck.output.html.hidden import hidden_names
from mtcheck.output.html.letters import letter, title
from mtcheck.output.html.units import Place, Places, Utf16
from mtcheck.output.html.words import language, measured
from mtcheck.report import Report

SHOWN_PLACES = 20
"""A fact's places that the page lists; a name can stand in an article a thousand times."""


def payload(report: Report, findings: Sequence[Finding], places: Places) -> dict[str, Any]:
    """Return everything that the page's code needs, as JSON values.

    `start` and `end` of a finding are code points of the raw text (they go into the decisions
    file), `from` and `to` the same in UTF-16 code units (they cut the raw text in the browser).
    """
    raw = report.document.raw
    units = Utf16(raw)
    name = PurePath(report.document.name).name or report.document.name
    return {
        "mtcheck": FORMAT,
        "file": name,
        "sha256": digest_of(raw),
        "raw": raw,
        "findings": [_finding(f, units) for f in findings],
        "rules": {rule: _rule(report, rule) for rule in sorted({f.rule for f in findings})},
        "categories": {c: [letter(c), title(c)] for c in sorted({f.category for f in findings})},
        "facts": [_fact(fact.kind, fact.text) for fact in report.facts.facts],
        "places": [
            [_place(places.place(span)) for span in fact.places[:SHOWN_PLACES]]
            for fact in report.facts.facts
        ],
        "length": units.of(len(raw)),
        "sentences": [
            [units.of(s.span.start), *_place(places.place(s.span)), s.words]
            for s in report.sentences
            if s.words
        ],
        "hidden": hidden_names(_texts(raw, findings)),
    }


def _finding(finding: Finding, units: Utf16) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "from": units.of(finding.span.start),
        "to": units.of(finding.span.end),
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "replacements": list(finding.replacements),
    }


def _rule(report: Report, rule: str) -> dict[str, Any]:
    doc = report.rules.get(rule)
    return {
        "why": doc.why if doc else None,
        "source": doc.source if doc else None,
        "language": language(doc.origin) if doc else None,
        "measured": measured(report.evidence.get(rule)),
    }


def _fact(kind: str, text: str) -> dict[str, str]:
    return {"kind": kind, "text": text}


def _place(place: Place | None) -> list[int]:
    return [place.block, place.start, place.length] if place else [0, 0, 0]


def _texts(raw: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield raw
    for finding in findings:
        yield finding.message
        yield from finding.replacements
