"""Findings with their places, in every unit that outputs need."""

import pytest

from mtcheck.checker import examine
from mtcheck.engine.packs import load
from mtcheck.engine.view import View
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents
from mtcheck.gate.checking import results
from mtcheck.gate.locate import located
from mtcheck.gate.settings import RuleChoice, Settings

PACK = """
about: Test.
rules:
  - id: crown
    find: new crown
    suggest: [Q&Z]
    message: "{found} is wrong."
    severity: error
    category: terminology
    bad: ["A <new crown> case."]
    good: ["A crown.", "Anew, crowns."]
"""


def found(tmp_path, name, raw):
    pack = tmp_path / "x" / "y.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text(PACK)
    [document] = documents(File(name, raw.encode()))
    view = View(document)
    return located(view, examine(view, load([tmp_path])).findings)


def test_plain_text(tmp_path):
    [one] = found(tmp_path, "a.txt", "First.\n\nIt is a new\ncrown case. Second.\n")
    assert (one.start, one.end, one.line, one.column) == (16, 25, 3, 9)
    assert (one.end_line, one.end_column) == (4, 6)
    assert (one.shown, one.context) == ("new crown", "It is a new crown case.")
    assert one.written == ("Q&Z",)
    assert one.place is None


def test_what_is_written_into_a_page_is_escaped_and_tags_stay(tmp_path):
    [one] = found(tmp_path, "a.html", "<p>It is a new <b>cr&#111;wn</b> case.</p>")
    assert one.finding.text == "new <b>cr&#111;wn"
    assert (one.shown, one.context) == ("new crown", "It is a new crown case.")
    assert one.written == ("Q&amp;Z<b>",)


def test_a_fingerprint_moves_with_its_sentence(tmp_path):
    text = "It is a new crown case. Second."
    [before] = found(tmp_path / "1", "a.txt", text)
    [moved] = found(tmp_path / "2", "b.txt", f"Other.\n\n{text.replace(' ', '  ').upper()}\n")
    [other] = found(tmp_path / "3", "a.txt", text.replace("case", "rose"))
    assert before.fingerprint == moved.fingerprint != other.fingerprint
    assert len(before.fingerprint) == 32


def test_a_very_long_sentence_has_a_short_context(tmp_path):
    [one] = found(tmp_path, "a.txt", "word " * 1000 + "new crown" + " word" * 1000)
    assert len(one.context) < 420
    assert " new crown word" in one.context


def test_a_record_counts_from_the_start_of_its_file(tmp_path):
    line = '{"text": "A word."}\n'
    pack = tmp_path / "x" / "y.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text(PACK)
    file = File("a.jsonl", (line + '{"text": "A new crown case."}\n').encode())
    settings = Settings(RuleChoice((str(tmp_path),)), measured=True)
    first, second = results(file, settings)
    assert first.found == ()
    [one] = second.found
    assert (one.start, one.line, one.column) == (len(line) + 12, 2, 13)
    assert (first.words, second.words) == (2, 4)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["a ", "\N{BYTE ORDER MARK}", "Ü😀 "])
def test_columns_in_bytes_cut_the_file_where_the_finding_is(tmp_path, before, newline):
    raw = f"{before}new crown, 中 new crown.{newline * 2}It is é new{newline}crown. Ö new crown."
    cut = []
    for one in found(tmp_path, "a.txt", raw):
        lines = raw.encode().splitlines(keepends=True)
        start, end = one.byte_columns
        if one.line == one.end_line:
            cut.append(lines[one.line - 1][start - 1 : end - 1])
        else:
            cut.append(lines[one.line - 1][start - 1 :] + lines[one.end_line - 1][: end - 1])
        assert one.finding.text.encode() == cut[-1]
    assert len(cut) == 4


def test_columns_in_bytes_of_plain_characters_are_columns(tmp_path):
    [one] = found(tmp_path, "a.txt", "It is a new\ncrown case.")
    assert one.byte_columns == (one.column, one.end_column) == (9, 6)


def test_a_line_that_begins_in_another_record_has_no_columns_in_bytes(tmp_path):
    pack = tmp_path / "x" / "y.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text(PACK)
    data = '[{"text": "Über a."},\n{"text": "A é new crown."}, {"text": "A new crown."}]'
    settings = Settings(RuleChoice(packs=(str(tmp_path),)))
    ones = [one for r in results(File("a.json", data.encode()), settings) for one in r.found]
    assert [one.byte_columns for one in ones] == [(16, 25), None]
