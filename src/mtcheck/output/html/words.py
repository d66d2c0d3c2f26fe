"""What the page says in words about numbers."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.engine.evidence import Evidence
from mtcheck.finding import Finding
from mtcheck.gate.verdict import count_of
from mtcheck.output.html.plots import LONG, thickest
from mtcheck.report import Report, SentenceLength

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}

_TENTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def measured(evidence: Evidence | None) -> str:
    """Return what was measured of a rule as a sentence."""
    return evidence.in_words() if evidence else "Not yet measured."


def language(code: str | None) -> str | None:
    """Return a language's English name, or its code where we have none."""
    return LANGUAGES.get(code, code) if code else None


def where(findings: Sequence[Finding], length: int) -> str:
    """Return where in the text most errors and warnings are."""
    most = thickest(findings, length)
    if most is None:
        return "No errors or warnings along the text."
    tenth, count = most
    name = _TENTHS[tenth - 1] if tenth < 10 else "last"
    return f"Thickest in the {name} tenth of the text: {_trouble(count)}."


def sentence_lengths(sentences: Sequence[SentenceLength]) -> str:
    """Return the middle and the longest sentence length in words."""
    lengths = sorted(s.words for s in sentences if s.words)
    if not lengths:
        return "No sentences."
    middle = lengths[len(lengths) // 2]
    long = sum(words > LONG for words in lengths)
    over = f"; {long:,} longer than {LONG}" if long else ""
    return (
        f"{count_of(len(lengths), 'sentence')}, usually of {count_of(middle, 'word')}, "
        f"the longest of {lengths[-1]:,}{over}."
    )


def issues(report: Report) -> str:
    """Return the counts of unconfirmed issues as a sentence."""
    counts = {share.key: share.count for share in report.quality.by_severity}
    serious = counts.get("error", 0) + counts.get("warning", 0)
    text = count_of(serious, "unconfirmed issue")
    if serious:
        parts = [count_of(counts[k], k) for k in ("error", "warning") if counts.get(k)]
        text += f" ({' and '.join(parts)})"
    suggestions = counts.get("suggestion", 0)
    if suggestions:
        text += f" and {count_of(suggestions, 'suggestion')}"
    return text + f" in {count_of(report.words, 'word')}."


def _trouble(count: int) -> str:
    return "one error or warning" if count == 1 else f"{count:,} errors and warnings"
