"""`mtcheck rules new`: a rule from the sentence that called for it."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.options import rules_of
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.output import rules as display
from mtcheck.source import LANGUAGES


@click.command()
@click.argument("pack", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--bad", required=True, help="A sentence with the wrong words in <…>.")
@click.option("--suggest", multiple=True, help="What to write instead; repeatable, best first.")
@click.option("--good", multiple=True, help="A near miss, where they are right; repeatable.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="warning", show_default=True)
@click.option(
    "--category",
    type=click.Choice(list(CATEGORIES)),
    default="overly-literal",
    show_default=True,
    metavar="TYPE",
)
@click.option("--from", "language", type=click.Choice(list(LANGUAGES)), metavar="LANGUAGE")
def new(
    pack: Path,
    bad: str,
    suggest: tuple[str, ...],
    good: tuple[str, ...],
    severity: str,
    category: str,
    language: str | None,
) -> int:
    """Add a rule to PACK (a .yaml file, made when it is not there) and run its examples."""
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.newrule import new_pack, new_rule
    from mtcheck.ruletest import lint, run_examples

    rule = new_rule(bad, suggest, good, severity=severity, category=category)
    if not pack.exists():
        pack.parent.mkdir(parents=True, exist_ok=True)
        pack.write_text(new_pack(f"Rules of {pack.stem}.", language), "utf-8")
    with pack.open("a", encoding="utf-8") as file:
        file.write(rule)
    rules = rules_of([str(pack)])
    found = [*lint(rules), *run_examples(rules)]
    display.failures(found, "new")
    display.next_steps(pack)
    return FOUND if found else CLEAN
