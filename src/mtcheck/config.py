"""The nearest `mtcheck.toml`: what a team says once instead of on every command line."""

from __future__ import annotations

import os
from typing import Any

from mtcheck.errors import InputError, did_you_mean

NAME = "mtcheck.toml"

KEYS: dict[str, tuple[type, str]] = {
    "profile": (str, "profile"),
    "from": (str, "source"),
    "packs": (list, "added"),
    "only": (list, "only"),
    "ignore": (list, "ignore"),
    "encoding": (str, "encoding"),
    "show": (str, "show"),
    "fail-on": (str, "fail_on"),
}
"""Each key with its type and the parameter of the command line that it is the default of."""


def find(folder: str) -> str | None:
    """Return the path of the nearest config in `folder` or above it, None when there is none."""
    here = os.path.abspath(folder)
    while True:
        path = os.path.join(here, NAME)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def read(path: str) -> dict[str, Any]:
    """Return the defaults that a config gives to parameters of the command line.

    Packs are paths from the config's own folder. InputError, with the place, for what is no TOML,
    an unknown key, or a value of another type.
    """
    import tomllib  # late: most runs have no config

    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
    except (OSError, ValueError) as error:  # no TOML is a ValueError that says line and column
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise InputError(f"{path}: there is no key {key!r}{did_you_mean(key, list(KEYS))}")
        expected, parameter = KEYS[key]
        texts = value if isinstance(value, list) else [value]
        if not isinstance(value, expected) or not all(isinstance(text, str) for text in texts):
            what = "a list of texts" if expected is list else "a text"
            raise InputError(f"{path}: `{key}` should be {what}")
        found[parameter] = value
    if "added" in found:
        found["added"] = [_from(os.path.dirname(path), pack) for pack in found["added"]]
    return found


def _from(folder: str, pack: str) -> str:
    """Return a pack's path as seen from a folder; what is no path there is an installed pack."""
    path = os.path.join(folder, pack)
    return path if os.path.exists(path) else pack
