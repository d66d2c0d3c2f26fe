"""Records of JSON, JSON Lines, CSV and TSV: a document each, with positions in the file."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents, pieces
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

TEXTS = st.text(st.sampled_from("ab \"'\\/,;\t\n\r|é中😀\u2028{}[]:"), max_size=12)
INK = TEXTS.filter(str.strip)


def read(data, form, **options):
    if isinstance(data, str):
        data = data.encode()
    return list(documents(File("feed", data), Options(**options), form))


def file_of(records, form):
    """Write records by other people's writers."""
    if form == "jsonl":
        return "".join(json.dumps(record) + "\n" for record in records)
    if form == "json":
        return json.dumps({"title": "feed", "items": records}, ensure_ascii=False, indent=2)
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "title", "text"], delimiter=";" if form == "csv" else "\t")
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def name_of(form):
    return "feed.tsv" if form == "tsv" else "feed." + form


RECORDS = st.lists(
    st.builds(lambda title, text: {"id": "a1", "title": title, "text": text}, INK, INK),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "tsv"])
@given(records=RECORDS, data=st.data())
def test_other_writers_are_understood_and_positions_are_the_files(form, records, data):
    raw = file_of(records, form)
    file = File(name_of(form), raw.encode())
    found = list(documents(file))
    assert [d.text for d in found] == [f"{r['title']}\n{r['text']}" for r in records]
    for document in found:
        at = document.first.code_point
        assert raw[at : at + len(document.raw)] == document.raw
        before = raw[:at].replace("\r\n", "\n").replace("\r", "\n")
        assert document.first.line == before.count("\n") + 1 or "\r" in raw
        assert document.record == "a1"


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "tsv"])
@given(records=RECORDS, data=st.data())
def test_an_edit_changes_one_value_and_nothing_else(form, records, data):
    raw = file_of(records, form).encode()
    file = File(name_of(form), raw)
    assert b"".join(rewritten(file, lambda document: [])) == raw
    chosen = data.draw(st.integers(0, len(records) - 1))
    field = data.draw(st.sampled_from(["title", "text"]))
    # Ends of lines are never changed; a text is edited from its last one on.
    whole = records[chosen][field]
    kept, old = whole[: whole.rfind("\n") + 1], whole[whole.rfind("\n") + 1 :]
    new = data.draw(TEXTS)
    offset = len(records[chosen]["title"]) + 1 if field == "text" else 0
    span = Span(offset + len(kept), offset + len(whole))
    numbers = iter(range(len(records)))
    done = b"".join(
        rewritten(file, lambda d: [Edit(span, new)] * (next(numbers) == chosen and new != old))
    )
    after = [dict(r) for r in records]
    after[chosen][field] = kept + new
    assert values(done.decode(), form) == after
    assert new != old or done == raw


def values(text, form):
    """Read records by other people's readers."""
    if form == "jsonl":
        return [json.loads(line) for line in text.split("\n") if line]
    if form == "json":
        return json.loads(text)["items"]
    delimiter = ";" if form == "csv" else "\t"
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(
    ("written", "record"),
    [
        (r'"caf\u00e9 \"1\" \/ \ud83d\ude00"', 'café "1" / \N{GRINNING FACE}'),
        (r'"C:\\new"', r"C:\new"),
        (r'"a\nb"', r"a\nb"),
        (r'"\ud800"', r"\ud800"),
        ("12", "12"),
        ('"é"', "é"),
    ],
)
def test_an_id_is_what_it_says_where_that_can_be_shown(written, record):
    for form in ("jsonl", "json"):
        text = f'{{"id": {written}, "text": "x"}}'
        [found] = read(text if form == "jsonl" else f"[{text}]", form)
        assert found.record == record
    options = Options(id_field="name")
    [found] = documents(File("a.jsonl", f'{{"name": {written}, "text": "x"}}'.encode()), options)
    assert found.record == record


def test_a_record_of_nested_json():
    raw = '{"a": {"text": "One."}, "list": ["x", {"body": ["Two.", "Three."]}], "n": 1}\n'
    [found] = read(raw, "jsonl")
    assert found.text == "One.\nTwo.\nThree."
    [found] = read(raw, "jsonl", text_fields=("a.text",))
    assert found.text == "One."
    [found] = read(raw, "jsonl", text_fields=("list",), id_field="n")
    assert (found.text, found.record) == ("x", "1")


def test_an_article_with_comments_is_one_record_and_a_feed_is_many():
    article = {"title": "T", "text": "Body.", "comments": [{"text": "Nice."}]}
    [found] = read(json.dumps(article), "json")
    assert (found.text, found.record) == ("T\nBody.\nNice.", "")
    assert found.blocks[0].kind == "title"
    feed = {"title": "Feed", "items": [{"text": "One."}, {"text": None}, {"text": "Two."}]}
    assert [d.text for d in read(json.dumps(feed), "json")] == ["One.", "Two."]
    assert [d.record for d in read(json.dumps(feed), "json")] == ["1", "3"]


def test_rows_over_lines_marks_in_the_middle_and_short_rows():
    raw = 'text,id\r\n"One\r\n\r\ntwo ""three"".",7\r\nA 5" gun,8\r\n"The Hope" sailed,9\r\nlast'
    found = read(raw, "csv")
    assert [d.text for d in found] == [
        'One\r\n\r\ntwo "three".',
        'A 5" gun',
        '"The Hope" sailed',
        "last",
    ]
    assert [d.record for d in found] == ["7", "8", "9", "4"]
    assert [d.first.line for d in found] == [2, 5, 6, 7]


def test_a_cell_gets_marks_when_it_needs_them():
    file = File("a.csv", b"text,id\nOne two,7\n")
    edits = [Edit(Span(0, 3), '"1"'), Edit(Span(4, 7), "2, 3")]
    assert b"".join(rewritten(file, lambda d: edits)) == b'text,id\n"""1"" 2, 3",7\n'


@pytest.mark.parametrize(
    ("cell", "edit", "written"),
    [
        ('5" gun', Edit(Span(0, 1), "1,5"), b'"1,5"" gun"'),
        ('the "Hope", sailed', Edit(Span(4, 4), '"'), b'"the """"Hope"", sailed"'),
        ('a"b"', Edit(Span(0, 1), ""), b'"""b"""'),
        ('a"b"', Edit(Span(2, 3), "c"), b'a"c"'),
        ('"The Hope" sailed', Edit(Span(11, 17), "left"), b'"The Hope" left'),
        ('"The Hope" sailed', Edit(Span(10, 17), ""), b'"""The Hope"""'),
    ],
)
def test_marks_inside_a_cell_are_kept(cell, edit, written):
    file = File("a.tsv", f"text\tid\n{cell}\t7\n".encode())
    done = b"".join(rewritten(file, lambda d: [edit]))
    assert done.startswith(b"text\tid\n" + written)
    new = cell[: edit.span.start] + edit.text + cell[edit.span.end :]
    assert [d.text for d in documents(File("a.tsv", done))] == [new]


def test_what_an_encoding_does_not_have():
    """JSON has escapes for it; a row of CSV cannot be in another encoding than the others."""
    euro, edits = "\N{EURO SIGN}", [Edit(Span(0, 3), "\N{EURO SIGN}5\N{GRINNING FACE}")]
    for form in ("json", "jsonl"):
        options = Options(encoding="latin-1")
        file = File(f"a.{form}", '{"text": "One caf\xe9."}'.encode("latin-1"))
        done = b"".join(rewritten(file, lambda d: edits, options))
        assert done == b'{"text": "\\u20ac5\\ud83d\\ude00 caf\xe9."}'
        [document] = documents(File(f"a.{form}", done), options)
        assert document.text == f"{euro}5\N{GRINNING FACE} caf\xe9."
    file = File("a.csv", "text\nOne caf\xe9.\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"a\.csv: '€' cannot be written in iso8859-1; convert"):
        list(rewritten(file, lambda d: edits, Options(encoding="latin-1")))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8", "cp1252"])
def test_encodings_of_lines(encoding):
    raw = '{"text": "Caf\N{LATIN SMALL LETTER E WITH ACUTE}."}\n{"text": "Two."}\n'
    declared = encoding if encoding == "cp1252" else None
    file = File("a.jsonl", raw.encode(encoding))
    options = Options(encoding=declared)
    one, two = documents(file, options)
    assert (one.text, two.text) == ("Caf\N{LATIN SMALL LETTER E WITH ACUTE}.", "Two.")
    assert b"".join(rewritten(file, lambda d: [], options)) == file.data


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jsonl", b'{"text": "a"}\n{"text": }\n', "a.jsonl:2: this is no JSON: Expecting value"),
        ("a.jsonl", b'{"words": "a"}\n', "they have words"),
        ("a.jsonl", b'{"text": "a"}\n' * 9_000 + b'"\xff"', "at position 126001 is no utf-8"),
        ("a.json", b'{"text": "a"', "a.json: this is no JSON"),
        ("a.json", b"[]", "they have no fields"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.csv", b'text\n"open\nand on\n', "a.csv:2: a quotation mark in this record is not"),
        ("a.csv", b"words\nOne.\n", "they have words"),
    ],
)
def test_what_is_wrong_is_said(name, data, says):
    with pytest.raises(InputError) as caught:
        list(documents(File(name, data)))
    assert says in str(caught.value)


def test_limits():
    deep = b'{"a":' * 30 + b'"x"' + b"}" * 30
    with pytest.raises(InputError, match="more than 20 levels deep"):
        list(documents(File("a.json", deep), Options(limits={"depth": 20})))
    with pytest.raises(InputError, match="longer than 20 bytes"):
        list(documents(File("a.jsonl", b'{"text": "long enough"}'), Options(limits={"record": 20})))


def test_a_long_file_is_read_line_by_line(tmp_path):
    """The first document is there before the file's end is looked at: its fault is met later."""
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "One."}\n' * 10_000 + b"fault\n")
    found = pieces(File(str(path)))
    assert next(found).text == "One."
    with pytest.raises(InputError, match=r"long\.jsonl:10001: this is no JSON"):
        list(found)


def test_fields_that_are_not_there(mtcheck, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("words,id\nCases of new crown pneumonia rose.,7\n")
    done = mtcheck("check", path, "--text-field", "wrods")
    assert done.returncode == 2
    assert b"there is no field 'wrods'; its fields are words, id" in done.stderr
    done = mtcheck("check", path, "--text-field", "words", "--format", "jsonl")
    found = json.loads(done.stdout)
    assert (found["record"], found["line"], found["column"]) == ("7", 2, 10)
    assert path.read_text()[found["start"] : found["end"]] == "new crown pneumonia"


def test_a_report_of_each_record(mtcheck, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "text": "One two three."}\n{"id": "y", "text": "Four five."}\n')
    assert mtcheck("report", path, "--output", tmp_path / "out").returncode == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        *("a-x.html", "a-y.html", "index.html")
    ]
