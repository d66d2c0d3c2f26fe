"""Rules, kinds and what is wrong with them, for a terminal."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
    from mtcheck.ruletest import Failure


def rules(chosen: RuleSet) -> None:
    """Print one line a rule: id, severity, category, message."""
    for rule in chosen.rules:
        click.echo(f"{rule.id}  {rule.severity}  {rule.category}  {rule.message}")
    click.echo(f"{len(chosen.rules)} rules", err=True)


def kinds() -> None:
    """Print every kind with its parameters."""
    from mtcheck.engine.kinds import KINDS

    for name, doc in KINDS.items():
        click.echo(f"{name}: {doc}")
        for key, parameter in import_module(f"mtcheck.engine.kinds.{name}").PARAMETERS.items():
            needed = ", required" if parameter.required else ""
            choices = f" ({', '.join(parameter.choices)})" if parameter.choices else ""
            click.echo(f"  {key} ({parameter.type}{needed}): {parameter.doc}{choices}")


def failures(found: list[Failure], what: str) -> int:
    """Print failures, a line each, and how many; return the exit status."""
    for failure in found:
        click.echo(str(failure))
    click.echo(f"rules {what}: {len(found) or 'no'} failure{'s' * (len(found) != 1)}", err=True)
    return 1 if found else 0
