"""What the page's code is told about the article: positions in both units, nothing to compute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from mtcheck.decisions import FORMAT, digest_of
from mtcheck.finding import Finding, Origin
from mtcheck.output.html.hidden import hidden_names
from mtcheck.output.html.letters import letter, title
from mtcheck.output.html.units import Place, Places, Utf16
from mtcheck.output.html.words import language, measured
from mtcheck.report import Report
from mtcheck.text.document import Document
from mtcheck.text.span import Span

SHOWN_PLACES = 20
"""A fact's places that the page lists; a name can stand in an article a thousand times."""

_NAMES = {"languagetool": "LanguageTool"}


def payload(report: Report, findings: Sequence[Finding], places: Places) -> dict[str, Any]:
    """Return everything that the page's code needs, as JSON values.

    `start` and `end` of a finding are code points of the raw text (they go into the decisions
    file), `from` and `to` UTF-16 code units of `text`: what a reader reads, or of plain text the
    raw text, which can be saved as it is corrected. Where a finding's raw text is another than what
    a reader reads, because of markup inside, it is `raw`.
    """
    document = report.document
    text = document.raw if is_plain(document) else document.text
    units = Utf16(text)
    name = PurePath(report.document.name).name or report.document.name
    return {
        "mtcheck": FORMAT,
        "file": name,
        "sha256": digest_of(document.raw),
        "plain": is_plain(document),
        "text": text,
        "findings": [
            _finding(f, place_in_text(f.span, places, document), document, units) for f in findings
        ],
        "rules": {rule: _rule(report, rule) for rule in sorted({f.rule for f in findings})},
        "categories": {c: [letter(c), title(c)] for c in sorted({f.category for f in findings})},
        "facts": [_fact(fact.kind, fact.text) for fact in report.facts.facts],
        "places": [
            [_place(places.place(span)) for span in fact.places[:SHOWN_PLACES]]
            for fact in report.facts.facts
        ],
        "length": units.of(len(text)),
        "sentences": [
            [
                units.of(place_in_text(s.span, places, document).start),
                *_place(places.place(s.span)),
                s.words,
            ]
            for s in report.sentences
            if s.words
        ],
        "hidden": hidden_names(_texts(text, findings)),
    }


def is_plain(document: Document) -> bool:
    """Whether a document is text without markup: replacements can be put into it as they are."""
    return document.format == "text"


def place_in_text(raw: Span, places: Places, document: Document) -> Span:
    """Return where a stretch of the raw text stands in the text that the page holds."""
    return raw if is_plain(document) else places.shown(raw)


def _finding(finding: Finding, shown: Span, document: Document, units: Utf16) -> dict[str, Any]:
    differs = not is_plain(document) and shown.of(document.text) != finding.text
    return {
        "rule": finding.rule,
        "start": finding.span.start,
        "end": finding.span.end,
        "from": units.of(shown.start),
        "to": units.of(shown.end),
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "replacements": list(finding.replacements),
        **({"raw": finding.text} if differs else {}),
        **({"origin": _origin(finding.origin)} if finding.origin else {}),
    }


def _origin(origin: Origin) -> dict[str, str]:
    """Return who else found it; a page of theirs only where a link to it can do no harm."""
    named = {"checker": _NAMES.get(origin.checker, origin.checker), "rule": origin.rule}
    if origin.url and origin.url.startswith(("https://", "http://")):
        return {**named, "url": origin.url}
    return named


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


def _texts(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield text
    for finding in findings:
        yield finding.message
        yield from finding.replacements
