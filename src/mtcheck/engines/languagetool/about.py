"""What there is to read about LanguageTool's rules: what we make of them, and why."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import RuleDoc
from mtcheck.engines.languagetool.families import DROP, family
from mtcheck.engines.languagetool.match import AREA, id_of
from mtcheck.engines.languagetool.verdicts import TABLE
from mtcheck.finding import Finding, Severity

ABOUT = "What LanguageTool says, as far as raters agree with it."
_PER_MILLION = 100  # the table has rates per 10,000 words


class About(NamedTuple):
    """A rule as we tell of it; `is_dropped` when its matches are never shown."""

    rule: Rule
    doc: RuleDoc
    evidence: Evidence | None
    is_dropped: bool = False


def of_findings(findings: Iterable[Finding]) -> dict[str, About]:
    """Return what there is to read about the rules of findings that are LanguageTool's, by id."""
    known = _table()
    told: dict[str, About] = {}
    for each in findings:
        if each.origin is None or each.rule in told:
            continue
        row = known.get(each.rule)
        why = row.doc.why if row else "It was never seen on the texts that rules were measured on."
        told[each.rule] = About(
            _rule(each.rule, each.origin.rule, each.severity, each.category),
            RuleDoc(each.rule, ABOUT, why=why),
            row.evidence if row else None,
        )
    return told


def of_id(id_: str) -> About | None:
    """Return what there is to read about a rule of the table; None for one that is not in it."""
    return _table().get(id_)


def known_ids() -> list[str]:
    """Return the ids of the rules that were measured."""
    return sorted(_table())


def _rule(id_: str, name: str, severity: Severity, category: str) -> Rule:
    return Rule(id_, AREA, f"LanguageTool's rule {name}.", severity, category)


@cache
def _table() -> dict[str, About]:
    lines = (files(__package__) / TABLE).read_text("utf-8").splitlines()[1:]
    return {about.rule.id: about for about in map(_row, lines)}


def _row(line: str) -> About:
    name, verdict, category, reason, *figures = line.split("\t")
    halves = [list(map(float, half)) for half in (figures[:7], figures[7:])]
    rated, agreed = (int(halves[0][at] + halves[1][at]) for at in (0, 1))
    native, human, machine = (
        (halves[0][at] + halves[1][at]) / 2 * _PER_MILLION for at in (4, 5, 6)
    )
    of = family(name, category, "")
    id_ = id_of(name)
    evidence = Evidence(
        documents=1,
        rated_by_two=rated,
        agreed=agreed,
        native_per_million=native,
        human_per_million=human,
        mt_per_million=machine,
    )
    why = f"{'left out' if verdict == DROP else 'shown'}: {reason}"
    doc = RuleDoc(id_, ABOUT, why=f"{why[0].upper()}{why[1:]}.")
    return About(_rule(id_, name, of.severity, of.category), doc, evidence, verdict == DROP)
