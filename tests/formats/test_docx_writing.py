"""Edits of a Word document change what they say and nothing else, and Word shows them."""

import io
import json
import re
import zipfile

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.decisions import digest_of
from mtcheck.errors import InputError
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from word import docx, edited, members, p, r, read, zipped


def main(data):
    """Return the body of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return xml[xml.index("<w:body>") + 8 : xml.index("</w:body>")]


def change(body, old, new, nth=0):
    """Return the body after `old` became `new`, as written and as read."""
    data = docx(body)
    start = [m.start() for m in re.finditer(re.escape(old), read(data).text)][nth]
    after = edited(data, [Edit(Span(start, start + len(old)), new)])
    return main(after), read(after).text


T = '<w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("content", "old", "new", "expected", "text"),
    [
        ("<w:t>a b</w:t>", "b", "c &", "<w:t>a c &amp;</w:t>", "a c &"),
        ("<w:t>a b</w:t>", "b", "c ", f"{T}a c </w:t>", "a c "),
        ("<w:t>a b</w:t>", "a", "", f"{T} b</w:t>", " b"),
        ("<w:t>a b</w:t>", "a b", "", "<w:t></w:t>", ""),
        (f"{T}a b</w:t>", "a", "", f"{T} b</w:t>", " b"),
        ('<w:t xml:space="default">a</w:t>', "a", "b ", f"{T}b </w:t>", "b "),
        ("<w:t> a\n</w:t>", "a", "b", "<w:t> b\n</w:t>", "b"),
        ("<w:t> a\n</w:t>", "a", "b ", f"{T}b </w:t>", "b "),
        ("<w:t>a</w:t>", "a", "b\nc", f"{T}b</w:t><w:br/>{T}c</w:t>", "b\nc"),
        ("<w:t>a </w:t>", "a", "b\r\nc\td", f"{T}b</w:t><w:br/>{T}c</w:t><w:tab/>{T}d</w:t>", "b\nc\td"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "\tb", "c", "<w:t>a</w:t><w:tab/><w:t>c</w:t>", "a\tc"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb", "", "<w:t></w:t><w:tab/><w:t></w:t>", ""),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb", "c d", "<w:t>c d</w:t><w:tab/><w:t></w:t>", "c d\t"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>", "\N{NON-BREAKING HYPHEN}", "", "<w:t>a</w:t><w:t>b</w:t>", "ab"),
        ("<w:t>5</w:t><w:sym w:char='00B0'/><w:t>C</w:t>", "°", " degrees ", f"<w:t>5</w:t>{T} degrees </w:t><w:t>C</w:t>", "5 degrees C"),
        (
            "<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>",
            "a\N{NON-BREAKING HYPHEN}b",
            "a-b",
            f"<w:t>a</w:t>{T}-</w:t><w:t>b</w:t>",
            "a-b",
        ),
        ("<w:t><![CDATA[a&b]]></w:t>", "a", "<]]>", "<w:t><![CDATA[<]]]]><![CDATA[>&b]]></w:t>", "<]]>&b"),
        ("<w:t><![CDATA[a]]></w:t>", "a", "b\nc", f"{T}<![CDATA[b]]></w:t><w:br/>{T}<![CDATA[c]]></w:t>", "b\nc"),
        ("<w:t>a<!-- x -->b</w:t>", "ab", "cd", "<w:t>cd<!-- x --></w:t>", "cd"),
        ("<w:t>a&#8212;b</w:t>", "—", ", ", "<w:t>a, b</w:t>", "a, b"),
    ],
)  # fmt: skip
def test_what_is_written(content, old, new, expected, text):
    body, seen = change(p(f"<w:r>{content}</w:r>"), old, new)
    assert body == p(f"<w:r>{expected}</w:r>")
    assert seen == (text if text.strip() else "")


def test_an_insertion_behind_a_tab_and_into_other_prefixes():
    body = p("<w:r><w:tab/><w:t>b</w:t></w:r>")
    data = docx(p("a") + body)
    after = edited(data, [Edit(Span(3, 3), "x ")])
    assert main(after) == p("a") + p(f"<w:r><w:tab/>{T}x </w:t><w:t>b</w:t></w:r>")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    raw = f'<document xmlns="{space}"><body><p><r><t>a</t><softHyphen/><t>b</t></r></p></body></document>'
    data = zipped(members("") | {"word/document.xml": raw})
    after = read(edited(data, [Edit(Span(0, 1), "c\nd"), Edit(Span(1, 2), "-")]))
    t = '<t xml:space="preserve">'
    assert after.raw == raw.replace("<t>a</t><softHyphen/>", f"{t}c</t><br/>{t}d</t>{t}-</t>")
    assert after.text == "c\nd-b"


def test_several_edits_of_one_text_element():
    data = docx(p("<w:r><w:t> one two </w:t></w:r>"))
    after = edited(data, [Edit(Span(0, 3), " 1"), Edit(Span(4, 7), "2 ")])
    assert main(after) == p(f"<w:r>{T} 1 2 </w:t></w:r>")
    assert read(after).text == " 1 2 "


def test_a_character_that_xml_does_not_have():
    with pytest.raises(InputError, match=r"'\\x01' cannot be written into XML"):
        edited(docx(p("a")), [Edit(Span(0, 1), "\x01")])


def test_an_edit_over_runs_keeps_their_marks():
    body, text = change(p("the ", r("new", "<w:b/>"), " crown case"), "new crown", "COVID-19")
    assert text == "the COVID-19 case"
    assert body.count("<w:b/>") == 1
    assert re.sub("<[^>]*>", "", body) == text


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i.filename: (archive.read(i), repr(i)) for i in archive.infolist()}


def test_only_the_member_with_the_edit_changes():
    data = docx(p("body"), footnotes='<w:footnote w:id="2">' + p("a note") + "</w:footnote>")
    document = read(data)
    start = document.text.index("note")
    after = edited(data, [Edit(Span(start, start + 4), "word")])
    old, new = parts(data), parts(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name][0] != new[name][0]} == {"word/footnotes.xml"}
    assert new["word/footnotes.xml"][0] == old["word/footnotes.xml"][0].replace(b"note<", b"word<")
    assert edited(data, []) == data


def test_another_encoding_stays():
    raw = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>'
        + members(p("café b"))["word/document.xml"].partition("\n")[2]
    )
    data = zipped(members("") | {"word/document.xml": raw.encode("latin-1")})
    after = edited(data, [Edit(Span(5, 6), "—é")])
    assert parts(after)["word/document.xml"][0] == raw.replace("café b", "café &#8212;é").encode(
        "latin-1"
    )
    assert read(after).text == "café —é"
    odd = raw.replace("ISO-8859-1", "Big5").replace("é", "X")  # which has a character twice
    data = zipped(
        members("") | {"word/document.xml": odd.encode("big5").replace(b"X", b"\xa1\xfe")}
    )
    with pytest.raises(InputError, match="writing word/document.xml as big5 would change more"):
        edited(data, [Edit(Span(0, 2), "x")])


WORDS = st.text(st.sampled_from("ab &<>\"'é—中\t\n"), max_size=8)
RUN = st.tuples(WORDS, st.booleans(), st.booleans())
STYLES = ["Normal", "Title", "Heading 1", "List Bullet", "Intense Quote", "Caption"]
PARAGRAPH = st.tuples(st.sampled_from(STYLES), st.lists(RUN, max_size=4))
TABLE = st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=2)


def made(content):
    """Return a document that python-docx makes of paragraphs and tables."""
    document = python_docx.Document()
    for item in content:
        if isinstance(item, tuple):
            paragraph = document.add_paragraph(style=item[0])
            for text, bold, italic in item[1]:
                run = paragraph.add_run(text)
                run.bold, run.italic = bold, italic
        else:
            table = document.add_table(len(item), 2)
            for row, texts in zip(table.rows, item, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def lines_of_python_docx(data):
    """Return what python-docx reads, paragraph by paragraph."""
    found = []
    for item in python_docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(item, python_docx.table.Table):
            found += [q.text for row in item.rows for cell in row.cells for q in cell.paragraphs]
        else:
            found.append(item.text)
    # Empty lines cut a paragraph here, and white space around it is none of it.
    pieces = (piece for text in found for piece in re.split(r"\n[\s]*\n", text))
    return [piece.strip() for piece in pieces if piece.strip()]


def lines(document):
    return [block.span.of(document.text) for block in document.blocks]


@settings(max_examples=60, deadline=None)
@given(content=st.lists(st.one_of(PARAGRAPH, TABLE), max_size=5), data=st.data())
def test_python_docx_reads_the_same_before_and_after(content, data):
    whole = made(content)
    document = read(whole)
    assert lines(document) == lines_of_python_docx(whole)
    blocks = [b for b in document.blocks if len(b.span) > 1]
    if not blocks:
        return
    block = data.draw(st.sampled_from(blocks))
    start = data.draw(st.integers(block.span.start, block.span.end))
    end = data.draw(st.integers(start, block.span.end))
    if not {"\n", "\t"}.isdisjoint(document.text[start:end]):  # these stay
        end = start
    new = data.draw(WORDS)
    after = edited(whole, [Edit(Span(start, end), new)])
    again = read(after)
    assert lines(again) == lines_of_python_docx(after)
    expected = document.text[:start] + new + document.text[end:]
    assert re.sub(r"\s+", " ", again.text).strip() == re.sub(r"\s+", " ", expected).strip()
    assert len(parts(whole)) == len(parts(after))


def test_decisions_are_applied_to_a_document(mtcheck, tmp_path):
    body = p("They found ", r("new crown", "<w:b/>"), " pneumonia there.")
    article, decided, corrected = (tmp_path / n for n in ("a.docx", "d.json", "b.docx"))
    article.write_bytes(docx(body))
    [line] = mtcheck("check", article, "--format", "jsonl").stdout.splitlines()
    found = json.loads(line)
    decision = {key: found[key] for key in ("rule", "start", "end", "text")}
    decision |= {"action": "accept", "replacement": found["replacements"][0]}
    digest = digest_of(read(article.read_bytes()).raw)
    decisions = {"mtcheck": 1, "file": "a.docx", "sha256": digest, "decisions": [decision]}
    decided.write_text(json.dumps(decisions), "utf-8")
    done = mtcheck("apply", decided, article, "-o", corrected)
    assert (done.returncode, done.stderr) == (0, b"")
    assert read(corrected.read_bytes()).text == "They found COVID-19 there."
    old, new = parts(article.read_bytes()), parts(corrected.read_bytes())
    assert [name for name in old if old[name][0] != new[name][0]] == ["word/document.xml"]
