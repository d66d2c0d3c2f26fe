"""Small drawings of where the trouble is, as inline SVG: numbers in, rectangles out.

The drawings are stretched to the width of the page, so they hold rectangles only; whatever is to be
read stands beside them in HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mtcheck.finding import SEVERITIES, Finding
from mtcheck.report import SentenceLength

WIDTH = 1000
BINS = 200
"""Findings are drawn in this many columns along the text, a lane for each severity."""

LANE = 12
LONG = 40
"""A sentence of more words is drawn as a long one: few readers keep the thread that far."""

TALLEST = 60
"""Words at which a sentence's bar reaches the top; longer ones are cut off there."""

MOST_BARS = 400


def strip(findings: Sequence[Finding], length: int) -> Markup:
    """Return the strip of findings along a text of `length` code points, a lane a severity."""
    bars = []
    for lane, severity in enumerate(SEVERITIES):
        columns = Counter(
            min(BINS - 1, f.span.start * BINS // max(1, length))
            for f in findings
            if f.severity == severity
        )
        for column, count in sorted(columns.items()):
            height = (0, 6, 8.5, 11)[min(3, count)]
            bars.append(
                _bar(severity, column * WIDTH / BINS, 3.6, (lane + 1) * LANE - height, height)
            )
    return _svg("strip", LANE * len(SEVERITIES), bars)


def skyline(sentences: Sequence[SentenceLength], length: int) -> Markup:
    """Return the sentences as bars: as wide as they are long in the text, as high as in words.

    Beyond `MOST_BARS` sentences neighbours share a bar, as high as the longest of them.
    """
    step = -(-len(sentences) // MOST_BARS) or 1
    bars = []
    for at in range(0, len(sentences), step):
        group = sentences[at : at + step]
        words = max(s.words for s in group)
        if not words:
            continue
        left = group[0].span.start * WIDTH / max(1, length)
        right = group[-1].span.end * WIDTH / max(1, length)
        height = min(words, TALLEST)
        kind = "long" if words > LONG else "usual"
        bars.append(_bar(kind, left, max(0.8, right - left - 0.8), TALLEST - height, height))
    bars.append(_bar("guide", 0, WIDTH, TALLEST - LONG, 0.6))
    return _svg("skyline", TALLEST, bars)


def histogram(values: Iterable[float], edges: Sequence[float]) -> Markup:
    """Return how many values lie in each of the half-open bins between `edges`, as columns.

    Values beyond the last edge count in the last bin.
    """
    bins = len(edges) - 1
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, sum(value >= edge for edge in edges[1:]))] += 1
    most = max(1, *counts)
    width = WIDTH / bins
    bars = [
        _bar("column", number * width + 1, width - 2, 100 - 100 * count / most, 100 * count / most)
        for number, count in enumerate(counts)
        if count
    ]
    return _svg("histogram", 100, bars)


def thickest(findings: Sequence[Finding], length: int) -> tuple[int, int] | None:
    """Return the tenth of the text with most errors and warnings: its number from 1, and how many.

    None when there are no errors and warnings.
    """
    tenths = Counter(
        min(9, f.span.start * 10 // max(1, length)) + 1
        for f in findings
        if f.severity != "suggestion"
    )
    return min(tenths.items(), key=lambda item: (-item[1], item[0])) if tenths else None


def _bar(kind: str, x: float, width: float, y: float, height: float) -> Markup:
    return Markup('<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>').format(
        kind, round(x, 1), round(y, 1), round(width, 1), round(height, 1)
    )


def _svg(name: str, height: float, bars: Iterable[Markup]) -> Markup:
    return Markup(
        '<svg class="{}" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    ).format(name, WIDTH, height, Markup("").join(bars))
