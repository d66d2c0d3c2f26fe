"""The keys of a config: what each holds, and what stands there when nobody says anything."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from mtcheck.errors import did_you_mean
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.formats.limits import LIMITS
from mtcheck.formats.table import FORMATS
from mtcheck.gate.verdict import LEVELS
from mtcheck.source import ANY_SOURCE, LANGUAGES, NO_SOURCE

LEVELS_OF_RULES = (*SEVERITIES, "on", "off")
SOURCES = (*LANGUAGES, ANY_SOURCE, NO_SOURCE)


class Key(NamedTuple):
    """One key. `kind` is one of `KINDS`; `choices` are all values that it may have, any where there
    are none (of a table, its names). With `per_path`, an override may hold it. With `adds`, what
    several files and the command line say is put together; else the last one is taken."""

    kind: str
    about: str
    choices: tuple[str, ...] = ()
    per_path: bool = False
    adds: bool = False
    default: Any = None
    least: float = -math.inf
    most: float = math.inf


KINDS = {
    "text": "a text",
    "texts": "a list of texts",
    "flag": "true or false",
    "count": "a whole number",
    "number": "a number",
    "severities": "a table of rules, packs or areas, each with a severity",
    "counts": "a table of whole numbers",
}
"""What a key may hold, in words."""

KEYS: dict[str, Key] = {
    "paths": Key("texts", "What is checked when the command line names nothing; globs, too."),
    "exclude": Key("texts", "Globs of files that are left out of folders.", adds=True),
    "profile": Key("text", "Who reads the findings: editor, gate, audit, or one of `profiles`."),
    "from": Key("text", "Language that the texts were translated from.", SOURCES, True),
    "rules": Key("texts", "Packs that are used instead of the shipped ones."),
    "packs": Key(
        "texts", "Packs, glossaries and installed packs that are used as well.", adds=True
    ),
    "only": Key("texts", "The rules, packs or areas that run; all by default.", per_path=True),
    "ignore": Key("texts", "Rules, packs or areas that are left out.", per_path=True, adds=True),
    "severity": Key(
        "severities",
        "How grave the findings of a rule, pack or area are; off: it does not run, on: as its pack "
        "says. The most specific name counts.",
        LEVELS_OF_RULES,
        per_path=True,
    ),
    "require-reason": Key(
        "flag",
        "Whether a comment that suppresses findings has to say why.",
        per_path=True,
        default=True,
    ),
    "encoding": Key("text", "Encoding of the files.", per_path=True),
    "input-format": Key("text", "Format of the files.", tuple(FORMATS), True),
    "text-field": Key("texts", "Fields of a record that hold text.", per_path=True),
    "id-field": Key("text", "Field of a record that names it.", per_path=True),
    "attributes": Key(
        "flag", "Whether alt and title of HTML are read.", per_path=True, default=False
    ),
    "whole-page": Key(
        "flag", "Whether the article has to be found in a page of HTML.", per_path=True
    ),
    "limit": Key("counts", "Limits of what is read.", tuple(LIMITS), True),
    "languagetool": Key(
        "text",
        "LanguageTool as well: off, local (started for the run), or the URL of a server.",
        default="off",
    ),
    "languagetool-required": Key(
        "flag", "Whether a run that LanguageTool did not answer fails.", default=False
    ),
    "languagetool-timeout": Key(
        "number", "Seconds that one request to LanguageTool may take.", default=60.0, least=0.1
    ),
    "languagetool-retries": Key(
        "count",
        "How often a request is made again when LanguageTool does not answer.",
        default=2,
        least=0,
    ),
    "format": Key("text", "How findings are written to standard output.", default="text"),
    "output": Key("texts", "Further outputs, as FORMAT:PATH.", adds=True),
    "show": Key("text", "Lowest severity that is written.", SEVERITIES, True),
    "fail-on": Key("text", "Lowest severity that counts.", LEVELS, True),
    "fail-on-category": Key(
        "texts", "Findings of these categories count.", tuple(CATEGORIES), per_path=True
    ),
    "max-findings": Key("count", "So many findings that count may pass.", least=0),
    "max-per-1000-words": Key(
        "number", "So many findings that count may pass per 1,000 words.", least=0
    ),
    "min-score": Key(
        "number", "Lowest MQM raw score that a text may have.", per_path=True, most=100
    ),
    "baseline": Key("text", "File of findings that were there before."),
    "diff-base": Key("text", "Revision of git; only lines that changed since then count."),
    "jobs": Key("count", "So many processes share the work; as many as pay by default.", least=1),
    "cache": Key("flag", "Whether results are kept from run to run.", default=True),
    "statistics": Key("flag", "Whether findings are counted by rule.", default=False),
    "show-timing": Key("flag", "Whether it is said which rules are slow.", default=False),
}
"""Every key of a config by its name: those of the command line are called like its options."""

NORMALIZE: dict[str, Key] = {
    "quotes": Key("text", "Shape of quotation marks.", ("keep", "straight", "curly")),
    "nesting": Key("text", "Which marks stand outside.", ("keep", "american", "british")),
    "line-ends": Key("text", "How lines end.", ("keep", "lf", "crlf")),
    "edit": Key("texts", "Edits, rules or packs that are followed as well."),
    "no-edit": Key("texts", "Edits, rules or packs that are not followed."),
    "aggressive": Key("flag", "Whether edits that are only reported are made as well."),
}
"""The keys of the table `normalize`, and of each of its `profiles`."""

OTHER = ("extends", "overrides", "profiles", "normalize")
"""The keys of a config that are built of the ones above, or name other configs."""


def unknown(name: str, known: Iterable[str]) -> str:
    """Return what is wrong with a key that is not known."""
    names = list(known)
    hint = did_you_mean(name, names) or f"; known are {', '.join(names)}"
    return f"there is no key {name!r}{hint}"


def checked(name: str, key: Key, value: Any) -> Any:
    """Return the value of a key, lists as tuples; ValueError, in one sentence, for one that is not
    of its kind or not among its choices."""
    if not _is_kind(key.kind, value):
        raise ValueError(f"`{name}` should be {KINDS[key.kind]}")
    if key.kind == "severities":
        for level in value.values():
            _choose(name, level, key.choices)
    elif key.kind == "counts":
        for each in value:
            if each not in key.choices:
                raise ValueError(f"`{name}`: {unknown(each, key.choices)}")
    elif key.choices:
        for each in value if key.kind == "texts" else [value]:
            _choose(name, each, key.choices)
    elif key.kind in ("count", "number") and not key.least <= value <= key.most:
        bound = f"at least {key.least:g}" if value < key.least else f"at most {key.most:g}"
        raise ValueError(f"`{name}` should be {bound}, not {value:g}")
    return tuple(value) if isinstance(value, list) else value


def _is_kind(kind: str, value: Any) -> bool:
    if kind in ("text", "texts"):
        texts = value if kind == "texts" else [value]
        return isinstance(texts, list) and all(isinstance(each, str) for each in texts)
    if kind in ("severities", "counts"):
        wanted = str if kind == "severities" else int
        return isinstance(value, dict) and all(type(each) is wanted for each in value.values())
    if kind == "flag":
        return isinstance(value, bool)
    is_whole = type(value) is int
    return is_whole if kind == "count" else is_whole or (type(value) is float and _real(value))


def _real(value: float) -> bool:
    return math.isfinite(value)


def _choose(name: str, value: str, choices: Iterable[str]) -> None:
    known = list(choices)
    if value not in known:
        hint = did_you_mean(value, known) or f"; it may be {', '.join(known)}"
        raise ValueError(f"`{name}` cannot be {value!r}{hint}")
