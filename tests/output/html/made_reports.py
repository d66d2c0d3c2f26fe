"""Reports made by hand, so that a page's tests do not depend on what the rules find today."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.ruledoc import RuleDoc
from mtcheck.factsheet import Fact, FactKind, FactSheet
from mtcheck.finding import PENALTIES, Finding, Severity
from mtcheck.formats.plain import read_text
from mtcheck.report import Passage, Report, SentenceLength
from mtcheck.scores.quality import quality
from mtcheck.scores.readability import difficulty, readability
from mtcheck.text.document import Document
from mtcheck.text.span import Span

ARTICLE = """\
Ferry talks 🚢 resume after the new crown epidemic?

On May 4, Minister Ana Duarte 🇵🇹 visited the port for the first time after the outbreak of the new \
crown epidemic and walked the middle line between the islands.

- The ferries carried 1,200 people.
- The ferries carried carried 90 cars.

The "Sea Gate" missile ship, a fighter jet, left the harbour. Talking and laughing. The minister \
thanked the crews, and it was difficult to say which of the two sides would first come back to the \
table where the question of the fares, the question of the winter timetable and the question of \
who pays for the new pier had been left lying since the autumn of the year before last year .

(Reuters)
"""

MEASURED = Evidence(
    documents=9,
    rated=60,
    marked=55,
    chance=0.2,
    rated_by_two=52,
    agreed=41,
    native_per_million=0.2,
    human_per_million=1.0,
    mt_per_million=40.0,
)


def found(
    raw: str,
    words: str,
    *,
    rule: str = "any/made/rule",
    severity: Severity = "error",
    category: str = "terminology",
    replacements: Sequence[str] = (),
    message: str | None = None,
    nth: int = 0,
    empty: bool = False,
) -> Finding:
    """Return a finding on the nth occurrence of `words` (or, empty, on the point before it)."""
    start = -1
    for _ in range(nth + 1):
        start = raw.index(words, start + 1)
    span = Span(start, start if empty else start + len(words))
    return Finding(
        rule=rule,
        span=span,
        severity=severity,
        category=category,
        message=message or f"“{span.of(raw)}” is not what one says.",
        text=span.of(raw),
        replacements=tuple(replacements),
        penalty=PENALTIES[severity],
    )


def fact(
    raw: str, kind: FactKind, text: str, *, known: bool = False, variants: Sequence[str] = ()
) -> Fact:
    """Return a fact with all places where its text stands."""
    places, at = [], raw.find(text)
    while at >= 0:
        places.append(Span(at, at + len(text)))
        at = raw.find(text, at + 1)
    note = "a city" if known else None
    return Fact(kind, text, tuple(places), tuple(variants), known, note)


def report_of(
    raw: str,
    findings: Sequence[Finding] = (),
    facts: Sequence[Fact] = (),
    *,
    name: str = "ferry.txt",
    document: Document | None = None,
) -> Report:
    """Return a report with these findings and facts, its scores computed."""
    doc = document or read_text(raw, name=name)
    sentences = [s.of(doc.text) for s in doc.sentences]
    lengths = [d.words for d in difficulty(sentences)]
    rules = {f.rule for f in findings}
    return Report(
        document=doc,
        findings=tuple(findings),
        words=sum(lengths),
        quality=quality(findings, sum(lengths)),
        readability=readability(sentences),
        passages=tuple(
            Passage(b.kind, doc.raw_span(b.span), 20, 18.0 if len(b.span) > 300 else None)
            for b in doc.blocks
        ),
        sentences=tuple(
            SentenceLength(doc.raw_span(s), n) for s, n in zip(doc.sentences, lengths, strict=True)
        ),
        facts=FactSheet(tuple(facts)),
        rules={
            r: RuleDoc(r, "What the pack is about.", "zh", "It is word for word.", "新冠")
            for r in rules
        },
        evidence={r: MEASURED for r in rules if r.startswith("zh/")},
    )


def sample() -> Report:
    """Return the report of an article with emoji, overlaps, all severities and all fact kinds."""
    raw = ARTICLE
    crown = {"rule": "zh/pandemic/new-crown", "replacements": ("COVID-19 epidemic", "pandemic")}
    findings = (
        found(raw, "new crown epidemic", **crown),
        found(raw, "outbreak of the new crown", severity="suggestion", category="style"),
        found(raw, "new crown epidemic", nth=1, **crown),
        found(
            raw,
            "walked the middle line",
            rule="zh/idioms/middle-line",
            category="overly-literal",
            replacements=("steered a middle course",),
        ),
        found(
            raw,
            "carried carried",
            rule="any/repetition/doubled-word",
            severity="warning",
            category="duplication",
            replacements=("carried",),
        ),
        found(raw, "missile ship, a fighter jet", category="entity"),
        found(raw, "Talking and laughing.", severity="warning", category="grammar"),
        found(
            raw,
            " .",
            rule="any/spacing/before-punctuation",
            severity="warning",
            category="whitespace",
            replacements=(".",),
        ),
        found(raw, "last year", severity="suggestion", category="style", replacements=("",)),
    )
    facts = (
        fact(raw, "name", "Ana Duarte", variants=("Anna Duarte",)),
        fact(raw, "name", "Reuters", known=True),
        fact(raw, "number", "1,200"),
        fact(raw, "date", "May 4"),
        fact(raw, "quotation", "Sea Gate"),
    )
    return report_of(raw, findings, facts)
