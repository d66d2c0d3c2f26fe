"""What `mtcheck doctor` found, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from mtcheck.gate.doctor import Finding
from mtcheck.gate.verdict import count_of
from mtcheck.output.target import is_terminal
from mtcheck.output.text import visible

_COLOURS = {"ok": "green", "missing": "yellow", "broken": "red"}


def told(findings: Iterable[Finding]) -> bool:
    """Print findings, a line each and how to mend them, and what it comes to; return whether
    mtcheck works."""
    import sys

    coloured = is_terminal(sys.stdout)
    counts = {"ok": 0, "missing": 0, "broken": 0}
    for grade, what, advice in findings:
        counts[grade] += 1
        word = f"{grade:<7}"
        word = click.style(word, fg=_COLOURS[grade]) if coloured else word
        click.echo(f"{word}  {visible(what)}")
        if advice:
            click.echo(f"         -> {visible(advice)}")
    if counts["broken"]:
        number = count_of(counts["broken"], "thing")
        click.echo(f"mtcheck does not work as it should: {number} to mend.")
    else:
        less = f", without {count_of(counts['missing'], 'thing')} that it can do without"
        click.echo(f"mtcheck works{less if counts['missing'] else ''}.")
    return not counts["broken"]
