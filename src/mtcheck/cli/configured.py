"""What of the command line came from the nearest `mtcheck.toml`."""

from __future__ import annotations

import os
from typing import Any

import click
from click.core import ParameterSource

from mtcheck import config


def defaults() -> dict[str, Any]:
    """Return what the nearest config says, for the commands that know it."""
    path = config.find(os.curdir)
    found = config.read(path) if path else {}
    own = found.pop("normalize", {})
    if "encoding" in found:
        own = {"encoding": found["encoding"], **own}
    packs = {"added": found["added"]} if "added" in found else {}
    rules = {"list": packs, "catalogue": packs}
    checked = dict.fromkeys(("check", "ignore", "report"), found)
    return {**checked, "explain": packs, "rules": rules, "normalize": own}


def config_of(parameter: str | None, context: click.Context | None = None) -> str | None:
    """Return the path of the config that gave a parameter its value, else None.

    `context` is the command's that is running when None.
    """
    context = context or click.get_current_context(silent=True)
    if context is None or parameter is None:
        return None
    given = context.get_parameter_source(parameter) is ParameterSource.DEFAULT_MAP
    return config.find(os.curdir) if given else None
