"""Working with a report: decisions, their undoing, and the two files that leave the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chromium import NARROW, WIDE, Open
from made_reports import ARTICLE, found, report_of, sample
from playwright.sync_api import Page, expect

from mtcheck.decisions import edits, parse
from mtcheck.formats.plain import read_text
from mtcheck.output.html import render_report
from mtcheck.text.offsets import apply_edits


def saved(page: Page, button: str) -> tuple[str, str]:
    """Press a button of the export menu; returns the file's name and its text, ends untouched."""
    page.locator("#export").click()
    with page.expect_download() as waiting:
        page.locator(button).click()
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes().decode("utf-8")


def shown_text(page: Page) -> str:
    """Return the words of the article as they are to be seen."""
    return " ".join(page.locator("#article").inner_text().split())


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_decisions_go_round_through_the_command_line_s_reader(
    open_page: Open, size: tuple[int, int]
) -> None:
    report = sample()
    page = open_page(render_report(report), size)
    page.keyboard.press("j")
    page.locator("#cards [data-accept='1']").click()
    page.keyboard.press("j")
    page.locator("#cards [data-form=edit]").click()
    page.locator("#edit-text").fill("COVID-19 🦠 “wave”")
    page.locator("#edit-save").click()
    page.keyboard.press("j")
    page.locator("#cards [data-form=dismiss]").click()
    page.locator(".reasons button", has_text="a quotation").click()
    page.locator("#tab-facts").click()
    page.get_by_label("Reuters", exact=True).check()

    name, text = saved(page, "#export-json")
    assert name == "ferry.decisions.json"
    decisions = parse(text, name)
    assert [(d.action, d.replacement, d.reason) for d in decisions.decisions] == [
        ("accept", "pandemic", None),
        ("edit", "COVID-19 🦠 “wave”", None),
        ("dismiss", None, "a quotation"),
    ]
    assert all(d.span.of(ARTICLE) == d.text for d in decisions.decisions)
    assert json.loads(text)["verified"] == [{"kind": "name", "text": "Reuters"}]

    name, article = saved(page, "#export-text")
    assert name == "ferry.corrected.txt"
    assert article == apply_edits(ARTICLE, edits(read_text(ARTICLE), decisions))[0]
    assert article.count("new crown epidemic") == 0
    page.keyboard.press("c")
    assert shown_text(page) == " ".join(article.split())
    expect(page.locator("[data-view=corrected]").last).to_have_attribute("aria-pressed", "true")


def test_line_ends_and_everything_else_stay_as_they_were(open_page: Open) -> None:
    raw = "\ufeffA title\r\n\r\nThe  bad  word 🚢 here.\rAnd\tbad again.\r\n\r\n\r\n- bad\n"
    findings = [found(raw, "bad", nth=n, replacements=("good",)) for n in range(3)]
    page = open_page(render_report(report_of(raw, findings)))
    for _ in range(3):
        page.keyboard.press("j")
        page.keyboard.press("a")
    assert saved(page, "#export-text")[1] == raw.replace("bad", "good")


def test_the_export_menu_works_by_keyboard(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.locator("#export").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#export-text")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#export-menu")).to_be_hidden()
    expect(page.locator("#export")).to_be_focused()


def test_overlapping_changes_are_refused_and_say_why(open_page: Open) -> None:
    raw = "They walked the middle line between them."
    findings = [
        found(raw, "walked the middle", replacements=("trod a middle",)),
        found(raw, "the middle line", replacements=("a middle course",)),
        found(raw, "between", replacements=("among",)),
    ]
    page = open_page(render_report(report_of(raw, findings)))
    page.locator("[data-note='0'] a").click()
    page.keyboard.press("a")
    page.locator("[data-note='1'] a").click()
    page.keyboard.press("a")
    alert = page.locator("#toast")
    expect(alert).to_be_visible()
    expect(alert).to_contain_text("“the middle line” overlaps “walked the middle” (finding 1)")
    page.keyboard.press("c")
    assert shown_text(page) == "They trod a middle line between them."
    page.keyboard.press("u")
    page.locator("[data-note='1'] a").click()
    page.keyboard.press("a")
    assert shown_text(page) == "They walked a middle course between them."
    page.locator("[data-note='2'] a").click()
    page.keyboard.press("1")
    assert shown_text(page) == "They walked a middle course among them."


def test_undo_takes_back_step_by_step(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    expect(page.locator("#undo")).to_be_disabled()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("2")
    expect(page.locator(".decided")).to_contain_text("Accepted: pandemic")
    page.keyboard.press("u")
    expect(page.locator(".decided")).to_contain_text("Accepted: COVID-19 epidemic")
    page.keyboard.press("Control+z")
    expect(page.locator(".decided")).to_have_count(0)
    expect(page.locator("ins")).to_have_count(0)
    expect(page.locator("#undo")).to_be_disabled()


def test_a_decision_can_be_reopened(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.locator("#dismiss-text").fill("a pun")
    page.keyboard.press("Enter")
    expect(page.locator(".decided")).to_contain_text("Dismissed: a pun")
    expect(page.locator("#progress")).to_have_text("1 decided")
    page.locator("[data-reopen]").click()
    expect(page.locator("#progress")).to_have_text("0 decided")


def test_a_replacement_may_be_nothing_and_a_finding_without_one_can_be_written(
    open_page: Open,
) -> None:
    page = open_page(render_report(sample()))
    page.locator("[data-severity=suggestion]").click()
    page.keyboard.press("k")
    page.keyboard.press("k")
    expect(page.locator("#cards [data-accept='0']")).to_contain_text("delete this")
    page.keyboard.press("a")
    page.locator("[data-note='5'] a").click()
    page.keyboard.press("e")
    expect(page.locator("#edit-text")).to_be_focused()
    expect(page.locator("#edit-text")).to_have_value("missile ship, a fighter jet")
    page.locator("#edit-text").fill("corvette")
    page.keyboard.press("Enter")
    article = saved(page, "#export-text")[1]
    assert 'The "Sea Gate" corvette, left' in article
    assert "year before  ." in article


def test_something_missing_can_be_put_in(open_page: Open) -> None:
    raw = "The minister left room."
    report = report_of(raw, [found(raw, "room", empty=True, replacements=("the ",))])
    page = open_page(render_report(report))
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("c")
    assert shown_text(page) == "The minister left the room."
    assert saved(page, "#export-text")[1] == "The minister left the room."


def test_decisions_outlive_the_page_but_not_the_text(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.reload()
    expect(page.locator("#progress")).to_have_text("1 decided")
    expect(page.locator("ins")).to_have_text("COVID-19 epidemic")
    other = ARTICLE.replace("May 4", "May 5")
    changed = report_of(other, [found(other, "new crown epidemic", replacements=("x",))])
    path = page.evaluate("location.pathname")
    Path(path).write_text(render_report(changed), encoding="utf-8")
    page.reload()
    expect(page.locator("#progress")).to_have_text("0 decided")


def test_a_browser_that_keeps_nothing_still_works(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_have_text("1 decided")


def test_what_was_kept_by_another_version_or_by_hand_does_no_harm(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    page.evaluate(
        "(() => { const d = JSON.parse(document.getElementById('data').textContent);"
        "localStorage.setItem('mtcheck:' + d.sha256, JSON.stringify({ mtcheck: 1, sha256: d.sha256,"
        "decisions: [{ rule: 'gone/rule/x', start: 1, end: 2, action: 'accept', replacement: 'y' },"
        "{ rule: d.findings[0].rule, start: d.findings[0].start, end: d.findings[0].end,"
        "action: 'accept' }], verified: [{ kind: 'name', text: 'nobody' }] })) })()"
    )
    page.reload()
    expect(page.locator("#progress")).to_have_text("0 decided")
    page.evaluate(
        "localStorage.setItem(Object.keys(localStorage).find((k) => k.length > 60), '{broken')"
    )
    page.reload()
    expect(page.locator("#progress")).to_have_text("0 decided")


def test_what_is_done_is_also_said(open_page: Open) -> None:
    page = open_page(render_report(sample()))
    live = page.locator("#live")
    page.keyboard.press("j")
    expect(live).to_contain_text("error, 1 of 7, Wrong term: “new crown epidemic”")
    page.keyboard.press("a")
    expect(live).to_have_text("Changed to: COVID-19 epidemic.")
    page.keyboard.press("u")
    expect(live).to_have_text("Undone.")
    page.keyboard.press("c")
    expect(live).to_have_text("The corrected text.")
