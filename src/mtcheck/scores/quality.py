"""Penalty points per 1,000 words, in the manner of MQM, over issues that nobody has confirmed.

MQM (Multidimensional Quality Metrics, themqm.org) adds up weighted errors that a trained person has
marked and divides by the number of words. The formula here is the same, the errors are not: they
are what rules found. MQM's own word for that is *issue*, and every text this module writes says so.
`docs/scores.md` gives the formulas, their sources and what the number is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtcheck.finding import CATEGORIES, PENALTIES, SEVERITIES, Finding
from mtcheck.scores.interval import weighted_poisson
from mtcheck.scores.score import Score, Signature
from mtcheck.version import __version__

PER = 1000
"""Words that the penalty is given for: MQM's reference word count."""

MINIMUM_WORDS = 20
"""A text with fewer words has no penalty: one comma would outweigh a bad article."""

STEADY_WORDS = 500
"""A shorter text is judged as if it had this many words, so that one slip in a caption does not
call for an editor. MQM's scoring models speak of samples of 500 to 20,000 words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a text: `name` is one of the names in `VERDICTS` or "too short"."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """Texts with fewer than `below` points per 1,000 words; `errors`: whether they may have any."""

    below: float
    errors: bool
    verdict: Verdict


VERDICTS: tuple[Band, ...] = (
    Band(3, False, Verdict("clean", "The rules found next to nothing; no rule sees everything.")),
    Band(15, True, Verdict("needs a look", "Some places need a look before this is published.")),
    Band(
        float("inf"),
        True,
        Verdict("needs an editor", "Issues are so dense that an editor should read all of it."),
    ),
)
"""The thresholds are mtcheck's own, read off densities: 3 points are three warnings in 1,000 words,
15 are three errors. They grade what rules find, which is a part of what is wrong."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one category or severity adds: `points` in all, `per_thousand` per 1,000 words."""

    key: str
    title: str
    count: int
    points: float
    per_thousand: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """The penalty of one text and where it comes from.

    `penalty` is in points per 1,000 words and `mqm_raw` is MQM's raw score; both have no value for
    a text under `MINIMUM_WORDS`. `by_category` lists categories with findings, most points first;
    `by_severity` lists every severity, gravest first. `count` includes suggestions.
    """

    words: int
    count: int
    points: float
    penalty: Score
    mqm_raw: Score
    by_category: tuple[Share, ...]
    by_severity: tuple[Share, ...]
    verdict: Verdict


def quality(findings: Iterable[Finding], words: int) -> Quality:
    """Return the penalty of a text of `words` words in which `findings` were found.

    Each finding weighs its `penalty`, repeats as much as first occurrences; suggestions weigh 0.
    `words` is how many words the checked sentences have. Raises ValueError if it is negative.
    """
    if words < 0:
        raise ValueError(f"a text cannot have {words} words")
    found = tuple(findings)
    points = sum(finding.penalty for finding in found)
    why_none = (
        f"only {words} words, a penalty needs {MINIMUM_WORDS}" if words < MINIMUM_WORDS else None
    )
    penalty = _penalty(found, words, why_none)
    return Quality(
        words=words,
        count=len(found),
        points=points,
        penalty=penalty,
        mqm_raw=_mqm_raw(found, points, words, why_none),
        by_category=_by_category(found, words),
        by_severity=tuple(
            _share(severity, severity, [f for f in found if f.severity == severity], words)
            for severity in SEVERITIES
        ),
        verdict=_verdict(found, points, words),
    )


def _penalty(found: Sequence[Finding], words: int, why_none: str | None) -> Score:
    signature = _signature("penalty", found, ("per", str(PER)), ("interval", "fay-feuer-95"))
    name, unit = "Penalty", "points per 1,000 words"
    if why_none:
        return Score(name, None, unit, None, signature, why_none, f"No penalty: {why_none}.")
    weighted = Counter(finding.penalty for finding in found)
    low, high = weighted_poisson(weighted, max((*PENALTIES.values(), *weighted)))
    value = _per(sum(weight * count for weight, count in weighted.items()), words)
    interval = (_per(low, words), _per(high, words))
    return Score(
        name,
        value,
        unit,
        interval,
        signature,
        None,
        f"{value:.1f} penalty points per 1,000 words, from {_tally(found)} in {words:,} words; "
        f"in so many words, chance alone allows {interval[0]:.1f} to {interval[1]:.1f}.",
    )


def _mqm_raw(found: Sequence[Finding], points: float, words: int, why_none: str | None) -> Score:
    signature = _signature("mqm-raw", found)
    name, unit = "MQM raw score", "MQM raw points, 100 at most"
    if why_none:
        return Score(name, None, unit, None, signature, why_none, f"No MQM raw score: {why_none}.")
    value = 100 * (1 - points / words)
    return Score(
        name,
        value,
        unit,
        None,
        signature,
        None,
        f"100 × (1 − {points:g} points ÷ {words:,} words) = {value:.2f}, from {_tally(found)}; "
        "this is no percentage of what is right.",
    )


def _signature(name: str, found: Sequence[Finding], *extra: tuple[str, str]) -> Signature:
    usual = all(finding.penalty == PENALTIES[finding.severity] for finding in found)
    weights = ",".join(f"{key}={PENALTIES[key]:g}" for key in SEVERITIES)
    return Signature(
        name,
        (
            *extra,
            ("weights", weights if usual else "by-rule"),
            ("repeats", "each"),
            ("issues", "unconfirmed"),
            ("words", "mtcheck"),
            ("v", __version__),
        ),
    )


def _per(points: float, words: int) -> float:
    return points * PER / words


def _share(key: str, title: str, found: Sequence[Finding], words: int) -> Share:
    points = sum(finding.penalty for finding in found)
    per_thousand = None if words < MINIMUM_WORDS else _per(points, words)
    return Share(key, title, len(found), points, per_thousand)


def _by_category(found: Sequence[Finding], words: int) -> tuple[Share, ...]:
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        groups[finding.category].append(finding)
    shares = (
        _share(key, CATEGORIES[key].title if key in CATEGORIES else key, group, words)
        for key, group in groups.items()
    )
    return tuple(sorted(shares, key=lambda share: (-share.points, -share.count, share.key)))


def _verdict(found: Sequence[Finding], points: float, words: int) -> Verdict:
    if words < MINIMUM_WORDS:
        return Verdict("too short", f"A text of {words} words is too short to be judged.")
    density = _per(points, max(words, STEADY_WORDS))
    has_error = any(finding.severity == "error" for finding in found)
    return next(
        band.verdict for band in VERDICTS if density < band.below and band.errors >= has_error
    )


def _tally(found: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in found)
    parts = [
        f"{counts[severity]} {severity}{'s' * (counts[severity] != 1)}"
        for severity in SEVERITIES
        if counts[severity]
    ]
    issues = f"{len(found)} unconfirmed issue{'s' * (len(found) != 1)}"
    return f"{issues} ({', '.join(parts)})" if parts else issues
