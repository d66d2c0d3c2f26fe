"""Rectangles where the numbers say."""

from __future__ import annotations

import re

from made_reports import found

from mtcheck.output.html import plots
from mtcheck.output.html.plots import histogram, skyline, strip, thickest
from mtcheck.report import SentenceLength
from mtcheck.text.span import Span

RECT = re.compile(
    r'<rect class="(\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"'
)


def rects(svg: str) -> list[tuple[str, float, float, float, float]]:
    return [(k, float(x), float(y), float(w), float(h)) for k, x, y, w, h in RECT.findall(svg)]


RAW = "bad " + "." * 92 + " bad"


def test_the_strip_shows_each_severity_in_its_lane() -> None:
    findings = [found(RAW, "bad"), found(RAW, "bad", nth=1, severity="suggestion")]
    [first, second] = rects(strip(findings, len(RAW)))
    assert first[0] == "error"
    assert first[1] == 0
    assert first[2] + first[4] == plots.LANE
    assert second[0] == "suggestion"
    assert second[1] == 97 * plots.WIDTH / 100
    assert second[2] + second[4] == 3 * plots.LANE


def test_more_findings_at_one_place_are_higher() -> None:
    one = rects(strip([found(RAW, "bad")], len(RAW)))
    three = rects(strip([found(RAW, "bad")] * 3, len(RAW)))
    assert len(three) == 1
    assert three[0][4] > one[0][4]


def test_the_skyline_is_as_wide_as_the_text_and_as_high_as_the_words() -> None:
    sentences = [
        SentenceLength(Span(0, 50), 10),
        SentenceLength(Span(50, 60), 0),
        SentenceLength(Span(60, 100), 90),
    ]
    [short, long, guide] = rects(skyline(sentences, 100))
    assert short == ("usual", 0, plots.TALLEST - 10, 499.2, 10)
    assert long[0] == "long"
    assert long[4] == plots.TALLEST
    assert guide[0] == "guide"


def test_very_many_sentences_share_bars() -> None:
    sentences = [SentenceLength(Span(n, n + 1), n % 50) for n in range(5000)]
    assert len(rects(skyline(sentences, 5000))) <= plots.MOST_BARS + 1


def test_an_empty_text_has_empty_drawings() -> None:
    assert rects(strip([], 0)) == []
    assert [k for k, *_ in rects(skyline([], 0))] == ["guide"]
    assert rects(histogram([], [0, 1, 2])) == []


def test_the_histogram_counts_half_open_bins_and_keeps_what_lies_beyond() -> None:
    [low, high] = rects(histogram([0, 0.5, 1, 7], [0, 1, 2]))
    assert low[4] == high[4] == 100


def test_the_thickest_tenth() -> None:
    findings = [
        found(RAW, "bad"),
        found(RAW, "bad", nth=1),
        found(RAW, "bad", nth=1),
        *[found(RAW, "bad", severity="suggestion")] * 5,
    ]
    assert thickest(findings, len(RAW)) == (10, 2)
    assert thickest([], 10) is None
