"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_CHOOSING = (
    click.option(
        "--rules",
        "packs",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Use the packs in this file or folder instead of the shipped ones; repeatable.",
    ),
    click.option(
        "--only",
        multiple=True,
        metavar="RULE",
        help="Run this rule, pack or area only; repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        help="Leave out this rule, pack or area; repeatable.",
    ),
    click.option(
        "--encoding", help="Encoding of the files; UTF-8 or what they look like by default."
    ),
)


def choosing(function: F) -> F:
    """Add the options that choose rules and say how files are read."""
    for option in reversed(_CHOOSING):
        function = option(function)
    return function


def chosen_rules(packs: tuple[Path, ...], only: tuple[str, ...], ignore: tuple[str, ...]) -> Any:
    """Return the rules that `--rules`, `--only` and `--ignore` choose."""
    from mtcheck.checker import shipped
    from mtcheck.engine.packs import load

    rules = load(list(packs)) if packs else shipped()
    return rules.select(only, ignore)
