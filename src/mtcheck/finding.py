"""A finding: one place in a text, what is wrong there, and what to write instead."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from mtcheck.text.span import Span

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

PENALTIES: dict[str, float] = {"error": 5.0, "warning": 1.0, "suggestion": 0.0}
"""Penalty points of one finding: MQM's multipliers for major and minor; taste weighs nothing."""


class Category(NamedTuple):
    """An issue type: its name in words, its MQM-Core dimension and its ITS 2.0 type."""

    title: str
    dimension: str
    its: str


CATEGORIES: dict[str, Category] = {
    "terminology": Category("Wrong term", "Terminology", "terminology"),
    "overly-literal": Category("Word-for-word translation", "Accuracy", "mistranslation"),
    "mistranslation": Category("Mistranslation", "Accuracy", "mistranslation"),
    "entity": Category("Wrong name or fact", "Accuracy", "inconsistent-entities"),
    "inconsistency": Category("Inconsistent name", "Terminology", "inconsistent-entities"),
    "untranslated": Category("Left untranslated", "Accuracy", "untranslated"),
    "addition": Category("Not part of the article", "Accuracy", "addition"),
    "omission": Category("Something is missing", "Accuracy", "omission"),
    "grammar": Category("Grammar", "Linguistic conventions", "grammar"),
    "punctuation": Category("Punctuation", "Linguistic conventions", "typographical"),
    "duplication": Category("Said twice", "Linguistic conventions", "duplication"),
    "spelling": Category("Spelling or capitals", "Linguistic conventions", "misspelling"),
    "unidiomatic": Category("Not idiomatic", "Style", "style"),
    "style": Category("Style", "Style", "style"),
    "number-format": Category("Numbers and units", "Locale conventions", "numbers"),
    "date-format": Category("Dates and times", "Locale conventions", "locale-violation"),
    "whitespace": Category("Spacing", "Linguistic conventions", "whitespace"),
    "character-encoding": Category("Wrong characters", "Linguistic conventions", "characters"),
    "markup": Category("Wrong markup", "Design and markup", "markup"),
}
"""Issue types by their id: MQM-Core names where one exists, each with its ITS 2.0 type."""


class Origin(NamedTuple):
    """Another checker that found it: its name, what it calls the rule, and its page about it."""

    checker: str
    rule: str
    url: str | None = None


class Finding(NamedTuple):
    """What one rule says about one stretch of a document.

    `span` is in code points of the document's raw text and `text` is `raw[start:end]`, character
    for character. `replacements` come best first and replace exactly `span`. `safe_fix` says that
    the first one may be applied without asking. `penalty` is in points (see `PENALTIES`). `origin`
    is None for what mtcheck found itself.
    """

    rule: str
    span: Span
    severity: Severity
    category: str
    message: str
    text: str
    replacements: tuple[str, ...] = ()
    safe_fix: bool = False
    penalty: float = 0.0
    origin: Origin | None = None

    @property
    def checker(self) -> str:
        """The name of the checker that found it: "mtcheck", or that of its origin."""
        return self.origin.checker if self.origin else "mtcheck"
