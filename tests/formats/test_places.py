"""Places in a container are part, paragraph, run and column."""

import json

import pytest

from mtcheck.formats.places import ContainerPlace, place_of
from word import docx, p, r, read

NOTE = '<w:footnote w:id="2">' + p(" ", "A note.") + p("Its end.") + "</w:footnote>"
BODY = p("One, ", r("two", "<w:b/>"), " three.") + p() + p("  Four ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One", ("word/document.xml", 1, 1, 1)),
        (",", ("word/document.xml", 1, 1, 4)),
        ("two", ("word/document.xml", 1, 2, 6)),
        ("wo<", ("word/document.xml", 1, 2, 7)),
        (" three", ("word/document.xml", 1, 3, 9)),
        ("Four", ("word/document.xml", 2, 1, 1)),
        ("A note", ("word/footnotes.xml", 1, 1, 1)),
        ("end", ("word/footnotes.xml", 2, 1, 5)),
    ],
)
def test_places(text, place):
    document = read(docx(BODY, footnotes=NOTE))
    assert place_of(document, document.raw.index(text)) == ContainerPlace(*place)


def test_a_document_without_text_has_places():
    document = read(docx(p()))
    assert place_of(document, 5) == ContainerPlace("word/document.xml", 1, 1, 1)


def test_they_are_shown(mtcheck, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("They found ", r("new crown", "<w:b/>"), " pneumonia there.")))
    done = mtcheck("check", path)
    assert b"word/document.xml, paragraph 1, run 2, column 12  error" in done.stdout
    [line] = mtcheck("check", path, "--format", "jsonl").stdout.splitlines()
    assert json.loads(line)["place"] == {
        "part": "word/document.xml",
        "paragraph": 1,
        "run": 2,
        "column": 12,
    }
