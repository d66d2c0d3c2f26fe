"""Sentences and words: hard cases from `sentences.txt`, laws, hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mtcheck.text.segment import split_sentences, words

MARK = "⏎"
FILE = Path(__file__).with_name("sentences.txt")


def _cases() -> list[tuple[str, int, str]]:
    """Return (topic, line number, case) of every case of the file."""
    topic, cases = "", []
    for number, line in enumerate(FILE.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("## "):
            topic = line[3:]
        elif line.strip() and not line.startswith("# "):
            cases.append((topic, number, line.replace(r"\n", "\n")))
    return cases


def _expected(case: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a case and the spans of its sentences."""
    text, spans = "", []
    for piece in case.split(MARK):
        start = len(text) + len(piece) - len(piece.lstrip())
        text += piece
        spans.append((start, len(text.rstrip())))
    return text, spans


def _param(topic: str, number: int, case: str) -> object:
    fails = topic == "known failures"
    marks = [pytest.mark.xfail(strict=True, reason="known")] if fails else []
    return pytest.param(case, id=f"{topic}:{number}", marks=marks)


CASES = _cases()


@pytest.mark.parametrize("case", [_param(*case) for case in CASES])
def test_case(case: str) -> None:
    text, spans = _expected(case)
    assert [text[a:b] for a, b in split_sentences(text)] == [text[a:b] for a, b in spans]
    assert split_sentences(text) == spans
