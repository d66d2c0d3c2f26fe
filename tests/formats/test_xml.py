"""XML is cut where its parser cuts it, and nothing else is let in."""

import re
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats import xml

NAMES = {"urn:known": "k"}


def events(raw, **more):
    """Return what `scan` finds, neighbouring text joined, names without their namespaces."""
    found = []
    for token in xml.scan(raw, NAMES, **more):
        if token.kind in ("text", "cdata"):
            text = raw[token.start : token.end]
            text = xml.unescaped(text) if token.kind == "text" else text
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            if found and found[-1][0] == "text":
                found[-1] = ("text", found[-1][1] + text)
            elif text:
                found.append(("text", text))
        else:
            said = token.attributes if token.kind == "open" else {}
            said = {n.rpartition(":")[2]: v for n, v in said.items() if not n.startswith("xmlns")}
            found.append((token.kind, token.name.rpartition(":")[2], said))
    return found


def events_of_expat(raw):
    found = []

    def start(name, attributes):
        said = {n.rpartition(" ")[2]: v for n, v in attributes.items()}
        found.append(("open", name.rpartition(" ")[2], said))

    def text(data):
        if found and found[-1][0] == "text":
            found[-1] = ("text", found[-1][1] + data)
        else:
            found.append(("text", data))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: found.append(("close", name.rpartition(" ")[2], {}))
    parser.CharacterDataHandler = text
    parser.Parse(raw.encode(), True)
    return found


TEXTS = st.lists(
    st.sampled_from(["a", " ", "\n", "é", "&amp;", "&#65;", "&#x1F600;", "&quot;", "]]", "a>b"]),
    max_size=4,
).map("".join)
OTHERS = st.sampled_from(
    ["<!-- a < b - c -->", "<!---->", "<?do it?>", "<![CDATA[<a>&]]>", "<![CDATA[]]>", "<k:c/>"]
)
VALUES = st.sampled_from(["", "v", "a>b", "&lt;'", "&#10;"])


@st.composite
def elements(draw, depth=3):
    name = draw(st.sampled_from(["a", "b.c-d", "k:e", "é"]))
    said = draw(st.dictionaries(st.sampled_from(["x", "k:y", "z"]), VALUES, max_size=2))
    space = draw(st.sampled_from(["", " ", "\n"]))
    attributes = "".join(f' {n}{space}={space}"{v}"' for n, v in said.items())
    if not depth or draw(st.booleans()):
        return f"<{name}{attributes}{space}/>"
    inside = draw(st.lists(st.one_of(TEXTS, OTHERS, elements(depth=depth - 1)), max_size=4))
    return f"<{name}{attributes}{space}>{''.join(inside)}</{name}{space}>"


HEADS = st.sampled_from(["", '<?xml version="1.0"?>', "<!DOCTYPE r>\n", "<!-- c -->"])


@given(head=HEADS, inside=elements())
def test_what_is_found_is_what_expat_finds(head, inside):
    raw = f'{head}<r xmlns="urn:x" xmlns:k="urn:known">{inside}</r>\n'
    assert events(raw) == events_of_expat(raw)


ODD = [
    *(
        "<",
        ">",
        "/",
        "a",
        "<a>",
        "</a>",
        "<a",
        "/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&",
        "&lt;",
    ),
    *("<?x", "?>", '"', "=", " ", "<!DOCTYPE a", "[", "]", " b='", "'", "k:", "\0", "<a k:b='c'/>"),
]


@given(pieces=st.lists(st.sampled_from(ODD), max_size=12))
def test_anything_is_read_or_refused_and_what_is_refused_is_no_xml(pieces):
    raw = "".join(pieces)
    try:
        found = events(raw)
    except xml.XmlError as error:
        assert 0 <= error.at <= len(raw)
        with pytest.raises(expat.ExpatError):
            events_of_expat(raw)
        return
    tags = [e for e in found if e[0] != "text"]
    assert len([e for e in tags if e[0] == "open"]) * 2 == len(tags)


def test_names_get_the_prefix_of_their_namespace():
    raw = '<a xmlns="urn:known" xmlns:o="urn:o" o:x="1" y="2"><o:b/><c xmlns="" xml:lang="en"/></a>'
    found = list(xml.scan(raw, NAMES))
    assert [(t.kind, t.name) for t in found] == [
        *[("open", "k:a"), ("open", ":b"), ("close", ":b"), ("open", ":c"), ("close", ":c")],
        ("close", "k:a"),
    ]
    assert found[0].attributes["y"] == "2"
    assert found[0].attributes[":x"] == "1"
    assert found[3].attributes["xml:lang"] == "en"


def test_places_are_those_of_the_raw_text():
    raw = "xx<a>b&amp;<![CDATA[c]]></a>yy"
    found = [(t.kind, raw[t.start : t.end]) for t in xml.scan(raw, {}, start=2, end=len(raw) - 2)]
    assert found == [("open", "<a>"), ("text", "b&amp;"), ("cdata", "c"), ("close", "</a>")]
    assert list(xml.references(raw, 5, 11)) == [(6, 11, "&")]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("", "it is empty"),
        ("<a>", "<a> is not closed"),
        ("</a>", "</a> closes nothing"),
        ("<a></b>", "</b> closes nothing"),
        ("<a/><b/>", "two outermost elements"),
        ("<a/>b", "text stands outside"),
        ("<a b=c/>", "is no tag"),
        ("<a>< b</a>", "is no tag"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "declares entities"),
        ("<k:a/>", "the prefix 'k' is declared nowhere"),
        ("<a>" * 5 + "</a>" * 5, "more than 4 elements"),
    ],
)
def test_what_is_no_xml(raw, says):
    with pytest.raises(xml.XmlError, match=re.escape(says)):
        list(xml.scan(raw, {}, depth=4))


@pytest.mark.parametrize(
    "text", ["&", "& ", "&b;", "&#0;", "&#xD800;", "&#x110000;", "&#x41", "&;"]
)
def test_what_is_no_reference(text):
    with pytest.raises(xml.XmlError, match="is no known reference"):
        xml.unescaped(text)


@given(st.text())
def test_escaping_and_back(text):
    try:
        assert xml.unescaped(xml.escaped(text)) == text
    except InputError as error:
        assert "cannot be written into XML" in str(error)
        with pytest.raises(expat.ExpatError):
            events_of_expat("<a>" + text.encode("utf-8", "replace").decode() + "\0</a>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "windows-1252", "gb2312"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_encodings(encoding, mark):
    if mark and "utf" not in encoding:
        mark = ""
    text = f'{mark}<?xml version="1.0" encoding="{encoding[:6] if "16" in encoding else encoding}"?><a>x</a>'
    found, used = xml.decoded(text.encode(encoding))
    assert (found, used) == (text, encoding)
    assert xml.encoded(found, used) == text.encode(encoding)
    assert next(xml.scan(found, {})).name == ":a"


def test_what_an_encoding_does_not_have_becomes_a_reference():
    assert xml.encoded("<a>—</a>", "iso-8859-1") == b"<a>&#8212;</a>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<a>\xe9</a>", "it is no utf-8"),
        (b"<?xml version='1.0' encoding='utf-7'?><a/>", "its encoding 'utf-7' is not read"),
        (b"<?xml version='1.0' encoding='idna'?><a/>", "its encoding 'idna' is not read"),
        (b"<?xml version='1.0' encoding='iso-8859-99'?><a/>", "it is no iso-8859-99"),
        (b"<\0a", "it is no utf-16-le"),
    ],
)
def test_what_cannot_be_decoded(data, says):
    with pytest.raises(xml.XmlError, match=says):
        xml.decoded(data)
