"""Options that say what a gate lets pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from mtcheck.cli.options import with_options
from mtcheck.finding import CATEGORIES
from mtcheck.gate.verdict import LEVELS, Limits

F = TypeVar("F", bound=Callable[..., Any])

_JUDGING = (
    click.option(
        "--fail-on",
        type=click.Choice(LEVELS),
        help="Lowest severity that makes the exit status 1; the profile's by default.",
    ),
    click.option(
        "--fail-on-category",
        "categories",
        multiple=True,
        type=click.Choice(list(CATEGORIES)),
        metavar="CATEGORY",
        help="Any finding of this category makes the exit status 1; repeatable.",
    ),
    click.option(
        "--max-findings",
        type=click.IntRange(min=0),
        metavar="N",
        help="Let so many findings pass, from --fail-on upwards.",
    ),
    click.option(
        "--max-per-1000-words",
        type=click.FloatRange(min=0),
        metavar="X",
        help="Let so many findings per 1,000 words of all texts pass, from --fail-on upwards.",
    ),
    click.option(
        "--min-score",
        type=click.FloatRange(max=100),
        metavar="X",
        help="Exit with status 1 when a text has a lower MQM raw score (100 is best).",
    ),
)


def judging(function: F) -> F:
    """Add the options that say what passes; the command takes them as one, `limits`, whose
    `fail_on` is empty where the profile says it."""

    @wraps(function)
    def command(
        *,
        fail_on: str | None,
        categories: tuple[str, ...],
        max_findings: int | None,
        max_per_1000_words: float | None,
        min_score: float | None,
        **others: Any,
    ) -> Any:
        limits = Limits(fail_on or "", categories, max_findings, max_per_1000_words, min_score)
        return function(limits=limits, **others)

    return with_options(_JUDGING, cast("F", command))
