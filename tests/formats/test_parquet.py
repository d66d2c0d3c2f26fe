"""Parquet: a row is a document, and it is said by row and column where something stands."""

import io
import sys

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from conformance import positions_fit
from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.places import place_of
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

TEXT = pyarrow.string()


def packed(rows, *, row_group_size=None, **types):
    schema = pyarrow.schema(list(types.items())) if types else None
    target = io.BytesIO()
    table = pyarrow.Table.from_pylist(rows, schema=schema)
    parquet.write_table(table, target, row_group_size=row_group_size)
    return target.getvalue()


def read(data, **options):
    found = list(documents(File("a.parquet", data), Options(**options)))
    for document in found:
        positions_fit(document)
    return found


def test_a_row_is_a_document():
    rows = [{"id": 7, "title": "A title", "text": "One.\n\nTwo.", "more": "no"}, {"text": "Three."}]
    one, two = read(packed(rows))
    assert one.text == "A title\nOne.\n\nTwo."
    assert [(b.kind, b.span.of(one.text)) for b in one.blocks] == [
        *(("title", "A title"), ("paragraph", "One."), ("paragraph", "Two."))
    ]
    assert (one.record, two.record, two.title) == ("7", "2", "a.parquet [2]")
    assert [tuple(part) for part in one.parts] == [("row 1, title", 0), ("row 1, text", 8)]
    assert str(place_of(one, one.raw.index("Two"))) == "row 1, text, paragraph 2, run 1, column 1"


def test_columns_in_structures_and_lists():
    inner = pyarrow.struct([("text", pyarrow.large_string()), ("n", pyarrow.int8())])
    types = {
        "a": pyarrow.list_(inner),
        "text": pyarrow.list_(TEXT),
        "body": pyarrow.dictionary(pyarrow.int32(), TEXT),
        "m": pyarrow.map_(TEXT, TEXT),
    }
    row = {"a": [{"text": "one", "n": 1}, None], "text": ["two", None, "", "three"], "body": "four"}
    [document] = read(packed([row | {"m": {"text": "no"}}], **types))
    assert document.text == "one\ntwo\nthree\nfour"
    [document] = read(packed([row], **types), text_fields=("a.text",))
    assert (document.text, [part.name for part in document.parts]) == ("one", ["row 1, a.text"])


def test_which_columns_are_read_and_what_a_row_is_called():
    rows = [{"guid": "g", "url": "u", "mt": "Translated.", "text": "Original."}]
    assert [(d.text, d.record) for d in read(packed(rows))] == [("Original.", "g")]
    [document] = read(packed(rows), text_fields=("mt",), id_field="url")
    assert (document.text, document.record) == ("Translated.", "u")


def test_text_that_is_called_bytes():
    assert [d.text for d in read(packed([{"text": "é".encode()}, {"text": b"\xff"}]))] == ["é"]


def test_rows_without_text_are_none():
    assert read(packed([{"text": None}, {"text": " "}], text=TEXT)) == []
    assert read(packed([], text=TEXT)) == []
    [document] = read(packed([{"text": None}, {"text": "x"}], row_group_size=1))
    assert (document.record, document.parts[0].name) == ("2", "row 2, text")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "a.parquet: this is no Parquet, or damaged: "),
        (b"PAR1" + b"x" * 50 + b"PAR1", "a.parquet: this is no Parquet, or damaged: "),
        (packed([{"text": "x" * 9000}])[:-20], "a.parquet: this is no Parquet, or damaged: "),
        (
            packed([{"a": "b"}]),
            r"no field|known to hold text \(they have a\); name one with --text",
        ),
    ],
)
def test_what_is_refused(data, says):
    with pytest.raises(InputError, match=says):
        read(data)


def test_a_row_may_be_too_long():
    data = packed([{"text": "x" * 500}])
    with pytest.raises(
        InputError, match="row 1 is longer than 499 code points; see --limit record"
    ):
        read(data, limits={"record": 499})
    assert len(read(data, limits={"record": 500})) == 1


def test_without_pyarrow_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        InputError, match=r"needs pyarrow; install it with pip install 'mtcheck\[par"
    ):
        list(documents(File("a.parquet", b"PAR1"), Options()))


def test_a_file_is_known_by_its_content():
    assert format_of(File("a", packed([{"text": "x"}]))) == "parquet"


def test_it_is_not_written():
    file = File("a.parquet", packed([{"text": "old"}]))
    with pytest.raises(InputError, match="a.parquet: Parquet is not written"):
        list(rewritten(file, lambda _: [Edit(Span(0, 3), "new")]))
    assert list(rewritten(file, lambda _: [])) == [file.data]


def test_commands_take_parquet(mtcheck, tmp_path):
    path = tmp_path / "news.parquet"
    path.write_bytes(packed([{"id": "n-1", "text": "Cases of new crown pneumonia rose ."}]))
    done = mtcheck("check", tmp_path)
    assert done.returncode == 1
    assert b"news.parquet [n-1]\n  row 1, text, paragraph 1, run 1, column 10  error" in done.stdout
    done = mtcheck("normalize", "--in-place", path)
    assert (done.returncode, b"Parquet is not written" in done.stderr) == (2, True)
    assert mtcheck("normalize", "--check", path).returncode == 1


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.none() | st.text(max_size=5),
            "text": st.none() | st.lists(st.none() | st.text(max_size=5), max_size=3),
        }
    ),
    max_size=4,
)


@settings(deadline=None)  # the first file takes a while: pyarrow gets going
@given(rows=ROWS, size=st.integers(1, 3))
def test_all_text_is_read_in_its_order(rows, size):
    data = packed(rows, row_group_size=size, title=TEXT, text=pyarrow.list_(TEXT))
    expected = []
    for number, row in enumerate(rows, 1):
        pieces = [p for p in (row["title"], *(row["text"] or ())) if p]
        if any(piece.strip() for piece in pieces):
            expected.append((str(number), "\n".join(pieces)))
    assert [(d.record, d.text) for d in read(data)] == expected
