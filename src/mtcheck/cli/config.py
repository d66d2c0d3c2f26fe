"""`mtcheck config`: what is in force and where it was said; the schema for editors."""

from __future__ import annotations

import click

from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.judging import JUDGING
from mtcheck.cli.options import CHOOSING


@click.group("config")
def command() -> None:
    """Say what the config, the profile and the command line together mean."""


@command.command("explain")
@click.argument("path")
@configured(CHOOSING, READING, JUDGING)
def explain(config: Configured, path: str) -> None:
    """Say every value that `mtcheck check` would use for PATH, and where it was said.

    The options are those of `mtcheck check`.
    """
    from mtcheck.gate.rules import chosen, levels
    from mtcheck.output.config import explained

    config.checked()
    settings = config.settings(path)
    run, known = (
        {*rules.shelf.ids, *rules.own}
        for rules in (chosen(settings.rules, settings.severities), config.rules())
    )
    changed = run & set(levels(settings.rules, settings.severities))
    explained(path, config.config, len(run), len(known), len(changed))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of mtcheck.toml, with which editors complete and check it."""
    from mtcheck.gate.config import schema as made
    from mtcheck.output import FORMATS, config

    config.schema(made.schema(FORMATS))
