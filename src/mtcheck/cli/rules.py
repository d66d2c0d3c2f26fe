"""`mtcheck rules`: list, lint, test and measure."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.newrule import new
from mtcheck.cli.options import rules_of
from mtcheck.output import rules as display


@click.group("rules")
def command() -> None:
    """List the rules, check their form, run their examples, measure them."""


_packs = click.argument("packs", nargs=-1, type=click.Path())


@command.command("list")
@click.option("--kinds", is_flag=True, help="List the kinds of rules and their parameters.")
@_packs
def list_(packs: tuple[str, ...], kinds: bool) -> None:
    """List the rules of PACKS (files or folders; the shipped ones when none is named)."""
    if kinds:
        display.kinds()
    else:
        display.rules(rules_of(packs))


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
    "--texts",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help="Folder of texts (*.txt), or with a manifest.jsonl; see docs/writing-rules.md.",
)
@click.option("--unread", multiple=True, metavar="SET", help="Leave out this set; repeatable.")
@click.option("--show", default=3, show_default=True, help="Places to show of each rule.")
@click.option(
    "--write", is_flag=True, help="Write what was measured beside the packs, for readers of rules."
)
@_packs
def measure(
    packs: tuple[str, ...], folder: Path, unread: tuple[str, ...], show: int, write: bool
) -> None:
    """Run PACKS over real texts: how often each rule fires, where, and who agrees."""
    from mtcheck.measure import measure as run
    from mtcheck.measure import samples, write_evidence

    rules = rules_of(packs)
    found = run(rules, samples(folder, unread), keep=show)
    display.measured(rules, found)
    if write:
        write_evidence(found.evidence, rules.docs)


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
@_packs
def catalogue(packs: tuple[str, ...], path: Path) -> None:
    """Write a page of all rules of PACKS that can be searched."""
    from mtcheck.formats.write import write_atomically
    from mtcheck.output.html.catalogue import render_catalogue

    write_atomically(path, render_catalogue(rules_of(packs)).encode("utf-8", "replace"))
    display.written(path)


command.add_command(new)
