"""`mtcheck gate`: incoming articles accepted, held for review, or rejected."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from mtcheck.cli.asking import ASKING
from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.options import CHOOSING, with_options
from mtcheck.gate.verdict import LEVELS, Limits

F = TypeVar("F", bound=Callable[..., Any])

_FOLDER = click.Path(path_type=Path, file_okay=False)


def _limits(fate: str, level: str) -> Callable[[F], F]:
    options = (
        click.option(
            f"--{fate}-on",
            type=click.Choice(LEVELS),
            default=level,
            show_default=True,
            help=f"{fate.capitalize()} an article with a finding of this severity.",
        ),
        click.option(
            f"--{fate}-over",
            type=click.FloatRange(min=0),
            metavar="X",
            help=f"{fate.capitalize()} it only with more than X of them per 1,000 words.",
        ),
        click.option(
            f"--{fate}-below",
            type=click.FloatRange(max=100),
            metavar="X",
            help=f"{fate.capitalize()} an article with a lower MQM raw score (100 is best).",
        ),
    )

    return partial(with_options, options)


@click.command("gate")
@click.argument("inbox", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--accept", type=_FOLDER, required=True, help="Where good articles go.")
@click.option("--review", type=_FOLDER, required=True, help="Where doubtful ones go.")
@click.option("--reject", type=_FOLDER, required=True, help="Where bad ones go.")
@_limits("review", "warning")
@_limits("reject", "error")
@click.option(
    "--settle",
    type=click.FloatRange(min=0),
    default=0.0,
    metavar="SECONDS",
    help="Leave files alone that were written to in the last SECONDS.",
)
@configured(CHOOSING, READING, ASKING)
def command(
    inbox: Path,
    accept: Path,
    review: Path,
    reject: Path,
    settle: float,
    config: Configured,
    **others: Any,
) -> int:
    """Send each article of INBOX to one of three folders.

    Of a file of JSON Lines each record goes its own way. Beside what is held or rejected lies
    NAME.reasons. A run that was killed is finished by the next one.

    \b
    Exit status: 0 all accepted, 1 some were not, 2 something is wrong with the folders.
    """
    from mtcheck.cli.sending import sent
    from mtcheck.gate.outboxes import Outboxes
    from mtcheck.gate.settings import Settings

    limits = {
        fate: Limits(
            others.pop(f"{fate}_on"),
            per_1000_words=others.pop(f"{fate}_over"),
            score=others.pop(f"{fate}_below"),
        )
        for fate in ("review", "reject")
    }
    config.checked()
    measured = any(each.need_measures for each in limits.values())

    def settings_of(name: str) -> Settings:
        return config.settings(name)._replace(measured=measured)

    folders = {"accept": accept, "review": review, "reject": reject}
    with Outboxes(inbox, folders) as boxes:
        return sent(inbox, boxes, settings_of, limits, settle=settle, now=time.time())
