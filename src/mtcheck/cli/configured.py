"""The options of a command and the nearest config, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from mtcheck.cli.inputs import Read
from mtcheck.cli.options import CONFIG, Option, with_options
from mtcheck.errors import InputError
from mtcheck.gate.config.effective import Config, configured_by, on_command_line
from mtcheck.gate.settings import Settings

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
    from mtcheck.formats.files import Found
    from mtcheck.gate.verdict import Limits

F = TypeVar("F", bound=Callable[..., Any])


class Configured:
    """What is in force for a command, by its options and the config.

    `settings` of a file, how it is read, and what may pass are those of the run where no override
    of the config means the file.
    """

    def __init__(self, config: Config) -> None:
        self.config = config

    def __getitem__(self, key: str) -> Any:
        """Return what is in force for the run under a key of the config."""
        return self.config.of_run[key]

    def settings(self, name: str, *, reported: bool = False) -> Settings:
        """Return the settings of a file; with `reported`, for a full report."""
        settings = self.config.at(name).settings()
        words = self["max-per-1000-words"] is not None  # counted in all files, or in none
        return settings._replace(measured=settings.measured or words, reported=reported)

    def read(self, name: str) -> Read:
        """Return how a file is read."""
        settings = self.config.at(name).settings()
        return settings.reading, settings.form

    def limits(self, name: str | None = None) -> Limits:
        """Return what may pass: of a file, or of the run."""
        return (self.config.of_run if name is None else self.config.at(name)).limits()

    def show(self, name: str) -> str:
        """Return the lowest severity of a file that is written."""
        level: str = self.config.at(name)["show"]
        return level

    def rules(self, packs: Sequence[str] | None = None) -> RuleSet:
        """Return all rules of the packs, chosen or not; with `packs`, theirs and what the command
        line adds. InputError, with the place, when one is not there."""
        from mtcheck.cli.named import rules_in

        return rules_in(self.config.of_run, packs)

    def checked(self) -> None:
        """Raise UnknownRuleError, with the place, for a name of a rule that fits nothing, or where
        no rule would be left; say which names are old."""
        from mtcheck.cli.named import check_names

        check_names(self.config)

    def files(self, paths: Sequence[str]) -> list[Found]:
        """Return the files of `paths`, or of those of the config; InputError when the config leaves
        out all of them."""
        from mtcheck.cli.chosenfiles import files

        return files(self.config.of_run, paths)


def configured(*groups: Mapping[str, Option]) -> Callable[[F], F]:
    """Add these options, and those that name a config, to a command; it takes them as one,
    `config`."""
    keys = {key.replace("-", "_"): key for group in groups for key in group}

    def decorate(function: F) -> F:
        @wraps(function)
        def command(*, config_file: str | None, no_config: bool, **given: Any) -> Any:
            said = {key: given.pop(name) for name, key in keys.items()}
            said = {key: value for key, value in said.items() if is_given(key.replace("-", "_"))}
            return function(config=_configured(config_file, no_config, said), **given)

        options = [option for group in groups for option in group.values()]
        return with_options([*options, *CONFIG], cast("F", command))

    return decorate


def is_given(parameter: str) -> bool:
    """Whether the command line says something of a parameter of the command that is running."""
    return click.get_current_context().get_parameter_source(parameter) in (
        ParameterSource.COMMANDLINE,
        ParameterSource.ENVIRONMENT,
    )


def _configured(path: str | None, without: bool, said: dict[str, Any]) -> Configured:
    if path is not None and without:
        raise InputError("--config and --no-config exclude each other")
    if path is None and not without:
        from mtcheck.gate.config.files import find

        path = find(os.curdir)
    return Configured(configured_by(path, on_command_line(said)))
