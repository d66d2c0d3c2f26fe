"""The page of all rules in a browser: searched, followed, read on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import NARROW, WIDE, Open
from playwright.sync_api import expect
from test_safe_and_accessible import violations

from mtcheck.engine.packs import load
from mtcheck.output.html.catalogue import render_catalogue

PACK = """
about: <b>Formulas</b> & habits.
from: {language}
rules:
  - id: crown
    find: new {language} crown
    suggest: COVID-19
    message: "{{found}} is word for word; write {{suggest}}."
    why: 新冠 & <script>alert(1)</script>.
    source: 新冠
    severity: error
    category: terminology
    bad: ["A <new {language} crown> case."]
    good: ["A crown.", "Something new."]
  - id: line
    find: middle line
    message: "{{found}} is odd."
    severity: suggestion
    category: style
    bad: ["A very long sentence before the <middle line> and after it, which goes on and on and on."]
    good: ["A line.", "The middle."]
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    root: Path = tmp_path_factory.mktemp("packs")
    for language in ("zh", "ru"):
        (root / language).mkdir()
        (root / language / "own.yaml").write_text(PACK.format(language=language), "utf-8")
    return render_catalogue(load([root]))


def shown(page):
    return page.locator(".pack details:not([hidden])")


def test_rules_are_searched_by_any_of_their_words_and_chosen(html: str, open_page: Open) -> None:
    page = open_page(html)
    expect(shown(page)).to_have_count(4)
    page.fill("#words", "crown 新冠")
    expect(shown(page)).to_have_count(2)
    expect(page.locator("#live")).to_have_text("2 of 4 rules")
    page.select_option("#language", "Russian")
    expect(shown(page)).to_have_count(1)
    expect(page.locator(".pack:not([hidden])")).to_have_count(1)
    page.fill("#words", "")
    page.select_option("#severity", "suggestion")
    expect(shown(page)).to_have_count(1)
    page.fill("#words", "nothing like it")
    expect(page.locator("#live")).to_have_text("0 of 4 rules")


def test_an_address_opens_its_rule(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.fill("#words", "middle")
    expect(shown(page)).to_have_count(2)
    page.evaluate("location.hash = '#zh/own/crown'")
    rule = page.locator("[id='zh/own/crown']")
    expect(rule).to_have_attribute("open", "")
    expect(rule).to_contain_text("“new zh crown” is word for word; write “COVID-19”.")
    expect(rule.locator("li mark")).to_have_text("new zh crown")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    html: str, open_page: Open, size: tuple[int, int], scheme: str
) -> None:
    page = open_page(html, size, scheme)
    page.locator("summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
