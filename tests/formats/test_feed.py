"""Feeds: entries are documents, positions are exact through both layers, and so is what is written."""

from xml.etree import ElementTree

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conformance import positions_fit, words_of
from mtcheck.checker import check
from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.document import Link
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"


def rss(*items):
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" xmlns:content="{CONTENT}"><channel>{inner}</channel></rss>'


def atom(*entries):
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="{ATOM}">{inner}</feed>'


def read(data, name="a.rss", **options):
    data = data.encode() if isinstance(data, str) else data
    found = list(documents(File(name, data), Options(**options)))
    for document in found:
        positions_fit(document)
    return found


def texts(data, **options):
    return [document.text for document in read(data, **options)]


def edited(data, change, number=0, **options):
    """Return a feed after `change` (old, new) in the text of one of its documents."""
    old, new = change
    seen = []

    def edits(document):
        seen.append(document)
        if len(seen) != number + 1:
            return []
        at = document.text.index(old)
        return [Edit(Span(at, at + len(old)), new)]

    return b"".join(rewritten(File("a.rss", data.encode()), edits, Options(**options))).decode()


# What is read


def test_an_item_is_a_document_with_its_place():
    one, two = read(
        rss("<title>A &amp; b</title>", "<guid>g-2</guid><description>C.</description>")
    )
    assert (one.text, one.record, one.blocks[0].kind) == ("A & b", "1", "title")
    assert (two.text, two.record, two.blocks[0].kind) == ("C.", "g-2", "paragraph")
    assert two.raw == "<item><guid>g-2</guid><description>C.</description></item>"
    assert two.first.column == rss("<title>A &amp; b</title>", "").index("<item></item>") + 1


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&lt;p&gt;One.&lt;/p&gt; &lt;p&gt;Two &amp;amp; three.&lt;/p&gt;", "One.\nTwo & three."),
        ("<![CDATA[<p>One.</p> <p>Two &amp; three.</p>]]>", "One.\nTwo & three."),
        ("a &amp;lt; b", "a < b"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("&amp;#8211;&#8211;&ndash;<![CDATA[&ndash;&#8211;]]>", "–––––"),
        ("caf&amp;eacute;&amp;", "café&"),
        ("<p>Nobody <b>escaped</b></p> this.", "Nobody escaped\nthis."),
        ("x]]<![CDATA[>]]>y", "x]]>y"),
        ("one<!-- two --><?three?> four", "one four"),
        ("a&amp;l<![CDATA[t;]]>b", "a<b"),
        ("First line of it.\n\nSecond line of it.", "First line of it.\nSecond line of it."),
    ],
)
def test_both_layers_are_taken_off(written, text):
    assert texts(rss(f"<description>{written}</description>")) == [text]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<title>a &amp;amp; b</title>", "a &amp; b"),
        ('<title type="text">a &lt;b&gt; c</title>', "a <b> c"),
        ('<title type="html">a &amp;amp; &lt;b&gt;c&lt;/b&gt;</title>', "a & c"),
        ('<content type="text/plain">a &amp;amp; b</content>', "a &amp; b"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &amp; <p>b</p></div></content>',
            "a &\nb",
        ),
        ('<content type="image/png">aGVs</content><title>t</title>', "t"),
        ('<content src="x.html"/><summary>s</summary>', "s"),
        ("<source><title>other</title></source><title>t</title>", "t"),
    ],
)
def test_atom_says_how_its_text_is_written(written, text):
    assert texts(atom(written)) == [text]


def test_prefixes_and_old_feeds():
    prefixed = (
        f'<a:feed xmlns:a="{ATOM}" xmlns:h="http://www.w3.org/1999/xhtml"><a:entry><a:title>t</a:title>'
        '<a:content type="xhtml"><h:div><h:p>One.</h:p><h:p>Two.</h:p></h:div></a:content>'
        "</a:entry></a:feed>"
    )
    assert texts(prefixed) == ["t\nOne.\nTwo."]
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><item><title>Old</title></item></rdf:RDF>'
    )
    assert texts(rdf) == ["Old"]
    assert texts(f'<entry xmlns="{ATOM}"><title>Alone</title></entry>') == ["Alone"]


def test_odd_entries():
    inner = "<item><title>Inner</title></item>"
    assert texts(rss(f"<title>Outer</title><x>{inner}</x>")) == ["Outer"]
    link = f'<link href="https://e.org/{"x" * 200}"/>'
    entries = read(atom(f'{link}<title>T</title><content type="xhtml">no <b>div</b></content>'))
    assert [(d.record, d.text) for d in entries] == [("1", "T\nno div")]


def test_elements_of_other_vocabularies_are_no_titles():
    data = rss('<m:title xmlns:m="urn:m">no</m:title><m:x xmlns:m="urn:m"><title>no</title></m:x>')
    with pytest.raises(
        InputError, match=r"a.rss: none of its records .*\(they have m:title, m:x\)"
    ):
        read(data)
    assert texts(data, text_fields=("m:title",)) == ["no"]


def test_a_summary_beside_the_content_is_a_document_of_its_own():
    said = "The ferry has left the harbour again."
    both = f"<description>{said}</description><title>T</title>"
    full = f"<content:encoded>&lt;p&gt;{said}&lt;/p&gt;</content:encoded>"
    one, two = read(rss(f"<guid>g</guid>{both}{full}"))
    assert (one.record, one.text, two.record, two.text) == ("g, summary", f"{said}\nT", "g", said)
    two, one = read(rss(f"<guid>g</guid>{full}{both}"))
    assert (one.record, one.text, two.record, two.text) == ("g, summary", f"{said}\nT", "g", said)
    assert not check(one)
    assert not check(two)


def test_what_an_entry_is_called():
    link = "<link>https://e.org/?a&amp;b</link>"
    entry = '<title>t</title><link rel="self" href="s"/><link href="https://e.org/1"/>'
    assert [d.record for d in read(rss(f"{link}<title>t</title>"))] == ["https://e.org/?a&b"]
    assert [d.record for d in read(atom(entry, f"<id>urn:1</id>{entry}", "<title>t</title>"))] == [
        *("https://e.org/1", "urn:1", "3")
    ]
    assert [d.record for d in read(rss("<title>t</title>"), id_field="title")] == ["t"]


def test_links_and_other_languages_are_those_of_the_page():
    [document] = read(
        rss("<description>&lt;a href='x?a&amp;amp;b'&gt;Go&lt;/a&gt; on.</description>")
    )
    assert document.links == (Link(Span(0, 2), "x?a&b"),)
    [document] = read(rss('<description><![CDATA[Le mot <i lang="fr">chat</i>.]]></description>'))
    assert [span.of(document.text) for span in document.unchecked] == ["chat"]
    [document] = read(rss("<description>&lt;!-- gone</description><title>Here</title>"))
    assert document.notes == (
        "<description>: the comment that begins in line 1 is never closed; what follows is not read",
    )


def test_attributes_are_read_when_asked_for():
    data = rss("<description><![CDATA[<img alt='A \"ship\"'><p>Text.</p>]]></description>")
    assert texts(data, attributes=True) == ['A "ship"\nText.']
    assert "alt='A &#39;x&#39;'" in edited(data, ('"ship"', "'x'"), attributes=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "iso-8859-1"])
def test_encodings(encoding):
    said = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{said}"?>{rss("<title>Caf&#233; now</title>")}'
    data = data.encode(encoding)
    [document] = documents(File("a", data), Options(), "feed")
    assert document.text == "Café now"
    done = b"".join(
        rewritten(File("a", data), lambda d: [Edit(Span(0, 4), "新 é")], Options(), "feed")
    )
    [document] = documents(File("a", done), Options(), "feed")
    assert document.text == "新 é now"


# What is refused


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<html><body/></html>", "a.rss:1:1: this is no feed"),
        ("", "a.rss:1:1: it is empty"),
        (rss("<title>&bogus;</title>"), "a.rss:1:99: '&bogus;"),
        (rss("<title>"), "a.rss:1:.*closes nothing"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "a.rss:1:1: its document type declares"),
        (rss("<x>" * 1001 + "</x>" * 1001), "more than 1,000 elements lie in each other"),
        (rss("<guid>1</guid>"), "none of its records has a field that is known to hold text"),
    ],
)
def test_what_is_refused(data, says):
    with pytest.raises(InputError, match=says):
        read(data)


def test_a_feed_without_entries_is_empty():
    assert read(rss()) == []


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ("\ufeff<!-- <b> --><rss>", "feed"),
        (f'<?xml-stylesheet href="x"?><a:feed xmlns:a="{ATOM}">', "feed"),
        (f'<entry xml:lang="en" xmlns="{ATOM}">', "feed"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
        ('<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91">', "feed"),
        ("<feed>me</feed>", "text"),
        ("<rssx>", "text"),
        ("An essay on <rss>", "text"),
    ],
)
def test_a_feed_is_known_by_its_content(head, form):
    assert format_of(File("a.xml", head.encode())) == form


# What is written


@pytest.mark.parametrize(
    ("written", "change", "result"),
    [
        ("AT&amp;T and we", ("and we", "& <us>"), "AT&amp;T &amp;amp; &amp;lt;us&amp;gt;"),
        ("me and you", ("and", "&"), "me &amp; you"),
        ("me and you", ("me and", "R&D; &"), "R&amp;D; &amp; you"),
        ("&lt;b&gt;me&lt;/b&gt; too", ("me", "a & b"), "&lt;b&gt;a &amp;amp; b&lt;/b&gt; too"),
        ("<![CDATA[<b>me</b>]]>", ("me", "a & b"), "<![CDATA[<b>a &amp; b</b>]]>"),
        ("<![CDATA[a]] x]]>", (" x", ">"), "<![CDATA[a]]]]><![CDATA[>]]>"),
        ("<![CDATA[a] x>]]>", (" x", "]"), "<![CDATA[a]]]]><![CDATA[>]]>"),
        ("<![CDATA[a]]x>]]>", ("x", ""), "<![CDATA[a]]]]><![CDATA[>]]>"),
        ("<![CDATA[x]]>", ("x", "]]>"), "<![CDATA[]]]]><![CDATA[>]]>"),
        ("a&amp;l<![CDATA[t;]]>b c", ("a<b", "x"), "x<![CDATA[]]> c"),
        ("caf&#233;<![CDATA[ at]]> noon", ("café", "bar"), "bar<![CDATA[ at]]> noon"),
        ("&lt;p&gt;one &lt;i&gt;two&lt;/i&gt; 3&lt;/p&gt;", ("one two 3", "one 3"), None),
    ],
)
def test_new_words_pass_both_layers(written, change, result):
    data = rss(f"<description>{written}</description>")
    [document] = read(data)
    done = edited(data, change)
    if result is not None:
        assert done == rss(f"<description>{result}</description>")
    ElementTree.fromstring(done)
    assert texts(done) == [document.text.replace(*change)]


@pytest.mark.parametrize(
    ("written", "change", "result"),
    [
        ("<title>a b</title>", ("b", "&lt;"), "<title>a &amp;lt;</title>"),
        (
            '<content type="xhtml"><div>a <b>c</b> &amp; d</div></content>',
            ("d", "<&"),
            '<content type="xhtml"><div>a <b>c</b> &amp; &lt;&amp;</div></content>',
        ),
    ],
)
def test_new_words_in_atom(written, change, result):
    assert edited(atom(written), change) == atom(result)


@pytest.mark.parametrize("kind", ["text", "html", "xhtml"])
def test_what_xml_cannot_have_is_refused(kind):
    data = atom(f'<title type="{kind}">a b</title>')
    with pytest.raises(InputError, match="cannot be written into XML"):
        edited(data, ("b", "\v"))


def test_a_sign_that_was_text_stays_text():
    written = "<![CDATA[<p>a &copy b</p>]]>"
    done = edited(rss(f"<description>{written}</description>"), (" b", "y"))
    assert texts(done) == ["a ©y"]
    written = "AT&amp; T"
    done = edited(rss(f"<description>{written}</description>"), (" T", "lt;"))
    assert (texts(done), "AT&amp;amp;lt;" in done) == (["AT&lt;"], True)


def test_only_the_entry_with_the_edit_changes():
    before, after = (
        rss("<title>one</title>", "<title>two</title>"),
        edited(rss("<title>one</title>", "<title>two</title>"), ("two", "2"), number=1),
    )
    assert after == before.replace("two", "2")


# Both layers, as somebody else takes them off

PIECES = st.sampled_from(
    [
        *(("word ", "word "), ("&amp;", "&"), ("&eacute;", "é"), ("<b>", ""), ("</b>", "")),
        *(("]]>", "]]>"), ("&#128512;", "😀"), ("<!-- no -->", ""), ("5 &lt; 6", "5 < 6")),
        *(('<a href="x&amp;y">', ""), ("</a>", ""), ('"it\'s"', '"it\'s"'), ("<i title='>'>", "")),
    ]
)


@st.composite
def entries(draw):
    """An element's content, and what it reads as."""
    pieces = draw(st.lists(PIECES, min_size=1, max_size=8))
    html = "<p>" + "".join(html for html, _ in pieces) + "</p>"
    written = []
    at = 0
    while at < len(html):
        end = draw(st.integers(at + 1, len(html)))
        part, at = html[at:end], end
        way = draw(st.sampled_from(["escaped", "numbers", "section"]))
        if way == "section":
            written.append(f"<![CDATA[{part.replace(']]>', ']]]]><![CDATA[>')}]]>")
        elif way == "numbers":
            written.append("".join(f"&#{ord(c)};" for c in part))
        else:
            written.append(part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        if draw(st.booleans()):
            written.append("<!-- & -->")
    return "".join(written), "".join(text for _, text in pieces).strip()


@given(entry=entries(), data=st.data())
def test_whatever_way_it_is_written_it_reads_and_changes_the_same(entry, data):
    written, text = entry
    whole = rss(f"<title>First</title><description>{written}</description>")
    [document] = read(whole)
    assert document.text == "\n".join(filter(None, ["First", " ".join(text.split())]))
    words = list(words_of(document))
    word = data.draw(st.sampled_from(words))
    new = data.draw(st.sampled_from(["X", "", "<", "&", "a & <b>", "]]>", "amp;", "#", "]", ">"]))
    expected = document.text[: word.start] + new + document.text[word.end :]
    assume(expected.strip())
    done = b"".join(rewritten(File("a.rss", whole.encode()), lambda _: [Edit(word, new)])).decode()
    ElementTree.fromstring(done)
    assert [t.split() for t in texts(done)] == [expected.split()]
