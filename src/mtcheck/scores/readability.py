"""How hard a text is to read: seven published formulas and what most of them agree on.

The formulas are textstat's (see `formulas.py`); sentences, words and syllables are ours (see
`counts.py`). `docs/scores.md` has every formula with its source, the minimum lengths, and what
these numbers are not: they measure long words and long sentences, not whether a text makes sense.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from mtcheck.scores.counts import Counts, count, word_syllables, words_of
from mtcheck.scores.formulas import easy_words, formulas, textstat_version
from mtcheck.scores.score import Score, Signature
from mtcheck.version import __version__

MINIMUM_SENTENCES = 3
MINIMUM_WORDS = 30
STEADY_WORDS = 100
"""Flesch, Gunning, Dale and Chall, and Coleman and Liau all worked on samples of about 100 words.
A shorter text still gets a value, and its plain words say that it is rough."""

SMOG_SENTENCES = 30
"""McLaughlin's own condition: his grade is defined on 30 sentences (SMOG Grading, 1969)."""

CONSENSUS = ("flesch-kincaid", "gunning-fog", "coleman-liau", "ari")
"""The formulas that answer in school grades at any length; SMOG is left out because it often has no
value, and a consensus over other formulas would be another score."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one score is called, what it is computed with, and how its value reads."""

    name: str
    title: str
    unit: str
    settings: tuple[str, ...]
    read: Callable[[float], str]
    sentences: int = MINIMUM_SENTENCES


def _reads_flesch(value: float) -> str:
    words = ("very hard", "hard", "fairly hard", "plain", "fairly easy", "easy", "very easy")
    return f"{words[bisect_right((30, 50, 60, 70, 80, 90), value)]} to read"


def _reads_dale_chall(value: float) -> str:
    limits = (5, 6, 7, 8, 9, 10)
    grades = ("4 or lower", "5 or 6", "7 or 8", "9 or 10", "11 or 12", "13 to 15", "16 or higher")
    return f"grade {grades[bisect_right(limits, value)]}, judged by how common its words are"


def _reads_grade(value: float) -> str:
    grade = round(value)
    if grade < 1:
        return "below grade 1: a beginner can read it"
    if grade <= 12:
        return f"about grade {grade}: a pupil of {grade + 5} or {grade + 6} can read it"
    if grade <= 16:
        return f"about grade {grade}: college level"
    return f"about grade {grade}: harder than college texts"


_GRADE = "US school grade"
_KINDS = (
    _Kind("flesch", "Flesch reading ease", "0 hard to 100 easy", ("syllables",), _reads_flesch),
    _Kind("flesch-kincaid", "Flesch–Kincaid grade", _GRADE, ("syllables",), _reads_grade),
    _Kind("gunning-fog", "Gunning Fog", "years of schooling", ("syllables", "hard"), _reads_grade),
    _Kind("smog", "SMOG", _GRADE, ("syllables",), _reads_grade, SMOG_SENTENCES),
    _Kind("coleman-liau", "Coleman–Liau", _GRADE, ("characters",), _reads_grade),
    _Kind("ari", "Automated readability index", _GRADE, ("characters",), _reads_grade),
    _Kind("dale-chall", "Dale–Chall", "Dale–Chall points", ("familiar",), _reads_dale_chall),
)

_SETTINGS = {
    "syllables": "mtcheck",
    "characters": "letters+figures",
    "hard": "gunning",
    "familiar": "list+inflected+names+figures",
}


def readability(text: Sequence[str] | Counts) -> tuple[Score, ...]:
    """Return the consensus grade, then the seven formulas, for one text or paragraph.

    Takes the text's sentences, one string each, or its counts (see `text_counts`). A score that the
    text is too short for, or that has too few words in Latin letters, has no value and says why.
    The first call imports textstat. Raises MtcheckError if that is not the textstat it should be.
    """
    counts = text if isinstance(text, Counts) else text_counts(text)
    scores = {kind.name: _score(kind, counts) for kind in _KINDS}
    return (_consensus(scores, counts), *scores.values())


def text_counts(sentences: Sequence[str]) -> Counts:
    """Return the counts of a text cut into `sentences`; those of its paragraphs add up to them."""
    return count(sentences, easy_words())


@dataclass(frozen=True, slots=True)
class Difficulty:
    """One sentence: its words, and the average syllables of a word (None without words)."""

    words: int
    syllables_per_word: float | None


def difficulty(sentences: Sequence[str]) -> tuple[Difficulty, ...]:
    """Return the difficulty of each sentence, in order; cheap, and without textstat."""
    found = []
    for sentence in sentences:
        words = words_of(sentence)
        total = sum(map(word_syllables, words))
        found.append(Difficulty(len(words), total / len(words) if words else None))
    return tuple(found)


def _why_none(counts: Counts, minimum_sentences: int) -> str | None:
    for number, minimum, unit in (
        (counts.words, MINIMUM_WORDS, "word"),
        (counts.sentences, minimum_sentences, "sentence"),
    ):
        if number < minimum:
            return f"only {number} {unit}{'s' * (number != 1)}, this score needs {minimum}"
    if counts.latin * 2 < counts.words:
        return f"only {counts.latin} of {counts.words} words are in Latin letters"
    return None


def _score(kind: _Kind, counts: Counts) -> Score:
    signature = Signature(
        kind.name,
        (
            ("words", "mtcheck"),
            ("sentences", "mtcheck"),
            *((key, _SETTINGS[key]) for key in kind.settings),
            ("textstat", textstat_version()),
            ("v", __version__),
        ),
    )
    why_none = _why_none(counts, kind.sentences)
    if why_none:
        return _no_value(kind.title, kind.unit, signature, why_none)
    value = formulas()[kind.name](counts)
    words = _sentence(kind.read(value), counts)
    return Score(kind.title, value, kind.unit, None, signature, None, words)


def _consensus(scores: dict[str, Score], counts: Counts) -> Score:
    title, taken = "Reading grade", [scores[name] for name in CONSENSUS]
    fields = dict(field for score in taken for field in score.signature.fields)
    versions = [(key, fields.pop(key)) for key in ("textstat", "v")]
    median_of = ("median", ",".join(CONSENSUS))
    signature = Signature("consensus", (median_of, *fields.items(), *versions))
    grades = sorted(score.value for score in taken if score.value is not None)
    if not grades:
        return _no_value(title, _GRADE, signature, taken[0].why_none)
    value = median(grades)
    spread = f"the formulas say {round(grades[0])} to {round(grades[-1])}"
    words = _sentence(f"{_reads_grade(value)}; {spread}", counts)
    return Score(title, value, _GRADE, None, signature, None, words)


def _no_value(title: str, unit: str, signature: Signature, why_none: str | None) -> Score:
    return Score(title, None, unit, None, signature, why_none, f"No value: {why_none}.")


def _sentence(reading: str, counts: Counts) -> str:
    rough = f" (rough: from {counts.words} words)" if counts.words < STEADY_WORDS else ""
    return f"{reading[0].upper()}{reading[1:]}{rough}."
