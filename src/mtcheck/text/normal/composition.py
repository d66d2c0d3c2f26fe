"""Letters and their accents as one character where Unicode has one: NFC.

The compatible forms (NFKC) stay apart: they would turn ½ into 1⁄2, ℃ into °C and km² into km2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, Text, WholeRepair

_LONGEST = 32  # code points of a letter with its marks
_RUN = lazy(r"[\x00-\x7f]?[^\x00-\x7f]+")


def composed(text: Text) -> Iterator[Found]:
    """Stretches that are not in NFC, which is how keyboards write and most programs expect."""
    exact = text.exact
    if exact.isascii() or unicodedata.is_normalized("NFC", exact):
        return
    # No ASCII character joins the one before it, so that runs can be looked at alone.
    for match in _RUN.finditer(exact):
        run = match[0]
        if not unicodedata.is_normalized("NFC", run):
            yield from _parts(match.start(), run)


def _parts(start: int, run: str) -> Iterator[Found]:
    """The characters of a run with their marks, those that change; a long row of marks, which no
    language has, takes the rest of the run with it."""
    at = 0
    for end in range(1, len(run) + 1):
        long = end - at > _LONGEST
        if long or end == len(run) or _begins(run, at, end):
            last = len(run) if long else end
            whole = unicodedata.normalize("NFC", run[at:last])
            if whole != run[at:last]:
                yield Found(start + at, start + last, whole)
            if long:
                return
            at = end


def _begins(run: str, at: int, end: int) -> bool:
    """Whether the character at `end` begins a new stretch: both sides are the same apart as they
    are together."""
    together = unicodedata.normalize("NFC", run[at : end + 1])
    apart = unicodedata.normalize("NFC", run[at:end]) + run[end]
    return together == apart and not unicodedata.combining(run[end])


REPAIRS = (WholeRepair("decomposed-letter", composed),)
