"""Many reports on one page: a table that can be sorted, how they are spread, links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from mtcheck.gate.verdict import count_of
from mtcheck.output.html import plots
from mtcheck.output.html.embed import bundle, policy
from mtcheck.output.html.page import environment
from mtcheck.report import Report

STYLE = ("theme.css", "bar.css", "overview.css", "index.css")
SCRIPT = ("index.js",)

MOST_BINS = 24
_STEPS = (0.5, 1, 2, 2.5, 5)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index.

    `href` is the report's address as seen from the index. `penalty` is in points per 1,000 words,
    `grade` a US school grade; both are None where the text is too short for them.
    """

    name: str
    href: str
    words: int
    errors: int
    warnings: int
    suggestions: int
    penalty: float | None
    grade: float | None
    verdict: str


def entry(report: Report, href: str) -> IndexEntry:
    """Return the line of one report that stands at `href`, a relative address."""
    counts = {share.key: share.count for share in report.quality.by_severity}
    return IndexEntry(
        name=report.document.name,
        href=href,
        words=report.words,
        errors=counts.get("error", 0),
        warnings=counts.get("warning", 0),
        suggestions=counts.get("suggestion", 0),
        penalty=report.quality.penalty.value,
        grade=report.readability[0].value if report.readability else None,
        verdict=report.quality.verdict.name,
    )


def render_index(entries: Iterable[IndexEntry]) -> str:
    """Return an index of reports as one self-contained HTML page, the worst first.

    Raises ValueError for an `href` that is no plain relative address: a link that a file name
    made must not leave the folder or run code.
    """
    rows = sorted(entries, key=_worst_first)
    for row in rows:
        if ":" in row.href.split("/")[0] or row.href.startswith(("/", "\\")):
            raise ValueError(f"{row.href!r} is no relative address: quote it for a URL first")
    penalties = [row.penalty for row in rows if row.penalty is not None]
    edges = bin_edges(penalties)
    style, script = bundle(*STYLE), bundle(*SCRIPT)
    return (
        environment()
        .get_template("index.html.j2")
        .render(
            rows=rows,
            total=sum(row.words for row in rows),
            verdicts=_verdicts(rows),
            histogram=plots.histogram(penalties, edges),
            edges=edges,
            spread=_spread(penalties),
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )


def bin_edges(values: Sequence[float]) -> list[float]:
    """Return the edges of at most `MOST_BINS` equal bins from 0, of a round width."""
    most, scale = max([*values, MOST_BINS * _STEPS[0]]), 1.0
    while True:
        for step in _STEPS:
            bins = ceil(most / (step * scale))
            if bins <= MOST_BINS:
                return [step * scale * number for number in range(bins + 1)]
        scale *= 10


def _worst_first(row: IndexEntry) -> tuple[float, str]:
    return (-row.penalty if row.penalty is not None else 1.0, row.name)


def _verdicts(rows: Sequence[IndexEntry]) -> list[tuple[str, int]]:
    names = ("needs an editor", "needs a look", "clean", "too short")
    order = [*names, *sorted({row.verdict for row in rows} - set(names))]
    counts = [(name, sum(row.verdict == name for row in rows)) for name in order]
    return [(name, count) for name, count in counts if count]


def _spread(penalties: Sequence[float]) -> str:
    if not penalties:
        return "No text is long enough for a penalty."
    ordered = sorted(penalties)
    middle = ordered[len(ordered) // 2]
    return (
        f"{count_of(len(ordered), 'text')} with a penalty: from {ordered[0]:.1f} to "
        f"{ordered[-1]:.1f} points per 1,000 words, {middle:.1f} in the middle."
    )
