"""Rules, kinds and what is wrong with them, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mtcheck.output.text import count_of

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
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
