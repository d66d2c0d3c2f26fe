"""A rule as YAML, made from the sentence that called for it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from mtcheck.engine.pattern import literally
from mtcheck.errors import InputError

LITERAL = "overly-literal"
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
    category: str = LITERAL,
    message: str | None = None,
) -> str:
    """Return a rule that finds what `bad` marks with `<…>`, to be added to a pack.

    Where a suggestion differs from it in nothing but capitals, capitals count. InputError when
    nothing is marked. Fewer than two `good` sentences leave places to fill in.
    """
    marks = list(dict.fromkeys(" ".join(mark.split()) for mark in _MARK.findall(bad)))
    if not marks:
        raise InputError("mark the words that are wrong in the sentence: --bad 'They <did so>.'")
    patterns = list(map(literally, marks))
    name = _NO_SLUG.sub("-", marks[0].lower()).strip("-") or "new-rule"
    same = {mark.lower() for mark in marks} & {text.lower() for text in suggest}
    lines = [
        f"  - id: {name}",
        "    # Widen it: {verb:walk} or {noun:line} for all forms, (one|other), [optional word]",
        f"    find: {_texts(patterns)}",
        *(["    case: true"] if same else []),
        *([f"    suggest: {_texts(suggest)}"] if suggest else []),
        f"    message: {_text(message or _message(category, bool(suggest)))}",
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


def _message(category: str, suggested: bool) -> str:
    if category == LITERAL:
        instead = "write {suggest}" if suggested else "say it as English does"
        return f"{{found}} is word for word; {instead}."
    return "Write {suggest}, not {found}." if suggested else "Do not write {found}."


def _text(value: str) -> str:
    """Return a text as YAML; a JSON string is one."""
    return json.dumps(value, ensure_ascii=False)


def _texts(values: Sequence[str]) -> str:
    return _text(values[0]) if len(values) == 1 else json.dumps(list(values), ensure_ascii=False)
