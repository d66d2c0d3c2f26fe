"""Everything mtcheck has to say about one document, and about many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.rule import RuleDoc
from mtcheck.factsheet import FactSheet
from mtcheck.finding import Finding
from mtcheck.scores.quality import Quality
from mtcheck.scores.score import Score
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
