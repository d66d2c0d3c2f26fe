"""Which rules took how long, on standard error."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from mtcheck.engine.stopwatch import Stopwatch

if TYPE_CHECKING:
    from mtcheck.gate.result import Result
    from mtcheck.output import Ended

_SHOWN = 20


class Timing:
    """Prints at the end what a stopwatch measured since this was made."""

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch
        self._start = time.perf_counter()

    def result(self, result: Result) -> None:
        """Nothing is said of one document."""

    def end(self, ended: Ended) -> None:
        """Print the slowest, and what all took."""
        seconds, calls = self._watch.seconds, self._watch.calls
        whole = time.perf_counter() - self._start
        rules = sum(seconds.values())
        slowest = sorted(seconds, key=lambda name: (-seconds[name], name))
        click.echo(f"{'ms':>9}  {'share':>6}  {'calls':>9}  rule", err=True)
        for name in slowest[:_SHOWN]:
            share = seconds[name] / rules if rules else 0
            took = f"{seconds[name] * 1000:>9,.1f}  {share:>6.1%}  {calls[name]:>9,}"
            click.echo(f"{took}  {name}", err=True)
        more = len(slowest) - _SHOWN
        others = f"{more:,} more took less each; " if more > 0 else ""
        click.echo(f"{others}all rules {rules:.2f} s of {whole:.2f} s.", err=True)
