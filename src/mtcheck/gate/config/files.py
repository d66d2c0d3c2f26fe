"""Configs found and read: the nearest one upward, and those that it extends."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from mtcheck.errors import InputError

NAME = "mtcheck.toml"
PYPROJECT = "pyproject.toml"
_IN_PYPROJECT = ("tool", "mtcheck")
_BOTH = "; beside [[ignore]] no `ignore = [...]` can stand: switch the rules off under [severity]"


def find(folder: str) -> str | None:
    """Return the path of the nearest config in `folder` or above it, None when there is none.

    A `mtcheck.toml` is one, and a `pyproject.toml` with a table `[tool.mtcheck]`; of two in one
    folder the former is taken. Raises InputError for a `pyproject.toml` that cannot be read.
    """
    here = os.path.abspath(folder)
    while True:
        for name in (NAME, PYPROJECT):
            path = os.path.join(here, name)
            if os.path.isfile(path) and (name == NAME or _is_config(path)):
                return path
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def shown(path: str) -> str:
    """Return a path as a message names it: from the current folder, where there is a way."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return path


class Toml:
    """A config as it stands in its file: `table` is what it holds, `folder` where its paths and
    globs begin. InputError, with the place, when it cannot be read or is no TOML."""

    def __init__(self, path: str) -> None:
        self.path = os.path.abspath(path)
        self.name = shown(path)
        self.folder = os.path.dirname(self.path)
        self._text, whole = _read(path)
        self._inside: tuple[str, ...] = ()
        if os.path.basename(path) == PYPROJECT:
            self._inside = _IN_PYPROJECT
            whole = whole.get("tool", {}).get("mtcheck", None)
            if whole is None:
                raise InputError(f"{self.name}: there is no table [tool.mtcheck]")
        self.table: dict[str, Any] = whole

    def place(self, *path: str | int) -> str:
        """Return file and line of a key, or of the nearest thing that holds it."""
        whole = (*self._inside, *path)
        while whole and whole not in self._lines:
            whole = whole[:-1]
        return f"{self.name}:{self._lines[whole]}" if whole else self.name

    @cached_property
    def _lines(self) -> dict[tuple[str | int, ...], int]:
        from mtcheck.gate.config.lines import lines_of

        return lines_of(self._text)


def read(path: str, above: Sequence[str] = ()) -> list[Toml]:
    """Return a config behind those that it extends, what wins last.

    `above` are those by which it is extended. InputError, with the place, for what cannot be read
    or extends itself.
    """
    toml = Toml(path)
    place = os.path.realpath(path)
    wanted = toml.table.get("extends", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    where = toml.place("extends")
    if not isinstance(wanted, list) or not all(isinstance(each, str) for each in wanted):
        raise InputError(f"{where}: `extends` should be a text or a list of texts")
    found: list[Toml] = []
    for each in wanted:
        other, is_installed = _extended(each, toml, where)
        if os.path.realpath(other) in (place, *above):
            raise InputError(f"{where}: `extends`: {each} extends this file in turn")
        try:
            more = read(other, (place, *above))
        except InputError as error:
            here = "" if ": `extends`" in str(error) else f"{where}: `extends`: "
            raise InputError(f"{here}{error}") from error
        for one in more if is_installed else ():
            one.folder = toml.folder  # nobody writes globs of files that lie in a package
        found += more
    return [*found, toml]


def _extended(name: str, toml: Toml, where: str) -> tuple[str, bool]:
    """Return the path of a config that is extended, and whether an installed pack brings it."""
    path = os.path.join(toml.folder, name)
    if os.path.isfile(path):
        return path, False
    if os.path.isdir(path):
        return os.path.join(path, NAME), False
    if os.path.basename(name) != name or name.endswith(".toml"):
        raise InputError(f"{where}: `extends`: {name}: there is no such file")
    from mtcheck.engine.installed import pack_path  # late: few configs extend a package

    try:
        folder = pack_path(name)
    except InputError as error:
        raise InputError(f"{where}: `extends`: {error}") from error
    if os.path.isfile(folder):
        folder = os.path.dirname(folder)
    return os.path.join(folder, NAME), True


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(f"{shown(path)}: cannot be read: {error.strerror or error}") from error


def _read(path: str) -> tuple[str, dict[str, Any]]:
    import tomllib  # late: most runs have no config

    data = _bytes(path)
    try:
        text = data.decode("utf-8")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InputError(f"{shown(path)}: byte {error.start} is no UTF-8") from error
    except ValueError as error:  # no TOML; says line and column
        hint = _BOTH if "'ignore'" in str(error) else ""
        if str(error).startswith("Invalid value"):
            hint = "; texts stand in quotation marks"
        raise InputError(f"{shown(path)}: {error}{hint}") from error


def _is_config(path: str) -> bool:
    """Whether a `pyproject.toml` has a table of ours; one that never names us is not parsed."""
    if b"mtcheck" not in _bytes(path):
        return False
    tool = _read(path)[1].get("tool", {})
    return isinstance(tool, dict) and "mtcheck" in tool
