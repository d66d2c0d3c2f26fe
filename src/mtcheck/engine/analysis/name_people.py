"""Public figures whose names are misspelled: "Antony Blinkin", "Nirmala Sitaraman"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product

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
        for key in sorted({_key(spelling) for spelling in known}):
            found[key] = (found.get(key, (main,))[0], frozenset(known))
    return found


def spellings_of(entry: str) -> list[str]:
    """Return the spellings that an entry of the table stands for, the best first."""
    parts = [word.split("/") for word in entry.split(" ")]
    return [" ".join(words).replace("|", " ") for words in product(*parts)]


def _key(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{sound(first)} {sound(rest)}"


def compiled_people(people: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return what `misspelled_hits` looks for, as texts: a text with no near name needs few.

    `people` gives entries, see `people_by_sound`, by what they are. Of the first two words of a
    name, `initials` are the letters with which both begin, `sounds` how the first sounds with all
    that the rest may begin to sound like, `names` what is well spelled and no part of a longer
    name; `people` are lines of sound, name to write and all right spellings.
    """
    known = people_by_sound(entry for entries in people.values() for entry in entries)
    words = [name.split(" ") for _, names in known.values() for name in names]
    longer = {(first, second) for first, second, *more in words if more}
    names = {(first, second) for first, second, *_ in words} - longer
    sounds = {key[:end] for key in known for end in range(key.index(" ") + 2, len(key) + 1)}
    return {
        "initials": " ".join(sorted({first[0] + second[0] for first, second, *_ in words})),
        "sounds": "\n".join(sorted(sounds)),
        "names": "\n".join(map(" ".join, sorted(names))),
        "people": "\n".join(
            "\t".join((key, *known[key][:1], *sorted(known[key][1]))) for key in known
        ),
    }


class _Known:
    """The texts of `compiled_people`, each taken apart when it is first needed."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data

    @cached_property
    def initials(self) -> frozenset[str]:
        return frozenset(self._data["initials"].split(" "))

    @cached_property
    def sounds(self) -> frozenset[str]:
        return frozenset(self._data["sounds"].split("\n"))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._data["names"].split("\n"))

    @cached_property
    def people(self) -> People:
        lines = (line.split("\t") for line in self._data["people"].split("\n"))
        return {key: (main, frozenset(known)) for key, main, *known in lines}


def misspelled_hits(data: Mapping[str, str]) -> Callable[[View, Sequence[int]], Iterator[Hit]]:
    """Return what yields full names that sound like a public figure's and are spelled otherwise.

    Both initials must be right, and both the first name and the rest within two edits. A name of
    open syllables (pinyin, Japanese), in which a vowel makes another person, may differ in the
    length of vowels only. `data` is what `compiled_people` gave.
    """
    known = _Known(data)
    return lambda view, positions: _hits(view, known)


def _hits(view: View, known: _Known) -> Iterator[Hit]:
    if not _may_hold(view, known):
        return
    for text, starts in places_of_names(view).items():
        first, _, rest = text.partition(" ")
        if len(rest) < _SHORTEST_SURNAME or first[0] + rest[0] not in known.initials:
            continue
        figure = known.people.get(_key(text))
        if figure is None or text in figure[1] or text.isupper():
            continue
        if any(_has_no_accents(text, name) for name in figure[1]):
            continue
        main = min(figure[1], key=lambda name: _edits(name, text))
        given, _, surname = main.partition(" ")
        if _is_near(first, given) and _is_near(rest, surname):
            values = {"main": figure[0]}
            yield from (Hit(at, at + len(text), (figure[0],), values) for at in starts)


def _has_no_accents(text: str, name: str) -> bool:
    """Whether a name is right but for its accents, which many papers leave out, or hyphens."""
    return plain(text) == plain(name) and text.count(" ") == name.count(" ")


def _may_hold(view: View, known: _Known) -> bool:
    """Whether two neighbouring words may begin a name that is not spelled well."""
    initials = known.initials
    return any(
        f"{sound(first)} {sound(second)}" in known.sounds and f"{first} {second}" not in known.names
        for first, second in capitals_of(view).pairs
        if first[0] + second[0] in initials
    )


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
