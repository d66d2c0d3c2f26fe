"""What an editor decided about the findings of one article, and how it is applied.

The file is JSON, written by the report page:

    {"mtcheck": 1, "file": "belarus.txt", "sha256": "<of the article's raw text, as UTF-8>",
     "decisions": [
        {"rule": "zh/pandemic/new-crown", "start": 120, "end": 133, "text": "new crown epidemic",
         "action": "accept", "replacement": "COVID-19 epidemic"},
        {"rule": …, "action": "edit", "replacement": "…"},
        {"rule": …, "action": "dismiss", "reason": "a quotation"}]}

`start` and `end` are code points of the raw text, `text` what stands there. Keys that are not
listed here are the page's own and left alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any, Literal, get_args

from mtcheck.errors import DecisionsError
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

FORMAT = 1

Action = Literal["accept", "edit", "dismiss"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one finding; `replacement` is None exactly for a dismissed one."""

    rule: str
    span: Span
    text: str
    action: Action
    replacement: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one article, which `digest` identifies."""

    file: str
    digest: str
    decisions: tuple[Decision, ...]


def digest_of(raw: str) -> str:
    """Return the SHA-256 of a raw text, as hexadecimal digits."""
    return sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def parse(text: str, name: str) -> Decisions:
    """Read a decisions file; DecisionsError, naming the file and the entry, when it is none."""
    try:
        tree = json.loads(text)
    except ValueError as error:
        raise DecisionsError(f"{name}: this is no JSON: {error}") from error
    if not isinstance(tree, dict) or tree.get("mtcheck") != FORMAT:
        raise DecisionsError(f'{name}: no decisions of mtcheck; expected "mtcheck": {FORMAT}')
    entries = tree.get("decisions")
    if not isinstance(tree.get("sha256"), str) or not isinstance(entries, list):
        raise DecisionsError(f'{name}: expected "sha256" (a text) and "decisions" (a list)')
    decisions = tuple(
        _decision(entry, f"{name}: decision {i}") for i, entry in enumerate(entries, 1)
    )
    return Decisions(str(tree.get("file", "")), tree["sha256"], decisions)


def _decision(entry: Any, where: str) -> Decision:
    wanted: dict[str, type] = {"rule": str, "start": int, "end": int, "text": str, "action": str}
    for key, kind in wanted.items():
        if not isinstance(entry, dict) or type(entry.get(key)) is not kind:
            raise DecisionsError(f"{where}: expected {key!r} to be {kind.__name__}")
    if entry["action"] not in get_args(Action):
        raise DecisionsError(
            f"{where}: no action {entry['action']!r}; known are {get_args(Action)}"
        )
    replacement = entry.get("replacement")
    if entry["action"] == "dismiss":
        replacement = None
    elif not isinstance(replacement, str):
        raise DecisionsError(f"{where}: {entry['action']!r} needs a 'replacement'")
    try:
        span = Span(entry["start"], entry["end"])
    except ValueError as error:
        raise DecisionsError(f"{where}: {error}") from error
    reason = entry.get("reason")
    return Decision(
        entry["rule"], span, entry["text"], entry["action"], replacement, reason if reason else None
    )


def corrected(raw: str, decisions: Decisions) -> str:
    """Return `raw` with every accepted and edited replacement made, nothing else changed.

    Raises DecisionsError when `raw` is not the article that was decided about, or when two
    replacements want the same words.
    """
    if digest_of(raw) != decisions.digest:
        raise DecisionsError(
            f"the article is not the one decided about ({_changed(raw, decisions.decisions)}); "
            "make a new report of it and decide again"
        )
    made = sorted(
        (d for d in decisions.decisions if d.replacement is not None), key=lambda d: d.span
    )
    for earlier, later in pairwise(made):
        if later.span.start < earlier.span.end:
            raise DecisionsError(
                f"two replacements want the same words: {earlier.text!r} ({earlier.rule}) and "
                f"{later.text!r} ({later.rule}); dismiss one of them"
            )
    for decision in made:
        if decision.span.of(raw) != decision.text:
            raise DecisionsError(
                f"at {decision.span.start} stands {decision.span.of(raw)!r}, not {decision.text!r}"
            )
    return apply_edits(raw, [Edit(d.span, d.replacement or "") for d in made])[0]


def _changed(raw: str, decisions: Sequence[Decision]) -> str:
    for decision in decisions:
        if decision.span.of(raw) != decision.text:
            return f"{decision.text!r} no longer stands at {decision.span.start}"
    return "its text has changed"
