"""Options that several commands share, by the key of a config that each is called like."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mtcheck.gate.config.globs import Glob, wrong
from mtcheck.gate.config.keys import SOURCES
from mtcheck.profile import PROFILES

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet

F = TypeVar("F", bound=Callable[..., Any])
Option = Callable[[Any], Any]

PACKS: dict[str, Option] = {
    "rules": click.option(
        "--rules",
        multiple=True,
        type=click.Path(),
        help="Use the packs in this file or folder instead of the shipped ones; repeatable.",
    ),
    "packs": click.option(
        "--packs",
        multiple=True,
        metavar="PACK",
        help="Use these as well: a file or folder of packs, a glossary (CSV, TBX), or the name of "
        "an installed pack; repeatable.",
    ),
}


def _globs(
    context: click.Context, parameter: click.Parameter, texts: tuple[str, ...]
) -> tuple[Glob, ...]:
    for text in texts:
        if said := wrong(text):
            raise click.BadParameter(said)
    return tuple(Glob(text, os.path.abspath(os.curdir)) for text in texts)


CHOOSING: dict[str, Option] = {
    **PACKS,
    "profile": click.option(
        "--profile",
        metavar="NAME",
        help="; ".join(f"{name}: {profile.about}" for name, profile in PROFILES.items())
        + "; or a profile of the config. editor by default.",
    ),
    "from": click.option(
        "--from",
        metavar="LANGUAGE",
        type=click.Choice(SOURCES),
        help="Language that the texts were translated from: zh, ru …; any; none.",
    ),
    "only": click.option(
        "--only",
        multiple=True,
        metavar="RULE",
        help="Run this rule, pack or area only; repeatable.",
    ),
    "ignore": click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        help="Leave out this rule, pack or area; repeatable.",
    ),
    "exclude": click.option(
        "--exclude",
        multiple=True,
        metavar="GLOB",
        callback=_globs,
        help="Leave out these files of folders; repeatable.",
    ),
}
"""The options that choose rules and files."""

CONFIG: tuple[Option, ...] = (
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        help="Read this config, not the nearest mtcheck.toml or pyproject.toml.",
    ),
    click.option("--no-config", is_flag=True, help="Read no config."),
)

paths_or_config = click.argument("paths", nargs=-1)
"""The files and folders of a command; those of the config when there are none."""


def with_options(options: Sequence[Option], function: F) -> F:
    """Add options to a command, in this order."""
    for option in reversed(options):
        function = option(function)
    return function


def rules_of(packs: Sequence[str], added: Sequence[str] = ()) -> RuleSet:
    """Return the rules of `packs` (the shipped ones when none is named) and of those `added`;
    InputError when one is not there."""
    from mtcheck.gate.rules import loaded

    return loaded(tuple(packs), tuple(added))
