"""What is in force for a file, and where it was said, for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

from mtcheck.gate.config.effective import Config, Effective
from mtcheck.gate.config.keys import KEYS
from mtcheck.gate.config.parse import Said
from mtcheck.gate.verdict import count_of
from mtcheck.output.text import visible

Row = tuple[str, str, str]


def explained(path: str, config: Config, run: int, of: int, changed: int) -> None:
    """Print each value that is in force for a file with where it was said, and how many rules
    `run`, `of` how many, and how many have another severity than their own."""
    effective = config.at(path)
    by = f"by {', '.join(config.names)}" if config.names else "no config"
    click.echo(visible(f"{path}: {by}"))
    rows = [*_rows(effective), *_ignores(effective), *_style(config.style(None))]
    wide, wider = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, value, origin in rows:
        click.echo(visible(f"  {name:<{wide}}  {value:<{min(wider, 40)}}  {origin}"))
    told = f", {changed:,} with another severity than their own" if changed else ""
    click.echo(f"{run:,} of {count_of(of, 'rule')} run{told}.")
    for said in effective.said["exclude"]:
        if said.value.fits(path):
            where = f"{said.value.text!r}, {said.origin}"
            click.echo(visible(f"It is checked only where it is named itself: excluded ({where})."))


def schema(made: Mapping[str, Any]) -> None:
    """Print a JSON Schema."""
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))


def _rows(effective: Effective) -> Iterator[Row]:
    for key, each in KEYS.items():
        said = effective.said[key]
        if not said:
            yield key, "-", "default"
        for value, origin in said:
            if each.kind in ("severities", "counts"):
                yield f"{key} {value[0]}", str(value[1]), origin
            else:
                yield key, _words(value), origin


def _ignores(effective: Effective) -> Iterator[Row]:
    for listed in effective.ignores:
        rule, text, reason = listed.ignore
        what = f"{rule} “{text}”" if text else rule
        yield "[[ignore]]", f"{what} ({reason})" if reason else what, listed.origin


def _style(style: Mapping[str, Said]) -> Iterator[Row]:
    for key, (value, origin) in style.items():
        yield f"normalize.{key}", _words(value), origin


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None else str(value)
