"""The index in a browser."""

from __future__ import annotations

import pytest
from chromium import NARROW, WIDE, Open
from playwright.sync_api import expect

from mtcheck.output.html import IndexEntry, render_index


def rows() -> list[IndexEntry]:
    return [
        IndexEntry("b.txt", "b.html", 1200, 1, 2, 3, 10.0, 12.0, "needs a look"),
        IndexEntry("a.txt", "a.html", 90, 10, 0, 0, 120.0, 9.0, "needs an editor"),
        IndexEntry("c.txt", "c.html", 5, 0, 0, 0, None, None, "too short"),
    ]


def test_the_table_is_sorted_by_a_click_and_says_so(open_page: Open) -> None:
    page = open_page(render_index(rows()))
    names = page.locator("tbody th")
    expect(names).to_have_text(["a.txt", "b.txt", "c.txt"])
    page.locator("[data-sort=words]").click()
    expect(names).to_have_text(["b.txt", "a.txt", "c.txt"])
    expect(page.locator("th[aria-sort]")).to_have_text("Words")
    page.locator("[data-sort=words]").click()
    expect(names).to_have_text(["c.txt", "a.txt", "b.txt"])
    page.locator("[data-sort=penalty]").click()
    page.locator("[data-sort=penalty]").click()
    expect(names).to_have_text(["b.txt", "a.txt", "c.txt"])  # no value stays last
    page.locator("[data-sort=name]").click()
    expect(names).to_have_text(["a.txt", "b.txt", "c.txt"])
    expect(page.locator("#live")).to_have_text("Sorted by Text, ascending.")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_does_not_scroll_sideways(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(render_index(rows()), size)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_links_lead_to_the_reports(open_page: Open) -> None:
    page = open_page(render_index(rows()))
    hrefs = page.locator("tbody a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert hrefs == ["a.html", "b.html", "c.html"]
