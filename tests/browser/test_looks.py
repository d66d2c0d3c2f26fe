"""How a report looks: on wide and narrow screens, in both themes, without scripts, on paper."""

from __future__ import annotations

import re

import pytest
from chromium import NARROW, WIDE, Open
from made_reports import sample
from playwright.sync_api import Page, expect

from mtcheck.output.html import render_report

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


def width(page: Page) -> tuple[int, int]:
    """Return how wide the page is, and how wide the window."""
    made = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return made[0], made[1]


@SIZES
def test_nothing_scrolls_sideways(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(render_report(sample()), size)
    assert width(page)[0] <= width(page)[1]
    page.keyboard.press("j")
    page.keyboard.press("f")
    for summary in page.locator("summary").all():
        summary.click()
    assert width(page)[0] <= width(page)[1]


@SIZES
def test_copied_text_is_the_article_s(open_page: Open, size: tuple[int, int]) -> None:
    report = sample()
    page = open_page(render_report(report), size)
    page.keyboard.press("j")
    page.keyboard.press("a")
    copied = page.evaluate(
        "(() => { getSelection().selectAllChildren(document.getElementById('article'));"
        "return getSelection().toString() })()"
    )
    assert copied.split() == report.document.text.split()


def test_marks_differ_by_more_than_colour(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.locator("[data-severity=suggestion]").click()
    looks = {
        severity: page.locator(f"mark.{severity}").first.evaluate(
            "m => getComputedStyle(m).textDecorationStyle"
        )
        for severity in ("error", "warning", "suggestion")
    }
    assert looks == {"error": "solid", "warning": "dashed", "suggestion": "dotted"}
    letter = page.locator(".tag.warning").first.evaluate(
        "t => getComputedStyle(t, '::before').content"
    )
    assert letter == '"D"'


def test_overlapping_marks_are_underlined_at_different_heights(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.locator("[data-severity=suggestion]").click()
    heights = page.locator("#b1 mark:has(.u), #b1 mark .u").evaluate_all(
        "all => all.map(m => parseFloat(getComputedStyle(m).textUnderlineOffset))"
    )
    assert len(set(heights)) == 2


def test_the_theme_can_be_chosen_and_is_kept(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_without_scripts_the_article_and_its_findings_are_there(open_page: Open) -> None:
    html = re.sub(r"<script>.*?</script>", "", render_report(sample()), flags=re.DOTALL)
    page = open_page(html)
    expect(page.locator("#article")).to_contain_text("walked the middle line")
    expect(page.locator(".note:visible")).to_have_count(9)
    expect(page.locator("#export")).to_be_hidden()


def test_on_paper_findings_are_numbered_footnotes(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    page.emulate_media(media="print")
    for hidden in (".bar", "#dock", ".filters", ".tabs"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".note:visible")).to_have_count(7)
    expect(page.locator("#facts")).to_be_visible()
    before = "e => getComputedStyle(e, '::before').content"
    assert page.locator("#t4").evaluate(before) == '"4"'
    row = page.locator(".note[data-note='3'] .row")
    assert row.evaluate(before).strip('" ').startswith("4")
    expect(page.locator(".note[data-note='3'] .what")).to_be_visible()
    expect(page.locator(".note[data-note='3'] .id")).to_be_visible()
    below = page.locator("#article").bounding_box(), page.locator("#findings").bounding_box()
    assert below[0] is not None
    assert below[1] is not None
    assert below[1]["y"] >= below[0]["y"] + below[0]["height"]
