"""Apostrophes that came out as something else: `it´s`, `don?t`, `I"m`, `the crew 's`.

Whatever stands in for the mark, what it stands in is known: an ending of English behind a word that
takes it.
"""

from __future__ import annotations

import re

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, OddRepair, Repair, Text

_ACCENT = lazy(
    r"(?<=[a-zA-Z]).(?:(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\b[OD].)(?=[A-Z][a-z])|(?<=\b[oO].)(?=clock\b))"
)
_NOT = (
    "do|does|did|is|are|was|were|have|has|had|ca|could|wo|would|should|ai|must|need|might|ought|sha"
)
_HE = "he|she|it|that|what|who|there|here|where|how|let|this"
_CONTRACTION = lazy(
    rf"\b(?:(?:{_NOT})n.t|(?:{_HE}|one).s|(?:I|you|we|they|{_HE}).(?:ll|d)|I.m|(?:you|we|they).re"
    r"|(?:I|you|we|they|could|should|would|might|must).ve)\b",
    re.IGNORECASE,
)
_POSSESSIVE = lazy(r"(?<=[a-z])\?(?=s [a-z])")
_LONGEST = 8  # letters of a word that is contracted
_SPLIT = lazy(
    r"(?<=[A-Za-z])(?: '(?:s|t|re|ve|ll|d|m)(?=[ .,;])| ' (?:s|t|re|ve|ll|d|m)(?=[ .,;])"
    r"| n't\b|' (?:s|re|ve|ll)(?= [a-z]))"
)


def accent(text: Text, at: int) -> Found | None:
    """An accent, a backtick or a prime for an apostrophe: `it´s`."""
    if _ACCENT.match(text.exact, at):
        return Found(at, at + 1, text.apostrophe)
    return None


def question_mark(text: Text, at: int) -> Found | None:
    """A question mark for an apostrophe that could not be written: `don?t`, `China?s plan`."""
    if is_apostrophe(text.plain, at) or _POSSESSIVE.match(text.plain, at):
        return Found(at, at + 1, text.apostrophe)
    return None


def quotation_mark(text: Text, at: int) -> Found | None:
    """A double mark for an apostrophe: `I"m`."""
    return Found(at, at + 1, text.apostrophe) if is_apostrophe(text.plain, at) else None


def split(text: Text, at: int) -> Found | None:
    """A space beside an apostrophe: `the crew 's ship`, `do n't`."""
    plain = text.plain
    back = 2 if plain[at - 2 : at] == " n" else plain[at - 1 : at] == " "
    match = _SPLIT.match(plain, at - back)
    if match is None:
        return None
    start, end = match.start() - 1, match.end()
    return Found(start, end, text.in_its_marks(start, end, plain[start:end].replace(" ", "")))


def is_apostrophe(plain: str, at: int) -> bool:
    """Whether the mark at `at`, whatever it is, stands where a contraction has its apostrophe."""
    if not (plain[at - 1 : at].isalpha() and plain[at + 1 : at + 2].isalpha()):
        return False
    start = at
    while start and at - start < _LONGEST and plain[start - 1].isalpha():
        start -= 1
    match = _CONTRACTION.match(plain, start)
    return match is not None and start < at < match.end()


_ENDING = r"(?=(?:s|t|re|ve|ll|d|m)\b)"

REPAIRS = (
    Repair(
        "accent-for-apostrophe",
        accent,
        (("`", f"{_ENDING}|(?<=[OD].)(?=[A-Z])|(?<=[oO].)(?=clock)"),),
    ),
    OddRepair("accent-for-apostrophe", accent, "\N{ACUTE ACCENT}\N{PRIME}"),
    Repair("question-mark-for-apostrophe", question_mark, (("?", f"(?<=[a-zA-Z].){_ENDING}"),)),
    Repair("quotation-mark-for-apostrophe", quotation_mark, (('"', f"(?<=[a-zA-Z].){_ENDING}"),)),
    Repair(
        "apostrophe",
        split,
        (("'", r"(?<=\s.)(?=\s?(?:s|t|re|ve|ll|d|m)\b)|(?<=\sn.)(?=t\b)|(?=\s(?:s|re|ve|ll)\b)"),),
    ),
)
