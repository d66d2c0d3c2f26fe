"""A letter or two for each category, so that colour is never the only sign."""

from __future__ import annotations

from mtcheck.finding import CATEGORIES

LETTERS: dict[str, str] = {
    "terminology": "T",
    "overly-literal": "L",
    "mistranslation": "M",
    "entity": "F",
    "inconsistency": "I",
    "untranslated": "U",
    "addition": "A",
    "omission": "O",
    "grammar": "G",
    "punctuation": "P",
    "duplication": "D",
    "spelling": "S",
    "unidiomatic": "Id",
    "style": "St",
    "number-format": "N",
    "date-format": "Dt",
    "whitespace": "W",
    "character-encoding": "C",
    "markup": "Mk",
}


def letter(category: str) -> str:
    """Return the sign of a category; one that has none yet shows its first letters."""
    return LETTERS.get(category) or category[:2].capitalize()


def title(category: str) -> str:
    """Return a category's name in words, or its id where none is known."""
    known = CATEGORIES.get(category)
    return known.title if known else category
