"""One body under several renderings: "Russia-Belarus Federation", "Russian-Belarusian Alliance"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from mtcheck.engine.analysis.name_runs import places_of_names
from mtcheck.engine.analysis.name_signs import capitals_of, has_reversed_pair, runs_of
from mtcheck.engine.analysis.name_words import COMMON, STARTERS
from mtcheck.engine.analysis.name_writings import is_glossed
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_UNIONS = "Federation Confederation Alliance Union State League Commonwealth Community Bloc"
_BODIES = (
    "Bureau Office Agency Administration Authority Department Directorate Ministry",
    "Committee Commission Council Board Panel",
    "Institute Institution Academy College University",
    "Company Corporation Group Enterprise",
    "Forum Conference Summit Congress Meeting",
    "Association Society Federation Union Organisation Organization",
    "Plan Program Programme Initiative Scheme Project",
    "Court Tribunal",
    "Prize Award Medal",
    "Agreement Treaty Accord Pact Convention Protocol",
    "Army Corps Division Brigade Regiment",
)
_LOOSE = ("Sino", "Indo")  # used before adjectives and names alike
_UNION_HEADS = frozenset(_UNIONS.split())
_CLASS_OF: Mapping[str, frozenset[int]] = {
    head: frozenset(i for i, members in enumerate(_BODIES) if head in members.split())
    for members in _BODIES
    for head in members.split()
}
_PAIR = lazy(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)")


class Rendering(NamedTuple):
    """A name of a body: whose it is or what it is about, its head noun, and its place."""

    of: frozenset[str]
    head: str
    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The words before the head noun, as they stand."""
        return self.text[: -len(self.head)]


def country_pairs(
    view: View, countries: Mapping[str, str]
) -> Iterator[tuple[re.Match[str], str, int]]:
    """Yield the pairs of countries in names, with what follows in the name and their start.

    `countries` maps each form of a country's name (Russia, Russian, Russo) to one of them.
    """
    if not any(_may_hold_pair(run, countries) for run in runs_of(view)):
        return
    for text, starts in places_of_names(view).items():
        if "-" not in text and "–" not in text:
            continue
        pair = _PAIR.search(text)
        known = pair and pair[1] in countries and pair[2] in countries
        if pair and known and countries[pair[1]] != countries[pair[2]]:
            for start in starts:
                yield pair, text[pair.end() + 1 :], start + pair.start()


def _may_hold_pair(run: str, countries: Mapping[str, str]) -> bool:
    return ("-" in run or "–" in run) and any(
        pair[1] in countries and pair[2] in countries for pair in _PAIR.finditer(run)
    )


def union_hits(
    view: View, countries: Mapping[str, str], official: Sequence[Mapping[str, Any]]
) -> Iterator[Hit]:
    """Yield unions of two countries under another than their official, or main, rendering.

    An item of `official` gives the `pair`, the `name` to write and `wrong` head nouns, which are
    hits even when the text keeps to them.
    """
    groups: dict[frozenset[str], list[Rendering]] = defaultdict(list)
    for pair, rest, start in country_pairs(view, countries):
        head = "Union State" if rest.startswith("Union State") else rest.split(" ")[0]
        if head in _UNION_HEADS or head == "Union State":
            of = frozenset((countries[pair[1]], countries[pair[2]]))
            text = f"{pair[0]} {head}"
            groups[of].append(Rendering(of, head, text, start, start + len(text)))
    for of, found in groups.items():
        found.sort(key=lambda one: one.start)
        known = next((item for item in official if frozenset(item["pair"]) == of), None)
        if known is None:
            yield from _minority(found)
            continue
        several = len({one.head for one in found}) > 1
        for one in found:
            if one.head != known["head"] and (several or one.head in known["wrong"]):
                name = str(known["name"])
                yield Hit(one.start, one.end, (name,), {"main": name})


def rendering_hits(view: View) -> Iterator[Hit]:
    """Yield bodies whose head noun changes while the words before it stay."""
    if not _may_be_renderings(view):
        return
    groups: dict[frozenset[str], list[Rendering]] = defaultdict(list)
    for text, starts in places_of_names(view).items():
        rest, _, head = text.rpartition(" ")
        of = frozenset(rest.split(" ")) if head in _CLASS_OF else frozenset()
        if len(of) >= 2 and not COMMON.isdisjoint(of):
            groups[of] += (Rendering(of, head, text, at, at + len(text)) for at in starts)
    for found in groups.values():
        found.sort(key=lambda one: one.start)
        for members in range(len(_BODIES)):
            yield from _minority([one for one in found if members in _CLASS_OF[one.head]])


def _may_be_renderings(view: View) -> bool:
    """Whether two runs of capitalised words hold head nouns of one class after the same words."""
    heads = capitals_of(view).words.intersection(_CLASS_OF)
    if len(heads) < 2 or not any(_CLASS_OF[a] & _CLASS_OF[b] for a, b in combinations(heads, 2)):
        return False
    before: list[tuple[str, str]] = []  # a head noun, and the word before it
    beside: dict[str, set[str]] = defaultdict(set)  # a word, and all head nouns in its runs
    for run in runs_of(view):
        words = run.split(" ")
        found = heads.intersection(words[2:])
        if found:
            before += (
                (word, words[at - 1]) for at, word in enumerate(words) if at and word in found
            )
            for word in words:
                beside[word] |= found
    return any(
        one != other and _CLASS_OF[one] & _CLASS_OF[other]
        for one, word in before
        for other in beside[word]
    )


def _minority(found: list[Rendering]) -> Iterator[Hit]:
    counts = Counter(one.head for one in found)
    if len(counts) < 2:
        return
    first = {one.head: i for i, one in reversed(list(enumerate(found)))}
    main = min(counts, key=lambda head: (-counts[head], first[head]))
    shown = next(one.text for one in found if one.head == main)
    for one in found:
        if one.head != main:
            yield Hit(one.start, one.end, (one.before + main,), {"main": shown})


def mixed_pair_hits(
    view: View,
    countries: Mapping[str, str],
    adjectives: Mapping[str, str],
    keep: Sequence[str] = (),
) -> Iterator[Hit]:
    """Yield pairs of which one half is an adjective and the other a country: "Russo-Ukraine".

    `adjectives` gives the adjective of each country; the pairs of `keep` are right as they are.
    Names of three words and more have the form that their owners gave them: "British-India Steam
    Navigation".
    """
    for pair, rest, start in country_pairs(view, countries):
        names = [countries[half] for half in pair.groups()]
        is_name = [half == name for half, name in zip(pair.groups(), names, strict=True)]
        loose = pair[1] in _LOOSE or rest.split(" ")[0] in _UNION_HEADS
        if loose or is_name[0] == is_name[1] or " " in rest or pair[0].replace("–", "-") in keep:
            continue
        joint = pair[0][len(pair[1])]
        first = pair[1] if pair[1].endswith("o") else adjectives[names[0]]
        yield Hit(
            start,
            start + len(pair[0]),
            (joint.join(names), first + joint + adjectives[names[1]]),
            {"country": names[1] if is_name[1] else names[0]},
        )


def pair_form_hits(view: View, countries: Mapping[str, str]) -> Iterator[Hit]:
    """Yield pairs of countries whose form changes before one noun: "Russo-Ukrainian war", then
    "Russia-Ukraine war"; forms that are half adjective, half name are left to another problem."""
    groups: dict[tuple[frozenset[str], str], list[tuple[str, int]]] = defaultdict(list)
    for pair, _, start in country_pairs(view, countries):
        noun = _NOUN.match(view.low, start + len(pair[0]))
        is_name = [half == countries[half] for half in pair.groups()]
        if noun and is_name[0] == is_name[1] and noun[1].title() not in _UNION_HEADS:
            of = frozenset(countries[half] for half in pair.groups())
            groups[of, noun[1]].append((pair[0], start))
    for found in groups.values():
        found.sort(key=lambda one: one[1])
        counts = Counter(form.replace("–", "-") for form, _ in found)
        main = counts.most_common(1)[0][0]
        for form, start in found:
            if form.replace("–", "-") != main and _reversed(form) != main:
                yield Hit(start, start + len(form), (main,), {"main": main})


_NOUN = lazy(r" ([a-z]+)")


def _reversed(form: str) -> str:
    return "-".join(reversed(re.split("[-–]", form)))


def flipped_hits(view: View) -> Iterator[Hit]:
    """Yield names of two words that also stand the other way round: "Xi Jinping", "Jinping Xi".

    What is shouted ("ECHO LIVERPOOL") or begins with an everyday word ("New China") is none.
    """
    if not has_reversed_pair(view, COMMON):
        return
    places = places_of_names(view)
    for text, here in places.items():
        first, _, last = text.partition(" ")
        main = f"{last} {first}"
        there = places.get(main)
        if not last or there is None or " " in last or {first, last} & COMMON:
            continue
        if first.isupper() or last.isupper() or not STARTERS.isdisjoint(main.lower().split(" ")):
            continue
        if (len(there), here[0]) > (len(here), there[0]):
            for at in here:
                if not is_glossed(view.text, at):
                    yield Hit(at, at + len(text), (main,), {"main": main})
