"""The names of a text: runs of capitalised words that are not merely the start of a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from mtcheck.engine.analysis.name_words import CALENDAR, COMMON, HEADS, STARTERS, TITLES
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

Name = tuple[str, int, int]
"""A name as it stands in the text, with its start and end in code points of the view."""

_UPPER = "[A-ZÀ-ÖØ-ÞŁŚŞŠŤŽŹŻĆČĐĞİŌŪ]"
_REST = r"[^\W_]*+(?>(?:['–-](?!s\b|[A-Z]\b)[^\W_]++)*)"
_LINK = (
    r"(?:(?:of|for|on)(?: the)?|de(?: la)?|del|della|der|den|van(?: der)?|von|bin|ibn|al|el"
    r"|da|do|dos|du|di|le|la)"
)
# A letter, hyphen or point before the capital means that it does not start a word.
RUN = lazy(
    rf"{_UPPER}(?<![\w.@#-].){_REST}"
    rf"(?>(?:(?: (?:{_LINK} )?|(?<=\b[A-Z])\. ){_UPPER}{_REST})*)"
)
"""A stretch of capitalised words, with the small words of names between them."""
_OF = lazy(r" (?:of|for|on)(?: the)? ")
_OPENERS = frozenset("\n\"'([{•*|…")
_STOPS = frozenset(".!?:•*|…\n\"')")
_ABBREVIATED = (" Mr. ", "Mrs. ", " Ms. ", " Dr. ", " St. ", "Gen. ", "Sen. ", "Gov. ", "Rep. ")
_HEADLINE_LENGTH = 200
_HEADLINE_SHARE = 0.6


def names_of(view: View) -> list[Name]:
    """Return the names of a document in text order, without the titles before persons.

    A name is one to about eight words: "Sergei Shoigu", "University of Warsaw", "Le Maire".
    Pure acronyms, months, weekdays and bare titles are none. A capital that only starts a
    sentence, or stands in a headline written in capitals, counts when the same word stands as a
    name elsewhere in the text. Computed once a view, in linear time.
    """
    return view.once(_names)


def places_of_names(view: View) -> dict[str, list[int]]:
    """Return where each distinct name starts, in order of first appearance; once a view."""
    return view.once(_places)


def _places(view: View) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for name, start, _ in names_of(view):
        places.setdefault(name, []).append(start)
    return places


def _names(view: View) -> list[Name]:
    runs, doubts = _runs(view)
    sure = {run[0] for run, doubt in zip(runs, doubts, strict=True) if not doubt}
    seen = set(" ".join(sure).split(" "))
    found: list[Name] = []
    for run, doubt in zip(runs, doubts, strict=True):
        text, start, _ = run
        if doubt == 3:
            continue
        if doubt:
            stretches = _after_opener(text, seen) if doubt == 1 else _seen_stretches(text, seen)
            for left, right in stretches:
                part, at = text[left:right], start + left
                found += [
                    (part[a:b], at + a, at + b) for a, b in _names_in(part) or [(0, len(part))]
                ]
        else:
            names = _names_in(text)
            if names is None:
                found.append(run)
            else:
                found += [(text[a:b], start + a, start + b) for a, b in names]
    return found


def _runs(view: View) -> tuple[list[Name], list[int]]:
    """Return every run of capitalised words, and for each how doubtful a name it is: 1 where a
    sentence may start, 2 in a headline of capitalised words, 3 in code, 0 elsewhere."""
    text = view.text
    runs = [(m[0], m.start(), m.end()) for m in RUN.finditer(text)]
    doubts = [
        int(
            text[start - 1] in _OPENERS
            or (text[start - 2] in _STOPS and not text.endswith(_ABBREVIATED, 0, start))
        )
        for _, start, _ in runs
    ]
    at, count = 0, len(runs)
    for kind, first, last in view.blocks:
        mark = at
        while at < count and runs[at][1] < last:
            at += 1
        if at == mark:
            continue
        if kind == "code":
            doubts[mark:at] = [3] * (at - mark)
        elif last - first < _HEADLINE_LENGTH and _is_headline(text, first, last, runs[mark:at]):
            doubts[mark:at] = [2] * (at - mark)
        elif runs[mark][1] == first:
            doubts[mark] = 1
    return runs, doubts


def _is_headline(text: str, start: int, end: int, runs: list[Name]) -> bool:
    """Whether most words of a block have a capital, as in the headlines of some papers."""
    if text[end - 1] in ".!" or 5 * sum(len(run[0]) for run in runs) < 2 * (end - start):
        return False
    if text.find(". ", start, end) >= 0:
        return False
    words = text.count(" ", start, end) + 1
    capitalised = sum(run[0].count(" ") + 1 for run in runs)
    return words >= 4 and capitalised >= _HEADLINE_SHARE * words


def _after_opener(text: str, seen: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Return what of a run at the start of a sentence is a name, if any."""
    word, space, rest = text.partition(" ")
    if word.lower() in STARTERS or (word in COMMON and not space):
        while rest and rest.split(" ", 1)[0] in _LINKING:
            rest = rest.partition(" ")[2]
        return ((len(text) - len(rest), len(text)),) if rest else ()
    if not space and word not in seen:
        return ()
    known = word in seen or word in TITLES or not word.endswith(("ing", "ed", "ly"))
    if not known and rest.split(" ", 1)[0] in seen:
        # "Meeting Putin, …": the rest is a name of this text, the opener is known from nowhere.
        return ((len(text) - len(rest), len(text)),)
    return ((0, len(text)),)


_LINKING = frozenset({"of", "for", "on", "the"})


def _seen_stretches(text: str, seen: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of a headline's run whose words are names elsewhere."""
    at = end = 0
    first = -1
    for word in [*text.split(" "), ""]:
        if word in seen and word not in COMMON:
            first = at if first < 0 else first
            end = at + len(word)
        elif first >= 0:
            yield first, end
            first = -1
        at += len(word) + 1


@lru_cache(maxsize=16384)
def _names_in(run: str) -> tuple[tuple[int, int], ...] | None:
    """Return where in a run of capitalised words the names are; None where it is one name.

    "Minister of Finance of Japan" holds two.
    """
    if " of " not in run and " for " not in run and " on " not in run:
        pieces = [(0, len(run))]
    else:
        pieces = list(_cut_at_of(run))
    found = [(start + _title_before(run[start:end]), end) for start, end in pieces]
    return None if found == [(0, len(run))] else tuple((a, b) for a, b in found if a < b)


def _cut_at_of(run: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a run, cut at "of" and "for" where no head noun of a body precedes."""
    start = 0
    for link in _OF.finditer(run):
        heads = HEADS.intersection(run[start : link.start()].split(" "))
        if not heads or run[link.end() :].split(" ", 1)[0] in CALENDAR:  # "the Bank on Monday"
            yield start, link.start()
            start = link.end()
            if run.startswith("State ", start) and run.endswith("Secretary", 0, link.start()):
                start += len("State ")
    yield start, len(run)


def _title_before(name: str) -> int:
    """Return how many code points of offices stand before a name; all of them where it is none."""
    words = name.split(" ")
    if name.isupper() or len(name) < 2:
        return len(name)
    if len(words) == 1:
        return len(name) if name in TITLES or name in CALENDAR else 0
    titled = [i for i, word in enumerate(words) if word in TITLES]
    if not titled or HEADS.intersection(words):
        return 0
    last = titled[-1] + 1
    if last == len(words):
        return len(name)
    if words[last][0].isupper() and words[last] not in COMMON:
        return sum(len(word) + 1 for word in words[:last])
    return 0
