"""XLIFF and TMX: the English is read, the original kept beside it, codes stay where they are."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

ONE = "urn:oasis:names:tc:xliff:document:1.2"
TWO = "urn:oasis:names:tc:xliff:document:2.0"
PIECES = st.sampled_from(
    [
        *("a", "b c ", "&amp;", "&#x1F600;", "<g id='1'>d</g>", "<x id='2'/>", "<![CDATA[e & f]]>"),
        *(
            "<ph id='3'>%s</ph>",
            "<bpt id='4'>&lt;b></bpt>",
            "<!-- no -->",
            "<mrk mtype='x'>g</mrk>",
        ),
    ]
)


def one(data, form="xliff"):
    if isinstance(data, str):
        data = data.encode()
    [document] = documents(File("a", data), Options(), form)
    return document


def unit(target, source="s"):
    return f"<trans-unit id='1'><source>{source}</source><target>{target}</target></trans-unit>"


def xliff(*units):
    inner = "".join(units)
    return f"<xliff version='1.2' xmlns='{ONE}'><file><body>{inner}</body></file></xliff>"


def text_by_another_reader(raw):
    """Return the text of the targets, as a parser with a tree sees it, codes left out."""
    found = []
    for target in ElementTree.fromstring(raw).iter(f"{{{ONE}}}target"):
        for code in list(target.iter()):
            if code.tag.partition("}")[2] in ("ph", "bpt", "ept", "it"):
                code.text = ""
        found.append("".join(target.itertext()))
    return "\n".join(text for text in found if text.strip())


@given(st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=3))
def test_the_text_is_what_another_reader_reads(targets):
    raw = xliff(*map(unit, targets))
    assert one(raw).text == text_by_another_reader(raw)


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join), st.text("xy<&é ", max_size=4))
def test_what_is_written_back_is_read_by_another_reader(target, new):
    raw = xliff(unit(target))
    text = one(raw).text
    if not text.strip():
        return
    edits = [Edit(Span(0, len(text)), f"{new}!")]
    done = b"".join(rewritten(File("a.xlf", raw.encode()), lambda d: edits))
    assert text_by_another_reader(done.decode()) == f"{new}!"
    assert tags(done) == tags(raw.encode())


def tags(data):
    return re.findall(rb"<(?!!)[^>]*>", re.sub(rb"<!\[CDATA\[.*?\]\]>", b"", data))


def test_which_translation_belongs_to_which_original():
    document = one(xliff(unit("First.", "Erstens."), unit("", "Leer"), unit("Third.", "Drittens.")))
    assert document.text == "First.\nThird."
    pairs = [(a.of(document.text), b.of(document.source.text)) for a, b in document.aligned]
    assert pairs == [("First.", "Erstens."), ("Third.", "Drittens.")]


def test_a_unit_without_ink_is_no_block():
    document = one(xliff(unit(" ", "Eins."), unit("<x/>", " "), unit("Two.", "Zwei.")))
    assert (document.text, document.source.text) == ("Two.", "Eins.\nZwei.")
    assert len(document.blocks) == 1
    assert [a.of(document.text) for a, _ in document.aligned] == ["Two."]


def test_a_remark_about_sections_begins_none():
    raw = xliff(unit("<!-- <![CDATA[ -->One <![CDATA[two]]> three<?x <![CDATA[ ?> four."))
    text = one(raw).text
    edits = [Edit(Span(text.index(word), text.index(word) + 3), "A&B") for word in text.split()]
    done = b"".join(rewritten(File("a.xlf", raw.encode()), lambda d: edits))
    assert text_by_another_reader(done.decode()) == "A&B A&B A&Bee A&Br."


def test_segments_of_a_unit_are_sentences_of_a_paragraph():
    segments = "".join(
        f"<segment><source>{s}</source><target>{t}</target></segment>"
        for s, t in [("Eins.", "One."), ("Zwei.", "Two.")]
    )
    raw = f"<xliff version='2.0' xmlns='{TWO}'><file><unit id='u'>{segments}</unit></file></xliff>"
    document = one(raw)
    assert (document.text, len(document.blocks)) == ("One. Two.", 1)
    assert document.source.text == "Eins. Zwei."
    # The space between them is where the tags stand: it is never changed.
    edits = [Edit(Span(3, 6), "!  T")]
    done = b"".join(rewritten(File("a.xlf", raw.encode()), lambda d: edits))
    assert one(done).text == "One!  Two." or one(done).text.replace(" ", "") == "One!Two."
    assert done.count(b"<") == raw.count("<")


def test_what_is_not_translated_is_not_checked():
    document = one(xliff(unit("The <mrk mtype='protected'>Die Zeit</mrk> paper.")))
    assert [s.of(document.text) for s in document.unchecked] == ["Die Zeit"]
    assert (
        one(xliff(unit("Yes."), unit("No.").replace(" id=", " translate='no' id="))).text == "Yes."
    )


def tmx(*languages):
    variants = "".join(f"<tuv xml:lang='{code}'><seg>{t}</seg></tuv>" for code, t in languages)
    return f"<tmx version='1.4'><header/><body><tu>{variants}</tu></body></tmx>"


@pytest.mark.parametrize("code", ["en", "EN-us", "en_GB"])
def test_the_english_of_a_memory_is_read(code):
    document = one(tmx(("fr", "Un"), (code, "One <hi>two</hi>"), ("de", "Eins")), "tmx")
    assert (document.text, document.source.text) == ("One two", "Un")
    assert one(tmx(("fr", "Un"), ("de", "Eins")), "tmx").text == ""


@pytest.mark.parametrize(
    ("form", "data", "says"),
    [
        ("xliff", xliff(unit("a & b")), "'& b"),
        ("xliff", xliff(unit("<b>")), "closes nothing"),
        ("tmx", "<tmx>", "a:1:6: <tmx> is not closed"),
        ("tmx", "", "it is empty"),
        ("tmx", "<!DOCTYPE a [<!ENTITY b 'c'>]><tmx/>", "declares entities"),
        ("tmx", b"<tmx>\xff</tmx>", "declare its encoding with --encoding"),
        ("xliff", "<x>" * 2_000, "--limit depth"),
    ],
)
def test_what_is_wrong_is_said(form, data, says):
    with pytest.raises(InputError) as caught:
        one(data, form)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("data", "form"), [(xliff(), "xliff"), (tmx(), "tmx"), ("<p>no</p>", "text")]
)
def test_they_are_known_by_their_content(data, form):
    assert format_of(File("-", data.encode())) in (form, "html")


def test_a_declared_encoding_is_the_one_used():
    raw = xliff(unit("Caf\N{LATIN SMALL LETTER E WITH ACUTE}."))
    [document] = documents(File("a.xlf", raw.encode("cp1252")), Options(encoding="cp1252"))
    assert document.text == "Caf\N{LATIN SMALL LETTER E WITH ACUTE}."


def test_what_an_encoding_does_not_have_is_written_as_a_reference():
    raw = "<?xml version='1.0' encoding='iso-8859-1'?>" + xliff(unit("One."))
    edits = [Edit(Span(0, 3), "\N{EURO SIGN}")]
    done = b"".join(rewritten(File("a.xlf", raw.encode()), lambda d: edits))
    assert b"<target>&#8364;.</target>" in done
