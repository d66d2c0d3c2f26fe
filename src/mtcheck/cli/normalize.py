"""`mtcheck normalize`: characters and spaces set right, words left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mtcheck.cli.configured import Configured, configured, is_given
from mtcheck.cli.inputs import READING
from mtcheck.cli.options import PACKS, rules_of

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet

_OWN = {
    "quotes": "quotes",
    "nesting": "nesting",
    "line-ends": "line_ends",
    "edit": "wanted",
    "no-edit": "unwanted",
    "aggressive": "aggressive",
}
"""The keys of the table `normalize` with the parameters that they are called like."""

F = TypeVar("F", bound=Callable[..., Any])


def _style(name: str, *ways: str) -> Callable[[F], F]:
    ways = ("keep", *ways)
    return click.option(name, type=click.Choice(ways), default="keep", show_default=True)


@click.command("normalize")
@click.argument("paths", nargs=-1, required=True)
@configured({"rules": PACKS["rules"]}, READING)
@click.option(
    "--profile",
    metavar="NAME",
    help="A table of [normalize.profiles] in the config: which edits, which house style.",
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
@click.option(
    "--aggressive/--no-aggressive",
    default=False,
    help="Make the edits that are only reported as well.",
)
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
def command(config: Configured, paths: tuple[str, ...], profile: str | None, **given: Any) -> int:
    """Set right the characters and spaces of PATHS: files, folders, or - for standard input.

    The text of one file goes to standard output, or to --output. Words never change; what edits
    there are says docs/normalization.md.

    \b
    Exit status: 0, with --check 1 if something would change, 2 something could not be read.
    """
    from mtcheck.cli.rewriting import Rewriting
    from mtcheck.cli.writing import Output
    from mtcheck.normalize import Normalizer, choose
    from mtcheck.text.normal.change import Style

    style = config.config.style(profile)
    own = {key: given.pop(name) for key, name in _OWN.items()}
    for key, name in _OWN.items():
        if key in style and not is_given(name):
            own[key] = style[key].value

    def rules() -> RuleSet:
        return rules_of(config["rules"])

    choice = choose(own["edit"], own["no-edit"], rules, aggressive=own["aggressive"])
    ways = Style(own["quotes"], own["nesting"], own["line-ends"])
    rewriting = Rewriting(Normalizer(choice, rules, ways), Output(**given), config.read)
    return rewriting.run(config.files(paths))
