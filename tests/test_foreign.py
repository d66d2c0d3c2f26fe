"""Paragraphs that are not English are said, and not checked as English."""

import json

from mtcheck import check
from mtcheck.checker import examine, shipped
from mtcheck.engine.view import View
from mtcheck.foreign import with_remarks
from mtcheck.formats.plain import read_text
from mtcheck.report import make_report

GERMAN = "Der Minister sagte am Montag, dass die Regierung keine neuen Schulden machen werde."
ENGLISH = "Cases of new crown pneumonia rose in the city on Monday, the paper said."


def remarks(text):
    document = read_text(text)
    return with_remarks(document, examine(View(document), shipped()).foreign).notes


def test_only_the_english_is_checked_and_the_rest_said():
    # A word of German is a doubled word of English: "die die".
    text = f"{ENGLISH}\n{GERMAN} Die die das taten, waren hier.\n{ENGLISH}"
    assert {f.rule for f in check(text)} == {f.rule for f in check(f"{ENGLISH}\n{ENGLISH}")}
    assert remarks(text) == ("the paragraph in line 2 is German; it was not checked",)
    assert remarks(ENGLISH) == ()


def test_many_paragraphs_and_a_whole_text():
    assert remarks("\n".join([ENGLISH, *[GERMAN] * 7])) == (
        "the paragraphs in lines 2, 3, 4, 5, 6 and 2 more are German; they were not checked",
    )
    assert remarks(f"{GERMAN}\n{GERMAN}") == ("this is German, not English; it was not checked",)


def test_the_numbers_of_a_report_are_those_of_its_english():
    both, alone = make_report(read_text(f"{ENGLISH}\n{GERMAN}")), make_report(read_text(ENGLISH))
    assert (both.words, both.readability[0].value) == (alone.words, alone.readability[0].value)
    assert both.document.notes == ("the paragraph in line 2 is German; it was not checked",)


def test_the_command_line_says_it(mtcheck):
    done = mtcheck("check", "-", "--format", "json", stdin=f"{ENGLISH}\n{GERMAN}\n".encode())
    assert b"mtcheck: -: the paragraph in line 2 is German; it was not checked" in done.stderr
    assert json.loads(done.stdout)["files"][0]["notes"] == [
        "the paragraph in line 2 is German; it was not checked"
    ]
