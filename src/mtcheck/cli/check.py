"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click

from mtcheck.cli.inputs import Read, reading
from mtcheck.cli.options import checked_choice, choosing
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.gate.verdict import LEVELS
from mtcheck.output import FORMATS
from mtcheck.profile import PROFILES


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
    help="How findings are written to standard output; html: pages in the folder reports.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT:PATH",
    help="Write them in this format to this file (html: folder) as well; repeatable.",
)
@click.option(
    "--show",
    type=click.Choice(SEVERITIES),
    help="Lowest severity that is written; the profile's by default.",
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="Lowest severity that makes the exit status 1; the profile's by default.",
)
@click.option(
    "--fail-on-category",
    "categories",
    multiple=True,
    type=click.Choice(list(CATEGORIES)),
    metavar="CATEGORY",
    help="Any finding of this category makes the exit status 1; repeatable.",
)
@click.option(
    "--max-findings",
    type=click.IntRange(min=0),
    metavar="N",
    help="Let so many findings pass, from --fail-on upwards.",
)
@click.option(
    "--max-per-1000-words",
    type=click.FloatRange(min=0),
    metavar="X",
    help="Let so many findings per 1,000 words of all texts pass, from --fail-on upwards.",
)
@click.option(
    "--min-score",
    type=click.FloatRange(max=100),
    metavar="X",
    help="Exit with status 1 when a text has a lower MQM raw score (100 is best).",
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
    outputs: tuple[str, ...],
    show: str | None,
    fail_on: str | None,
    categories: tuple[str, ...],
    max_findings: int | None,
    max_per_1000_words: float | None,
    min_score: float | None,
) -> int:
    """Check PATHS: files, folders, or - for standard input.

    Of a folder all files in a known format are read, hidden ones left out.

    \b
    Exit status: 0 the gate lets all pass, 1 it does not, 2 something could not be read.
    """
    from mtcheck.cli.checking import Outputs, check
    from mtcheck.gate.settings import RuleChoice, Settings
    from mtcheck.gate.verdict import Limits

    chosen = PROFILES[profile]
    limits = Limits(
        fail_on or chosen.fail_on, categories, max_findings, max_per_1000_words, min_score
    )
    written = Outputs(form, outputs, show or chosen.show)
    settings = Settings(
        rules=checked_choice(RuleChoice(packs, added, only, ignore)),
        source=source or chosen.source,
        reading=read[0],
        form=read[1],
        measured=limits.need_measures,
        reported=written.want_reports,
    )
    return check(paths, settings, limits, written)
