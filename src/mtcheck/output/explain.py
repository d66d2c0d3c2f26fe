"""A rule in full, for a terminal."""

from __future__ import annotations

import click

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.errors import UnknownRuleError, did_you_mean
from mtcheck.finding import CATEGORIES
from mtcheck.output.target import colours_wanted


def show(rule: Rule, doc: RuleDoc, evidence: Evidence | None) -> None:
    """Print what a rule flags, why, what to write, examples, evidence, and how to switch it off."""
    colour = colours_wanted()
    category = CATEGORIES[rule.category]
    click.echo(click.style(rule.id, bold=True) if colour else rule.id)
    click.echo(f"  {rule.message}")
    points = f"{rule.points:g} point{'s' * (rule.points != 1)}"
    click.echo(f"  {rule.severity}, {points}; {category.title} ({category.dimension})")
    click.echo(f"  pack: {doc.about}")
    if doc.origin:
        click.echo(f"  translated from: {doc.origin}")
    if doc.source:
        click.echo(f"  source expression: {doc.source}")
    if doc.why:
        click.echo(f"  why: {doc.why}")
    if rule.suggest:
        click.echo(f"  write: {'; '.join(rule.suggest)}")
    for title, examples in (
        ("finds", doc.bad),
        ("is silent about", doc.good),
        ("misses", doc.missed),
    ):
        for example in examples:
            click.echo(f"  {title}: {_marked(example)}")
    click.echo(f"  measured: {evidence.in_words() if evidence else 'not yet.'}")
    click.echo(f"  switch off: mtcheck check --ignore {rule.id} …")


def show_other(name: str) -> None:
    """Print what we make of a rule of LanguageTool, or of all; UnknownRuleError when it was never
    met."""
    from mtcheck.engines.languagetool.about import ABOUT, known_ids, of_id
    from mtcheck.engines.languagetool.match import AREA

    ids = known_ids()
    if name.rstrip("/") == AREA:
        shown = sum(not of.is_dropped for of in map(of_id, ids) if of)
        click.echo(f"{AREA}\n  {ABOUT}")
        click.echo(
            f"  {shown:,} of {len(ids):,} rules that were met are shown; one that was not is"
        )
        click.echo("  a suggestion, or left out, as others of its category are.")
        click.echo("  ask: mtcheck check --languagetool local|URL …")
        return
    about = of_id(name)
    if about is None:
        hint = did_you_mean(name, ids) or "; it was never met on the texts that were measured"
        raise UnknownRuleError(f"nothing is known of the rule {name!r}{hint}")
    show(about.rule, about.doc, about.evidence)


def _marked(example: Example) -> str:
    out: list[str] = []
    at = 0
    for start, end in example.marks:
        out += (example.text[at:start], "<", example.text[start:end], ">")
        at = end
    return "".join(out) + example.text[at:]
