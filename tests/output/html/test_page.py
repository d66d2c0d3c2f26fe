"""The page as a file: complete, inert, and true to the article."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import ARTICLE, fact, found, report_of, sample
from parsed_page import Page

from mtcheck.decisions import digest_of
from mtcheck.finding import CATEGORIES, Finding
from mtcheck.output.html import page
from mtcheck.output.html.letters import LETTERS, letter, title
from mtcheck.output.html.page import SCRIPT, STYLE, preview, render_report
from mtcheck.report import Report
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import OffsetMap
from mtcheck.text.span import Span

HOSTILE = (
    "A <script>alert(1)</script> title\n\n"
    "The </script> minister <!-- said\N{RIGHT-TO-LEFT OVERRIDE} nothing\N{ZERO WIDTH SPACE} & "
    "<img src=x onerror=alert(2)> left\N{NULL} \"quoted\" {{ 7*7 }} {% raw %} 'so'.\r\nHe ]]> went on."
)


def parsed(report: Report) -> Page:
    return Page(render_report(report))


def test_the_article_is_the_article() -> None:
    report = sample()
    shown = parsed(report).blocks
    document = report.document
    assert list(shown.values()) == [b.span.of(document.text) for b in document.blocks]


def test_nothing_is_fetched_and_only_our_code_runs() -> None:
    html = render_report(sample())
    made = Page(html)
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & {
        tag for tag, attrs in made.elements if attrs.get("method") != "dialog"
    }
    assert not made.having("src")
    assert not made.having("style")
    assert not [a for a in made.elements for name in a[1] if name.startswith("on")]
    assert not re.search(r"url\(|@import|https?:|innerHTML|eval\(", html)
    for attrs in made.having("href"):
        assert (attrs["href"] or "").startswith("#")
    [first, second] = made.all("meta")[:2]
    assert first == {"charset": "utf-8"}
    assert second["http-equiv"] == "Content-Security-Policy"
    assert [a.get("type") for a in made.all("script")] == ["application/json", None]


def test_ids_are_unique_and_every_link_in_the_page_has_its_place() -> None:
    made = parsed(sample())
    ids = [attrs["id"] for attrs in made.having("id")]
    assert len(ids) == len(set(ids))
    wanted = [(a["href"] or "").removeprefix("#") for a in made.having("href")]
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        wanted += " ".join(a[name] or "" for a in made.having(name)).split()
    assert set(wanted) <= set(ids)


def test_hostile_text_is_text() -> None:
    message = "It says “</script><script>alert(3)</script>”."
    finding = found(HOSTILE, "</script> minister", message=message, replacements=("<b>x</b>",))
    reports = report_of(
        HOSTILE,
        [finding],
        [fact(HOSTILE, "name", "<img src=x onerror=alert(2)>")],
        name="/tmp/<b>&\N{RIGHT-TO-LEFT OVERRIDE}.txt",
    )
    made = parsed(reports)
    assert "<script>" in made.blocks[0]
    assert not made.all("img")
    assert len(made.scripts) == 2
    assert made.data["text"] == HOSTILE
    assert [a["data-name"] for a in made.having("data-name")].count("RLO") >= 2
    assert "49" not in "".join(made.blocks.values())


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80))
def test_any_text_makes_a_page_that_holds_it(text: str) -> None:
    document = Document(
        text, text, OffsetMap.identity(len(text)), (Block("paragraph", Span(0, len(text))),)
    )
    middle = len(text) // 2
    finding = Finding("a/b/c", Span(middle // 2, middle), "error", "style", text, text[:0])
    made = parsed(report_of(text, [finding], document=document))
    assert made.data["text"] == text
    assert made.data["sha256"] == digest_of(text)


def test_findings_are_numbered_in_text_order_each_with_one_tag() -> None:
    report = sample()
    made = parsed(report)
    tags = list(made.having("data-t"))
    assert [a["data-n"] for a in tags] == [str(n + 1) for n in _by_end(report)]
    assert {(a["data-t"], a["class"]) for a in tags} >= {("T", "tag error"), ("W", "tag warning")}


def _by_end(report: Report) -> list[int]:
    in_order = sorted(report.findings, key=page._position)
    return sorted(range(len(in_order)), key=lambda n: in_order[n].span.end)


def test_positions_are_given_in_code_points_and_in_utf16() -> None:
    report = sample()
    findings = parsed(report).data["findings"]
    assert isinstance(findings, list)
    units = ARTICLE.encode("utf-16-le")
    for item in findings:
        words = ARTICLE[item["start"] : item["end"]]
        assert units[2 * item["from"] : 2 * item["to"]].decode("utf-16-le") == words
    assert findings[-1]["from"] == findings[-1]["start"] + 3  # a ship and a flag come before


def test_a_finding_over_two_blocks_is_marked_in_both_and_tagged_once() -> None:
    raw = "First paragraph of the text.\n\nSecond paragraph of the text.\n"
    report = report_of(raw, [found(raw, "text.\n\nSecond")])
    made = parsed(report)
    assert len(made.all("mark")) == 2
    [tag] = made.having("data-t")
    assert list(made.blocks.values()) == [b.span.of(raw) for b in report.document.blocks]
    assert tag["data-n"] == "1"


def test_text_outside_of_blocks_is_shown_too() -> None:
    raw = "One.\n\nTwo is outside.\n\nThree."
    blocks = (Block("paragraph", Span(0, 4)), Block("paragraph", Span(23, 29)))
    document = Document(raw, raw, OffsetMap.identity(len(raw)), blocks)
    made = parsed(report_of(raw, document=document))
    assert [b.strip() for b in made.blocks.values()] == ["One.", "Two is outside.", "Three."]


def test_every_kind_of_block_has_its_element() -> None:
    raw = "T\nP\n- a\n- b\nQ\nC\nX\nS\n"
    kinds = (
        "title",
        "paragraph",
        "list-item",
        "list-item",
        "quotation",
        "caption",
        "code",
        "title",
    )
    blocks, at = [], 0
    for kind, line in zip(kinds, raw.splitlines(), strict=True):
        blocks.append(Block(kind, Span(at, at + len(line))))  # type: ignore[arg-type]
        at += len(line) + 1
    made = parsed(
        report_of(raw, document=Document(raw, raw, OffsetMap.identity(len(raw)), tuple(blocks)))
    )
    tags = [tag for tag, attrs in made.elements if "data-b" in attrs]
    assert tags == ["h2", "p", "li", "li", "p", "p", "pre", "h3"]
    inside = [tag for tag, attrs in made.elements]
    assert inside.count("ul") >= 1
    assert list(made.blocks.values())[6].strip() == "X"


@pytest.mark.parametrize("raw", ["", "\n\n", "Word"])
def test_a_text_too_short_for_anything_still_has_a_page(raw: str) -> None:
    html = render_report(report_of(raw))
    assert "Too short" in html
    assert parsed(report_of(raw)).data["findings"] == []


def test_a_point_where_something_is_missing_can_be_seen() -> None:
    raw = "The minister left the room."
    made = parsed(report_of(raw, [found(raw, "room", empty=True, replacements=("big ",))]))
    [mark] = made.all("mark")
    assert "point" in (mark["class"] or "")
    assert mark["aria-label"] == "here"
    assert made.blocks[0] == raw


def test_facts_are_listed_by_kind_and_those_we_do_not_know_are_to_verify() -> None:
    html = render_report(sample())
    order = [html.index(f">{name} <") for name in ("Names", "Numbers", "Dates", "Quotations")]
    assert order == sorted(order)
    assert html.count('class="verify"') == 4
    assert "also “Anna Duarte”" in html
    assert "a city" in html


def test_places_beyond_the_first_twenty_are_counted() -> None:
    raw = "Okarro left. " * 25
    made = render_report(report_of(raw, facts=[fact(raw, "name", "Okarro")]))
    assert "and 5 more" in made
    assert made.count("data-place=") == 20


def test_what_was_measured_is_said_in_words() -> None:
    rules = parsed(sample()).data["rules"]
    assert isinstance(rules, dict)
    assert "agreed with 41 of 52 findings" in rules["zh/pandemic/new-crown"]["measured"]
    assert rules["any/made/rule"]["measured"] == "Not yet measured."
    assert rules["any/made/rule"]["language"] == "Chinese"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", "plain words"),
        (" .", "␣."),
        ("a  b", "a␣␣b"),
        ("two\n  lines", "two lines"),
        ("x" * 30, "xxx … xxx"),
        ("", ""),
    ],
)
def test_a_preview_is_one_short_line(text: str, line: str) -> None:
    assert preview(text, 10) == line or (len(text) <= 20 and preview(text, 20) == line)


def test_every_category_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(CATEGORIES)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert letter("brand-new") == "Br"
    assert title("brand-new") == "brand-new"


def test_every_file_beside_the_page_is_used_and_short() -> None:
    folder = files("mtcheck.output.html") / "static"
    from mtcheck.output.html import catalogue, index

    names = {item.name for item in folder.iterdir()}
    pages = (index, catalogue)
    assert names == {*STYLE, *SCRIPT, *(n for p in pages for n in (*p.STYLE, *p.SCRIPT))}
    for item in folder.iterdir():
        assert len(item.read_text("utf-8").splitlines()) <= 300, item.name


def test_findings_too_deep_to_draw_are_counted_on_their_mark() -> None:
    raw = "The minister left."
    made = parsed(report_of(raw, [found(raw, "minister", rule=f"a/b/c{n}") for n in range(6)]))
    [mark] = made.all("mark")
    assert mark["data-depth"] == "6"
    assert len(made.having("data-t")) == 6
    assert "data-depth" not in parsed(report_of(raw, [found(raw, "left")])).all("mark")[0]


def test_a_very_long_mark_says_so_for_the_sake_of_its_outline() -> None:
    raw = "a" * 2001
    assert "data-huge" in parsed(report_of(raw, [found(raw, raw)])).all("mark")[0]
    assert "data-huge" not in parsed(report_of(raw, [found(raw, raw[1:])])).all("mark")[0]
