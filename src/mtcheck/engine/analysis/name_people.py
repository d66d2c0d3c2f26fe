"""Public figures whose names are misspelled: "Antony Blinkin", "Nirmala Sitaraman"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from mtcheck.engine.analysis.name_runs import places_of_names
from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.analysis.name_sounds import (
    is_open_syllables,
    plain,
    same_length_of_vowels,
    sound,
)
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View

_SHORTEST_SURNAME = 5
_MOST_EDITS = 2

People = Mapping[str, tuple[str, frozenset[str]]]
"""How a full name sounds: the name to write, and all spellings that are right."""


def people_by_sound(entries: Iterable[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """Return people by how their names sound.

    An entry is a first name and the rest, of several words joined by "|"; both may give several
    spellings, the best first: "Sergei/Sergey Lavrov", "Ursula von|der|Leyen".
    """
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for entry in entries:
        spellings = spellings_of(entry)
        main, known = spellings[0], set(spellings)
        for spelling in spellings:
            key = _key(spelling)
            if key in found:
                known |= found[key][1]
        for key in {_key(spelling) for spelling in known}:
            found[key] = (found.get(key, (main,))[0], frozenset(known))
    return found


def spellings_of(entry: str) -> list[str]:
    """Return the spellings that an entry of the table stands for, the best first."""
    parts = [word.split("/") for word in entry.split(" ")]
    return [" ".join(words).replace("|", " ") for words in product(*parts)]


def _key(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{sound(first)} {sound(rest)}"


class Openings(NamedTuple):
    """What the first two words of a person's name can be: with which letters both begin; how the
    first sounds, with all that the rest may begin to sound like; and pairs that are well spelled
    and no part of a longer name."""

    initials: frozenset[str]
    sounds: frozenset[str]
    names: frozenset[tuple[str, str]]


def openings_of(people: People) -> Openings:
    """Return how the names begin: by it most other names are passed over quickly."""
    names = [name for _, known in people.values() for name in known]
    words = [name.split(" ") for name in names]
    longer = {(first, second) for first, second, *more in words if more}
    return Openings(
        frozenset(first[0] + second[0] for first, second, *_ in words),
        frozenset(key[:end] for key in people for end in range(key.index(" ") + 2, len(key) + 1)),
        frozenset((first, second) for first, second, *_ in words) - longer,
    )


def misspelled_hits(view: View, people: People, openings: Openings) -> Iterator[Hit]:
    """Yield full names that sound like a public figure's and are spelled otherwise.

    Both initials must be right (see `openings_of`), and both the first name and the rest within
    two edits. A name of open syllables (pinyin, Japanese), in which a vowel makes another person,
    may differ in the length of vowels only.
    """
    initials, sounds, names = openings
    if not any(
        first[0] + second[0] in initials and f"{sound(first)} {sound(second)}" in sounds
        for first, second in capitals_of(view).pairs - names
    ):
        return
    for text, starts in places_of_names(view).items():
        first, _, rest = text.partition(" ")
        if len(rest) < _SHORTEST_SURNAME or first[0] + rest[0] not in initials:
            continue
        known = people.get(_key(text))
        if known is None or text in known[1] or text.isupper():
            continue
        main = min(known[1], key=lambda name: _edits(name, text))
        given, _, surname = main.partition(" ")
        if _is_near(first, given) and _is_near(rest, surname):
            values = {"main": known[0]}
            yield from (Hit(at, at + len(text), (known[0],), values) for at in starts)


def _edits(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(one, other))


def _is_near(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    if a == b:
        return True
    if is_open_syllables(a) and is_open_syllables(b):
        return same_length_of_vowels(a, b)
    return _edits(a, b) <= _MOST_EDITS
