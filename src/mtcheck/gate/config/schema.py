"""A JSON Schema of the config, for editors that complete and check what is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mtcheck.gate.config.keys import KEYS, NORMALIZE, Key
from mtcheck.profile import PROFILES

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_GLOBS: Schema = {
    **_TEXTS,
    "minItems": 1,
    "description": "Globs, seen from the folder of this file: * in one name, ** over folders.",
}


def schema(formats: Iterable[str]) -> Schema:
    """Return the schema of a `mtcheck.toml`; `formats` are those of outputs."""
    keys = {key: _key(each) for key, each in KEYS.items()}
    keys["format"]["enum"] = [*formats]
    keys["output"]["items"] = {"type": "string", "pattern": f"^({'|'.join(formats)}):."}
    keys["profile"]["examples"] = [*PROFILES]
    per_path = {key: each for key, each in keys.items() if KEYS[key].per_path}
    styles = {key: _key(each) for key, each in NORMALIZE.items()}
    named = {key: each for key, each in keys.items() if key != "paths"}
    named["profile"] = {"enum": [*PROFILES], "description": "The profile that it builds on."}
    ignored = {
        "type": "array",
        "description": "Rules that are left out, or tables of findings that do not count.",
        "items": {"anyOf": [_TEXT, _ignore()]},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "mtcheck.toml, or [tool.mtcheck] in pyproject.toml",
        **_object(
            {
                "extends": {
                    "description": "Configs that this one builds on, by path or installed pack.",
                    "anyOf": [_TEXT, _TEXTS],
                },
                **keys,
                "ignore": ignored,
                "overrides": {
                    "type": "array",
                    "description": "What holds for some files only.",
                    "items": _object({"paths": _GLOBS, **per_path}, "paths"),
                },
                "profiles": {
                    "type": "object",
                    "description": "Profiles besides the built-in ones, by name.",
                    "additionalProperties": _object(named),
                },
                "normalize": {
                    "description": "House style of `mtcheck normalize`.",
                    **_object(
                        {
                            **styles,
                            "profiles": {
                                "type": "object",
                                "additionalProperties": _object(styles),
                            },
                        }
                    ),
                },
            }
        ),
    }


def _object(properties: Mapping[str, Schema], *required: str) -> Schema:
    made: Schema = {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
    }
    return {**made, "required": [*required]} if required else made


def _ignore() -> Schema:
    texts = {
        "rule": "Rule, pack or area; all when there is only a text.",
        "text": "Words of the findings that are meant; all of the rule when there are none.",
        "reason": "Why they may stay.",
    }
    made = {key: {"type": "string", "description": about} for key, about in texts.items()}
    either = [{"required": ["rule"]}, {"required": ["text"]}]
    return {**_object({"paths": {**_GLOBS, "minItems": 0}, **made}), "anyOf": either}


def _key(key: Key) -> Schema:
    made = _kind(key)
    default = {} if key.default is None else {"default": key.default}
    return {"description": key.about, **made, **default}


def _kind(key: Key) -> Schema:
    chosen = {"enum": [*key.choices]} if key.choices else {}
    if key.kind == "text":
        return {**_TEXT, **chosen}
    if key.kind == "texts":
        return {"type": "array", "items": {**_TEXT, **chosen}}
    if key.kind == "flag":
        return {"type": "boolean"}
    if key.kind == "severities":
        return {"type": "object", "additionalProperties": {**_TEXT, **chosen}}
    if key.kind == "counts":
        whole = {"type": "integer", "minimum": 0}
        return _object({name: dict(whole) for name in key.choices})
    bounds = {"minimum": key.least, "maximum": key.most}
    ends = {name: end for name, end in bounds.items() if abs(end) != float("inf")}
    return {"type": "integer" if key.kind == "count" else "number", **ends}
