"""All edits that a normalization knows, by name."""

from __future__ import annotations

from mtcheck.text.normal import (
    apostrophes,
    characters,
    composition,
    entities,
    foreign_forms,
    lines,
    look_alikes,
    mojibake,
    nesting,
    numbers,
    quotes,
    stops,
    style,
    widths,
)
from mtcheck.text.normal.change import AnyRepair

REPAIRS: tuple[AnyRepair, ...] = (
    *mojibake.REPAIRS,
    *composition.REPAIRS,
    *entities.REPAIRS,
    *characters.REPAIRS,
    *widths.REPAIRS,
    *look_alikes.REPAIRS,
    *quotes.REPAIRS,
    *apostrophes.REPAIRS,
    *style.REPAIRS,
    *nesting.REPAIRS,
    *numbers.REPAIRS,
    *stops.REPAIRS,
    *lines.REPAIRS,
    *foreign_forms.REPAIRS,
)
"""Every repair. Of two that want the same characters, the earlier one gets them."""

REPORTED = frozenset(
    (
        *("broken-hyphen", "cannot", "doubled-space"),
        *("decimal-comma", "foreign-date", "foreign-unit"),
    )
)
"""Edits that are shown and not made unless they are asked for: good writers do so too, or what was
meant can only be guessed."""

CHARACTERS = frozenset(
    (
        *("mojibake", "decomposed-letter", "html-entity", "invisible-character", "soft-hyphen"),
        *("direction-mark", "control-character", "ligature", "odd-hyphen", "foreign-digit"),
        *("full-width", "cjk-punctuation", "look-alike-letter", "question-mark-for-apostrophe"),
    )
)
"""Edits of characters that are wrong in every language; the others know only what English does."""

EDITS = frozenset(repair.edit for repair in REPAIRS)
DEFAULT = EDITS - REPORTED
