"""Two halves of a frame where English has one: "although …, but …", "such as …, etc."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

CONCESSIONS = ("although ", "though ", "even though ", "despite ", "in spite of ")
"""What a concession begins with, lower-case."""
EXAMPLES = ("such as ", "including ")
"""What a list of examples begins with, lower-case."""
_BUT = lazy(
    r"(?:although|(?:even )?though|despite|in spite of) (?!not (?:only|just|merely)\b)"
    r"[^,.;:\"()\n]{4,160}(?P<but>, but)(?= [\w\"'])"
    r"(?! (?:also|rather|for|especially|not|[a-z]+(?: [a-z]+){0,2},))"
)
_OPEN = lazy(
    r"(?:such as|including) [^.;:\"()\n]{3,240}?(?P<end>, etc\b|\betc\b|, and so on\b|\band so on\b"
    r"|, and so forth\b|\band so forth\b)"
)
_THAT = lazy(r"\b(?:that|and|but|said,|says,|added,) $")


def concessions(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the *but* after "Although it rained"; `positions` are those of `CONCESSIONS`.

    Only where the concession opens its sentence or its clause: "It was good, although dear, but we
    bought it" is English.
    """
    for at in positions:
        match = _BUT.match(view.low, at)
        if match is None:
            continue
        start, end = view.sentence_at(at)
        # The quotation mark or bracket before the first word of a sentence is part of it.
        opens = at - start <= 1 or _THAT.search(view.low, max(start, at - 7), at)
        if opens and match.end() < end and view.block_at(at)[0] != "title":
            yield Hit(match.start("but"), match.end("but"), (",",))


def open_lists(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the *etc.* of "such as rice, etc."; `positions` are those of `EXAMPLES`."""
    done = 0
    for at in positions:
        match = _OPEN.match(view.low, at) if at >= done else None
        if match and (not at or not view.low[at - 1].isalnum()):
            done = match.end()
            yield Hit(match.start("end"), match.end("end"))
