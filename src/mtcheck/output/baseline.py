"""What a baseline holds, for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from mtcheck.gate.baseline import Entry
from mtcheck.gate.verdict import count_of
from mtcheck.output.text import visible


def listed(entries: Sequence[Entry]) -> None:
    """Print the entries, file by file, and what they add up to."""
    by_rule: Counter[str] = Counter()
    for entry in entries:
        times = f"{entry.times} × " if entry.times > 1 else ""
        click.echo(visible(f"{entry.file}: {times}{entry.text}  {entry.rule}"))
        by_rule[entry.rule] += entry.times
    found, rules = count_of(by_rule.total(), "finding"), count_of(len(by_rule), "rule")
    click.echo(f"{found} of {rules} in {count_of(len({e.file for e in entries}), 'file')}.")
