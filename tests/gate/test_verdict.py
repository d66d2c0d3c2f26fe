"""The verdict of a run: what fails it, and the line that says so."""

import pytest

from mtcheck.finding import Finding
from mtcheck.gate.result import Located, Result
from mtcheck.gate.verdict import Limits, Verdict
from mtcheck.text.span import Span


def result(name="a.txt", severities=(), category="style", **more):
    found = tuple(
        Located(
            Finding("x/y/z", Span(0, 1), severity, category, "Wrong.", "a"),
            *(0, 1, 1, 1, 1, 2),
            shown="a",
            context="a",
        )
        for severity in severities
    )
    return Result(name, "", "text", found, **more)


def judged(limits, *results, unread=0):
    verdict = Verdict(limits)
    for each in results:
        verdict.add(each)
    verdict.unread = unread
    return verdict.failed, verdict.line


MIXED = result("b.txt", ["error", "error", "error", "suggestion"])
CLEAN = result()
MEASURED = result("b.txt", ["error"] * 3, words=1000, score=96.5)


@pytest.mark.parametrize(
    ("limits", "results", "failed", "line"),
    [
        (Limits(), [], False, "gate: pass, no errors or warnings in 0 files"),
        (Limits(), [CLEAN], False, "gate: pass, no errors or warnings in 1 file"),
        (Limits(), [CLEAN, MIXED], True, "gate: FAIL, 3 errors in 1 of 2 files"),
        (
            Limits("suggestion"),
            [MIXED, MIXED],
            True,
            "gate: FAIL, 6 errors, 2 suggestions in 1 of 1 file",
        ),
        (Limits("never"), [MIXED], False, "gate: pass, no findings that count in 1 file"),
        (
            Limits("never", ("style",)),
            [MIXED],
            True,
            "gate: FAIL, 3 errors, 1 suggestion in 1 of 1 file",
        ),
        (Limits("never", ("grammar",)), [MIXED], False, "gate: pass, no findings that count in 1 file"),
        (Limits(findings=3), [MIXED], False, "gate: pass, 3 errors in 1 of 1 file"),
        (
            Limits(findings=2),
            [MIXED],
            True,
            "gate: FAIL, 3 errors in 1 of 1 file; at most 2 may be there",
        ),
        (Limits(per_1000_words=3), [MEASURED], False, "gate: pass, 3 errors in 1 of 1 file"),
        (
            Limits(per_1000_words=2.5),
            [MEASURED],
            True,
            "gate: FAIL, 3 errors in 1 of 1 file; 3.0 per 1,000 words, at most 2.5 may be there",
        ),
        (
            Limits(per_1000_words=2.5),
            [MEASURED, result(words=3000)],
            False,
            "gate: pass, 3 errors in 1 of 2 files",
        ),
        (
            Limits("never", score=97),
            [result(score=99.0), MEASURED],
            True,
            "gate: FAIL, no findings that count in 2 files; b.txt scores 96.5, below 97",
        ),
        (Limits("never", score=96), [MEASURED, result()], False, "gate: pass, no findings that count in 2 files"),
    ],
)  # fmt: skip
def test_verdicts(limits, results, failed, line):
    assert judged(limits, *results) == (failed, line)


def test_what_could_not_be_read_fails_in_words():
    line = "gate: FAIL, no errors or warnings in 1 file; 2 inputs could not be read"
    assert judged(Limits(), CLEAN, unread=2) == (False, line)


def test_records_of_a_file_are_one_file():
    record = result("a.jsonl", ["error"])._replace(record="7")
    assert judged(Limits(), record, record)[1] == "gate: FAIL, 2 errors in 1 of 1 file"
    assert record.title == "a.jsonl [7]"


@pytest.mark.parametrize(
    ("limits", "judges"),
    [
        (Limits(), True),
        (Limits("never"), False),
        (Limits("never", score=1), True),
        (Limits("never", ("style",)), True),
    ],
)
def test_a_gate_that_nothing_can_fail_says_nothing(limits, judges):
    assert Verdict(limits).judges == judges
