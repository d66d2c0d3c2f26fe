"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mtcheck.cli.configured import config_of
from mtcheck.profile import PROFILES
from mtcheck.source import ANY_SOURCE, LANGUAGES, NO_SOURCE

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
    from mtcheck.gate.settings import RuleChoice

F = TypeVar("F", bound=Callable[..., Any])

own_packs = click.option(
    "--rules",
    "packs",
    multiple=True,
    type=click.Path(),
    help="Use the packs in this file or folder instead of the shipped ones; repeatable.",
)

more_packs = click.option(
    "--packs",
    "added",
    multiple=True,
    metavar="PACK",
    help="Use these as well: a file or folder of packs, a glossary (CSV, TBX), or the name of "
    "an installed pack; repeatable.",
)

_CHOOSING = (
    own_packs,
    more_packs,
    click.option(
        "--profile",
        type=click.Choice(list(PROFILES)),
        default="editor",
        show_default=True,
        help="; ".join(f"{name}: {profile.about}" for name, profile in PROFILES.items()) + ".",
    ),
    click.option(
        "--from",
        "source",
        metavar="LANGUAGE",
        type=click.Choice([*LANGUAGES, ANY_SOURCE, NO_SOURCE]),
        help="Language that the texts were translated from: zh, ru …; any; none.",
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
)


def choosing(function: F) -> F:
    """Add the options that choose rules."""
    return with_options(_CHOOSING, function)


def with_options(options: Sequence[Callable[[F], F]], function: F) -> F:
    """Add options to a command, in this order."""
    for option in reversed(options):
        function = option(function)
    return function


def rules_of(packs: Sequence[str], added: Sequence[str] = ()) -> RuleSet:
    """Return the rules of `packs` (the shipped ones when none is named) and of those `added`.

    InputError when one is not there; it says so when the config names it.
    """
    from mtcheck.errors import InputError
    from mtcheck.gate.rules import loaded

    try:
        return loaded(tuple(packs), tuple(added))
    except InputError as error:
        path = config_of("added")
        raise InputError(f"{error}; {path} names it") if path else error from None


def checked_choice(choice: RuleChoice) -> RuleChoice:
    """Return a choice of rules that leaves some to run.

    A rule that is named by an old id is found, and the new id said.
    """
    from mtcheck.gate.rules import chosen
    from mtcheck.output.text import say

    rules = rules_of(choice.packs, choice.added)
    chosen(choice)
    for old, new in rules.renamed((*choice.only, *choice.ignore)).items():
        say(f"the rule {old!r} is now called {new!r}; the old name will go one day")
    return choice
