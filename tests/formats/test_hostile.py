"""Files that were made to harm, for each reader: they are read, or refused in one sentence."""

import builtins
import io
import json

import pytest

import opendocument
import word
from conformance import positions_fit, unchanged_without_edits
from fuzzing import time_for
from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents
from mtcheck.formats.table import FORMATS
from test_archives import tarred, zipped
from test_epub import epub
from test_epub import members as book
from test_parquet import packed as rows_packed

DEEP = 10_000
ARCHIVES = {"zip": zipped, "tar": tarred}
CONTAINERS = ("docx", "odt", "epub")
XLIFF = 'xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'


def file_of(form, text, *, head=""):
    """Return a file that holds `text`, written as its format wants it, behind a document type."""
    if form in CONTAINERS:
        return packed(form, text, head)
    made = {
        "jsonl": f'{{"text": "{text}"}}\n',
        "json": f'{{"text": "{text}"}}',
        "csv": f"id,text\n1,{text}\n",
        "po": f'msgid "x"\nmsgstr "{text}"\n',
        "srt": f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n",
        "webvtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n",
        "xliff": f"{head}<{XLIFF}><trans-unit><target>{text}</target></trans-unit></xliff>",
        "tmx": f'{head}<tmx><tu><tuv xml:lang="en"><seg>{text}</seg></tuv></tu></tmx>',
        "html": f"{head}<p>{text}</p>",
        "feed": f"{head}<rss><item><description>{text}</description></item></rss>",
    }
    if form in ARCHIVES:
        return ARCHIVES[form]([("a.txt", text)])
    if form == "parquet":
        return rows_packed([{"text": text}])
    return made.get(form, text).encode()


def packed(form, text, head):
    members = {
        "docx": lambda: word.members(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
        "odt": lambda: opendocument.members(f"<text:p>{text}</text:p>"),
        "epub": lambda: book({"one.xhtml": f"<p>{text}</p>"}),
    }[form]()
    body = {"docx": "word/document.xml", "odt": "content.xml", "epub": "OPS/one.xhtml"}[form]
    if head:
        start = members[body].index("\n") + 1
        members[body] = members[body][:start] + head + members[body][start:]
    return opendocument.packed(members)


def name_of(form):
    return "a.xhtml" if form == "html" else f"a{FORMATS[form].suffixes[0]}"


def shown(form, data, **limits):
    """Return the text that is read of a file, behind the laws that hold for it, else the error."""
    options = Options(limits=limits)
    name = name_of(form)
    with time_for(max(len(data), LONG)):
        try:
            found = list(documents(File(name, data), options, form))
        except InputError as error:
            assert str(error).startswith(name)
            assert "\n" not in str(error)
            return f"! {error}"
        for document in found:
            positions_fit(document)
        unchanged_without_edits(data, options, form, name)
    return "\n".join(document.text for document in found)


def test_a_plain_text_is_read_in_every_format():
    assert {form: shown(form, file_of(form, "One two.")) for form in FORMATS} == dict.fromkeys(
        FORMATS, "One two."
    )


BOMB = "<!DOCTYPE a [<!ENTITY b0 'bomb'>{}]>\n".format(
    "".join(f"<!ENTITY b{n} '{f'&b{n - 1};' * 10}'>" for n in range(1, 10))
)
EXTERNAL = "<!DOCTYPE a [<!ENTITY b9 SYSTEM 'secret.txt'>]>\n"
FETCHED = "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>\n"
READ_AS_TEXT = dict.fromkeys(("html", "epub"), "One &b9; two.")
DECLARES = "declares entities or the like, which is not read"
UNKNOWN = "is no known reference"


@pytest.mark.parametrize("form", ["xliff", "tmx", "html", *CONTAINERS])
@pytest.mark.parametrize(
    ("head", "says"),
    [(BOMB, DECLARES), (EXTERNAL, DECLARES), (FETCHED, UNKNOWN)],
    ids=["bomb", "external", "fetched"],
)
def test_entities_are_never_expanded_nor_fetched(form, head, says, monkeypatch):
    data = file_of(form, "One &b9; two.", head=head)
    monkeypatch.setattr(builtins, "open", None)
    assert READ_AS_TEXT.get(form, says) in shown(form, data)


NESTED = {
    "markdown": "> " * DEEP + "a",
    "srt": file_of("srt", "<i>" * DEEP + "a"),
    "webvtt": file_of("webvtt", "<c.x>" * DEEP + "a"),
    "jsonl": b'{"text": ' + b"[" * DEEP + b'"a"' + b"]" * DEEP + b"}",
    "json": b'{"text": ' + b"[" * DEEP + b'"a"' + b"]" * DEEP + b"}",
    "xliff": file_of("xliff", "<g>" * DEEP + "a" + "</g>" * DEEP),
    "tmx": file_of("tmx", "<hi>" * DEEP + "a" + "</hi>" * DEEP),
    "po": file_of("po", "<b>" * DEEP + "a" + "</b>" * DEEP),
    "html": file_of("html", "<div>" * DEEP + "a" + "</div>" * DEEP),
    "docx": file_of("docx", "<w:t>" * DEEP + "a" + "</w:t>" * DEEP),
    "odt": file_of("odt", "<text:span>" * DEEP + "a" + "</text:span>" * DEEP),
    "epub": file_of("epub", "<div>" * DEEP + "a" + "</div>" * DEEP),
}
TOO_DEEP = {
    "markdown": None,  # what is left out is said: see below
    "jsonl": "nested too deeply",
    "json": "nested too deeply",
    **dict.fromkeys(("xliff", "tmx", "docx", "odt"), "more than 1,000 elements"),
}


@pytest.mark.parametrize("form", NESTED)
def test_what_is_nested_deeply(form):
    data = NESTED[form] if isinstance(NESTED[form], bytes) else NESTED[form].encode()
    says = TOO_DEEP.get(form, "a")
    if says is not None:
        assert says in shown(form, data)
    else:
        [document] = documents(File("a.md", data))
        assert "--limit nesting" in " ".join(document.notes)


@pytest.mark.parametrize("form", ["xliff", "tmx", "html", *CONTAINERS])
def test_a_limit_can_be_lifted_without_harm(form):
    assert shown(form, NESTED[form], depth=2 * DEEP).strip() in ("a", "")


def test_boxes_may_lie_deeper_in_each_other_than_calls():
    data = word.docx("<w:p><w:txbxContent>" * 2_000 + "</w:txbxContent></w:p>" * 2_000)
    assert "more than 1,000 elements" in shown("docx", data)
    assert shown("docx", data, depth=DEEP) == ""


@pytest.mark.parametrize(
    ("form", "data", "says"),
    [
        ("text", '"(“One', '"(“One'),
        ("markdown", "**One [b](c `d <e ![f](g", "One [b](c `d <e ![f](g"),
        ("srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>One {\\an8 <b", "One"),
        ("srt", "1\n00:00:01,000 -->", ""),
        ("webvtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One <c &am", "One"),
        ("jsonl", '{"text": "One"}\n{"text": "Two', "! a.jsonl:2: this is no JSON"),
        ("json", '[{"text": "One"}, {"text": "Two', "! a.json: this is no JSON"),
        ("csv", 'text\nOne.\n"Two\nThree', "! a.csv:3: a quotation mark in this record"),
        ("xliff", f"<{XLIFF}><trans-unit><target>One", "! a.xlf:1:"),
        ("tmx", '<tmx><tu><tuv xml:lang="en"><seg>One', "! a.tmx:1:"),
        ("po", 'msgid "a"\nmsgstr "One', "! a.po:2: this is no line of a PO catalogue"),
        ("html", "<div><p>One <b>two<table><td>three<a href='x", "One two"),
        ("docx", word.docx("<w:p><w:r><w:t>One"), "closes nothing"),
        ("odt", opendocument.odt("<text:p>One"), "closes nothing"),
        ("epub", epub({"one.xhtml": "<div><p>One <b>two"}), "One two"),
    ],
)
def test_what_is_never_closed(form, data, says):
    assert says in shown(form, data if isinstance(data, bytes) else data.encode())


RECORDS = ("jsonl", "csv")
TEXTS = [form for form in FORMATS if form not in (*CONTAINERS, *ARCHIVES, "parquet")]


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("odd", [b"\xff", b"\xed\xa0\x80", "é".encode("cp1252"), b"\xc3"])
def test_bytes_of_another_encoding_are_said(form, odd):
    """UTF-8 with a byte of something else is a damaged file, not one in Windows-1252."""
    data = file_of(form, "Café één naïve. " * 20 + "&&&").replace(b"&&&", odd)
    told = shown(form, data)
    assert told.startswith("! ")
    assert "encoding" in told


@pytest.mark.parametrize("form", TEXTS)
def test_half_of_a_file_in_another_encoding_is_said(form):
    data = file_of(form, "Café één naïve. " * 20) + "新闻".encode("utf-16-le") * 20
    told = shown(form, data)
    assert told.startswith("! ")


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("before", [0, 10_000])
def test_a_nul_byte(form, before):
    """At the beginning it is the mark of a binary file; far behind it is read, and reported."""
    told = shown(form, file_of(form, "a " * before + "b\0c."))
    assert "binary file" in told or told.endswith(("b\0c.", "bc.")), told[-200:]


@pytest.mark.parametrize("form", CONTAINERS)
def test_a_nul_byte_in_a_container(form):
    assert shown(form, file_of(form, "b\0c.")) in ("b\0c.", "bc.")


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_lone_surrogates(form):
    data = file_of(form, r"One \ud800 two \udc00\ud83d.")
    assert shown(form, data) == "One \ud800 two \udc00\ud83d."


@pytest.mark.parametrize("form", ["xliff", "tmx", "docx", "odt"])
def test_references_to_no_character(form):
    for reference in ("&#xD800;", "&#0;", "&#x110000;", "&#xFFFF;", "&#99999999999;"):
        assert UNKNOWN in shown(form, file_of(form, reference))


LONG = 100_000


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "part", ["a", "word ", " ", "-", "\N{COMBINING ACUTE ACCENT}", "&", "\\", '"', "["]
)
def test_a_huge_line_is_read_in_its_time(form, part):
    if part == "&" and form in ("xliff", "tmx", "docx", "odt", "feed"):
        part = "&amp;"
    if form in ("json", "jsonl", "po"):
        part = json.dumps(part)[1:-1]
    if part == '"' and form == "csv":
        part = 'a"'
    told = shown(form, file_of(form, f"A {part * (LONG // len(part))} b."), ratio=100_000)
    assert not told.startswith("! "), told
    assert told.startswith("A ")
    assert told.endswith(" b.")


@pytest.mark.parametrize("form", RECORDS)
def test_a_record_that_is_too_long_is_said(form):
    told = shown(form, file_of(form, "a" * 100), record=50)
    assert "record" in told
    assert told.startswith("! ")


@pytest.mark.parametrize("form", CONTAINERS)
def test_a_bomb_of_a_container_is_not_unpacked(form):
    data = file_of(form, " " * 30_000_000)
    assert len(data) < 100_000
    assert "more than 200 times its size; see --limit ratio" in shown(form, data)
    assert "see --limit unpacked" in shown(form, data, ratio=10_000, unpacked=1_000_000)
    assert not shown(form, data, ratio=10_000).startswith("! ")


OUTSIDE = "../../../../../../../../etc/passwd"


def escaping(form):
    """Return containers whose members, or the paths in them, lead outside."""
    extra = {OUTSIDE: "x", "/etc/passwd": "x", "C:\\x": "x"}
    if form == "odt":
        return [opendocument.packed(opendocument.members("<text:p>One</text:p>") | extra)]
    if form == "docx":
        whole = word.members("<w:p><w:r><w:t>One</w:t></w:r></w:p>")
        start = word.relations(("rId1", "officeDocument", OUTSIDE))
        notes = word.relations(("rId1", "footnotes", OUTSIDE))
        return [
            word.zipped(whole | extra),
            word.zipped(whole | {"_rels/.rels": start}),
            word.zipped(whole | {"word/_rels/document.xml.rels": notes}),
        ]
    whole = book({"one.xhtml": "<p>One</p>"})
    package = whole["OPS/book.opf"].replace("one.xhtml", OUTSIDE)
    container = whole["META-INF/container.xml"].replace("OPS/book.opf", OUTSIDE)
    return [
        opendocument.packed(whole | extra),
        opendocument.packed(whole | {"OPS/book.opf": package}),
        opendocument.packed(whole | {"META-INF/container.xml": container}),
    ]


@pytest.mark.parametrize("form", CONTAINERS)
def test_no_path_of_a_container_leads_outside(form, monkeypatch):
    made = escaping(form)
    monkeypatch.setattr(builtins, "open", None)
    monkeypatch.setattr(io, "open", None)
    for data in made:
        told = shown(form, data)
        assert told == "One" or "is missing" in told, told
