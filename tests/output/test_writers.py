"""What `check` prints in each format, to the letter."""

import json
from types import SimpleNamespace

import pytest

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.ruledoc import RuleDoc
from mtcheck.engine.view import View
from mtcheck.finding import Finding
from mtcheck.formats.plain import read_text
from mtcheck.gate.locate import located
from mtcheck.gate.result import Result
from mtcheck.gate.verdict import Limits, Verdict, count_of
from mtcheck.output import FORMATS, Ended, writer
from mtcheck.output.target import Target
from mtcheck.text.span import Span
from mtcheck.version import __version__


def test_counts_take_the_plural():
    assert count_of(1, "error") == "1 error"
    assert count_of(2000, "error") == "2,000 errors"


RAW = "Über \N{GRINNING FACE}\r\nthe new\tcrown\N{RIGHT-TO-LEFT OVERRIDE} case."


def finding(words, severity="error", **more):
    start = RAW.index(words)
    message = f"“{words}” is wrong."
    span = Span(start, start + len(words))
    return Finding("area/topic/name", span, severity, "style", message, words, **more)


FOUND = [
    finding("new\tcrown", replacements=("COVID-19", "Covid"), penalty=5.0),
    finding("\N{RIGHT-TO-LEFT OVERRIDE} case", "suggestion"),
]

TEXT = """a\\nb.txt
  2:5  error  new crown  area/topic/name
      “new\\tcrown” is wrong.
  2:14  suggestion  \\u202e case  area/topic/name
      “\\u202e case” is wrong.

"""

ROW = {
    "file": "a\nb.txt",
    "start": 12,
    "end": 21,
    "line": 2,
    "column": 5,
    "rule": "area/topic/name",
    "severity": "error",
    "category": "style",
    "message": "“new\tcrown” is wrong.",
    "text": "new\tcrown",
    "replacements": ["COVID-19", "Covid"],
    "safe_fix": False,
    "penalty": 5.0,
    "origin": "mtcheck",
}


MEASURED = Evidence(3, 2, 1, 0.2, 1, 1, 0.5, 1.0, 2.0)
RULES = SimpleNamespace(
    docs={f.rule: RuleDoc(f.rule, "Test.", "zh", "A crown.", "新冠") for f in FOUND},
    evidence={FOUND[0].rule: MEASURED},
)


def printed(capsysbinary, form, documents, unread=None, fail_on="never", path=None):
    out = writer(form, Target(path))
    verdict = Verdict(Limits(fail_on))
    for name, findings in documents:
        document = read_text(RAW, name=name)
        result = Result(name, "", "text", located(View(document), findings))
        verdict.add(result)
        out.result(result)
    out.end(Ended(unread or {}, RULES, verdict))
    return capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("documents", "unread", "end"),
    [
        ([], {}, "No findings in 0 files.\n"),
        ([("x", [])], {}, "No findings in 1 file.\n"),
        (
            [("x", [])] * 1200,
            {"y": "z"},
            "No findings in 1,200 files; 1 input could not be read.\n",
        ),
        ([("a\nb.txt", FOUND), ("x", [])], {}, TEXT + "1 error, 1 suggestion in 2 files.\n"),
        (
            [("a\nb.txt", FOUND)],
            {"y": "z", "v": "w"},
            TEXT + "1 error, 1 suggestion in 1 file; 2 inputs could not be read.\n",
        ),
    ],
)
def test_text(capsysbinary, documents, unread, end):
    assert printed(capsysbinary, "text", documents, unread) == end


def test_long_words_are_cut(capsysbinary):
    long = FOUND[0]._replace(text="x" * 100)
    assert f"  {'x' * 69}…  " in printed(capsysbinary, "text", [("a", [long])])


def test_jsonl(capsysbinary):
    lines = printed(capsysbinary, "jsonl", [("x", []), ("a\nb.txt", FOUND)], {"y": "z"}).split("\n")
    assert json.loads(lines[0]) == ROW
    assert json.loads(lines[1])["text"] == "\N{RIGHT-TO-LEFT OVERRIDE} case"
    assert lines[2:] == [""]


def test_json(capsysbinary):
    text = printed(capsysbinary, "json", [("a\nb.txt", FOUND[:1]), ("x", [])], {"y": "z"})
    assert json.loads(text) == {
        "mtcheck": __version__,
        "files": [
            {"file": "a\nb.txt", "notes": [], "findings": [ROW]},
            {"file": "x", "notes": [], "findings": []},
        ],
        "unread": [{"file": "y", "why": "z"}],
        "rules": {
            "area/topic/name": {
                "from": "zh",
                "why": "A crown.",
                "source": "新冠",
                "measured": MEASURED._asdict(),
                "measured_in_words": MEASURED.in_words(),
            }
        },
    }


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_half_a_character_is_json_all_the_same(capsysbinary, form):
    text = printed(capsysbinary, form, [("\udcff\\", FOUND[:1])])
    tree = json.loads(text)
    assert (tree["files"][0] if form == "json" else tree)["file"] == "\udcff\\"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_well_without_any_document(capsysbinary, form):
    printed(capsysbinary, form, [])
