"""A run of the pipeline: every waiting file is checked, sent on, and said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from mtcheck.cli.main import CLEAN, FOUND
from mtcheck.gate.decide import FATES, Decision, decided
from mtcheck.gate.outboxes import Outboxes
from mtcheck.gate.pipeline import found, send, waiting
from mtcheck.gate.result import Result
from mtcheck.gate.run import Run, Unread
from mtcheck.gate.settings import Settings
from mtcheck.gate.verdict import Limits, count_of
from mtcheck.output.jsonl import row
from mtcheck.output.text import say, visible

_DONE = {"accept": "accepted", "review": "held for review", "reject": "rejected"}


def sent(
    inbox: Path,
    boxes: Outboxes,
    settings_of: Callable[[str], Settings],
    limits: Mapping[str, Limits],
    *,
    settle: float,
    now: float,
) -> int:
    """Send on the waiting files of an inbox and return the exit status; `now` is in seconds since
    the epoch."""
    if finished := boxes.finish():
        say(f"finished {count_of(finished, 'file')} of a run that was ended")
    files = {file.name: file for file in waiting(inbox, settle, now)}
    counts: Counter[str] = Counter()
    results: list[Result | Unread] = []
    lacking: set[str] = set()

    def on_file(name: str) -> None:
        settings = settings_of(name)
        required = settings.languagetool is not None and settings.languagetool.required
        decisions = decided(results, limits["review"], limits["reject"], all_asked=required)
        results.clear()
        done = send(files[name], decisions, boxes, _reasons, settings.reading)
        if done is None:
            say(f"{name}: it changed while it was checked; the next run takes it")
            return
        counts.update(done.counts or {"review": 1})
        for fate, path in done.paths.items():
            why = next((d.why for d in decisions if d.fate == fate), "there is no text in it")
            more = f" ({count_of(done.counts[fate], 'record')})" if len(decisions) > 1 else ""
            click.echo(visible(f"{name}: {_DONE[fate]}{more}: {why} -> {path}"))

    for each in Run(found(list(files.values())), settings_of, on_file):
        results.append(each)
        if isinstance(each, Result) and each.lacks and each.lacks not in lacking:
            lacking.add(each.lacks)
            say(f"{each.lacks}; mtcheck's own findings stand")
    said = ", ".join(f"{counts[fate]:,} {_DONE[fate]}" for fate in FATES if counts[fate])
    click.echo(f"{said or 'nothing to do'}.")
    return FOUND if counts["review"] or counts["reject"] else CLEAN


def _reasons(decision: Decision) -> list[str]:
    """Return what is written about a decision: why, and each finding, a JSON object a line."""
    result = decision.result
    about: dict[str, Any] = {"fate": decision.fate, "why": decision.why}
    if result is not None:
        about = {"record": result.record, **about} if result.record else about
    rows = [row(result, each) for each in result.found] if result is not None else []
    return [json.dumps(each, ensure_ascii=False) for each in (about, *rows)]
