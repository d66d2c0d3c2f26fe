"""Rules, kinds and what is wrong with them, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtcheck.gate.verdict import count_of
from mtcheck.output.text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from mtcheck.engine.packs import RuleSet
    from mtcheck.finding import Finding
    from mtcheck.measure import Measured
    from mtcheck.ruletest import Failure


def rules(chosen: RuleSet) -> None:
    """Print one line a rule: id, severity, category, message."""
    for rule in chosen.rules:
        click.echo(f"{rule.id}  {rule.severity}  {rule.category}  {rule.message}")
    click.echo(count_of(len(chosen.rules), "rule"), err=True)


def kinds() -> None:
    """Print every kind with its parameters."""
    from mtcheck.engine.kinds import KINDS, kind

    for name, doc in KINDS.items():
        click.echo(f"{name}: {doc}")
        for key, parameter in kind(name).PARAMETERS.items():
            needed = ", required" if parameter.required else ""
            choices = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
            click.echo(f"  {key} ({parameter.type}{needed}): {parameter.doc}{choices}")


def failures(found: list[Failure], what: str) -> None:
    """Print failures, a line each, and on standard error how many."""
    for failure in found:
        click.echo(str(failure))
    number = count_of(len(found), "failure") if found else "no failures"
    click.echo(f"rules {what}: {number}", err=True)


def measured(chosen: RuleSet, found: Measured) -> None:
    """Print what was measured of each rule that fired, with a few places, and how many did not."""
    for kind, words in sorted(found.words.items()):
        click.echo(f"{words:,} words of kind {kind}", err=True)
    order = sorted(found.fired, key=lambda id_: -found.fired[id_].total())
    for id_ in order:
        row, evidence = found.fired[id_], found.evidence[id_]
        rates = ", ".join(
            f"{1e6 * row[kind] / words:.1f} per million words of {kind}"
            for kind, words in sorted(found.words.items())
            if words
        )
        agreed = f"; {evidence.raters()}" if evidence.rated else ""
        click.echo(f"{id_}: in {count_of(evidence.documents, 'document')}; {rates}{agreed}")
        for text, finding in found.places.get(id_, ()):
            click.echo(f"    {_in_its_line(text, finding)}")
    silent = len(chosen) - len(order)
    click.echo(f"{count_of(silent, 'rule')} found nothing", err=True)


def _in_its_line(text: str, finding: Finding, around: int = 60) -> str:
    """Return what was found between angle brackets, with some of its line on both sides."""
    start, end = finding.span
    before = text[max(0, start - around) : start].rpartition("\n")[2]
    after = text[end : end + around].partition("\n")[0]
    return visible(f"{before}<{finding.text}>{after}")


def next_steps(pack: Path) -> None:
    """Print what to do with a pack that was just written."""
    name = visible(str(pack))
    click.echo(f"write more near misses into {name}, then:", err=True)
    click.echo(f"  mtcheck rules lint {name} && mtcheck rules test {name}", err=True)
    click.echo(f"  mtcheck rules measure --texts FOLDER {name}", err=True)
    click.echo(f"  mtcheck check --packs {name} ARTICLE", err=True)


def written(page: Path) -> None:
    """Print which page to open."""
    click.echo(f"Open {visible(str(page))}")
