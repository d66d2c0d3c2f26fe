"""`mtcheck normalize`: characters and spaces set right, words left alone."""

from __future__ import annotations

from typing import Any

import click

from mtcheck.cli.inputs import Read, reading
from mtcheck.cli.options import own_packs


@click.command("normalize")
@click.argument("paths", nargs=-1, required=True)
@own_packs
@reading
@click.option("--check", is_flag=True, help="Change nothing; status 1 if something would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, line by line.")
@click.option("--explain", is_flag=True, help="Change nothing; say each edit and its rule.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: change nothing; print each edit with its place in the file and its rule.",
)
@click.option("--in-place", is_flag=True, help="Write the files themselves, those that change.")
@click.option(
    "--backup",
    metavar="SUFFIX",
    is_flag=False,
    flag_value=".bak",
    help="With --in-place: keep what a file was under its name and SUFFIX (.bak).",
)
@click.option("-o", "--output", metavar="FILE", help="Write to this file, not to the screen.")
@click.option("--aggressive", is_flag=True, help="Make the edits that are only reported as well.")
@click.option(
    "--edit",
    "wanted",
    multiple=True,
    metavar="NAME",
    help="Make this edit too, or follow this rule; repeatable.",
)
@click.option(
    "--no-edit",
    "unwanted",
    multiple=True,
    metavar="NAME",
    help="Leave out this edit, rule or pack; repeatable.",
)
@click.option("--quotes", type=click.Choice(["keep", "straight", "curly"]), default="keep")
@click.option("--nesting", type=click.Choice(["keep", "american", "british"]), default="keep")
@click.option("--line-ends", type=click.Choice(["keep", "lf", "crlf"]), default="keep")
def command(
    read: Read,
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    aggressive: bool,
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    quotes: Any,
    nesting: Any,
    line_ends: Any,
    **output: Any,
) -> int:
    """Set right the characters and spaces of PATHS: files, folders, or - for standard input.

    The text of one file goes to standard output, or to --output. Words never change; what edits
    there are says docs/normalization.md.

    \b
    Exit status: 0, with --check 1 if something would change, 2 something could not be read.
    """
    from mtcheck.cli.options import rules_of
    from mtcheck.cli.rewriting import Output, Rewriting
    from mtcheck.normalize import Normalizer, choose
    from mtcheck.text.normal.change import Style

    choice = choose(wanted, unwanted, lambda: rules_of(packs), aggressive=aggressive)
    style = Style(quotes, nesting, line_ends)
    normalizer = Normalizer(choice, lambda: rules_of(packs), style)
    return Rewriting(normalizer, Output(**output), read).run(paths)
