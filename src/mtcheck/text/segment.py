"""Sentences and words with their positions."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+[\"”’)]*(?=\s+[^\sa-z]|\s*\Z)|(?=\s*\n\s*\n)|\Z)", re.S)
_WORD = re.compile(r"[^\W_]+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)*")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text[start:end]`, in code points of `text`."""
    stop = len(text) if end is None else end
    return [m.span() for m in _SENTENCE.finditer(text, start, stop)]


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word of `text[start:end]`, in code points of `text`."""
    stop = len(text) if end is None else end
    return [m.span() for m in _WORD.finditer(text, start, stop)]
