"""`mtcheck rules measure`: rules over real texts."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.options import rules_of
from mtcheck.errors import InputError
from mtcheck.output import rules as display

KINDS = ("native", "human", "mt")


@click.command()
@click.option(
    "--texts",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help="Folder of texts (*.txt), or with a manifest.jsonl; see docs/writing-rules.md.",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    help="What *.txt are: written in English, translated by people, or by a machine.",
)
@click.option("--unread", multiple=True, metavar="SET", help="Leave out this set; repeatable.")
@click.option("--show", default=3, show_default=True, help="Places to show of each rule.")
@click.option(
    "--write", is_flag=True, help="Write what was measured beside the packs, for readers of rules."
)
@click.argument("packs", nargs=-1, type=click.Path())
def measure(
    packs: tuple[str, ...],
    folder: Path,
    kind: str | None,
    unread: tuple[str, ...],
    show: int,
    write: bool,
) -> None:
    """Run PACKS over real texts: how often each rule fires, where, and who agrees."""
    from mtcheck.measure import measure as run
    from mtcheck.measure import room, samples, write_evidence

    rules = rules_of(packs)
    found = run(rules, samples(folder, unread, kind), keep=show)
    display.measured(rules, found)
    if len(found.fired) < len(rules):
        click.echo(room(found.words.total()), err=True)
    if write and not found.words["native"]:
        raise InputError(
            "nothing was written: what is kept says how often a rule fires on original English; "
            "measure on some, and say so with --kind native"
        )
    if write:
        write_evidence(found.evidence, rules.cold.docs)  # those of packs
