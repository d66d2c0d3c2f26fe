"""How many findings there are of each rule and each category, on standard error."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

import click

from mtcheck.finding import CATEGORIES
from mtcheck.gate.verdict import count_of
from mtcheck.output.text import visible

if TYPE_CHECKING:
    from mtcheck.gate.result import Result
    from mtcheck.output import Ended

T = TypeVar("T", str, tuple[str, str])


class Statistics:
    """Counts what is written, and prints the counts at the end."""

    def __init__(self) -> None:
        self._rules: Counter[tuple[str, str]] = Counter()
        self._categories: Counter[str] = Counter()
        self._files: defaultdict[str, set[str]] = defaultdict(set)

    def result(self, result: Result) -> None:
        """Count the findings of one document."""
        for finding, *_ in result.found:
            self._rules[finding.rule, finding.severity] += 1
            self._categories[finding.category] += 1
            self._files[finding.rule].add(result.file)

    def end(self, ended: Ended) -> None:
        """Print a line a rule, and a line a category, the most frequent first."""
        for (rule, severity), number in _ordered(self._rules):
            files = count_of(len(self._files[rule]), "file")
            click.echo(visible(f"{number:>7,}  {severity:<10}  {rule}  ({files})"), err=True)
        for category, number in _ordered(self._categories):
            click.echo(f"{number:>7,}  {CATEGORIES[category].title}", err=True)


def _ordered(counts: Counter[T]) -> list[tuple[T, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
