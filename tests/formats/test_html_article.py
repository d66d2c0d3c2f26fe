"""The article of a whole web page: found, or said that it was not."""

import sys

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.html import article, read

PROSE = (
    "The harbour was closed for three days because of the storm, and the ferries stayed where they "
    "were until the wind had turned.",
    "On the fourth day the captain of the first ship said that he would try it, whatever the others "
    "on the pier were thinking of that.",
    "Nobody was hurt, and the letters from the islands came with him, most of them wet, but all of "
    "them there and all of them legible.",
)
NAV = "<nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav>"
FOOT = "<footer><p>Copyright by the owner of the newspaper, all rights reserved.</p></footer>"


def page(body, around="article"):
    start, end = (f"<{around}>", f"</{around}>") if around else ("", "")
    return f"<html><head><title>t</title></head><body>{NAV}{start}{body}{end}{FOOT}</body></html>"


ARTICLE = "<h1>The storm</h1>" + "".join(f"<p>{text}</p>" for text in PROSE)


def document(html, whole_page=None, name="a.html"):
    (found,) = read(File(name, html.encode()), Options(whole_page=whole_page))
    return found


def texts(doc):
    return [block.span.of(doc.text) for block in doc.blocks]


@pytest.fixture
def without(monkeypatch):
    """Trafilatura is not installed."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)


@pytest.fixture
def finding(monkeypatch):
    """Make trafilatura find these lines."""

    def find(*lines):
        monkeypatch.setattr(article, "_extracted", lambda raw: [*lines])

    return find


def bare(text):
    return "".join(text.split())


def test_a_page_is_read_for_its_article():
    doc = document(page(ARTICLE))
    assert texts(doc) == ["The storm", *PROSE]
    assert doc.notes == ("3 blocks outside the article left out; --no-whole-page reads all",)
    everything = document(page(ARTICLE), whole_page=False)
    assert texts(everything)[:3] == ["Home", "Sport", "The storm"]
    assert everything.notes == ()


@pytest.mark.parametrize("html", [ARTICLE, f"<html><body>{ARTICLE}", NAV + ARTICLE])
def test_what_is_no_whole_page_is_read_whole(html):
    assert texts(document(html))[-4:] == ["The storm", *PROSE]
    assert document(html).notes == ()


def test_pieces_of_code_and_breaks_do_not_lose_a_paragraph():
    body = (
        ARTICLE + f"<div>{PROSE[0]}x<br>{PROSE[1]}x<br><br>Then <code>go()</code> <b>on</b>.</div>"
    )
    assert texts(document(page(body)))[4:] == [f"{PROSE[0]}x\n{PROSE[1]}x", "Then go() on."]


@pytest.mark.parametrize(
    ("around", "kept", "note"),
    [
        ("article", 4, "what stands in <article> is read"),
        ("main", 4, "what stands in <main> is read"),
        ("section", 7, "all of the page is read"),
    ],
)
def test_without_trafilatura_the_page_is_asked(without, around, kept, note):
    doc = document(page(ARTICLE, around))
    assert len(doc.blocks) == kept
    assert "is not installed (pip install 'mtcheck[web]')" in doc.notes[0]
    assert note in doc.notes[0]
    assert (len(doc.notes) == 2) is (kept == 4)
    with pytest.raises(InputError, match=r"^a\.html: finding .*install it with pip install"):
        document(page(ARTICLE), whole_page=True)


def test_two_articles_are_no_article(without):
    doc = document(page(f"<article>{PROSE[0]}</article><article>{PROSE[1]}</article>", "main"))
    assert len(doc.blocks) == 2
    assert "<main>" in doc.notes[0]


def test_what_stands_aside_in_an_article_is_left_out(without):
    assert texts(document(page(ARTICLE + "<aside><p>Read this</aside>")))[-1] == PROSE[2]
    assert "all of the page" in document(page("<nav>x</nav>")).notes[0]


def test_no_article_at_all():
    doc = document(page("<p>x</p>", None))
    assert "found no article" in doc.notes[0] or "left out" in doc.notes[0]
    assert doc.text


def test_a_heading_and_captions_that_were_not_found_are_kept(finding):
    figure = "<figure><figcaption>The pier.</figcaption></figure>"
    body = f"<p>By us</p>{ARTICLE.replace('</h1>', f'</h1><p>Teaser</p>{figure}', 1)}"
    body = body.replace(
        f"<p>{PROSE[1]}", f"{figure}<aside><figcaption>Ad</figcaption></aside><p>{PROSE[1]}"
    )
    finding(*map(bare, PROSE))
    assert texts(document(page(body))) == ["The storm", PROSE[0], "The pier.", *PROSE[1:]]


def test_lines_that_are_nearly_equal_are_found_and_others_said(finding):
    finding(bare(PROSE[0]), bare(PROSE[1])[:-1] + "[1].", bare("x" * 30), bare(PROSE[2]), "short")
    doc = document(page(ARTICLE))
    assert texts(doc) == ["The storm", *PROSE]
    assert (
        doc.notes[1] == "1 line of the article could not be placed on the page and may be missing"
    )


def test_a_line_that_comes_again_is_chosen_in_order(finding):
    body = f"<p>Share</p><p>{PROSE[0]}</p><p>Share</p><p>{PROSE[1]}</p><p>Share</p>"
    finding(bare(PROSE[0]), "Share", bare(PROSE[1]))
    assert texts(document(page(body))) == [PROSE[0], "Share", PROSE[1]]


def test_a_huge_page_is_placed_too(finding, monkeypatch):
    monkeypatch.setattr(article, "_MOST_PAIRS", 1)
    finding(*map(bare, PROSE))
    assert texts(document(page(ARTICLE))) == ["The storm", *PROSE]


def test_navigation_is_no_article_unless_it_is_all_that_was_found(finding):
    finding("Home", "Sport", bare(PROSE[0]))
    assert texts(document(page(ARTICLE))) == ["The storm", PROSE[0]]
    finding("Home", "Sport")
    assert texts(document(page(ARTICLE))) == ["Home", "Sport"]


def test_nothing_found_is_said(finding):
    finding()
    doc = document(page(ARTICLE))
    assert "trafilatura found no article on the page; what stands in <article>" in doc.notes[0]


def test_a_page_that_trafilatura_fails_on_is_read(monkeypatch):
    def fail(*_, **__):
        raise ValueError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "trafilatura found no article" in document(page(ARTICLE)).notes[0]
    bare_page = document(f"<html><header></header><body><article>{ARTICLE}</article>")
    assert len(bare_page.notes) == 1


def test_what_trafilatura_cannot_parse():
    for html in (
        f"<?xml version='1.0' encoding='utf-8'?>{page(ARTICLE)}",
        '<meta charset="utf-8">' + page(ARTICLE) + "\0",
    ):
        assert "The storm" in texts(document(html, whole_page=True))
    assert document("<html><body>", whole_page=True).text == ""
