"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click

from mtcheck.cli.inputs import Read, reading
from mtcheck.cli.options import choosing, chosen_rules
from mtcheck.output import FORMATS, writer
from mtcheck.output.text import say
from mtcheck.profile import PROFILES

LEVELS = ("error", "warning", "suggestion", "never")


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@choosing
@reading
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
    help="Lowest severity that makes the exit status 1; the profile's by default.",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS[:3]),
    help="Lowest severity that is written; the profile's by default.",
)
def command(
    read: Read,
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    added: tuple[str, ...],
    profile: str,
    source: str | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    fail_on: str | None,
    show: str | None,
) -> int:
    """Check PATHS: files, folders, or - for standard input.

    Of a folder all files in a known format are read, hidden ones left out.

    \b
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read.
    """
    from mtcheck.checker import examine
    from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
    from mtcheck.cli.reading import Reading
    from mtcheck.engine.view import View
    from mtcheck.foreign import with_remarks

    rules = chosen_rules(packs, added, only, ignore)
    texts = Reading(paths, *read)
    chosen = PROFILES[profile]
    failing = _at_least(fail_on or chosen.fail_on)
    shown = _at_least(show or chosen.show)
    found = False
    out = writer(form)
    for document in texts:
        findings, origin, foreign = examine(View(document), rules, source or chosen.source)
        if origin and origin.why:
            say(f"{document.title}: {origin.words}")
        if foreign:
            document = with_remarks(document, foreign)
            for note in document.notes[-len({f.language for f in foreign}) :]:
                say(f"{document.title}: {note}")
        found = found or any(f.severity in failing for f in findings)
        out.document(document, [f for f in findings if f.severity in shown])
    out.end(texts.unread, rules)
    return USER_ERROR if texts.unread else FOUND if found else CLEAN


def _at_least(severity: str) -> tuple[str, ...]:
    """Return a severity and those above it; none for "never"."""
    return LEVELS[: LEVELS.index(severity) + 1] if severity != "never" else ()
