"""What a normalization changes: in words, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from mtcheck.checker import message
from mtcheck.engine.rule import Rule
from mtcheck.formats.places import place_of
from mtcheck.gate.verdict import count_of
from mtcheck.output.jsonl import as_utf8
from mtcheck.output.target import Target
from mtcheck.output.text import visible
from mtcheck.text.document import Document
from mtcheck.text.normal.change import Change
from mtcheck.text.normal.seen import name_of, seen


def explain(document: Document, changes: Sequence[Change], rules: Mapping[str, Rule]) -> None:
    """Print each change with its place, its rule, and what that says."""
    lines = document.lines
    click.echo(visible(document.title))
    for change, span, after in seen(document.text, changes):
        start = document.raw_span(change.span).start
        line, column = lines.line_column(start)
        where = str(place_of(document, start)) if document.parts else f"{line}:{column}"
        before, rule = span.of(document.text), rules[change.edit]
        click.echo(f"  {where}  {visible(before)} → {visible(after)}  {rule.id}")
        click.echo(f"      {visible(_message(rule, change, before, after, document))}")


def _message(rule: Rule, change: Change, before: str, after: str, document: Document) -> str:
    name = name_of(change.span.of(document.text))
    return message(rule, before, (after,), {"character": name})


def count(document: Document, changes: Sequence[Change]) -> None:
    """Print how many edits a document needs."""
    click.echo(f"{visible(document.title)}: {count_of(len(changes), 'edit')}")


def rows(
    document: Document, changes: Sequence[Change], rules: Mapping[str, Rule]
) -> Iterator[dict[str, Any]]:
    """Yield each change as JSON values: `start` and `end` are code points of the file."""
    lines, before = document.lines, document.first.code_point
    for change, span, after in seen(document.text, changes):
        raw = document.raw_span(change.span)
        line, column = lines.line_column(raw.start)
        rule = rules[change.edit]
        where: dict[str, Any] = {"record": document.record} if document.record else {}
        if document.parts:
            where["place"] = place_of(document, raw.start)._asdict()
        shown = span.of(document.text)
        yield {
            "file": document.name,
            **where,
            "start": before + raw.start,
            "end": before + raw.end,
            "line": line,
            "column": column,
            "edit": change.edit,
            "rule": rule.id,
            "severity": rule.severity,
            "category": rule.category,
            "text": raw.of(document.raw),
            "replacement": change.text,
            "message": _message(rule, change, shown, after, document),
        }


class Json:
    """Prints one JSON object for a whole run: the edits as they come, then what was not read."""

    def __init__(self) -> None:
        self._target = Target()
        self._begun = False

    def edits(
        self, document: Document, changes: Sequence[Change], rules: Mapping[str, Rule]
    ) -> None:
        """Print the edits of one document."""
        for row in rows(document, changes, rules):
            self._target.put(
                [b",\n    " if self._begun else b'{\n  "edits": [\n    ', as_utf8(row)]
            )
            self._begun = True

    def end(self, unread: Mapping[str, str]) -> None:
        """Print the rest of the object."""
        missed = [{"file": name, "why": why} for name, why in unread.items()]
        self._target.put([b"\n  ]" if self._begun else b'{\n  "edits": []'])
        self._target.put([b',\n  "unread": ', as_utf8(missed), b"\n}\n"])
