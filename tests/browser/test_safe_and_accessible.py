"""Hostile text is inert, large texts stay usable, and axe finds nothing, in every state."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import NARROW, WIDE, Open
from made_reports import fact, found, report_of, sample
from playwright.sync_api import Page, expect

from mtcheck.finding import Finding
from mtcheck.output.html import entry, render_index, render_report
from mtcheck.text.span import Span

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

HOSTILE = (
    "A <script>alert(1)</script> title\n\n"
    "The </script><img src=x onerror=alert(2)> minister <!-- said\N{RIGHT-TO-LEFT OVERRIDE} a "
    "thing\N{RIGHT-TO-LEFT ISOLATE} in <iframe src='https://a.example/'></iframe> and\N{NULL} left "
    "<style>body{display:none}</style><svg onload=alert(3)>.\n"
)


def violations(page: Page) -> list[str]:
    """Return what axe-core finds on a page as it is now."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    page.evaluate(AXE.read_text("utf-8"))
    found_ = page.evaluate("axe.run().then((r) => r.violations)")
    return [
        f"{v['id']}: {n['html'][:120]} {n['failureSummary']}" for v in found_ for n in v["nodes"]
    ]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_report(open_page: Open, size: tuple[int, int], scheme: str) -> None:
    page = open_page(render_report(sample()), size, scheme)
    assert violations(page) == []
    page.locator("[data-severity=suggestion]").click()
    page.locator("#b1 mark").nth(1).click()
    page.keyboard.press("d")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#export").click()
    for summary in page.locator("summary").all():
        summary.evaluate("s => s.click()")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.keyboard.press("f")
    page.locator("[data-fact]").first.check()
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_index(open_page: Open, size: tuple[int, int], scheme: str) -> None:
    rows = [entry(sample(), "a.html"), entry(report_of("Short.", name="short.txt"), "b.html")]
    page = open_page(render_index(rows), size, scheme)
    assert violations(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_text_is_inert(open_page: Open, size: tuple[int, int]) -> None:
    findings = [
        found(
            HOSTILE,
            "</script><img src=x onerror=alert(2)>",
            message="It says <img src=x onerror=alert(4)> and \N{RIGHT-TO-LEFT OVERRIDE}turns.",
            replacements=("<script>alert(5)</script>", "\N{RIGHT-TO-LEFT OVERRIDE}"),
        )
    ]
    facts = [fact(HOSTILE, "name", "<svg onload=alert(3)>")]
    report = report_of(HOSTILE, findings, facts, name="<img src=x onerror=alert(6)>.txt")
    page = open_page(render_report(report), size)
    page.keyboard.press("j")
    expect(page.locator(".card .message")).to_contain_text("<img src=x onerror=alert(4)>")
    page.keyboard.press("2")
    page.keyboard.press("1")
    page.keyboard.press("c")
    expect(page.locator("#b1")).to_contain_text(
        "The <script>alert(5)</script> minister <!--", use_inner_text=True
    )
    page.keyboard.press("f")
    page.locator("a[data-place]").first.click()
    for element in ("img", "iframe", "#article script", "#article style", "#article svg"):
        expect(page.locator(element)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_bidi_control_turns_nothing_around_outside_its_box(open_page: Open) -> None:
    raw = "One \N{RIGHT-TO-LEFT OVERRIDE}two three."
    page = open_page(render_report(report_of(raw)))
    box = page.locator("#article .ctl")
    assert box.evaluate("b => getComputedStyle(b, '::before').content") == '"RLO"'
    left = page.evaluate(
        "(() => { const text = document.querySelector('#article .ctl').nextSibling;"
        "return [0, 5].map((at) => { const r = document.createRange(); r.setStart(text, at);"
        "r.setEnd(text, at + 1); return r.getBoundingClientRect().left }) })()"
    )
    assert left[0] < left[1]


def test_a_script_that_gets_into_the_page_does_not_run(open_page: Open, trouble: list[str]) -> None:
    script = "<script>document.title = 'owned'</script><img src='https://a.example/'>"
    html = render_report(sample()).replace("<article ", f"{script}<article ", 1)
    page = open_page(html)
    assert page.title() == "ferry.txt · mtcheck report"
    refused = [line for line in trouble if "Content Security Policy" in line]
    assert any("script" in line for line in refused)
    assert any("a.example" in line for line in refused)
    trouble.clear()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_megabyte_of_one_word_is_shown_and_usable(open_page: Open, size: tuple[int, int]) -> None:
    raw = "a" * 1_000_000
    page = open_page(render_report(report_of(raw, [found(raw, raw, replacements=("b",))])), size)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("c")
    expect(page.locator("#article")).to_have_text("b", use_inner_text=True)


def test_five_thousand_findings_can_be_worked_with(open_page: Open) -> None:
    words = ["ferry", "crew", "harbour", "minister", "island", "visit", "fare"]
    raw = "\n\n".join(
        " ".join(words[(n * k + k) % 7] for k in range(80)).capitalize() + "." for n in range(400)
    )
    findings = [
        Finding(
            f"any/made/rule-{n % 40}",
            Span(start := n * 37 % (len(raw) - 60), start + 3 + n * 7 % 40),
            ("error", "warning", "suggestion")[n % 3],  # type: ignore[arg-type]
            "terminology",
            "It is wrong.",
            raw[start : start + 3 + n * 7 % 40],
            ("x",),
        )
        for n in range(5000)
    ]
    page = open_page(render_report(report_of(raw, findings)))
    expect(page.locator("#shown")).to_have_text("3,334 of 5,000 findings")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.locator("[data-severity=suggestion]").click()
    expect(page.locator("#shown")).to_have_text("5,000 findings")
    assert page.locator("#cards .card").count() >= 1
