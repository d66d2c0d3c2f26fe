"""Which of LanguageTool's rules are asked: what raters agree with stays, what is chance goes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mtcheck.engines.languagetool.families import DROP, KEEP, Family, family
from mtcheck.engines.languagetool.match import Match

TABLE = "rules.tsv"
"""A line for each rule that fired on the bench; `tools/measure_languagetool.py` writes it."""

FEWEST_RATED = 5
FEWEST_AGREED = 3
LEAST_LIFT = 2.5
FEWEST_NATIVE = 3
MOST_NATIVE = 2.0
"""Findings per 10,000 words of original English that one rule may have."""


class Figures(NamedTuple):
    """What was measured of a rule.

    Of its findings in translations that two raters or more had marked, `rated` in number, two
    agreed with `agreed`, and would have with `chance` had they stood anywhere. `seen` is how often
    it fired in original English; the rest are rates per 10,000 words of original English, of human
    and of machine translation.
    """

    rated: int = 0
    agreed: int = 0
    chance: float = 0.0
    seen: int = 0
    native: float = 0.0
    human: float = 0.0
    machine: float = 0.0


def decide(figures: Figures, of: Family) -> tuple[str, str]:
    """Return the verdict on a rule of a family, and the reason in words."""
    rated, agreed, chance = figures.rated, figures.agreed, figures.chance
    if of.settled:
        return of.verdict, of.reason
    if figures.seen >= FEWEST_NATIVE and figures.native > MOST_NATIVE:
        return DROP, "fires too often on original English"
    if rated >= FEWEST_RATED:
        if agreed < LEAST_LIFT * chance:
            return DROP, "two raters agree hardly more than by chance"
        if agreed >= FEWEST_AGREED:
            return KEEP, "two raters agree far more than by chance"
    if figures.seen >= FEWEST_NATIVE and figures.native > figures.machine:
        return DROP, "fires more on original English than on translations"
    return of.verdict, f"seldom seen; {of.reason}"


class Verdict(NamedTuple):
    """What becomes of a match: kept, dropped, or judged by the word (`families.NAME`)."""

    verdict: str
    family: Family


def verdict(match: Match) -> Verdict:
    """Return what becomes of a match by its rule.

    Of a rule that never fired on the bench nobody has read a finding: what it says is a suggestion.
    """
    of = family(match.rule, match.category, match.issue)
    decided = _decided()
    if match.rule not in decided and of.verdict == KEEP:
        return Verdict(KEEP, of._replace(severity="suggestion"))
    return Verdict(decided.get(match.rule, of.verdict), of)


@cache
def _decided() -> dict[str, str]:
    """Return rule -> verdict of those that were measured."""
    table = (files(__package__) / TABLE).read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return {row[0]: row[1] for row in rows}
