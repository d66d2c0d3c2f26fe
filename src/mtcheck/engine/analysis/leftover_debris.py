"""What programs leave in a text: markup, placeholders, tokens, time stamps, loops."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.engine.analysis.word_rows import Row, row_of
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy


class Debris(NamedTuple):
    """Where to look (`literals`, lower-case), what to match there, and what to write instead."""

    doc: str
    literals: tuple[str, ...]
    pattern: re.Pattern[str]
    fix: Callable[[str], tuple[str, ...]]


_TAGS = "br|p|b|i|u|em|strong|span|div|a|img|h[1-6]|li|ul|ol|td|tr|table|font|sup|sub|script|style"
_TAG_STARTS = "/ b p i u em st sp di a h li ol t fo su sc"
_YEARS = tuple(f"{year}-" for year in range(1990, 2050))


def _nothing(found: str) -> tuple[str, ...]:
    return ("",)


def _unknown(found: str) -> tuple[str, ...]:
    return ()


def _tag(found: str) -> tuple[str, ...]:
    return (" ",) if re.match(r"</?(?:br|p|div|li|td|tr)\b", found, re.IGNORECASE) else ("",)


DEBRIS: dict[str, Debris] = {
    "tag": Debris(
        "a tag of HTML",
        tuple(f"<{start}" for start in _TAG_STARTS.split()),
        lazy(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>", re.IGNORECASE),
        _tag,
    ),
    "token": Debris(
        "a token of a translation engine",
        ("<unk>", "[unk]", "<s>", "</s>", "<pad>", "<url>", "@-@", "@@ ", "\u2581", "⁇"),
        lazy(
            r"<(?:unk|/?s|pad|url)>(?:[ ()]*<(?:unk|/?s|pad|url)>)*|\[UNK\]|@-@|@@ |\u2581+|⁇",
            re.IGNORECASE,
        ),
        lambda found: ("-",) if found == "@-@" else ("",) if found == "@@ " else _unknown(found),
    ),
    "placeholder": Debris(
        "a placeholder that nothing was put into",
        ("%s", "%d", "%1$", "%2$", "{{", "${", *(f"{{{n}}}" for n in range(10)), "{name}"),
        lazy(r"(?<![\w%])%(?:\d\$)?[sd]\b|\{\{ ?\w{1,30} ?\}\}|\$\{\w{1,30}\}|\{(?:\d|name)\}"),
        _unknown,
    ),
    "timestamp": Debris(
        "a date and time as computers write them",
        _YEARS,
        lazy(
            r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?"
            r"| [0-2]\d: ?[0-5]\d(?:: ?[0-5]\d)?(?:\.\d{1,6})?)"
        ),
        _nothing,
    ),
}


def debris(view: View, positions: Sequence[int], kind: Debris) -> Iterator[Hit]:
    """Yield what `kind` describes at `positions`."""
    done = 0
    for position in positions:
        if position < done or view.block_at(position)[0] == "code":
            continue
        match = kind.pattern.match(view.exact, position)
        if match:
            done = match.end()
            yield Hit(match.start(), match.end(), kind.fix(match[0]))


_Places = Iterator[tuple[int, int]]
LOOP_PROBLEMS = {"loop": "one word four times in a row, or a few words three times"}

# Words of the repeated stretch, and how many equal neighbours at that distance make a loop.
_LOOPS = ((1, 3), (2, 4), (3, 6), (4, 8))
_WORD = lazy(r"\S+")
_LAUGHTER = lazy(r"(?:ha|he|ho|la|na|no|yes|very|bla|blah|go|knock|tick|boom|bye|\W)+[.,!?]*")


def loops(view: View) -> dict[str, list[Hit]]:
    """Return where an engine got stuck; use as `view.once(loops)`. The first turn is not marked."""
    if not _may_loop(row_of(view)):
        return {}
    words = view.low.split()
    try:
        lengths = bytes(map(len, words))
    except ValueError:  # a word of more than 255 characters
        lengths = bytes(min(len(word), 255) for word in words)
    # Word lengths are compared first, all at once, as one long number; words where those agree.
    number = int.from_bytes(lengths, "little")
    found: list[tuple[int, int]] = []
    for period, least in _LOOPS:
        count = len(words) - period
        if count >= least:
            same = (number ^ number >> 8 * period).to_bytes(len(words), "little")
            if bytes(least) in same[:count]:
                found += _turns(words, same[:count], period, least)
    if not found:
        return {}
    spans = [m.span() for m in _WORD.finditer(view.low)]
    hits: list[Hit] = []
    for first, last in sorted(found):
        start, end = spans[first][0], spans[last - 1][1]
        if "\n" not in view.text[start:end] and (not hits or start >= hits[-1].end):
            hits.append(Hit(start, end, ("",)))
    return {"loop": hits}


def _may_loop(row: Row) -> bool:
    """Whether three turns of a stretch follow each other, marks aside.

    Words with a mark inside ("10,000") are several here, so that a period has some more words.
    """
    return any(end - at >= 2 * period for period, at, end in row.runs)


def _turns(words: list[str], differences: bytes, period: int, least: int) -> _Places:
    """Yield (first, last) word numbers of what repeats the `period` words before it, whole turns.

    `differences` are zero where a word is as long as the one `period` words on.
    """
    wanted = bytes(least)
    at = differences.find(wanted)
    while at >= 0:
        end = at
        while end < len(differences) and words[end] == words[end + period]:
            end += 1
        turns = (end - at) // period
        if end - at >= least and not all(map(_LAUGHTER.fullmatch, words[at : at + period])):
            yield at + period, at + period + turns * period
        at = differences.find(wanted, max(at + 1, end))
