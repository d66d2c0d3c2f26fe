"""`mtcheck config`: what is in force and where it was said; the schema for editors."""

from __future__ import annotations

import click

from mtcheck.cli.asking import ASKING
from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.judging import JUDGING
from mtcheck.cli.options import CHOOSING


@click.group("config")
def command() -> None:
    """Say what the config, the profile and the command line together mean."""


@command.command("explain")
@click.argument("path")
@configured(CHOOSING, READING, ASKING, JUDGING)
def explain(config: Configured, path: str) -> None:
    """Say every value that `mtcheck check` would use for PATH, and where it was said.

    The options are those of `mtcheck check`.
    """
    from mtcheck.gate.rules import chosen, levels
    from mtcheck.output.config import explained

    config.checked()
    settings = config.settings(path)
    rules = chosen(settings.rules, settings.severities)
    changed = set(levels(settings.rules, settings.severities)) & set(rules.shelf.ids)
    explained(path, config.config, len(rules), len(config.rules()), len(changed))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of mtcheck.toml, with which editors complete and check it."""
    from mtcheck.gate.config import schema as made
    from mtcheck.output import FORMATS, config

    config.schema(made.schema(FORMATS))
