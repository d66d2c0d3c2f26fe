"""What is read of an OpenDocument text, and what is written."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import SAMPLES, bytes_of
from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.reading import format_of
from mtcheck.text.document import Link
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from opendocument import members, odt, p, packed
from word import blocks, marked, zipped
from word import edited as edited_as
from word import read as read_as

LONG = "This is what the first of the paragraphs says to whom it may concern, in one sentence."
ANOTHER = "This is what stands in the next one of them, and it is a sentence as well."
HIDDEN = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
)


def read(data, **limits):
    return read_as(data, "a.odt", **limits)


def note(body, kind="footnote"):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(body)}</text:note-body></text:note>"
    )


def frame(body):
    return f"<draw:frame><draw:text-box>{body}</draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("new <text:span>crown</text:span> cases", "new crown cases"),
        ("R&amp;D &lt;1 &#8212; x", "R&D <1 — x"),
        ("\n  a \t b\n c<text:span> </text:span> d  ", "a b c d"),
        ("a<text:span>\n</text:span>b", "a b"),
        ("a&#32; b", "a b"),
        ("<![CDATA[a & b]]>", "a & b"),
        ('a<text:s/>b<text:s text:c="3"/>c<text:s text:c="0"/>d', "a b   cd"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a<text:soft-page-break/>b<text:bookmark text:name='x'/>", "ab"),
        ('a<text:span text:style-name="T1"> no <text:span>no</text:span></text:span> b', "a b"),
        ("a<office:annotation>" + p("no") + "</office:annotation>b", "ab"),
        ("a<text:placeholder>no</text:placeholder>", "a"),
        ("page <text:page-number>7</text:page-number>", "page 7"),
        (
            "<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby>",
            "a",
        ),
    ],
)
def test_what_is_text(content, text):
    document = read(odt(p(content), automatic=HIDDEN))
    assert document.text == text
    assert blocks(document) == [("paragraph", 0, text)]


def style(name, parent="", family="paragraph", display="", inside=""):
    more = f' style:parent-style-name="{parent}"' if parent else ""
    more += f' style:display-name="{display}"' if display else ""
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inside}</style:style>'


STYLES = style("Quotations") + style("Text_20_body") + style("Zitat", display="Zitat")
STYLES += style("Preformatted_20_Text", display="Preformatted Text") + style("Title")
AUTOMATIC = style("P1", "Quotations") + style("P2", "Text_20_body") + style("P3", "P3")


@pytest.mark.parametrize(
    ("body", "kind", "level"),
    [
        (p(LONG), "paragraph", 0),
        (p(LONG, "P2"), "paragraph", 0),
        (p(LONG, "P3"), "paragraph", 0),
        (p(LONG, "P1"), "quotation", 0),
        (p(LONG, "Zitat"), "quotation", 0),
        (p(LONG, "Preformatted_20_Text"), "code", 0),
        (p(LONG, "Title"), "title", 1),
        (p(LONG, "Illustration"), "caption", 0),
        (f'<text:h text:outline-level="2">{LONG}</text:h>', "title", 2),
        (f"<text:h>{LONG}</text:h>", "title", 1),
        (f"<text:list><text:list-item>{p(LONG)}</text:list-item></text:list>", "list-item", 1),
        (f"<text:section>{p(LONG)}</text:section>", "paragraph", 0),
    ],
)
def test_what_a_paragraph_is(body, kind, level):
    document = read(odt(body + p(ANOTHER), STYLES, AUTOMATIC))
    assert blocks(document) == [(kind, level, LONG), ("paragraph", 0, ANOTHER)]


def test_lists_and_tables():
    inner = f"<text:list><text:list-item>{p('b')}</text:list-item></text:list>"
    lists = f"<text:list><text:list-item>{p('a')}{inner}</text:list-item></text:list>"
    cell = "<table:table-cell>{}</table:table-cell>".format
    row = "<table:table-row>{}</table:table-row>".format
    covered = f"<table:covered-table-cell>{p('no')}</table:covered-table-cell>"
    rows = row(cell(p("c")) + cell(p("d"))) + row(cell(p("e")) + covered)
    table = f"<table:table>{rows}</table:table>"
    framed = f"<table:table>{row(cell(p(LONG)))}</table:table>"
    assert blocks(read(odt(lists + table + framed))) == [
        *[("list-item", 1, "a"), ("list-item", 2, "b")],
        *[("cell", 1, "c"), ("cell", 1, "d"), ("cell", 2, "e"), ("paragraph", 0, LONG)],
    ]


LISTS = "".join(
    f'<text:list-style style:name="{name}">{levels}</text:list-style>'
    for name, levels in (
        (
            "N",
            '<text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/>'
            '<text:list-level-style-bullet text:level="2"/>'
            '<text:list-level-style-number text:level="3" style:num-format="i"/>',
        ),
        ("B", '<text:list-level-style-bullet text:level="1"/>'),
        ("E", '<text:list-level-style-number text:level="1" style:num-format=""/>'),
    )
)


def listed(*items, style="N", more=""):
    named = f' text:style-name="{style}"' if style else ""
    inside = "".join(
        item if item.startswith("<text:list-") else f"<text:list-item>{item}</text:list-item>"
        for item in items
    )
    return f"<text:list{named}{more}>{inside}</text:list>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (listed(p("a"), p("b")) + listed(p("c")), "3:a 4:b 3:c"),
        (listed(p("a"), p("b"), style="B"), "-:a -:b"),
        (listed(p("a"), p("b"), style="E"), "-:a -:b"),
        (listed(p("a"), p("b"), style="no"), "-:a -:b"),
        (listed(p("a") + p("b"), p("c")), "3:a more:b 4:c"),
        (listed(p("a") + listed(p("b"), style="") + p("c"), p("d")), "3:a -:b more:c 4:d"),
        (
            listed(listed(listed(p("a"), p("b"), style=""), style="") + p("c")),
            "1:a 2:b 3:c",
        ),
        (
            listed(f'<text:list-item text:start-value="9">{p("a")}</text:list-item>', p("b")),
            "9:a 10:b",
        ),
        (listed(f"<text:list-header>{p('a')}</text:list-header>", p("b")), "more:a 3:b"),
        (
            listed(p("a")) + listed(p("b"), more=' text:continue-numbering="true"'),
            "3:a 4:b",
        ),
        (
            listed(p("a")) + listed(p("b"), more=' text:continue-list="list1"'),
            "3:a 4:b",
        ),
        (listed(p("a<text:line-break/><text:line-break/>b"), p("c")), "3:a more:b 4:c"),
    ],
)
def test_numbers_of_items(body, expected):
    assert marked(read(odt(body, LISTS))) == expected
    assert marked(read(odt(body, automatic=LISTS))) == expected


def test_the_head_of_a_table():
    def row(cells):
        inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    head = f"<table:table-header-rows>{row('ab')}</table:table-header-rows>"
    document = read(odt(f"<table:table>{head}{row('cd')}</table:table>"))
    assert marked(document) == "head:a head:b -:c -:d"


def test_what_stands_where_it_may_not():
    body = f"<table:table-row><table:table-cell>{p('a')}</table:table-cell></table:table-row>"
    made = members("no" + body + "<text:s/>")
    del made["styles.xml"]
    assert read(packed(made)).text == "a"


def test_what_is_not_read():
    body = (
        f"<text:tracked-changes><text:deletion>{p('no')}</text:deletion></text:tracked-changes>"
        f"<text:table-of-content><text:index-body>{p('no')}</text:index-body></text:table-of-content>"
        f'<text:section text:display="none">{p("no")}</text:section>{p(LONG)}'
    )
    assert read(odt(body)).text == LONG


@pytest.mark.parametrize(
    ("body", "expected", "left_out"),
    [
        (p(LONG + note("A note.")), [LONG, "A note."], False),
        (p("A sentence" + note("A note.") + " goes on here."), ["A sentence goes on here."], True),
        (p(frame(p("A box.")) + LONG), ["A box.", LONG], False),
        (frame(p("A box.")) + p(LONG), ["A box.", LONG], False),
        (p(LONG + " " + frame(p("A box.") + p("Its end."))), [LONG, "A box.", "Its end."], False),
    ],
)
def test_notes_and_boxes_stand_beside_their_paragraph(body, expected, left_out):
    document = read(odt(body))
    assert [text for _, _, text in blocks(document)] == expected
    said = ("not read: 1 notes or text boxes, each inside of a sentence",)
    assert document.notes == (said if left_out else ())


def test_links():
    body = p(
        'See <text:a xlink:href="https://a.example/">this <text:span>page</text:span></text:a>.'
    )
    assert read(odt(body)).links == (Link(Span(4, 13), "https://a.example/"),)


@pytest.mark.parametrize(
    ("content", "old", "new", "expected", "text"),
    [
        ("a b", "b", "c & d", "a c &amp; d", "a c & d"),
        ("a b", "b", "c  d ", "a c <text:s/>d<text:s/>", "a c  d "),
        ("a b", "a", " c", "<text:s/>c b", " c b"),
        ("a b", "b", "c\nd\te", "a c<text:line-break/>d<text:tab/>e", "a c\nd\te"),
        ("a\n b", "a b", "c d", "c d", "c d"),
        ("a <text:span>b c</text:span>", "a b", "d", "d<text:span> c</text:span>", "d c"),
    ],
)
def test_what_is_written(content, old, new, expected, text):
    data = odt(p(content))
    document = read(data)
    start = document.text.index(old)
    after = edited_as(data, [Edit(Span(start, start + len(old)), new)], "a.odt")
    with zipfile.ZipFile(BytesIO(after)) as archive, zipfile.ZipFile(BytesIO(data)) as before:
        raw = archive.read("content.xml").decode()
        for name in before.namelist():
            assert (name == "content.xml") or archive.read(name) == before.read(name)
    assert p(expected) in raw
    assert read(after).text == text


WORDS = st.text(st.sampled_from("ab &<\t\n—"), min_size=1, max_size=8)


@given(paragraphs=st.lists(st.lists(WORDS, max_size=3), max_size=4), data=st.data())
def test_words_change_and_nothing_else(paragraphs, data):
    def content(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")

    spans = ("".join(f"<text:span>{content(t)}</text:span>" for t in some) for some in paragraphs)
    whole = odt("".join(map(p, spans)))
    document = read(whole)
    lines = [re.sub(r"\s+", " ", "".join(some)).strip() for some in paragraphs]
    assert [text for _, _, text in blocks(document)] == [line for line in lines if line]
    if not document.blocks:
        return
    start, end = data.draw(st.sampled_from([b.span for b in document.blocks]))
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first, end))
    new = data.draw(WORDS)
    after = read(edited_as(whole, [Edit(Span(first, last), f"x{new}y")], "a.odt"))
    expected = document.text[:first] + f"x{new}y" + document.text[last:]
    assert "".join(after.text.split()) == "".join(expected.split())


def test_it_is_known_by_its_content():
    assert format_of(File("-", odt(p(LONG)))) == "odt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Dear Sir", "this is no OpenDocument text"),
        (zipped({"a": "b"}), "content.xml is missing"),
        (packed(members("<text:p>")), "content.xml, character "),
        (packed(members("") | {"content.xml": "<a/>"}), "this is no text of LibreOffice"),
        (packed(members("") | {"content.xml": b"\xff"}), "content.xml: it is no utf-8"),
        (packed(members("") | {"styles.xml": "<a>"}), "styles.xml, character 4: <a> is not closed"),
        (
            packed(members(p(LONG)) | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "it is encrypted",
        ),
        (odt("<text:p>" * 2000 + "</text:p>" * 2000), "more than 1,000 elements"),
    ],
)
def test_what_is_no_text(data, says):
    with pytest.raises(InputError, match=says) as caught:
        read(data)
    assert str(caught.value).startswith("a.odt: ")


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_turns_a_word_document_into_a_text_that_reads_the_same(tmp_path):
    """But for the note and the box: it keeps notes inside of their sentences."""
    source = bytes_of(SAMPLES / "docx" / "article.docx")
    (tmp_path / "a.docx").write_bytes(source)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, "--headless", profile, "--convert-to", "odt", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "a.docx"], check=True, capture_output=True, timeout=300)
    found = read((tmp_path / "a.odt").read_bytes())
    left_out = ("A box beside", "The figures are")
    expected = read_as(source)
    assert blocks(found) == [b for b in blocks(expected) if not b[2].startswith(left_out)]
    shown = [(link.span.of(found.text), link.target) for link in found.links]
    assert shown == [(link.span.of(expected.text), link.target) for link in expected.links]
