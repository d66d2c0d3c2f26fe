"""Findings with their places, in every unit that outputs need."""

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
