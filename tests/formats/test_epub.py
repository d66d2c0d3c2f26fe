"""What is read of a book, and what is written."""

import zipfile
from io import BytesIO

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.reading import format_of
from mtcheck.text.document import Link
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from opendocument import packed
from word import blocks, zipped
from word import edited as edited_as
from word import read as read_as

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
XHTML = "application/xhtml+xml"


def chapter(body):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>'
        f"<body>{body}</body></html>"
    )


def members(chapters, *, spine=None, items=""):
    """Return the members of a book: chapters by their hrefs, in the order of reading."""
    made = "".join(
        f'<item id="c{n}" href="{href}" media-type="{XHTML}"/>' for n, href in enumerate(chapters)
    )
    order = [f"c{n}" for n in range(len(chapters))] if spine is None else spine
    refs = "".join(f'<itemref idref="{id_}"/>' for id_ in order)
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f"<manifest>{made}{items}</manifest><spine>{refs}</spine></package>",
        **{f"OPS/{href.replace('%20', ' ')}": chapter(body) for href, body in chapters.items()},
    }


def epub(chapters, **more):
    return packed(members(chapters, **more))


def read(data):
    return read_as(data, "a.epub")


BOOK = {
    "text/one.xhtml": '<h1>One</h1>\n<p>Tom &amp; <b>Ann</b>&#160;left <a href="x.html">home</a>.</p>',
    "text/chapter%20two.xhtml": "<ul><li>First.</li></ul><blockquote><p>He said so.</p></blockquote>",
}


def test_chapters_are_read_in_their_order():
    document = read(epub(BOOK))
    assert blocks(document) == [
        ("title", 1, "One"),
        ("paragraph", 0, "Tom & Ann\N{NO-BREAK SPACE}left home."),
        ("list-item", 1, "First."),
        ("quotation", 1, "He said so."),
    ]
    assert [part.name for part in document.parts] == [
        *("OPS/text/one.xhtml", "OPS/text/chapter two.xhtml")
    ]
    assert document.links == (Link(Span(19, 23), "x.html"),)
    turned = read(epub(BOOK, spine=["c1", "c0", "c1", "missing"]))
    assert blocks(turned)[0][2] == "First."
    assert len(turned.blocks) == 4


def test_tables_of_contents_and_pictures_are_not_read():
    items = (
        f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
        '<item id="cover" href="cover.svg" media-type="image/svg+xml"/>'
    )
    document = read(epub(BOOK, spine=["cover", "nav", "c0"], items=items))
    assert len(document.blocks) == 2
    assert document.notes == ("not read: 1 chapters that are no XHTML",)


def test_remarks_name_the_chapter():
    document = read(epub({"one.xhtml": "<p>One.</p><!-- never closed"}))
    [note] = document.notes
    assert note.startswith("OPS/one.xhtml: the ")


def test_what_is_written():
    data = epub(BOOK)
    document = read(data)
    edits = [
        Edit(Span(start, start + len(old)), new)
        for old, new in (("Ann", "A & B"), ("First", "1st <"))
        for start in (document.text.index(old),)
    ]
    after = edited_as(data, edits, "a.epub")
    expected = {
        "OPS/text/one.xhtml": ("Ann", "A &amp; B"),
        "OPS/text/chapter two.xhtml": ("First", "1st &lt;"),
    }
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        for name in old.namelist():
            text = old.read(name).decode()
            assert new.read(name).decode() == text.replace(*expected.get(name, ("", "")))
    assert edited_as(data, [], "a.epub") == data


def test_it_is_known_by_its_content():
    assert format_of(File("-", epub(BOOK))) == "epub"


LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_encrypted_fonts_do_no_harm():
    data = packed(members(BOOK) | {"META-INF/encryption.xml": LOCKED.format("OPS/font.otf")})
    assert len(read(data).blocks) == 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Dear Sir", "this is no book"),
        (zipped({"a": "b"}), "META-INF/container.xml is missing"),
        (epub({}), "OPS/book.opf names no chapter that can be read"),
        (packed(members(BOOK) | {"OPS/book.opf": "<a>"}), "OPS/book.opf, character 4: <a> is not"),
        (packed(members(BOOK) | {"OPS/text/one.xhtml": b"\xff"}), "one.xhtml: it is no utf-8"),
        (
            packed(
                members(BOOK) | {"META-INF/encryption.xml": LOCKED.format("OPS/text/one.xhtml")}
            ),
            "OPS/text/one.xhtml is encrypted",
        ),
        (
            packed({n: c for n, c in members(BOOK).items() if "one" not in n}),
            "OPS/text/one.xhtml is missing",
        ),
    ],
)
def test_what_is_no_book(data, says):
    with pytest.raises(InputError, match=says) as caught:
        read(data)
    assert str(caught.value).startswith("a.epub: ")


def test_a_section_that_is_never_closed_ends_with_its_chapter():
    data = epub({"one.xhtml": "<p>One <![CDATA[two</p>", "two.xhtml": "<p>Three.</p>"})
    text = read(data).text
    done = edited_as(data, [Edit(Span(len(text) - 6, len(text) - 1), "A&B")], "a.epub")
    assert read(done).text.endswith("\nA&B.")
    done = edited_as(data, [Edit(Span(4, 7), "A&B")], "a.epub")
    assert read(done).text.startswith("One A&B")
