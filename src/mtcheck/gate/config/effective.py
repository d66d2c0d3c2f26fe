"""What is in force for a file: the last word of defaults, profile, configs and command line.

In this order, each over the ones before: what mtcheck says by default, the built-in profile, the
configs (one behind those that it extends), the profile that they define, the overrides that fit the
file, the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mtcheck.engines.languagetool.service import OFF, Service
from mtcheck.errors import InputError, did_you_mean
from mtcheck.formats.file import Options
from mtcheck.gate.config.files import read
from mtcheck.gate.config.keys import KEYS
from mtcheck.gate.config.parse import Layer, Listed, Parsed, Said, parse
from mtcheck.gate.settings import RuleChoice, Settings
from mtcheck.gate.verdict import Limits
from mtcheck.profile import PROFILES

COMMAND_LINE = "command line"
_TABLES = ("severities", "counts")


class Effective:
    """What is in force for one file, or of a run where no override fits: by key what was said and
    where, and the entries of `[[ignore]]` that mean the file."""

    def __init__(self, said: Mapping[str, tuple[Said, ...]], ignores: tuple[Listed, ...]) -> None:
        self.said = said
        self.ignores = ignores

    def __getitem__(self, key: str) -> Any:
        """Return the value of a key: of one to which others add, all of them; of a table, pairs."""
        return _joined(key, self.said[key])

    def origin(self, key: str) -> str:
        """Return where the last word about a key was said."""
        said = self.said[key]
        return said[-1].origin if said else "default"

    def settings(self) -> Settings:
        """Return the settings of the file; those that outputs need are left out."""
        limits = self.limits()
        return Settings(
            RuleChoice(self["rules"], self["packs"], self["only"], self["ignore"]),
            self["from"],
            Options(
                encoding=self["encoding"],
                text_fields=self["text-field"],
                id_field=self["id-field"],
                attributes=self["attributes"],
                whole_page=self["whole-page"],
                limits=dict(self["limit"]),
            ),
            self["input-format"],
            measured=limits.need_measures,
            ignores=tuple(each.ignore for each in self.ignores),
            require_reason=self["require-reason"],
            severities=self["severity"],
            languagetool=self._languagetool(),
        )

    def _languagetool(self) -> Service | None:
        if self["languagetool"] == OFF:
            return None
        patience = self["languagetool-timeout"], self["languagetool-retries"]
        return Service(self["languagetool"], *patience, self["languagetool-required"])

    def limits(self) -> Limits:
        """Return what may pass."""
        return Limits(
            self["fail-on"],
            self["fail-on-category"],
            self["max-findings"],
            self["max-per-1000-words"],
            self["min-score"],
        )


class Config:
    """What is in force, file by file. `names` are the configs, one behind those that it extends;
    `own_ignores` are the entries of `[[ignore]]` in itself.

    InputError, with the place, for a profile that there is not.
    """

    def __init__(self, files: Sequence[Parsed], given: Layer) -> None:
        self.names = tuple(each.name for each in files)
        self._files = files
        self._given = given
        self._cache: dict[tuple[int, ...], Effective] = {}
        name, origin = self._profile_name()
        self.profile = name
        self._below = self._layers(name, origin)
        self._overrides = [each for file in files for each in file.overrides]
        self._ignores = [each for file in files for each in file.ignores]
        self.own_ignores = files[-1].ignores if files else ()

    @property
    def of_run(self) -> Effective:
        """What is in force where no override fits."""
        return self._effective((), ())

    def at(self, path: str) -> Effective:
        """Return what is in force for a file, by its path as seen from the current folder."""
        overrides = tuple(n for n, each in enumerate(self._overrides) if each.fits(path))
        ignores = tuple(n for n, each in enumerate(self._ignores) if each.fits(path))
        return self._effective(overrides, ignores)

    def all(self) -> list[Effective]:
        """Return what is in force under each override alone, and without any; for all files that
        an entry of `[[ignore]]` names, its own."""
        alone = [self._effective((n,), ()) for n in range(len(self._overrides))]
        return [self._effective((), tuple(range(len(self._ignores)))), *alone]

    def style(self, profile: str | None) -> dict[str, Said]:
        """Return what the configs say of `mtcheck normalize`; InputError for a profile of it that
        there is not."""
        found: dict[str, Said] = {}
        for file in self._files:
            found.update(file.normalize)
        known = [name for file in self._files for name in file.normalize_profiles]
        if profile is not None and profile not in known:
            where = self.names[-1] if self.names else "mtcheck.toml"
            raise InputError(f"{where} has no profile {profile!r}{did_you_mean(profile, known)}")
        for file in self._files:
            found.update(file.normalize_profiles.get(profile or "", {}))
        return found

    def _effective(self, overrides: tuple[int, ...], ignores: tuple[int, ...]) -> Effective:
        which = (*overrides, -1, *ignores)
        found = self._cache.get(which)
        if found is None:
            layers = [self._overrides[number].layer for number in overrides]
            said = _put({**self._below}, [*layers, self._given])
            entries = tuple(self._ignores[number] for number in ignores)
            found = self._cache[which] = Effective(said, entries)
        return found

    def _profile_name(self) -> Said:
        told = [layer["profile"][0] for layer in self._tops() if "profile" in layer]
        name, origin = told[-1] if told else Said(KEYS["profile"].default or "editor", "default")
        own = [name for file in self._files for name in file.profiles]
        if name not in PROFILES and name not in own:
            known = [*PROFILES, *own]
            hint = did_you_mean(name, known) or f"; there are {', '.join(dict.fromkeys(known))}"
            raise InputError(f"{origin}: there is no profile {name!r}{hint}")
        return Said(name, origin)

    def _tops(self) -> list[Layer]:
        return [*(file.layer for file in self._files), self._given]

    def _layers(self, profile: str, origin: str) -> dict[str, tuple[Said, ...]]:
        """Return what is in force below the overrides."""
        base = profile if profile in PROFILES else "editor"
        for file in self._files:
            if said := file.bases.get(profile):
                base = said.value
                if base not in PROFILES:
                    hint = (
                        did_you_mean(base, list(PROFILES)) or f"; there are {', '.join(PROFILES)}"
                    )
                    raise InputError(f"{said.origin}: no built-in profile is called {base!r}{hint}")
        chosen = PROFILES[base]
        values = {"show": chosen.show, "fail-on": chosen.fail_on, "from": chosen.source}
        built_in = {
            key: (Said(value, f"profile {base}"),) for key, value in values.items() if value
        }
        start: dict[str, tuple[Said, ...]] = {}
        for key, each in KEYS.items():
            nothing = each.adds or each.kind in _TABLES
            start[key] = () if nothing else (Said(_empty(key), "default"),)
        own = [
            {
                key: tuple(Said(s.value, f"{s.origin} (profile {profile})") for s in said)
                for key, said in file.profiles[profile].items()
            }
            for file in self._files
            if profile in file.profiles
        ]
        tops = [file.layer for file in self._files]
        named: Layer = {"profile": (Said(profile, origin),)}
        return _put(start, [built_in, *tops, *own, named])


def configured_by(path: str | None, given: Layer) -> Config:
    """Return what is in force by the config at `path`, and the command line."""
    files = [parse(each) for each in read(path)] if path else []
    return Config(files, given)


def on_command_line(values: Mapping[str, Any]) -> Layer:
    """Return what the command line says as a layer; a table as (name, value) pairs."""
    layer = {}
    for key, value in values.items():
        several = KEYS[key].adds or KEYS[key].kind in _TABLES
        layer[key] = tuple(Said(each, COMMAND_LINE) for each in (value if several else [value]))
    return layer


def _put(said: dict[str, tuple[Said, ...]], layers: Iterable[Layer]) -> dict[str, tuple[Said, ...]]:
    """Put layers on what was said before, and return it."""
    for layer in layers:
        for key, more in layer.items():
            before = said[key]
            if KEYS[key].kind in _TABLES:
                names = {each.value[0] for each in more}
                kept = [each for each in before if each.value[0] not in names]
                said[key] = (*kept, *more)
            elif KEYS[key].adds:
                old = {each.value for each in before}
                said[key] = (*before, *(each for each in more if each.value not in old))
            else:
                said[key] = more
    return said


def _joined(key: str, said: tuple[Said, ...]) -> Any:
    if KEYS[key].adds or KEYS[key].kind in _TABLES:
        return tuple(each.value for each in said)
    return said[-1].value


def _empty(key: str) -> Any:
    return () if KEYS[key].kind == "texts" else KEYS[key].default
