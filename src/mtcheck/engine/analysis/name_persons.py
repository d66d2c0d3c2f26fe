"""A table of people and their readings in other scripts, made ready when a rule is planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from mtcheck.engine.analysis.name_nearby import COUNTRY, FREE, OFFICE, ROLE
from mtcheck.engine.analysis.name_people import compiled_people, spellings_of
from mtcheck.engine.analysis.name_pinyin import (
    FEWEST_SOUNDS,
    english_sounds,
    is_chinese_name,
    syllables_of,
)
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.tables import as_table, as_table_of_texts, as_text, as_texts, only_keys
from mtcheck.text.lazy import lazy

LANGUAGES = {
    "zh": "Chinese",
    "surname": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "vi": "Vietnamese",
}
"""The keys of a person's readings, and the language that reads so. `surname` is what Chinese writes
for the surname alone, or for what `short` says."""

_KEYS = (*LANGUAGES, "short")
_CHINESE_NAME = 3  # syllables
_TWO = 2
_WITH_CHINESE_NAMES = frozenset(
    ("Chinese", "Hong Kong", "Macau", "Malaysian", "Singaporean", "Taiwanese", "Thai", "Indonesian")
)
"""Nations whose people bear Chinese names: characters are then the whole name."""
_SPELLED_AS_RUSSIAN = lazy(r"dzh|zh|kh|tsz|shch|yn\b|ay|ey")


class Person(NamedTuple):
    """An entry of the table: the name, all spellings that are right, the short name, the nation
    and the readings by language."""

    name: str
    spellings: tuple[str, ...]
    short: str
    nation: str
    readings: Mapping[str, Sequence[str]]


def persons_of(persons: Any, signs: Mapping[str, Any]) -> Iterator[Person]:
    """Yield the people of a table; raises RuleProblem where it has another shape.

    `persons` gives each role ("South Korean politician") its people, and each of them readings by
    language: `{zh: 文在寅 Wen Zai Yin}`, the characters and a word for each syllable, or a list of
    such. Alternatives of a word are joined by "/". The role starts with a nation of `signs`.
    """
    nations = as_table_of_texts(signs, "signs", "Korean: [Korea, Seoul]")
    for role, people in as_table(persons, "persons").items():
        nation = max((n for n in nations if role.startswith(n)), key=len, default=None)
        if nation is None:
            raise RuleProblem("persons", f"{role!r} begins with no nation of `signs`")
        for entry, facts in as_table(people, "persons", f"a table of people for {role!r}").items():
            only_keys(as_table(facts, "persons"), _KEYS, "persons", repr(entry))
            spellings = spellings_of(entry)
            short = spellings[0].partition(" ")[2] or spellings[0]
            short = as_text(facts.get("short", short), "persons", f"a text as `short` of {entry!r}")
            readings = {
                language: as_texts(
                    [text] if isinstance(text, str) else text, "persons", f"readings of {entry!r}"
                )
                for language, text in facts.items()
                if language != "short"
            }
            if any(" " not in text for texts in readings.values() for text in texts):
                raise RuleProblem("persons", f"a reading of {entry!r} has one word only")
            yield Person(spellings[0], tuple(spellings), short, nation, readings)


def compiled_readings(persons: Any, signs: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what `reading_hits` looks for, as texts: few runs need more than the first words.

    `firsts` are the first words of readings, `starts` the letters of their first two or more;
    `readings` are lines of what to write, the language that reads so with its characters, the
    nation, and the letters of readings, each after the letter of what it needs. For the arguments
    see `persons_of`.
    """
    found: dict[tuple[str, str, str], dict[str, None]] = {}
    firsts: set[str] = set()
    starts: set[str] = set()
    for person in persons_of(persons, signs):
        for reading, language, written, need in _all_readings(person):
            main = person.short if language == "surname" else person.name
            letters = "".join(reading)
            way = f"{LANGUAGES[language]} ({written})" if written else LANGUAGES[language]
            known = found.setdefault((main, way, person.nation), {})
            known[need + letters] = None
            ends = [sum(map(len, reading[:i])) for i in range(1, len(reading) + 1)]
            firsts.add(reading[0].capitalize())
            starts.update(letters[:end].capitalize() for end in ends[1:])
    return {
        "firsts": " ".join(sorted(firsts)),
        "starts": " ".join(sorted(starts)),
        "readings": "\n".join("\t".join((*who, *known)) for who, known in found.items()),
        "signs": "\n".join("\t".join((nation, *words)) for nation, words in signs.items()),
    }


def _all_readings(person: Person) -> Iterator[tuple[list[str], str, str, str]]:
    """Yield each reading of a person: its words, the language, the characters, what it needs."""
    for language, texts in person.readings.items():
        for reading, written in (pair for text in texts for pair in _spelled_out(text)):
            yield reading, language, written, _need(reading, language, person.nation)
            if language == "zh":
                # Half of it is a surname that any family of that country may have.
                yield from (
                    (mixed, language, written, COUNTRY) for mixed in _mixed(person, reading)
                )


def _mixed(person: Person, reading: Sequence[str]) -> Iterator[list[str]]:
    """Yield what has the surname right and the rest in pinyin: "Kishida Wenxiong".

    How many characters the surname takes is not known; what is cut amiss is nobody's name.
    """
    words = person.name.split(" ")
    if person.nation == "Japanese":
        for cut in range(1, len(reading) - 1):
            yield [plain(words[-1]), *reading[cut:]]
            yield [*reading[cut:], plain(words[-1])]
    elif len(reading) == _CHINESE_NAME:
        surname = words[0] if "-" in person.name or len(words) > _TWO else words[-1]
        if plain(surname) != reading[0]:
            yield [plain(surname), *reading[1:]]


def _spelled_out(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield each reading of an entry as the letters of its words, with its characters, if any."""
    words = text.split(" ")
    written = words.pop(0) if words[0][0] > "\N{LATIN SMALL LETTER Z WITH CARON}" else ""
    for reading in product(*(word.split("/") for word in words)):
        yield [plain(word) for word in reading], written


def _need(reading: Sequence[str], language: str, nation: str) -> str:
    if language == "ru":
        return FREE if _SPELLED_AS_RUSSIAN.search(" ".join(reading)) else COUNTRY
    if language not in ("zh", "surname"):
        return COUNTRY
    if len(reading) < _CHINESE_NAME:
        return OFFICE
    syllables = all(map(syllables_of, reading))
    if syllables and not is_chinese_name(tuple(reading)):
        return FREE
    return ROLE if language == "surname" and nation not in _WITH_CHINESE_NAMES else COUNTRY


def compiled_echoes(persons: Any, signs: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what `echo_hits` compares with, as texts; for the arguments see `persons_of`.

    `firsts` are the first names, `known` the words of right names, `people` lines of nation, first
    name, surname and the ways in which Chinese may hear its consonants.
    """
    lines: dict[tuple[str, ...], None] = {}
    firsts: set[str] = set()
    known: set[str] = set()
    for person in persons_of(persons, signs):
        for spelling in person.spellings:
            known.update(map(plain, spelling.split(" ")))
        if "surname" not in person.readings:
            continue
        sounds = [s for s in english_sounds(_joined(person.short)) if len(s) >= FEWEST_SOUNDS]
        if sounds:
            first, _, rest = person.name.partition(" ")
            lines[person.nation, first, person.short, *sounds] = None
            if rest and len(first) > 2:
                firsts.add(first)
    return {
        "firsts": " ".join(sorted(firsts)),
        "known": " ".join(sorted(known)),
        "people": "\n".join(map("\t".join, lines)),
        "signs": "\n".join("\t".join((nation, *words)) for nation, words in signs.items()),
    }


def _joined(name: str) -> str:
    """A name as one word in lower case; the marks of its letters stay."""
    return name.lower().replace(" ", "").replace("-", "").replace("'", "")


def compiled(params: Mapping[str, Any]) -> dict[str, str]:
    """Return what a rule's problem looks for, as texts that are taken apart when needed."""
    if params["problem"] == "public-figures":
        return compiled_people(params["people"])
    make = compiled_readings if params["problem"] == "readings" else compiled_echoes
    return make(params["persons"], params["signs"])
