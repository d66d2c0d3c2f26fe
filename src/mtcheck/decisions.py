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
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

FORMAT = 1
_HALF = lazy("[\ud800-\udfff]")

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
    except (ValueError, RecursionError) as error:
        raise DecisionsError(f"{name}: this is no JSON: {error}") from error
    if not isinstance(tree, dict) or not _is(int, tree.get("mtcheck")) or tree["mtcheck"] != FORMAT:
        raise DecisionsError(f'{name}: no decisions of mtcheck; expected "mtcheck": {FORMAT}')
    entries = tree.get("decisions")
    if not isinstance(tree.get("sha256"), str) or not isinstance(entries, list):
        raise DecisionsError(f'{name}: expected "sha256" (a text) and "decisions" (a list)')
    decisions = tuple(
        _decision(entry, f"{name}: decision {i}") for i, entry in enumerate(entries, 1)
    )
    file = tree.get("file", "")
    return Decisions(file if isinstance(file, str) else "", tree["sha256"], decisions)


_WANTED: dict[str, type] = {"rule": str, "start": int, "end": int, "text": str, "action": str}
_IN_WORDS = {str: "a text", int: "a whole number"}


def _decision(entry: Any, where: str) -> Decision:
    if not isinstance(entry, dict):
        raise DecisionsError(f"{where}: expected a table of keys")
    for key, kind in _WANTED.items():
        if not _is(kind, entry.get(key)):
            raise DecisionsError(f"{where}: expected {key!r} to be {_IN_WORDS[kind]}")
    if entry["action"] not in get_args(Action):
        known = ", ".join(get_args(Action))
        raise DecisionsError(f"{where}: no action {entry['action']!r}; known are {known}")
    replacement, reason = entry.get("replacement"), entry.get("reason")
    if entry["action"] == "dismiss":
        replacement = None
    elif not _is(str, replacement):
        raise DecisionsError(f"{where}: {entry['action']!r} needs a 'replacement' (a text)")
    try:
        span = Span(entry["start"], entry["end"])
    except ValueError as error:
        raise DecisionsError(f"{where}: {error}") from error
    return Decision(
        rule=entry["rule"],
        span=span,
        text=entry["text"],
        action=entry["action"],
        replacement=replacement,
        reason=reason if _is(str, reason) and reason else None,
    )


def _is(kind: type, value: Any) -> bool:
    """Whether a JSON value is exactly of a type (`true` is no number), and a text whole.

    JSON can write half of a surrogate pair, which no file can hold.
    """
    return type(value) is kind and not (isinstance(value, str) and _HALF.search(value))


def edits(document: Document, decisions: Decisions) -> list[Edit]:
    """Return every accepted and edited replacement as an edit of the document's text, in order.

    Raises DecisionsError when its raw text is not the article that was decided about, when an entry
    does not say what stands there, or when two replacements want the same words.
    """
    raw = document.raw
    if digest_of(raw) != decisions.digest:
        raise DecisionsError(
            f"the article is not the one decided about ({_changed(raw, decisions.decisions)}); "
            "make a new report of it and decide again"
        )
    made = sorted(
        (d for d in decisions.decisions if d.replacement is not None), key=lambda d: d.span
    )
    for decision in made:
        if decision.span.end > len(raw):
            raise DecisionsError(f"{decision.text!r} would stand behind the end of the article")
        if decision.span.of(raw) != decision.text:
            raise DecisionsError(
                f"at {decision.span.start} stands {decision.span.of(raw)!r}, not {decision.text!r}"
            )
        if not is_read(document, decision.span):
            raise DecisionsError(
                f"{decision.text!r} at {decision.span.start} is not among what is read of the "
                "article; say how it is read as you did for the report (--whole-page, --attributes)"
            )
    for earlier, later in pairwise(made):
        if later.span.start < earlier.span.end or later.span == earlier.span:
            raise DecisionsError(
                f"two replacements want the same words: {earlier.text!r} ({earlier.rule}) and "
                f"{later.text!r} ({later.rule}); dismiss one of them"
            )
    return [Edit(document.offsets.to_new(d.span), d.replacement or "") for d in made]


def is_read(document: Document, raw: Span) -> bool:
    """Whether a stretch of the raw text is one that a finding can have."""
    return not len(raw) or document.raw_span(document.offsets.to_new(raw)) == raw


def _changed(raw: str, decisions: Sequence[Decision]) -> str:
    for decision in decisions:
        if decision.span.of(raw) != decision.text:
            return f"{decision.text!r} no longer stands at {decision.span.start}"
    return "its text has changed"
