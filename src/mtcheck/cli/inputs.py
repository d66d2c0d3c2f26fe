"""Options that say how files are read."""

from __future__ import annotations

import click

from mtcheck.cli.options import Option
from mtcheck.formats.file import Options
from mtcheck.formats.table import FORMATS

Read = tuple[Options, str | None]
"""How files are read, and the format of all of them where one is said."""


def _limits(
    context: click.Context, parameter: click.Parameter, texts: tuple[str, ...]
) -> tuple[tuple[str, int], ...]:
    if not texts:
        return ()
    from mtcheck.formats.limits import parsed  # late: hardly anyone changes a limit

    return tuple(parsed(texts).items())


READING: dict[str, Option] = {
    "encoding": click.option(
        "--encoding", help="Encoding of the files; UTF-8 or what they look like by default."
    ),
    "input-format": click.option(
        "--input-format",
        metavar="FORMAT",
        type=click.Choice(list(FORMATS)),
        help=f"Format of the files, where neither suffix nor content tells: {', '.join(FORMATS)}.",
    ),
    "text-field": click.option(
        "--text-field",
        metavar="FIELD",
        multiple=True,
        help="Field of a record (JSON, CSV) that holds text; repeatable.",
    ),
    "limit": click.option(
        "--limit",
        metavar="NAME=NUMBER",
        multiple=True,
        callback=_limits,
        help="Change a limit of what is read; repeatable.",
    ),
    "id-field": click.option(
        "--id-field", metavar="FIELD", help="Field of a record that names it."
    ),
    "attributes": click.option(
        "--attributes/--no-attributes", default=None, help="Read alt and title of HTML as well."
    ),
    "whole-page": click.option(
        "--whole-page/--no-whole-page",
        default=None,
        help="Whether the article has to be found in a page of HTML; as it looks by default.",
    ),
}
