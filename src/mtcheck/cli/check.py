"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click

from mtcheck.cli.options import choosing, chosen_rules
from mtcheck.output import FORMATS, writer

LEVELS = ("error", "warning", "suggestion", "never")


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@choosing
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="warning",
    show_default=True,
    help="Lowest severity that makes the exit status 1.",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS[:3]),
    default="suggestion",
    show_default=True,
    help="Lowest severity that is written.",
)
def command(
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    encoding: str | None,
    form: str,
    fail_on: str,
    show: str,
) -> int:
    """Check PATHS: files, folders, or - for standard input.

    Of a folder all .txt and .text files are read, hidden ones left out.

    \b
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read.
    """
    from mtcheck.checker import check
    from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
    from mtcheck.cli.reading import Reading

    rules = chosen_rules(packs, only, ignore)
    reading = Reading(paths, encoding)
    failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    shown = LEVELS[: LEVELS.index(show) + 1]
    found = False
    out = writer(form)
    for document in reading:
        findings = check(document, rules)
        found = found or any(f.severity in failing for f in findings)
        out.document(document, [f for f in findings if f.severity in shown])
    out.end(reading.unread)
    return USER_ERROR if reading.unread else FOUND if found else CLEAN
