"""`mtcheck normalize`: characters and spaces set right, words left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from mtcheck.cli.inputs import Read, reading
from mtcheck.cli.options import own_packs
from mtcheck.errors import InputError, did_you_mean

F = TypeVar("F", bound=Callable[..., Any])


def _style(name: str, *ways: str) -> Callable[[F], F]:
    return click.option(name, type=click.Choice(["keep", *ways]), default="keep", show_default=True)


def _profile(context: click.Context, _: click.Parameter, name: str | None) -> None:
    """Let a profile of the config give the defaults of the other options."""
    known = (context.default_map or {}).get("profiles", {})
    if name is not None and name not in known:
        raise InputError(f"mtcheck.toml has no profile {name!r}{did_you_mean(name, list(known))}")
    if name is not None:
        context.default_map = {**(context.default_map or {}), **known[name]}


@click.command("normalize")
@click.argument("paths", nargs=-1, required=True)
@own_packs
@reading
@click.option(
    "--profile",
    is_eager=True,
    expose_value=False,
    callback=_profile,
    metavar="NAME",
    help="A table of [normalize.profiles] in mtcheck.toml: which edits, which house style.",
)
@click.option("--check", is_flag=True, help="Write no text; status 1 if something would change.")
@click.option("--diff", is_flag=True, help="Show what changes, line by line, instead of the text.")
@click.option("--explain", is_flag=True, help="Say each edit and its rule instead of the text.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: print each edit with its place in the file and its rule instead of the text.",
)
@click.option("--in-place", is_flag=True, help="Write the files themselves, those that change.")
@click.option("--backup", is_flag=True, help="With --in-place: keep what a file was, as FILE.bak.")
@click.option(
    "--backup-suffix",
    "suffix",
    default=".bak",
    show_default=True,
    help="With --backup: what comes behind the name.",
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
@_style("--quotes", "straight", "curly")
@_style("--nesting", "american", "british")
@_style("--line-ends", "lf", "crlf")
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
    from mtcheck.cli.rewriting import Rewriting
    from mtcheck.cli.writing import Output
    from mtcheck.normalize import Normalizer, choose
    from mtcheck.text.normal.change import Style

    choice = choose(wanted, unwanted, lambda: rules_of(packs), aggressive=aggressive)
    style = Style(quotes, nesting, line_ends)
    normalizer = Normalizer(choice, lambda: rules_of(packs), style)
    return Rewriting(normalizer, Output(**output), read).run(paths)
