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
    "normalize": (dict, "normalize"),
}
"""Each key with its type and the parameter of the command line that it is the default of."""

NORMALIZE_KEYS: dict[str, tuple[type, str]] = {
    "quotes": (str, "quotes"),
    "nesting": (str, "nesting"),
    "line-ends": (str, "line_ends"),
    "edit": (list, "wanted"),
    "no-edit": (list, "unwanted"),
    "aggressive": (bool, "aggressive"),
    "profiles": (dict, "profiles"),
}
"""The keys of the table `normalize`, for that command; `profiles` are more such tables."""

_IN_WORDS = {str: "a text", list: "a list of texts", dict: "a table", bool: "true or false"}


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
    found = _checked(path, table, KEYS)
    if "added" in found:
        found["added"] = [_from(os.path.dirname(path), pack) for pack in found["added"]]
    if "normalize" in found:
        own = found["normalize"] = _checked(path, found["normalize"], NORMALIZE_KEYS)
        for name, profile in own.get("profiles", {}).items():
            own["profiles"][name] = _checked(path, profile, NORMALIZE_KEYS)
    return found


def _checked(path: str, table: Any, keys: dict[str, tuple[type, str]]) -> dict[str, Any]:
    """Return the values of a table by parameter; InputError for what does not belong there."""
    if not isinstance(table, dict):
        raise InputError(f"{path}: a profile of `normalize` should be a table")
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            raise InputError(f"{path}: there is no key {key!r}{did_you_mean(key, list(keys))}")
        expected, parameter = keys[key]
        if not isinstance(value, expected) or (
            isinstance(value, list) and not all(isinstance(text, str) for text in value)
        ):
            raise InputError(f"{path}: `{key}` should be {_IN_WORDS[expected]}")
        found[parameter] = value
    return found


def _from(folder: str, pack: str) -> str:
    """Return a pack's path as seen from a folder; what is no path there is an installed pack."""
    path = os.path.join(folder, pack)
    return path if os.path.exists(path) else pack
