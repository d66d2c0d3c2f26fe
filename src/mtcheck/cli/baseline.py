"""`mtcheck baseline`: findings that were there before, so that only new ones fail a build."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from mtcheck.cli.asking import ASKING
from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.options import CHOOSING, paths_or_config
from mtcheck.gate.baseline import NAME

if TYPE_CHECKING:
    from mtcheck.gate.baseline import Baseline

_FILE = click.option(
    "-b",
    "--baseline",
    "path",
    default=NAME,
    show_default=True,
    metavar="FILE",
    help="File of the baseline.",
)


@click.group("baseline")
def command() -> None:
    """Keep the findings that are there now, and let only new ones fail a build."""


@command.command("create")
@paths_or_config
@_FILE
@click.option("--force", is_flag=True, help="Write over a baseline that is there.")
@configured(CHOOSING, READING, ASKING)
def create(config: Configured, paths: tuple[str, ...], path: str, force: bool) -> int:
    """Write a baseline that holds all findings in PATHS."""
    from mtcheck.errors import InputError

    if os.path.exists(path) and not force:
        raise InputError(
            f"{path}: there is a baseline already; `mtcheck baseline update` forgets what is "
            "fixed, --force writes a new one"
        )
    return _written(config, paths, path, None)


@command.command("update")
@paths_or_config
@_FILE
@configured(CHOOSING, READING, ASKING)
def update(config: Configured, paths: tuple[str, ...], path: str) -> int:
    """Forget the findings that are fixed; new ones are not added.

    Findings in files beside PATHS stay.
    """
    from mtcheck.gate.baseline import Baseline, read_baseline

    kept = Baseline(read_baseline(path), os.path.dirname(path))
    return _written(config, paths, path, kept)


@command.command("show")
@_FILE
def show(path: str) -> None:
    """List what the baseline holds, file by file, and how much of it."""
    from mtcheck.gate.baseline import read_baseline
    from mtcheck.output.baseline import listed

    listed(read_baseline(path))


def _written(config: Configured, paths: tuple[str, ...], path: str, kept: Baseline | None) -> int:
    """Write the baseline of what is found now; with one that is `kept`, of what it holds."""
    from pathlib import Path

    from mtcheck.cli.main import CLEAN, USER_ERROR
    from mtcheck.formats.write import write_atomically
    from mtcheck.gate.baseline import as_bytes, gathered
    from mtcheck.gate.result import Result
    from mtcheck.gate.run import Run
    from mtcheck.gate.verdict import count_of
    from mtcheck.output.text import say

    config.checked()
    run = Run(config.files(paths), config.settings)
    results = [each for each in run if isinstance(each, Result)]
    # What LanguageTool was not asked would be missing, and look fixed.
    missed = {**run.unread, **{each.file: each.lacks for each in results if each.lacks}}
    for name, why in missed.items():
        say(f"{name}: {why}")
    if missed:
        say(f"{path} was not written")
        return USER_ERROR
    entries = gathered(results, os.path.dirname(path), kept)
    write_atomically(Path(path), as_bytes(entries))
    gone = f", {sum(each.times for each in kept.fixed()):,} fixed" if kept else ""
    number = sum(each.times for each in entries)
    click.echo(f"{path}: {count_of(number, 'finding')} kept{gone}.")
    if kept is None and config["baseline"] is None:
        say(f"`mtcheck check --baseline {path}` passes over them, as does `baseline` in the config")
    return CLEAN
