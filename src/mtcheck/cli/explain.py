"""`mtcheck explain`: all there is to know about one rule."""

from __future__ import annotations

import click

from mtcheck.cli.options import more_packs, own_packs, rules_of


@click.command("explain")
@click.argument("rule")
@own_packs
@more_packs
def command(rule: str, packs: tuple[str, ...], added: tuple[str, ...]) -> None:
    """Say what RULE flags, why, with examples, and what was measured of it."""
    from mtcheck.output import explain

    rules = rules_of(packs, added)
    found = rules[rule]
    explain.show(found, rules.docs[found.id], rules.evidence.get(found.id))
