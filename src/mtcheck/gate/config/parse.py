"""A config checked: every key is known, every value of its kind, each with its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from mtcheck.errors import InputError
from mtcheck.gate.config.files import Toml, shown
from mtcheck.gate.config.globs import Glob, wrong
from mtcheck.gate.config.keys import KEYS, NORMALIZE, OTHER, Key, checked, unknown
from mtcheck.gate.settings import Ignore

Path = tuple[str | int, ...]


class Said(NamedTuple):
    """A value, and where it was said."""

    value: Any
    origin: str


Layer = Mapping[str, tuple[Said, ...]]
"""What one place says, by key: one value, or each of a table or of a list to which others add."""


class Override(NamedTuple):
    """What is said of the files that some globs mean."""

    globs: tuple[Glob, ...]
    layer: Layer

    def fits(self, path: str) -> bool:
        """Whether a file is meant."""
        return any(glob.fits(path) for glob in self.globs)


class Listed(NamedTuple):
    """An entry of `[[ignore]]`, and where it stands; of all files when there are no globs."""

    globs: tuple[Glob, ...]
    ignore: Ignore
    origin: str

    def fits(self, path: str) -> bool:
        """Whether a file is meant."""
        return not self.globs or any(glob.fits(path) for glob in self.globs)


class Parsed(NamedTuple):
    """All that one config says. `bases` are the profiles that its profiles build on."""

    name: str
    layer: Layer
    profiles: Mapping[str, Layer]
    bases: Mapping[str, Said]
    overrides: tuple[Override, ...]
    ignores: tuple[Listed, ...]
    normalize: Mapping[str, Said]
    normalize_profiles: Mapping[str, Mapping[str, Said]]


def parse(toml: Toml) -> Parsed:
    """Return what a config says; InputError, with the place, for the first thing wrong in it."""
    return _Parser(toml).parsed()


class _Parser:
    def __init__(self, toml: Toml) -> None:
        self._toml = toml

    def parsed(self) -> Parsed:
        table = dict(self._toml.table)
        for key in table:
            if key not in KEYS and key not in OTHER:
                raise self._wrong((key,), unknown(key, [*KEYS, *OTHER]))
        tables = {key: table.pop(key, None) for key in OTHER}
        ignored = table.get("ignore", [])
        entries: list[tuple[int, Any]] = []
        if isinstance(ignored, list):  # `ignore = ["rule"]`, or tables [[ignore]], or both
            entries = [(n, each) for n, each in enumerate(ignored) if isinstance(each, dict)]
            table["ignore"] = [each for each in ignored if not isinstance(each, dict)]
        layer = self._layer((), table, KEYS)
        reason = layer.get("require-reason", (Said(True, ""),))[0].value
        profiles = self._tables("profiles", tables["profiles"])
        normalize = dict(self._table(("normalize",), tables["normalize"] or {}))
        styles = self._tables("normalize", normalize.pop("profiles", None), "profiles")
        return Parsed(
            self._toml.name,
            layer,
            {name: self._profile(name, each) for name, each in profiles.items()},
            {
                name: Said(each["profile"], self._place(("profiles", name, "profile")))
                for name, each in profiles.items()
                if "profile" in each
            },
            tuple(self._overrides(tables["overrides"] or [])),
            tuple(self._listed(("ignore", n), each, reason) for n, each in entries),
            self._values(("normalize",), normalize, NORMALIZE),
            {
                name: self._values(("normalize", "profiles", name), each, NORMALIZE)
                for name, each in styles.items()
            },
        )

    def _profile(self, name: str, table: Mapping[str, Any]) -> Layer:
        known = {key: each for key, each in KEYS.items() if key != "paths"}
        layer = dict(self._layer(("profiles", name), table, known))
        layer.pop("profile", None)
        return layer

    def _overrides(self, tables: Any) -> list[Override]:
        if not isinstance(tables, list):
            raise self._wrong(("overrides",), "`overrides` should be tables: [[overrides]]")
        known = {key: each for key, each in KEYS.items() if each.per_path}
        found = []
        for number, table in enumerate(tables):
            at = ("overrides", number)
            rest = dict(self._table(at, table))
            if not rest.get("paths"):
                raise self._wrong(at, '`overrides` needs `paths`, as paths = ["legal/**"]')
            globs = self._globs((*at, "paths"), rest.pop("paths"))
            for key in rest:
                if key in KEYS and key not in known:
                    raise self._wrong((*at, key), f"`{key}` is of the whole run, not of some files")
            found.append(Override(globs, self._layer(at, rest, known)))
        return found

    def _listed(self, at: Path, table: Mapping[str, Any], needs_reason: bool) -> Listed:
        texts = {key: Key("text", "") for key in ("rule", "text", "reason")}
        values = self._values(at, table, {"paths": Key("texts", ""), **texts})
        globs = self._globs((*at, "paths"), table["paths"]) if "paths" in table else ()
        rule, text, reason = (values[key].value if key in values else "" for key in texts)
        if not rule and not text:
            raise self._wrong(at, "`ignore` needs a `rule`, or the `text` of the findings")
        if needs_reason and not reason.strip():
            raise self._wrong(at, "`ignore` needs a `reason`: why the findings may stay")
        return Listed(globs, Ignore(rule or "all", text, reason), self._place(at))

    def _layer(self, at: Path, table: Mapping[str, Any], keys: Mapping[str, Key]) -> Layer:
        values = self._values(at, table, keys)
        return {key: self._said(at, key, said) for key, said in values.items()}

    def _said(self, at: Path, key: str, said: Said) -> tuple[Said, ...]:
        """Return the parts of a value that are put together with those of other places; paths and
        globs as they are seen from the config's folder."""
        value, origin = said
        if isinstance(value, dict):
            return tuple(Said(item, self._place((*at, key, item[0]))) for item in value.items())
        if key == "exclude":
            value = self._globs((*at, key), list(value))
        elif key in _PATHS:
            seen = _PATHS[key]
            folder = self._toml.folder
            value = (
                seen(folder, value)
                if isinstance(value, str)
                else [seen(folder, each) for each in value]
            )
        if KEYS[key].adds:
            return tuple(Said(each, origin) for each in value)
        return (Said(tuple(value) if isinstance(value, list) else value, origin),)

    def _values(
        self, at: Path, table: Mapping[str, Any], keys: Mapping[str, Key]
    ) -> dict[str, Said]:
        found = {}
        for key, value in self._table(at, table).items():
            if key not in keys:
                raise self._wrong((*at, key), unknown(key, keys))
            try:
                found[key] = Said(checked(key, keys[key], value), self._place((*at, key)))
            except ValueError as error:
                raise self._wrong((*at, key), str(error)) from None
        return found

    def _tables(self, key: str, tables: Any, *below: str) -> dict[str, Mapping[str, Any]]:
        """Return tables by their names."""
        at = (key, *below)
        found = self._table(at, tables or {})
        return {name: self._table((*at, name), each) for name, each in found.items()}

    def _table(self, at: Path, table: Any) -> Mapping[str, Any]:
        if not isinstance(table, dict):
            name = ".".join(str(each) for each in at if isinstance(each, str))
            raise self._wrong(at, f"`{name}` should be a table")
        return table

    def _globs(self, at: Path, texts: Any) -> tuple[Glob, ...]:
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self._wrong(at, f"`{at[-1]}` should be a list of texts")
        for text in texts:
            if said := wrong(text):
                raise self._wrong(at, said)
        return tuple(Glob(text, self._toml.folder) for text in texts)

    def _place(self, at: Path) -> str:
        return self._toml.place(*at)

    def _wrong(self, at: Path, what: str) -> InputError:
        return InputError(f"{self._place(at)}: {what}")


def _path(folder: str, name: str) -> str:
    return shown(os.path.join(folder, name))


def _pack(folder: str, name: str) -> str:
    """Return a pack's path; what is no path there is an installed pack."""
    path = os.path.join(folder, name)
    return shown(path) if os.path.exists(path) else name


def _output(folder: str, given: str) -> str:
    form, colon, path = given.partition(":")
    return f"{form}:{_path(folder, path)}" if colon and path else given


_PATHS: dict[str, Callable[[str, str], str]] = {
    "paths": _path,
    "rules": _pack,
    "packs": _pack,
    "baseline": _path,
    "output": _output,
}
"""The keys that hold paths, each with how one is seen from the config's folder."""
