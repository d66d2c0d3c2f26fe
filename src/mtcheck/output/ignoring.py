"""What `mtcheck ignore` wrote, in a line or two."""

from __future__ import annotations

import os

import click

from mtcheck.gate.ignoring import Written
from mtcheck.gate.result import Located
from mtcheck.output.text import visible


def commented(file: str, written: Written) -> None:
    """Print which comment was written into a file, and where."""
    more = f" (suppresses {written.suppressed} findings)" if written.suppressed > 1 else ""
    click.echo(f"{visible(file)}:{written.line}: {visible(written.comment)}{more}")


def listed(config: str, file: str, located: Located) -> None:
    """Print what was added to a config."""
    what = f"“{located.shown}” ({located.finding.rule}) in {file}"
    click.echo(visible(f"{os.path.relpath(config)}: added [[ignore]] for {what}"))
