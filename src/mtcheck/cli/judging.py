"""Options that say what a gate lets pass, and how it says so."""

from __future__ import annotations

import click

from mtcheck.cli.options import Option
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.gate.verdict import LEVELS
from mtcheck.output import FORMATS

JUDGING: dict[str, Option] = {
    "format": click.option(
        "--format",
        type=click.Choice(list(FORMATS)),
        help="How findings are written to standard output, text by default; html: pages in the "
        "folder reports.",
    ),
    "output": click.option(
        "--output",
        multiple=True,
        metavar="FORMAT:PATH",
        help="Write them in this format to this file (html: folder) as well; repeatable.",
    ),
    "show": click.option(
        "--show",
        type=click.Choice(SEVERITIES),
        help="Lowest severity that is written; the profile's by default.",
    ),
    "fail-on": click.option(
        "--fail-on",
        type=click.Choice(LEVELS),
        help="Lowest severity that makes the exit status 1; the profile's by default.",
    ),
    "fail-on-category": click.option(
        "--fail-on-category",
        multiple=True,
        type=click.Choice(list(CATEGORIES)),
        metavar="CATEGORY",
        help="Any finding of this category makes the exit status 1; repeatable.",
    ),
    "max-findings": click.option(
        "--max-findings",
        type=click.IntRange(min=0),
        metavar="N",
        help="Let so many findings pass, from --fail-on upwards.",
    ),
    "max-per-1000-words": click.option(
        "--max-per-1000-words",
        type=click.FloatRange(min=0),
        metavar="X",
        help="Let so many findings per 1,000 words of all texts pass, from --fail-on upwards.",
    ),
    "min-score": click.option(
        "--min-score",
        type=click.FloatRange(max=100),
        metavar="X",
        help="Exit with status 1 when a text has a lower MQM raw score (100 is best).",
    ),
    "baseline": click.option(
        "--baseline",
        metavar="FILE",
        help="Findings in this file were there before and do not count; see `mtcheck baseline`.",
    ),
    "diff-base": click.option(
        "--diff-base",
        metavar="REVISION",
        help="Count only what stands in lines that changed since this revision of git.",
    ),
}
"""The options of `mtcheck check` about the verdict and its outputs."""

RUNNING: dict[str, Option] = {
    "jobs": click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Share the work among N processes; as many as pay by default.",
    ),
    "cache": click.option(
        "--cache/--no-cache",
        default=None,
        help="Whether results are kept, so that nothing is checked twice; they are by default.",
    ),
    "statistics": click.option(
        "--statistics/--no-statistics",
        default=None,
        help="Say on standard error how many findings there are of each rule and category.",
    ),
    "show-timing": click.option(
        "--show-timing/--no-show-timing",
        default=None,
        help="Say on standard error which rules are slow; everything is checked by one process.",
    ),
}
"""The options of `mtcheck check` about how the work is done."""
