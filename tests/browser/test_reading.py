"""Using a report: cards, filters, keys, facts, plots, at both widths."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from chromium import NARROW, WIDE, Open
from made_reports import found, report_of, sample
from playwright.sync_api import Page, expect

from mtcheck.finding import Origin
from mtcheck.output.html import render_report

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


def chosen(page: Page) -> list[str]:
    """Return the numbers of the open cards."""
    return page.locator("#cards .number").all_inner_texts()


@SIZES
def test_one_can_walk_with_the_keys(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(render_report(sample()), size)
    expect(page.locator("#where")).to_contain_text("7")
    walked = []
    for _ in range(8):
        page.keyboard.press("j")
        walked += chosen(page)[:1]
    assert walked == ["1", "3", "4", "5", "6", "7", "9", "1"]
    expect(page.locator("#where")).to_have_text("1 of 7")
    page.keyboard.press("k")
    assert chosen(page) == ["9"]
    expect(page.locator("mark:focus")).to_have_text(" .")


def test_n_and_p_leave_out_what_is_decided(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.keyboard.press("p")
    assert chosen(page) == ["3"]
    page.keyboard.press("n")
    assert chosen(page) == ["5"]


def test_from_a_mark_into_its_card_and_back_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#cards button:focus")).to_contain_text("COVID-19 epidemic")
    page.keyboard.press("Escape")
    expect(page.locator("mark:focus")).to_have_text("new crown epidemic")
    page.keyboard.press("Space")
    expect(page.locator("#cards button:focus")).to_contain_text("COVID-19 epidemic")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator("#cards button:focus")).to_contain_text("COVID-19 epidemic")


def test_every_control_is_reached_by_tab_and_shows_where_one_is(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(() => { const a = document.activeElement; const s = getComputedStyle(a);"
            "return [a.id || a.className || a.tagName, s.outlineStyle !== 'none'] })()"
        )
        if outline[0] == "BODY":
            break
        assert outline[1], outline[0]
        reached.add(outline[0])
    wanted = {"skip", "next", "previous", "export", "theme", "help-open", "category", "rule"}
    assert wanted | {"only-open", "tab-findings", "row"} <= reached


@SIZES
def test_a_click_on_overlapping_marks_opens_all_their_cards(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page(render_report(sample()), size)
    shared = page.locator("#b1 mark", has_text=re.compile("^new crown$"))
    shared.click()
    assert chosen(page) == ["3"]
    page.keyboard.press("Escape")
    page.locator("[data-severity=suggestion]").click()
    shared.click()
    assert chosen(page) == ["3", "2"]


def test_the_sheet_does_not_cover_what_was_touched(open_page: Open) -> None:
    page = open_page(render_report(sample()), NARROW)
    mark = page.locator("mark", has_text="walked the middle line")
    mark.evaluate("m => window.scrollBy(0, m.getBoundingClientRect().bottom - innerHeight + 20)")
    mark.click()
    box, sheet = mark.bounding_box(), page.locator("#dock").bounding_box()
    assert box is not None
    assert sheet is not None
    assert box["y"] + box["height"] < sheet["y"]


def test_all_cards_open_however_deep_the_marks_lie(open_page: Open) -> None:
    raw = "The minister left the town at noon."
    nested = [found(raw, raw[n:-n], rule=f"any/made/rule-{n}") for n in range(1, 9)]
    page = open_page(render_report(report_of(raw, [*nested, found(raw, "The")])))
    page.locator("mark", has_text="the town").click()
    assert sorted(chosen(page), key=int) == [str(n) for n in range(2, 10)]
    page.locator("[data-note='8'] a").click()
    assert chosen(page) == ["9"]


def test_a_card_says_all_there_is(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    card = page.locator(".card")
    for text in (
        "error Wrong term",
        "“new crown epidemic” is not what one says.",
        "COVID-19 epidemic",
        "It is word for word.",
        "新冠",
        "agreed with 41 of 52 findings; it fires 0.2 times per million words",
        "zh/pandemic/new-crown",
    ):
        expect(card).to_contain_text(text)
    page.locator(".card .rule").click()
    expect(page.locator("#shown")).to_have_text("2 of 9 findings")
    expect(page.locator("#rule")).to_have_value("zh/pandemic/new-crown")


def test_a_card_says_who_else_found_it(open_page: Open) -> None:
    report = sample()
    page = "https://example.org/it's"
    for url, links in ((page, 1), ("javascript:alert(1)", 0), (None, 0)):
        first, *rest = report.findings
        found = first._replace(origin=Origin("languagetool", "HE_VERB_AGR", url))
        card = open_page(render_report(replace(report, findings=(found, *rest)))).locator(".card")
        card.page.keyboard.press("j")
        expect(card).to_contain_text("Found byLanguageTool, HE_VERB_AGR")
        expect(card.locator(f'a[href="{page}"][rel~=noopener]')).to_have_count(links)
        expect(card.locator("a")).to_have_count(links)


def test_filters_count_what_they_let_through(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    rows = page.locator(".note:visible")
    expect(page.locator("#shown")).to_have_text("7 of 9 findings")
    expect(rows).to_have_count(7)
    page.locator("[data-severity=suggestion]").click()
    expect(page.locator("#shown")).to_have_text("9 findings")
    page.locator("[data-severity=error]").click()
    page.locator("[data-severity=warning]").click()
    expect(rows).to_have_count(2)
    page.locator(".kinds [data-category=terminology]").click()
    expect(rows).to_have_count(2)
    expect(page.locator("#category")).to_have_value("terminology")
    expect(page.locator("[data-severity=error]")).to_have_attribute("aria-pressed", "true")
    page.locator("#category").select_option("")
    page.locator("#rule").select_option("any/repetition/doubled-word")
    expect(page.locator("#shown")).to_have_text("1 of 9 findings")
    expect(page.locator("[role=button].m")).to_have_count(1)
    page.locator("#rule").select_option("")
    page.keyboard.press("Escape")
    page.locator("#only-open").check()
    before = rows.count()
    page.locator(".note:visible a").first.click()
    page.locator("#cards [data-accept='0']").click()
    page.locator(".note:visible a").nth(1).click()
    page.locator("#only-open").uncheck()
    page.locator("#only-open").check()
    expect(rows).to_have_count(before - 1)


def test_suggestions_are_folded_away_at_first_and_can_be_unfolded(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    expect(page.locator("[data-severity=suggestion]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("mark[role=button]", has_text="last year")).to_have_count(0)
    page.locator("[data-severity=suggestion]").click()
    expect(page.locator("mark[role=button]", has_text="last year")).to_have_count(1)


@SIZES
def test_the_fact_sheet_leads_to_its_places(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(render_report(sample()), size)
    page.keyboard.press("f")
    expect(page.locator("#findings")).to_be_hidden()
    page.locator("a[data-place]", has_text="1").first.click()
    lit = page.evaluate("[...CSS.highlights.get('place')].map(r => r.toString())")
    assert lit == ["Ana Duarte"]
    page.get_by_label("Sea Gate, place 1").click()
    assert page.evaluate("[...CSS.highlights.get('place')][0].toString()") == "Sea Gate"
    box = page.get_by_label("Ana Duarte", exact=True)
    box.check()
    expect(page.locator("#verified")).to_contain_text("1 of 5 verified")
    page.keyboard.press("u")
    expect(box).not_to_be_checked()


def test_places_are_right_behind_emoji_insertions_and_hidden_characters(open_page: Open) -> None:
    raw = (
        "The 🚢🚢 cat\N{NULL} sat\N{RIGHT-TO-LEFT OVERRIDE} on a mat and Brandt left the mat again."
    )
    from made_reports import fact

    report = report_of(
        raw,
        [found(raw, "cat", replacements=("a long replacement",))],
        [fact(raw, "name", "Brandt"), fact(raw, "name", "sat\N{RIGHT-TO-LEFT OVERRIDE} on")],
    )
    page = open_page(render_report(report))
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("f")
    for link, text in enumerate(["Brandt", "sat\N{RIGHT-TO-LEFT OVERRIDE} on"]):
        page.locator("a[data-place]").nth(link).click()
        assert page.evaluate("[...CSS.highlights.get('place')][0].toString()") == text


def test_the_plots_lead_into_the_text(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    strip = page.locator("#plot-strip svg")
    box = strip.bounding_box()
    assert box is not None
    strip.click(position={"x": box["width"] - 3, "y": 5})
    assert chosen(page) == ["9"]
    page.locator("#plot-skyline svg").click(position={"x": 3, "y": 20})
    assert page.evaluate("[...CSS.highlights.get('place')][0].toString()").startswith("Ferry talks")


def test_help_names_every_key_and_single_keys_can_be_turned_off(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("?")
    for key in "jknpaeducf?":
        expect(
            page.locator("#help kbd", has_text=re.compile(f"^{re.escape(key)}$"))
        ).to_be_visible()
    page.locator("#keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert chosen(page) == []
