"""`mtcheck explain`: all there is to know about one rule."""

from __future__ import annotations

import click

from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.options import PACKS


@click.command("explain")
@click.argument("rule")
@configured(PACKS)
def command(config: Configured, rule: str) -> None:
    """Say what RULE flags, why, with examples, and what was measured of it."""
    from mtcheck.gate.others import is_other
    from mtcheck.output import explain

    if is_other(rule):
        explain.show_other(rule)
        return
    rules = config.rules()
    found = rules[rule]
    explain.show(found, rules.docs[found.id], rules.evidence.get(found.id))
