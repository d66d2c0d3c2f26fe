"""What a report says, in a few lines of text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.gate.verdict import count_of
from mtcheck.output.text import visible
from mtcheck.report import Report, Summary


def one(report: Report) -> None:
    """Print the verdict, the scores and what was found most in one article."""
    quality = report.quality
    click.echo(f"{visible(report.document.name)}: {quality.verdict.name}. {quality.verdict.words}")
    click.echo(f"  {quality.penalty.words}")
    for share in quality.by_category:
        click.echo(f"  {share.count:4}  {share.title}")
    grade = report.readability[0]
    click.echo(f"  {grade.name}: {grade.words}")


def many(total: Summary) -> None:
    """Print what many articles add up to."""
    counts = ", ".join(count_of(total.severities[s], s) for s in SEVERITIES)
    texts, words = count_of(total.documents, "text"), count_of(total.words, "word")
    click.echo(f"{texts}, {words}: {counts}.")
    for category, count in total.categories.most_common(10):
        click.echo(f"  {count:6}  {CATEGORIES[category].title}")


def where(pages: Iterable[Path]) -> None:
    """Print which pages to open."""
    for page in pages:
        click.echo(f"Open {visible(str(page))}")
