"""`mtcheck explain`: all there is to know about one rule."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("explain")
@click.argument("rule")
@click.option(
    "--rules",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Look in the packs of this file or folder instead of the shipped ones; repeatable.",
)
def command(rule: str, packs: tuple[Path, ...]) -> None:
    """Say what RULE flags, why, with examples, and what was measured of it."""
    from mtcheck.cli.options import chosen_rules
    from mtcheck.output import explain

    rules = chosen_rules(packs, (), ())
    found = rules[rule]
    explain.show(found, rules.docs[found.id], rules.evidence.get(found.id))
