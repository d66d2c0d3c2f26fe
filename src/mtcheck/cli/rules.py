"""`mtcheck rules`: list, lint and test."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.options import rules_of
from mtcheck.output import rules as show


@click.group("rules")
def command() -> None:
    """List the rules, check their form, run their examples."""


_packs = click.argument("packs", nargs=-1, type=click.Path(path_type=Path))


@command.command("list")
@click.option("--kinds", is_flag=True, help="List the kinds of rules and their parameters.")
@_packs
def list_(packs: tuple[str, ...], kinds: bool) -> None:
    """List the rules of PACKS (files or folders; the shipped ones when none is named)."""
    if kinds:
        show.kinds()
    else:
        show.rules(rules_of(packs))


@command.command()
@_packs
def lint(packs: tuple[str, ...]) -> int:
    """Check the form of PACKS: keys, patterns, and that every alternative has an example."""
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.ruletest import lint as run

    found = run(rules_of(packs))
    show.failures(found, "lint")
    return FOUND if found else CLEAN


@command.command()
@_packs
def test(packs: tuple[str, ...]) -> int:
    """Run the examples of PACKS."""
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.ruletest import run_examples

    found = run_examples(rules_of(packs))
    show.failures(found, "test")
    return FOUND if found else CLEAN
