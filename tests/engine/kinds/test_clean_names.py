"""Good English full of names, acronyms and appositions is silent, whatever language it is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck.checker import check, shipped
from mtcheck.source import ANY_SOURCE

PARAGRAPHS = Path(__file__).with_name("clean_names.txt").read_text(encoding="utf-8").splitlines()
"""Near misses of the rules about names, facts, acronyms and repetitions, one a line."""


def test_there_are_enough_paragraphs() -> None:
    assert len(set(PARAGRAPHS)) == len(PARAGRAPHS) > 200


@pytest.mark.parametrize("text", PARAGRAPHS, ids=lambda text: text[:30])
def test_clean_english_is_silent(text: str) -> None:
    found = check(text, shipped(), source=ANY_SOURCE)
    assert [(f.rule, f.text) for f in found if f.severity != "suggestion"] == []
