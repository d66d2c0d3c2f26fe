"""HTML: which text is read, what each piece of it is, and where it stands."""

import codecs
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.html import escaped, looks_like, read, write
from mtcheck.formats.html.references import REFERENCE, reference, unescaped
from mtcheck.formats.rewrite import raw_edits, written
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span


def document(html, name="a.html", **options):
    data = html if isinstance(html, bytes) else html.encode()
    (found,) = read(File(name, data), Options(**options))
    return found._replace(format="html")


def blocks(html, **options):
    doc = document(html, **options)
    return [(b.kind, b.level, b.span.of(doc.text)) for b in doc.blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p> </p><p>&nbsp;</p>", []),
        ("just text", [("paragraph", 0, "just text")]),
        ("<h1>a</h1><h6>b</h6>", [("title", 1, "a"), ("title", 6, "b")]),
        ("<h2><p>a</p></h2>b", [("title", 2, "a"), ("paragraph", 0, "b")]),
        (
            "<ul><li>a<ol><li>b</ol><li><p>c</p></ul>",
            [("list-item", 1, "a"), ("list-item", 2, "b"), ("list-item", 1, "c")],
        ),
        ("<li>a", [("list-item", 1, "a")]),
        ("<dl><dt>a<dd>b</dl>", [("list-item", 1, "a"), ("list-item", 1, "b")]),
        (
            "<blockquote>a<blockquote><p>b</p></blockquote></blockquote>",
            [("quotation", 1, "a"), ("quotation", 2, "b")],
        ),
        (
            "<figure>a<figcaption>b</figcaption></figure><fieldset><legend>c</legend></fieldset>",
            [("paragraph", 0, "a"), ("caption", 0, "b"), ("caption", 0, "c")],
        ),
        (
            "<table><caption>z</caption><tr><th>a<td>b<tr><td>c</table><table><td>d</table>",
            [
                ("caption", 0, "z"),
                ("cell", 1, "a"),
                ("cell", 1, "b"),
                ("cell", 2, "c"),
                ("cell", 1, "d"),
            ],
        ),
        (
            "<table><tr><td>a<p>b<td>c</table>",
            [("paragraph", 0, "a"), ("paragraph", 0, "b"), ("cell", 1, "c")],
        ),
        (
            "<table><tr><td>a<table><tr><td>b</table></table>",
            [("paragraph", 0, "a"), ("cell", 1, "b")],
        ),
        ("<pre>\n a\n  b</pre>c", [("code", 0, "a\n  b"), ("paragraph", 0, "c")]),
        ("<p>a<br>b<br/>c", [("paragraph", 0, "a\nb\nc")]),
        ("<h1>a<br><br>b", [("title", 1, "a"), ("title", 1, "b")]),
        ("<p> a <b> b </b> c </p>", [("paragraph", 0, "a b c")]),
    ],
)
def test_blocks(html, expected):
    assert blocks(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<li>b</ol><ol><li>c</ol>", "1:a 2:b 1:c"),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", "4:a 9:b 10:c"),
        ("<ol start=-1><li>a<li>b<li>c</ol>", "-1:a 0:b 1:c"),
        ("<ol start=x><li value='2.5'>a</ol>", "1:a"),
        ("<ol start=2 reversed><li>a<li>b</ol>", "2:a 1:b"),
        ("<ol reversed><li>a<li>b</ol>", "-:a -:b"),
        ("<ol><li>a<ul><li>b</ul><li>c<ol><li>d</ol>e</ol>", "1:a -:b 2:c 1:d more:e"),
        ("<ol><li><p>a<p>b<li></li><li>c</ol>", "1:a more:b 3:c"),
        ("<ul><li>a<p>b</ul><dl><dt>c<dd>d</dl><li>e", "-:a more:b -:c -:d -:e"),
        ("<ol><li hidden>a<li>b</ol>", "1:b"),
        ("<table><tr><th>a<td>b<tr><th>c<th>d</table>", "head:a -:b head:c head:d"),
        ("<table><tr><th>a<p>b</table>", "-:a -:b"),
    ],
)
def test_numbers_and_heads(html, expected):
    doc = document(html)
    found = [
        f"{b.role or ('-' if b.number is None else b.number)}:{b.span.of(doc.text)}"
        for b in doc.blocks
    ]
    assert " ".join(found) == expected


def test_every_character_stands_where_it_stands():
    html = "<p>caf&eacute;\n  and <b>R&amp;D</b>&hellip;</p>"
    doc = document(html)
    assert doc.text == "café and R&D…"

    def raw(words):
        start = doc.text.index(words)
        return doc.raw_span(Span(start, start + len(words))).of(html)

    assert [raw(w) for w in ("é", "caf", " and", "R&D", "&", "D…", "d R")] == [
        *("&eacute;", "caf", "\n  and", "R&amp;D", "&amp;", "D</b>&hellip;", "d <b>R"),
    ]


def test_links():
    doc = document(
        '<p>a <a href=" /x?a=1&amp;b=2 ">b <i>c</i></a> <a>d</a></p><a href=y>e<p>f</p></a>'
    )
    assert [(link.span.of(doc.text), link.target) for link in doc.links] == [
        ("b c", "/x?a=1&b=2"),
        ("e", "y"),
        ("f", "y"),
    ]


@pytest.mark.parametrize(
    ("html", "unchecked", "note"),
    [
        ("<p>Use <code>a</code> or <kbd>b</kbd>", ["a", "b"], None),
        ("<p>a <i lang=fr>b c</i> d", ["b c"], "1 passage is marked as another language (fr)"),
        ("<p xml:lang='de-AT'>a<p>b", ["a"], "(de)"),
        ("<p lang=fr>a <b lang=en-GB>b</b> c<p lang=zh>d", ["a", "c", "d"], "3 passages are"),
        ("<html lang=zh><body lang=zh><p>a", [], None),
        ("<p>a <b translate=no>b</b> <i class='x notranslate'>c</i>", ["b c"], "translated"),
        ("<div translate=no>a <p translate=yes>b</div>c", ["a"], "1 passage is marked as not"),
        ("<b lang=fr>a<p lang=de>b</b>c</p>d", ["a", "bc"], "(de, fr)"),
    ],
)
def test_what_is_no_english_prose_is_not_checked(html, unchecked, note):
    doc = document(html)
    assert [span.of(doc.text) for span in doc.unchecked] == unchecked
    assert (note in doc.notes[0]) if note else doc.notes == ()


def test_a_page_marked_as_another_language_that_is_english_is_checked():
    html = "<div lang=zh><p>It was the first of the days that he was in the town.</div>"
    doc = document(html)
    assert doc.unchecked == ()
    assert "marked as another language (zh), but is English" in doc.notes[0]
    assert document(
        "<div lang=fr><p>Un jour, le soleil ne se leva plus sur la ville.</div>"
    ).unchecked


@pytest.mark.parametrize(
    ("html", "note"),
    [
        ("<p>a\n<a href='x>b", "the tag that begins in line 2 is never closed"),
        ("<p>a<!-- b --", "the comment that begins in line 1 is never closed"),
        ("<p>a<script>b</scrip>", "the <script> that begins in line 1 is never closed"),
    ],
)
def test_what_is_lost_is_said(html, note):
    doc = document(html)
    assert doc.text == "a"
    assert note in doc.notes[0]


def test_attributes():
    html = (
        '<p title="t&quot;">a <img alt="b"></p><img alt=c><p>d <a title=e>f</a> g</p><p title="">h'
    )
    assert blocks(html) == [("paragraph", 0, t) for t in ("a", "d f g", "h")]
    doc = document(html, attributes=True)
    assert blocks(html, attributes=True) == [
        *[("caption", 0, 't"'), ("paragraph", 0, "a"), ("caption", 0, "b"), ("caption", 0, "c")],
        *[("paragraph", 0, "d f g"), ("paragraph", 0, "h")],
    ]
    assert doc.notes == (
        "1 of the attributes alt and title stand inside a sentence and were not read",
    )


@pytest.mark.parametrize(
    ("html", "old", "new", "expected"),
    [
        ("<p>a <b>b</b>", "b", "R&D <x>", "<p>a <b>R&amp;D &lt;x&gt;</b>"),
        ("<p>R&amp;D", "R&D", "R&E", "<p>R&amp;E"),
        (
            '<i title="a">c</i>',
            "a",
            "say \"x\" & 'y'",
            "<i title=\"say &quot;x&quot; &amp; 'y'\">c</i>",
        ),
        ("<i title='a'>c</i>", "a", 'it\'s "x"', "<i title='it&#39;s \"x\"'>c</i>"),
        ("<i title=a>c</i>", "a", "b c=d", "<i title=b&#32;c&#61;d>c</i>"),
        ("<p title=a><p title='b'>c", "b", "'", "<p title=a><p title='&#39;'>c"),
        (
            "<script>'<p title=\"b\">'</script><p>b",
            "b",
            '"',
            '<script>\'<p title="b">\'</script><p>"',
        ),
    ],
)
def test_what_is_written_is_read_again(html, old, new, expected):
    doc = document(html, attributes=True)
    start = doc.text.index(old)
    edits = [Edit(Span(start, start + len(old)), new)]
    after = written(File("a.html", html.encode()), doc, edits).decode()
    assert document(after, attributes=True).text == doc.text.replace(old, new, 1)
    assert after == expected


@pytest.mark.parametrize(
    ("html", "old", "new", "expected"),
    [
        ("<p>1 < 2", " 2", "b", "<p>1 &lt;b"),
        ("<p>1 <2", "2", "3", "<p>1 <3"),
        ("<p>R& amp;", " ", "", "<p>R&amp;amp;"),
        ("<p>R&D", "D", "D x", "<p>R&D x"),
        ("<p>&no x", " x", "t", "<p>&amp;not"),
        ("<p>&not x", " x", "in;", "<p>&not;in;"),
        ("<p>&not x", " x", " y", "<p>&not y"),
        ("<p>&notx", "x", "y", "<p>&noty"),
        ("<p>&#6 5", " 5", "5", "<p>&#6;5"),
        ("<p>&lt;x", "x", "p", "<p>&lt;p"),
        (
            '<?xml version="1.0"?><p><![CDATA[a]]> b</p>',
            "a",
            "x & <y> ]]> z",
            '<?xml version="1.0"?><p><![CDATA[x & <y> ]]]]><![CDATA[> z]]> b</p>',
        ),
        (
            '<?xml version="1.0"?><p><![CDATA[a]]> b</p>',
            "b",
            "x & y",
            '<?xml version="1.0"?><p><![CDATA[a]]> x &amp; y</p>',
        ),
    ],
)
def test_what_is_written_makes_nothing_else_of_what_stands_before_it(html, old, new, expected):
    doc = document(html, "-")
    start = doc.text.index(old)
    edits = [Edit(Span(start, start + len(old)), new)]
    after = written(File("-", html.encode()), doc, edits).decode()
    assert document(after, "-").text == doc.text.replace(old, new, 1)
    assert after == expected


def test_what_the_encoding_cannot_hold_is_written_as_a_reference():
    html = '<meta charset="iso-8859-1"><p>caf\xe9 a'.encode("latin-1")
    doc = document(html)
    assert doc.encoding == "cp1252"
    edits = raw_edits(doc, [Edit(Span(5, 6), "“新”")])
    assert write(html, doc, edits) == html[:-1] + b"\x93&#26032;\x94"
    assert write(html, doc, []) == html


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"<p>caf\xc3\xa9", "utf-8", "café"),
        (b'<meta charset="gb2312"><p>\xd0\xc2', "gb18030", "新"),
        (b"<?xml version='1.0' encoding='shift_jis'?><p>\x90V</p>", "cp932", "新"),
        (
            b'<meta http-equiv=Content-Type content="text/html; charset=big5"><p>\xb7s',
            "big5hkscs",
            "新",
        ),
        (b"<!-- <meta charset=big5> --><script><meta charset=big5></script><p>a", "utf-8", "a"),
        (b"<meta charset='utf-16'><p>caf\xc3\xa9", "utf-8", "café"),
        (b"<meta charset><meta content='charset=big5'><p>a", "utf-8", "a"),
        (codecs.BOM_UTF8 + b"<meta charset=big5><p>caf\xc3\xa9", "utf-8", "café"),
        (codecs.BOM_UTF16_LE + "<p>é".encode("utf-16-le"), "utf-16-le", "é"),
    ],
)
def test_the_encoding_is_the_pages(data, encoding, text):
    doc = document(data)
    assert (doc.encoding, doc.text, doc.notes) == (encoding, text, ())
    assert document(data, encoding="latin-1").encoding == "iso8859-1"


def test_an_encoding_that_it_is_not_in_is_said():
    doc = document(b"<meta charset=ascii><p>a\x81b \xc3\xa9".replace(b"\x81", "\u201d".encode()))
    assert doc.encoding == "utf-8"
    assert "says that it is in cp1252, and it is not" in doc.notes[0]
    assert document(b"<meta charset=klingon><p>\xc3\xa9").text == "é"


@pytest.mark.parametrize(
    ("written_", "expected"),
    [
        ("&amp;", (5, "&")),
        ("&ampx", (4, "&")),
        ("&notit;", (4, "¬")),
        ("&notin;", (7, "∉")),
        ("&nope;", (0, "")),
        ("&NotEqualTilde;", (15, "≂̸")),
        ("&#128;", (6, "€")),
        ("&#x81;", (6, "\x81")),
        ("&#0", (3, "\N{REPLACEMENT CHARACTER}")),
        ("&#xD800;", (8, "\N{REPLACEMENT CHARACTER}")),
        ("&#1114112;", (10, "\N{REPLACEMENT CHARACTER}")),
        ("&#" + "0" * 5000 + "65;", (5005, "A")),
        ("&#" + "9" * 5000, (5002, "\N{REPLACEMENT CHARACTER}")),
        ("&#x1F600", (8, "\N{GRINNING FACE}")),
    ],
)
def test_references(written_, expected):
    assert reference(REFERENCE.match(written_).group()) == expected


def test_references_in_attributes():
    assert unescaped("?a=1&copy=2&lt;&amp=&ampx&amp; &notin;") == "?a=1&copy=2<&amp=&ampx& ∉"


def test_xhtml_by_name_and_by_what_it_says():
    html = "<p>a<b/>c</p><script/><p>d</p>"
    assert document(html, "a.xhtml").text == "ac\nd"
    assert document(f'<?xml version="1.0"?>{html}', "-").text == "ac\nd"
    assert document(f'<?xml version="1.0"?>{html}', "a.html").text == "ac"


@pytest.mark.parametrize(
    ("head", "is_html"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf\n <!-- x --><?xml version='1.0'?><HTML lang=en>", True),
        (b"<p>a", True),
        (b"<para>a", False),
        (b"a <p>", False),
        (b"<?xml version='1.0'?><xliff>", False),
        (b"<!--a-->" * 500 + b"x", False),
    ],
)
def test_what_looks_like_html(head, is_html):
    assert looks_like(head) is is_html


def test_pages_of_our_own_are_not_read():
    doc = document('<html><head><meta name="generator" content="mtcheck"></head><p>a')
    assert (doc.text, doc.blocks) == ("", ())
    assert "mtcheck wrote" in doc.notes[0]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<svg><g></p>x", "x"),
        ("<svg></g></div>a</svg>b", "b"),
        ("<table><table><tr><td>a</table>b", "a\nb"),
        ("<table><tr><table><tr><td>a</table>b", "a\nb"),
        ("<form>a<form>b</form>c</form>d", "ab\ncd"),
        ("<select><option>a<input>b", "b"),
    ],
)
def test_broken_pages(html, expected):
    assert document(html).text == expected


@pytest.mark.parametrize(
    ("name", "html", "after"),
    [
        ("a.html", "a<plaintext>one</b>", "a<plaintext>A&B</b>"),
        ("a.html", "a<XMP>one &amp;</xmp>", "a<XMP>A&B &amp;</xmp>"),
        ("a.html", "<p>one<xmp>b</xmp>", "<p>A&amp;B<xmp>b</xmp>"),
        ("a.xhtml", "<p><![CDATA[x one]]></p>", "<p><![CDATA[x A&B]]></p>"),
        ("a.xhtml", "<p><![CDATA[<a b='one'>]]></p>", "<p><![CDATA[<a b='A&B'>]]></p>"),
        ("a.xhtml", "<p><!-- <![CDATA[ -->one</p>", "<p><!-- <![CDATA[ -->A&amp;B</p>"),
    ],
)
def test_text_that_is_not_escaped_is_written_as_it_is(name, html, after):
    doc = document(html, name)
    at = doc.text.index("one")
    edits = [Edit(Span(at, at + 3), "A&B")]
    assert written(File(name, html.encode()), doc, edits).decode() == after
    edits = [Edit(Span(at, at + 3), "'\"")]
    changed = written(File(name, html.encode()), doc, edits)
    assert document(changed, name).text == doc.text.replace("one", "'\"")


DEEP = 20_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * DEEP + "a",
        "<b>" * DEEP + "a" + "</b>" * DEEP,
        "<b><p>" * DEEP + "a" + "</b>" * DEEP,
        "<table><tr><td>" * DEEP + "a",
        "<ul><li>" * DEEP + "a" + "</li></ul>" * DEEP,
        "<svg>" * DEEP + "</svg>" * DEEP + "a",
        "<a href=x>" * DEEP + "a",
        "</p>" * DEEP + "a",
        "<" * DEEP + "p>a",
        "<p " + "x=y " * DEEP + ">a",
        "<i lang=fr><p>" * DEEP + "</i>" * DEEP + "a",
        "<!-" * DEEP + ">a",
        "<script><!--" * DEEP + "<!--" * DEEP + "--></script>a",
        "&" * DEEP + "a",
        " \n" * DEEP + "a",
        "a<br>" * DEEP,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_pages_are_read_to_the_end(html):
    doc = document(html)
    assert doc.text.endswith("a")
    assert doc.offsets.old_length == len(html)


def test_no_nesting_is_too_deep_for_the_call_stack():
    assert sys.getrecursionlimit() < DEEP


def test_a_binary_file_is_refused():
    with pytest.raises(InputError, match=r"^a\.html: "):
        document(b"\x89PNG\0\0\0")
    assert document(b"<meta charset=utf-8><p>a\0b").text == "ab"


WORDS = st.text("ab &<>\"'é新\N{NO-BREAK SPACE}", min_size=1, max_size=8)
TAGS = st.sampled_from(("p", "div", "li", "h2", "blockquote", "section", "td"))
EMPTY = st.sampled_from(
    ("", "<!-- <p>x</p> -->", "<i></i>", "<script>'<p>x'</script>", "<br hidden>", "<img alt='>'>")
)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.lists(
        st.tuples(TAGS, st.lists(st.tuples(WORDS, EMPTY, st.booleans()), max_size=4)), max_size=6
    )
)
def test_a_page_that_is_made_is_read_as_it_was_meant(made):
    html, expected = [], []
    for tag, inside in made:
        pieces = [
            f"{nothing}<b>{escaped(words)}</b>" if bold else f"{escaped(words)}{nothing}"
            for words, nothing, bold in inside
        ]
        tag = "table><td" if tag == "td" else tag
        html.append(f"\n <{tag} title='>'>{''.join(pieces)}</{tag.partition('>')[0]}>")
        text = " ".join("".join(words for words, _, _ in inside).split(" ")).strip(" ")
        while "  " in text:
            text = text.replace("  ", " ")
        if text.strip():
            expected.append(text)
    doc = document("".join(html).replace("<br hidden>", ""))
    found = [block.span.of(doc.text) for block in doc.blocks]
    assert found == expected
