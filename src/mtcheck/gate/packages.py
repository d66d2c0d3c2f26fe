"""The packages that mtcheck needs, and those that its optional parts need: are they there?"""

from __future__ import annotations

import re
from importlib import metadata
from typing import NamedTuple

_NEED = re.compile(r"(?P<name>[\w.-]+)\s*(?P<bounds>[^;]*)(?:;.*extra == ['\"](?P<extra>[\w-]+))?")
_BOUND = re.compile(r"(<=|>=|==|!=|<|>)\s*([\d.]+)")


class Need(NamedTuple):
    """A package that mtcheck (or its optional part `extra`) needs: `found` is the version that is
    installed, None when there is none, and `bounds` what it should be."""

    name: str
    bounds: str
    extra: str
    found: str | None

    @property
    def is_met(self) -> bool:
        """Whether the package is there in a version that will do."""
        return self.found is not None and fits(self.found, self.bounds)


def needs() -> list[Need]:
    """Return what the installed mtcheck needs; nothing when it runs from a folder of sources."""
    try:
        wanted = metadata.requires("mtcheck") or []
    except metadata.PackageNotFoundError:
        return []
    found = []
    for each in wanted:
        if match := _NEED.match(each):
            name, bounds = match["name"], match["bounds"].strip()
            found.append(Need(name, bounds, match["extra"] or "", installed(name)))
    return found


def installed(name: str) -> str | None:
    """Return the version of a package; None when it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def fits(version: str, bounds: str) -> bool:
    """Whether a version is within bounds as ">=1.0,<2"; only the numbers at its beginning count."""
    have = _numbers(version)
    for sign, text in _BOUND.findall(bounds):
        limit = _numbers(text)
        length = max(len(have), len(limit))
        left, right = (each + (0,) * (length - len(each)) for each in (have, limit))
        met = {
            "<": left < right,
            "<=": left <= right,
            ">": left > right,
            ">=": left >= right,
            "==": left == right,
            "!=": left != right,
        }
        if not met[sign]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, match[0].split("."))) if match else ()
