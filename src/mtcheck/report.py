"""Everything mtcheck has to say about one document, and about many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mtcheck.checker import Checked, examine, shipped
from mtcheck.engine.evidence import Evidence
from mtcheck.engine.kinds.names import known_names
from mtcheck.engine.packs import RuleSet
from mtcheck.engine.ruledoc import RuleDoc
from mtcheck.engine.view import View
from mtcheck.factsheet import FactSheet, fact_sheet
from mtcheck.finding import Finding
from mtcheck.foreign import with_remarks
from mtcheck.scores.quality import Quality, quality
from mtcheck.scores.readability import difficulty, readability, text_counts
from mtcheck.scores.score import Score
from mtcheck.source import Source
from mtcheck.text.document import Document
from mtcheck.text.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the article with its own numbers; `grade` is a US school grade, or None."""

    kind: str
    span: Span  # of the raw text
    words: int
    grade: float | None


@dataclass(frozen=True, slots=True)
class SentenceLength:
    """One sentence: where it stands in the raw text and how many words it has."""

    span: Span
    words: int


@dataclass(frozen=True)
class Report:
    """One document's findings and scores. All spans are code points of `document.raw`."""

    document: Document
    findings: tuple[Finding, ...]
    words: int
    quality: Quality
    readability: tuple[Score, ...]  # the consensus grade first
    passages: tuple[Passage, ...]
    sentences: tuple[SentenceLength, ...]
    facts: FactSheet
    rules: Mapping[str, RuleDoc]  # of the rules that found something, by id
    evidence: Mapping[str, Evidence]  # what was measured of these rules, by id; may lack some
    source: Source | None = None  # the language it was translated from, where that is known


def make_report(
    document: Document, rules: RuleSet | None = None, *, source: str | None = None
) -> Report:
    """Check a document and return all there is to say about it (shipped rules when None).

    `source` is as in `checker.examine`.
    """
    chosen = shipped() if rules is None else rules
    view = View(document)
    return report_of(view, examine(view, chosen, source, conclude=True), chosen)


def report_of(view: View, checked: Checked, rules: RuleSet) -> Report:
    """Return all there is to say about a view in which `rules` found what is `checked`."""
    findings, origin, foreign = checked
    sentences = [(a, b, view.exact[a:b]) for a, b in view.english_sentences]
    lengths = [d.words for d in difficulty([text for _, _, text in sentences])]
    words = sum(lengths)
    fired = {f.rule for f in findings}
    return Report(
        document=with_remarks(view.doc, foreign),
        findings=findings,
        words=words,
        quality=quality(findings, words),
        readability=readability([text for _, _, text in sentences]),
        passages=_passages(view),
        sentences=tuple(
            SentenceLength(view.raw_span(a, b), n)
            for (a, b, _), n in zip(sentences, lengths, strict=True)
        ),
        facts=fact_sheet(view, known_names(rules.rules)),
        rules={id_: doc for id_, doc in rules.docs.items() if id_ in fired},
        evidence={id_: e for id_, e in rules.evidence.items() if id_ in fired},
        source=origin,
    )


def _passages(view: View) -> tuple[Passage, ...]:
    by_block: dict[int, list[str]] = {}
    for start, end in view.english_sentences:
        by_block.setdefault(view.block_at(start)[1], []).append(view.exact[start:end])
    out = []
    for kind, start, end in view.blocks:
        counts = text_counts(by_block.get(start, []))
        grade = readability(counts)[0].value
        out.append(Passage(kind, view.raw_span(start, end), counts.words, grade))
    return tuple(out)


@dataclass
class Summary:
    """What many reports add up to; `a + b` is associative, so that any order gives the same.

    `points` are penalty points, exact: sums of floats would depend on their order.
    """

    documents: int = 0
    words: int = 0
    points: Fraction = Fraction(0)
    severities: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, report: Report) -> Summary:
        """Return the summary of one report."""
        return cls(
            documents=1,
            words=report.words,
            points=sum((Fraction(f.penalty) for f in report.findings), Fraction(0)),
            severities=Counter(f.severity for f in report.findings),
            categories=Counter(f.category for f in report.findings),
            rules=Counter(f.rule for f in report.findings),
        )

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            documents=self.documents + other.documents,
            words=self.words + other.words,
            points=self.points + other.points,
            severities=self.severities + other.severities,
            categories=self.categories + other.categories,
            rules=self.rules + other.rules,
        )
