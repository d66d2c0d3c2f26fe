"""Places: old and new spellings in one text, and countries confused with near-named ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mtcheck.engine.analysis.name_words import HEADS
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_GLOSS = lazy(
    r"(?:former(?:ly)?|then|now|once|(?:also |previously |better )?(?:known|called|spelled)(?: as)?"
    r"|or|aka|Russian|Ukrainian|named?|renamed|bec[oa]mes?|name to|rather than)(?: the)?,? "
    r"[\"'(]*\Z"
)
_GLOSS_AFTER = lazy(
    r",? (?:(?<=, )as [^,.;:\n]{1,30} (?:is|was) |(?:which )?(?:is |was )?(?:then|now|once|later"
    r"|still|also|so) (?:known|called|named) |\(?now [A-Z]|since renamed |today's )"
)
_FEWEST = 4
_RATIO = 4
_MOST_RARE = 2


def spots(view: View, names: Sequence[str], positions: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return (start, end, name) where one of `names` stands at one of `positions` as whole words.

    Capitals are as in `names`; of names that start alike the longest counts.
    """
    known = frozenset(names)
    lengths = sorted({len(name) for name in known}, reverse=True)
    text = view.text
    found: list[tuple[int, int, str]] = []
    for start in sorted(set(positions)):
        before = text[start - 1 : start]
        if before.isalnum() or before == "-":
            continue
        for length in lengths:
            end = start + length
            if text[start:end] in known and not text[end : end + 1].isalnum():
                found.append((start, end, text[start:end]))
                break
    return found


def old_and_new_hits(
    view: View, positions: Sequence[int], places: Mapping[str, Sequence[str]], keep: Sequence[str]
) -> Iterator[Hit]:
    """Yield spellings of a place beside another spelling of it, unless the text explains them.

    `places` gives the former spellings of each present one; `keep` are phrases that hold a former
    one for good ("Peking University").
    """
    present = {form: place for place, forms in places.items() for form in (place, *forms)}
    groups: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, form in spots(view, list(present), positions):
        groups[present[form]].append((start, end, form))
    for place, found in groups.items():
        if len({form for *_, form in found}) < 2:
            continue
        free = [spot for spot in found if not _is_fixed(view, *spot[:2], keep)]
        counts = Counter(form for *_, form in free)
        if len(counts) < 2:
            continue
        main = max(counts, key=lambda form: (counts[form], form == place))
        for start, end, form in free:
            if form != main:
                yield Hit(start, end, (main,), {"main": main, "count": str(counts[main])})


def _is_fixed(view: View, start: int, end: int, keep: Sequence[str]) -> bool:
    """Whether a place's name is explained, or part of a longer name that has its own spelling."""
    text = view.text
    around = text[max(0, start - 20) : end + 24]
    if any(phrase in around for phrase in keep) or _GLOSS.search(text[max(0, start - 30) : start]):
        return True
    if _GLOSS_AFTER.match(text, end):
        return True
    if text[start - 1 : start] in ("(", "/") or text[end : end + 1] in ("/", "-"):
        return True
    after = re.match(r" ([A-Z]\w+)", text[end : end + 24])
    if after:
        return True
    before = re.search(r"([A-Z]\w+)(?: of)? \Z", text[max(0, start - 24) : start])
    # "IIT Madras": what an acronym stands before is the name of an institute, a club, a court.
    return bool(before and (before[1] in HEADS or (len(before[1]) > 1 and before[1].isupper())))


def near_country_hits(
    view: View,
    positions: Sequence[int],
    near: Mapping[str, Sequence[str]],
    strange: Mapping[str, Sequence[str]],
) -> Iterator[Hit]:
    """Yield the rarer of two countries that are confused with each other, in a text about one.

    Of a pair in `near` the other must be named four times, and four times as often; of a pair in
    `strange`, which one text hardly ever names, it must be named as often. A sentence that names
    two of them all ("from Malawi and Mali") shows that the text means both.
    """
    pairs = [(a, b, False) for a, others in near.items() for b in others]
    pairs += [(a, b, True) for a, others in strange.items() for b in others]
    names = list(dict.fromkeys(name for a, b, _ in pairs for name in (a, b)))
    found: dict[str, list[int]] = {name: [] for name in names}
    for start, _, name in spots(view, names, positions):
        found[name].append(start)
    named = {(view.sentence_index(start), name) for name in names for start in found[name]}
    counts = Counter(sentence for sentence, _ in named)
    apart = {start for starts in found.values() for start in starts}
    apart -= {start for start in apart if counts[view.sentence_index(start)] > 1}
    told: set[int] = set()
    for one, other, is_strange in pairs:
        main, rare = sorted((one, other), key=lambda name: (-len(found[name]), found[name]))
        if not apart.issuperset(found[rare]) or not _is_stray(found[main], found[rare], is_strange):
            continue
        values = {"main": main, "count": str(len(found[main]))}
        for start in found[rare]:
            if start not in told:
                told.add(start)
                yield Hit(start, start + len(rare), (main,), values)


def _is_stray(main: list[int], rare: list[int], is_strange: bool) -> bool:
    few = len(rare) <= _MOST_RARE and len(main) >= max(_FEWEST, _RATIO * len(rare))
    return bool(rare) and (few or (is_strange and len(main) > 1))
