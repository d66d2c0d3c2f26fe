"""`mtcheck rules`: list, lint and test; the page of all rules."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.measure import measure
from mtcheck.cli.newrule import new
from mtcheck.cli.options import PACKS, rules_of
from mtcheck.output import rules as display


@click.group("rules")
def command() -> None:
    """List the rules, check their form, run their examples, measure them."""


_packs = click.argument("packs", nargs=-1, type=click.Path())


# Beside the option, which has the same name.
_beside = click.argument("given", metavar="[PACKS]...", nargs=-1, type=click.Path())
_more = configured({"packs": PACKS["packs"]})


@command.command("list")
@click.option("--kinds", is_flag=True, help="List the kinds of rules and their parameters.")
@_more
@_beside
def list_(config: Configured, given: tuple[str, ...], kinds: bool) -> None:
    """List the rules of PACKS (files, folders, installed ones; else all that `check` would use)."""
    if kinds:
        display.kinds()
    else:
        display.rules(config.rules(given))


@command.command()
@_packs
def lint(packs: tuple[str, ...]) -> int:
    """Check the form of PACKS: keys, patterns, and that every alternative has an example."""
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.ruletest import lint as run

    found = run(rules_of(packs))
    display.failures(found, "lint")
    return FOUND if found else CLEAN


@command.command()
@_packs
def test(packs: tuple[str, ...]) -> int:
    """Run the examples of PACKS."""
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.ruletest import run_examples

    found = run_examples(rules_of(packs))
    display.failures(found, "test")
    return FOUND if found else CLEAN


@command.command()
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("rules.html"),
    show_default=True,
    help="The page to write.",
)
@_more
@_beside
def catalogue(config: Configured, given: tuple[str, ...], path: Path) -> None:
    """Write a page of all rules of PACKS, or else of all that `check` would use."""
    from mtcheck.formats.write import write_atomically
    from mtcheck.output.html.catalogue import render_catalogue

    write_atomically(path, render_catalogue(config.rules(given)).encode("utf-8", "replace"))
    display.written(path)


command.add_command(measure)
command.add_command(new)
