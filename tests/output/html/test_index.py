"""The index of many reports."""

from __future__ import annotations

import itertools

import pytest
from made_reports import sample
from parsed_page import Page

from mtcheck.output.html import IndexEntry, entry, render_index
from mtcheck.output.html.index import MOST_BINS, bin_edges


def line(name: str, penalty: float | None, **more: object) -> IndexEntry:
    values = {
        "name": name,
        "href": f"{name}.html",
        "words": 1200,
        "errors": 3,
        "warnings": 4,
        "suggestions": 5,
        "penalty": penalty,
        "grade": None if penalty is None else 12.4,
        "verdict": "too short" if penalty is None else "needs a look",
        **more,
    }
    return IndexEntry(**values)  # type: ignore[arg-type]


def test_an_entry_says_what_its_report_says() -> None:
    report = sample()
    made = entry(report, "ferry.html")
    assert (made.errors, made.warnings, made.suggestions) == (4, 3, 2)
    assert made.penalty == report.quality.penalty.value
    assert made.grade == report.readability[0].value
    assert made.verdict == report.quality.verdict.name


def test_the_worst_comes_first_and_what_has_no_value_last() -> None:
    made = Page(render_index([line("b", 2), line("none", None), line("a", 9)]))
    links = [a["href"] for tag, a in made.elements if tag == "a"]
    assert links == ["a.html", "b.html", "none.html"]


def test_it_is_self_contained_and_its_policy_stands_first() -> None:
    html = render_index([line("a", 1)])
    made = Page(html)
    assert made.all("meta")[1]["http-equiv"] == "Content-Security-Policy"
    assert not made.having("src")
    assert not made.having("style")
    assert len(made.scripts) == 1


def test_hostile_names_are_text() -> None:
    html = render_index(
        [line("<script>alert(1)</script>\N{RIGHT-TO-LEFT OVERRIDE}", 1, href="x.html")]
    )
    assert len(Page(html).scripts) == 1
    assert 'data-name="RLO"' in html


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "/etc/x.html", "https://a.example/", "\\\\a"]
)
def test_an_address_that_leaves_the_folder_is_refused(href: str) -> None:
    with pytest.raises(ValueError, match="no relative address"):
        render_index([line("a", 1, href=href)])


def test_no_entries_make_a_page_too() -> None:
    html = render_index([])
    assert "0 texts" in html
    assert "No text is long enough" in html


@pytest.mark.parametrize("values", [[], [0.1], [3, 70], [190.1], [25_000.0], [123_456.7]])
def test_bins_are_equal_and_hold_all_values(values: list[float]) -> None:
    edges = bin_edges(values)
    assert 8 <= len(edges) - 1 <= MOST_BINS
    assert edges[0] == 0
    assert max([0, *values]) <= edges[-1]
    assert len({round(b - a, 6) for a, b in itertools.pairwise(edges)}) == 1


def test_values_without_a_number_say_none_and_sort_as_nothing() -> None:
    html = render_index([line("short", None)])
    assert html.count('data-value="">none') == 2
