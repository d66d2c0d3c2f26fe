"""The rules of a run put under a stopwatch."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.cli.configured import Configured
from mtcheck.engine.stopwatch import Stopwatch
from mtcheck.formats.files import Found
from mtcheck.gate.rules import chosen
from mtcheck.output.timing import Timing


def timed(files: Sequence[Found], config: Configured) -> Timing:
    """Return what says how long the rules took that are run on files from now on."""
    watch = Stopwatch()
    for name, _ in files:
        settings = config.settings(name)
        rules = chosen(settings.rules, settings.severities)
        if rules.engine.watch is not watch:
            rules.watch(watch)
    return Timing(watch)
