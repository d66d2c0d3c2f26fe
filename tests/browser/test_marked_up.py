"""The report of an article with headings, lists, links, tables and quotations shows them as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import NARROW, WIDE, Open
from made_reports import fact, found, report_of
from playwright.sync_api import expect
from test_deciding import saved
from test_safe_and_accessible import violations

from mtcheck.decisions import edits, parse
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents
from mtcheck.formats.rewrite import written
from mtcheck.output.html import render_report
from mtcheck.report import Report

HTML = """\
<!DOCTYPE html><title>x</title>
<h3>Kicker</h3>
<h1>The <i>new</i> ferry &amp; the port</h1>
<p>A line<br>of its own, and a <a href="https://a.example/?x=1&amp;y='2'">link to <b>bad</b> words</a>.</p>
<h2>Part one</h2>
<h4>Deep</h4>
<ul><li>one<ol start=4><li>one a <a href="javascript:alert(1)">trap</a><ul><li>one a i</ul><li>one b</ol>
<li>two bad words</ul>
<table><tr><th>h<td>bad words<tr><td>x 🚢<td>y</table>
<table><tr><td>z</table>
<blockquote><p>said<p>again &lt;bad words></blockquote>
<pre>code
  bad words</pre>
<p>The <code>end</code>, \N{RIGHT-TO-LEFT OVERRIDE}bad words.</p>
"""


def report() -> Report:
    [document] = documents(File("ferry.html", HTML.encode()), Options(whole_page=False))
    findings = [found(HTML, "bad</b> words", replacements=("good words",))]
    findings += [found(HTML, "bad words", nth=n, replacements=("good",)) for n in range(5)]
    facts = [fact(HTML, "name", "ferry"), fact(HTML, "name", "one b"), fact(HTML, "name", "x 🚢")]
    return report_of(HTML, findings, facts, document=document)


SHAPES = """() => {
  const lists = ["UL", "OL"];
  const own = (e) => [...e.childNodes].filter((n) => !lists.includes(n.nodeName))
    .map((n) => n.textContent).join("").trim();
  const sign = (li) => getComputedStyle(li).listStyleType === "decimal" ? `${li.value}. ` : "";
  const list = (l) => [...l.children].map((li) => [sign(li) + own(li), ...[...li.children]
    .filter((c) => lists.includes(c.nodeName)).map(list)]);
  const cell = (c) => (c.nodeName === "TH" ? "head: " : "") + own(c);
  const article = document.querySelector("#article");
  return {
    titles: [...article.querySelectorAll("h2, h3, h4, h5, h6")].map((h) => [h.nodeName, own(h)]),
    lists: [...article.querySelectorAll(":scope > ul, :scope > ol")].map(list),
    tables: [...article.querySelectorAll("table")].map((t) => [...t.rows]
      .map((r) => [...r.cells].map(cell))),
    code: [...article.querySelectorAll("pre")].map((p) =>
      [own(p), getComputedStyle(p, "::before").content]),
    unchecked: [...article.querySelectorAll(".unchecked")].map((s) => [own(s), s.title]),
    quotations: [...article.querySelectorAll("blockquote")].map((q) => [...q.children].map(own)),
    lines: article.querySelector("p").innerText.split("\\n"),
    links: [...article.querySelectorAll(".link")].map((s) => [own(s), s.title]),
    followed: [...article.querySelectorAll("a")].map((a) => [a.href, a.rel, a.target]),
  };
}"""


def test_what_it_is_shows(open_page: Open) -> None:
    page = open_page(render_report(report()))
    assert page.evaluate(SHAPES) == {
        "titles": [
            *[["H3", "Kicker"], ["H2", "The new ferry & the port"], ["H3", "Part one"]],
            ["H4", "Deep"],
        ],
        "lists": [
            [["one", [["4. one a trap", [["one a i"]]], ["5. one b"]]], ["two bad words"]],
        ],
        "tables": [[["head: h", "bad words"], ["x 🚢", "y"]], [["z"]]],
        "code": [["code\n  bad words", '"not checked"']],
        "unchecked": [["end", "not checked"]],
        "quotations": [["said", "again <bad words>"]],
        "lines": ["A line", "of its own, and a link to bad words."],
        "links": [
            ["link to bad words", "https://a.example/?x=1&y='2'"],
            ["trap", "javascript:alert(1)"],
        ],
        "followed": [
            ["https://a.example/?x=1&y=%272%27", "noopener noreferrer nofollow", "_blank"],
        ],
    }


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_runs_out_of_the_page_and_axe_finds_nothing(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page(render_report(report()), size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator("#export").click()
    assert violations(page) == []


def test_decisions_are_made_in_the_file_and_leave_its_markup_alone(open_page: Open) -> None:
    made = report()
    page = open_page(render_report(made))
    page.locator("mark", has_text="bad").first.click()
    expect(page.locator("#cards s")).to_have_text("bad words")
    page.keyboard.press("a")
    page.locator("td mark").click()
    page.locator("#cards [data-form=edit]").click()
    page.locator("#edit-text").fill("R&D <b>")
    page.locator("#edit-save").click()
    page.locator("#export").click()
    expect(page.locator("#export-text")).to_have_count(0)
    expect(page.locator("#export-count")).to_have_text("2 changes")
    expect(page.locator("#export-menu code")).to_have_text(
        "mtcheck apply ferry.decisions.json ferry.html"
    )
    page.keyboard.press("Escape")
    name, text = saved(page, "#export-json")
    decided = parse(text, name)
    document = made.document
    after = written(File("ferry.html", HTML.encode()), document, edits(document, decided)).decode()
    assert after == HTML.replace("<b>bad</b> words", "<b>good</b> words").replace(
        "<td>bad words", "<td>R&amp;D &lt;b&gt;"
    )


def test_facts_and_plots_lead_to_their_words(open_page: Open) -> None:
    page = open_page(render_report(report()))
    page.locator("#tab-facts").click()
    for number, words in enumerate(["ferry", "one b", "x 🚢"]):
        page.locator(f".places [data-fact='{number}']").first.click()
        assert page.evaluate("[...CSS.highlights.get('place')][0].toString()") == words
    page.locator("#tab-findings").click()
    strip = page.locator("#plot-strip svg")
    box = strip.bounding_box()
    assert box
    strip.click(position={"x": box["width"] - 2, "y": 2})
    expect(page.locator("[data-card]")).to_have_attribute("data-card", "5")


def test_the_article_is_never_written_over(mtcheck, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.html").write_text(HTML, "utf-8")
    done = mtcheck("report", "a.html", "-o", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert b"a.html: the report would be written over the article" in done.stderr
    assert (tmp_path / "a.html").read_text("utf-8") == HTML
