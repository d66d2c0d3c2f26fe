"""`mtcheck doctor`: what works here, what is missing, and how to get it."""

from __future__ import annotations

import click


@click.command("doctor")
def command() -> int:
    """Say what mtcheck has to work with: versions, packages, rules, config, caches, Java.

    Nothing is fetched. Exit status: 0 mtcheck works, 1 something has to be mended.
    """
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.gate.doctor import examined
    from mtcheck.output.doctor import told

    return CLEAN if told(examined()) else FOUND
