"""A rule as YAML, made from the sentence that called for it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from mtcheck.engine.pattern import literally
from mtcheck.errors import InputError

_MARK = re.compile(r"<([^<>]+)>")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def new_pack(about: str, language: str | None) -> str:
    """Return the head of a pack, up to where its rules begin."""
    origin = f"from: {language}\n" if language else ""
    return f"about: {_text(about)}\n{origin}rules:\n"


def new_rule(
    bad: str,
    suggest: Sequence[str] = (),
    good: Sequence[str] = (),
    *,
    severity: str = "warning",
    category: str = "overly-literal",
) -> str:
    """Return a rule that finds what `bad` marks with `<…>`, to be added to a pack.

    InputError when nothing is marked. Fewer than two `good` sentences leave places to fill in.
    """
    marks = list(dict.fromkeys(" ".join(mark.split()) for mark in _MARK.findall(bad)))
    if not marks:
        raise InputError("mark the words that are wrong in the sentence: --bad 'They <did so>.'")
    patterns = list(map(literally, marks))
    name = _NO_SLUG.sub("-", marks[0].lower()).strip("-") or "new-rule"
    instead = "; write {suggest}." if suggest else "; say it as English does."
    lines = [
        f"  - id: {name}",
        "    # Other forms: {verb:walk} a (middle|central) line; see docs/writing-rules.md",
        f"    find: {_texts(patterns)}",
        *([f"    suggest: {_texts(suggest)}"] if suggest else []),
        f"    message: {_text('{found} is word for word' + instead)}",
        f"    severity: {severity}",
        f"    category: {category}",
        "    bad:",
        f"      - {_text(bad)}",
        "    # near misses, two or more: the same words where they are right",
        "    good:" if good else "    # good:",
        *(f"      - {_text(sentence)}" for sentence in good),
        *("    #   - …" for _ in range(2 - len(good))),
    ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """Return a text as YAML; a JSON string is one."""
    return json.dumps(value, ensure_ascii=False)


def _texts(values: Sequence[str]) -> str:
    return _text(values[0]) if len(values) == 1 else json.dumps(list(values), ensure_ascii=False)
