"""Numbers in words."""

from __future__ import annotations

import pytest
from made_reports import ARTICLE, MEASURED, found, report_of

from mtcheck.finding import Severity
from mtcheck.output.html import words
from mtcheck.report import SentenceLength
from mtcheck.text.span import Span


@pytest.mark.parametrize(
    ("severities", "sentence"),
    [
        ([], "0 unconfirmed issues in 121 words."),
        (["error"], "1 unconfirmed issue (1 error) in 121 words."),
        (
            ["error", "warning", "warning"],
            "3 unconfirmed issues (1 error and 2 warnings) in 121 words.",
        ),
        (["suggestion"], "0 unconfirmed issues and 1 suggestion in 121 words."),
    ],
)
def test_issues_are_called_unconfirmed(severities: list[Severity], sentence: str) -> None:
    report = report_of(ARTICLE, [found(ARTICLE, "ferries", severity=s) for s in severities])
    assert words.issues(report) == sentence


def test_where_the_trouble_is() -> None:
    raw = "." * 90 + "bad ......"
    assert words.where([found(raw, "bad")], len(raw)) == (
        "Thickest in the last tenth of the text: one error or warning."
    )
    assert words.where([], 5) == "No errors or warnings along the text."
    raw = "bad" + "." * 97
    assert "first tenth of the text: 2 errors" in words.where([found(raw, "bad")] * 2, len(raw))


def test_sentence_lengths() -> None:
    lengths = [SentenceLength(Span(0, 1), n) for n in (0, 5, 9, 45)]
    assert words.sentence_lengths(lengths) == (
        "3 sentences, usually of 9 words, the longest of 45; 1 longer than 40."
    )
    assert (
        words.sentence_lengths(lengths[:2]) == "1 sentence, usually of 5 words, the longest of 5."
    )
    assert words.sentence_lengths([]) == "No sentences."


def test_languages_and_measurements() -> None:
    assert words.language("zh") == "Chinese"
    assert words.language("xx") == "xx"
    assert words.language(None) is None
    assert words.measured(None) == "Not yet measured."
    assert words.measured(MEASURED) == MEASURED.in_words()
