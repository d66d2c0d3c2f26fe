"""Options that say how files are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from mtcheck.cli.options import with_options
from mtcheck.formats.file import Options
from mtcheck.formats.table import FORMATS

F = TypeVar("F", bound=Callable[..., Any])

Read = tuple[Options, str | None]
"""How files are read, and the format of all of them where one is said."""

_READING = (
    click.option(
        "--encoding", help="Encoding of the files; UTF-8 or what they look like by default."
    ),
    click.option(
        "--input-format",
        "input_format",
        metavar="FORMAT",
        type=click.Choice(list(FORMATS)),
        help=f"Format of the files, where neither suffix nor content tells: {', '.join(FORMATS)}.",
    ),
    click.option(
        "--text-field",
        "text_fields",
        metavar="FIELD",
        multiple=True,
        help="Field of a record (JSON, CSV) that holds text; repeatable.",
    ),
    click.option(
        "--limit",
        "limits",
        metavar="NAME=NUMBER",
        multiple=True,
        help="Change a limit of what is read; repeatable.",
    ),
    click.option("--id-field", metavar="FIELD", help="Field of a record that names it."),
    click.option("--attributes", is_flag=True, help="Read alt and title of HTML as well."),
    click.option(
        "--whole-page/--no-whole-page",
        default=None,
        help="Whether the article has to be found in a page of HTML; as it looks by default.",
    ),
)


def reading(function: F) -> F:
    """Add the options that say how files are read; the command takes them as one, `read`."""

    @wraps(function)
    def command(
        *,
        encoding: str | None,
        input_format: str | None,
        text_fields: tuple[str, ...],
        id_field: str | None,
        limits: tuple[str, ...],
        attributes: bool,
        whole_page: bool | None,
        **others: Any,
    ) -> Any:
        from mtcheck.formats.limits import parsed  # late: hardly anyone changes a limit

        options = Options(
            encoding=encoding,
            text_fields=text_fields,
            id_field=id_field,
            attributes=attributes,
            whole_page=whole_page,
            limits=parsed(limits) if limits else {},
        )
        return function(read=(options, input_format), **others)

    return with_options(_READING, cast("F", command))
