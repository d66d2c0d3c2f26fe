"""People under the name that another script gave them: "Wen Zaiyin" is Moon Jae-in.

Chinese writes 文在寅 for Moon Jae-in and 特朗普 for Trump; who reads the characters aloud in
Mandarin writes "Wen Zaiyin" and "Te Lang Pu". Japanese reads 習近平 as "Shu Kinpei", Russian spells
Xi Jinping "Si Tszinpin". A table knows such readings; here they are found in any spacing. A reading
that may well be another person's own name counts only where the country is named near by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple

from mtcheck.engine.analysis.name_people import spellings_of
from mtcheck.engine.analysis.name_pinyin import is_chinese_name, syllables_of
from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.kind import Hit, RuleProblem
from mtcheck.engine.view import View
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

_TOKEN = lazy(r"[^\W\d_]+")
_GLOSS = lazy(
    r"(?:\b(?:in|as|from) (?:Chinese|Mandarin|Japanese|Russian)\W{0,3}"
    r"|(?:Chinese|Mandarin|Japanese|Russian)(?: (?:name|spelling|reading|form))?\W{1,3}(?<! )"
    r"|(?:[Pp]inyin|[Tt]ranslit\w+|\b[Kk]nown|\b[Cc]alled|\b(?:reads?|written|spelt|spelled|aka))\b"
    r"[^.,;!?]{0,12}|\()[ \"']{0,2}\Z"
)
_OFFICE_BEFORE = lazy(
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Gg]overnor|[Ss]enator|"
    r"[Kk]ing|[Qq]ueen|[Ll]eader|[Cc]hairman|[Cc]hief|[Ss]peaker|[Mm]ayor|[Rr]epresentative|"
    r"[Dd]irector|[Cc]oach|[Aa]ctor|[Ww]riter|[Ss]tar|[Cc]hampion|General|Chair|CEO|boss) \Z"
)
_SPELLED_AS_RUSSIAN = lazy(r"dzh|zh|kh|tsz|shch|yn\b|ay|ey")
_GLOSS_REACH = 40
_MOST_TOKENS = 8
_FAR = 300
_BESIDE = 150
_CLOSE = 60
_FREE, _COUNTRY, _OFFICE = "free", "country", "office"
"""What a reading needs: nothing; the person's country within 300 code points (150 where it is
written as a Chinese name is); the country within 60 and an office right before it. Where one place
has it, all others of that text count."""


class _Reading(NamedTuple):
    """What to write; the language that reads so, with its characters; the nation; what it needs."""

    main: str
    way: str
    nation: str
    need: str


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
    for role, people in persons.items():
        nation = max((n for n in signs if role.startswith(n)), key=len, default=None)
        if nation is None or not isinstance(people, Mapping):
            raise RuleProblem("persons", f"{role!r} needs a nation of `signs`, and people")
        for entry, facts in people.items():
            if not isinstance(facts, Mapping) or not set(facts) <= {*LANGUAGES, "short"}:
                raise RuleProblem("persons", f"{entry!r} needs readings: {', '.join(LANGUAGES)}")
            spellings = spellings_of(entry)
            short = facts.get("short") or spellings[0].partition(" ")[2] or spellings[0]
            readings = {
                language: [text] if isinstance(text, str) else text
                for language, text in facts.items()
                if language != "short"
            }
            yield Person(spellings[0], tuple(spellings), short, nation, readings)


def compiled_readings(persons: Any, signs: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what `reading_hits` looks for, as texts: few runs need more than the first words.

    `firsts` are the first words that readings may have, `starts` the letters that their first two
    or more words may make, `readings` lines of letters, what to write, the language that reads so
    with its characters, the nation, and what the reading needs. For the arguments see `persons_of`.
    """
    found: dict[tuple[str, ...], None] = {}
    firsts: set[str] = set()
    starts: set[str] = set()
    for person in persons_of(persons, signs):
        for language, text in person.readings.items():
            main = person.short if language == "surname" else person.name
            for reading, written in (pair for one in text for pair in _spelled_out(one)):
                letters = "".join(reading)
                way = f"{LANGUAGES[language]} ({written})" if written else LANGUAGES[language]
                found[letters, main, way, person.nation, _need(reading, language)] = None
                ends = [sum(map(len, reading[:i])) for i in range(1, len(reading) + 1)]
                firsts.update(letters[:end].capitalize() for end in ends)
                starts.update(letters[:end] for end in ends[1:])
    return {
        "firsts": " ".join(sorted(firsts)),
        "starts": " ".join(sorted(starts)),
        "readings": "\n".join(map("\t".join, found)),
        "signs": "\n".join("\t".join((nation, *words)) for nation, words in signs.items()),
    }


def _spelled_out(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield each reading of an entry as the letters of its words, with its characters, if any."""
    words = text.split(" ")
    written = words.pop(0) if words[0][0] > "\N{LATIN SMALL LETTER Z WITH CARON}" else ""
    for reading in product(*(word.split("/") for word in words)):
        yield [plain(word) for word in reading], written


def _need(reading: Sequence[str], language: str) -> str:
    if language == "ru":
        return _FREE if _SPELLED_AS_RUSSIAN.search(" ".join(reading)) else _COUNTRY
    if language not in ("zh", "surname"):
        return _COUNTRY
    if len(reading) < 3:
        return _OFFICE
    return _COUNTRY if is_chinese_name(tuple(reading)) else _FREE


class _Known:
    """The texts of `compiled_readings`, each taken apart when it is first needed."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data

    @cached_property
    def firsts(self) -> frozenset[str]:
        return frozenset(self._data["firsts"].split(" "))

    @cached_property
    def starts(self) -> frozenset[str]:
        return frozenset(self._data["starts"].split(" "))

    @cached_property
    def readings(self) -> Mapping[str, Sequence[_Reading]]:
        found: dict[str, list[_Reading]] = {}
        for line in self._data["readings"].split("\n"):
            letters, *reading = line.split("\t")
            found.setdefault(letters, []).append(_Reading(*reading))
        return found

    @cached_property
    def signs(self) -> Mapping[str, re.Pattern[str]]:
        return compiled_signs(self._data["signs"])


def compiled_signs(lines: str) -> dict[str, re.Pattern[str]]:
    """Return what finds a word that names each nation; a line is a nation and its words."""
    return {
        nation: lazy(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
        for nation, *words in (line.split("\t") for line in lines.split("\n"))
    }


def reading_hits(data: Mapping[str, str]) -> Callable[[View, Sequence[int]], Iterator[Hit]]:
    """Return what yields names that are a known reading of a person's, with the right name.

    `data` is what `compiled_readings` gave.
    """
    known = _Known(data)
    return lambda view, positions: _hits(view, known)


def _hits(view: View, known: _Known) -> Iterator[Hit]:
    found = [
        (start, end, good, sure)
        for start, end in _spans(view, known)
        for good, sure in [_meant(view.text, start, end, known)]
        if good
    ]
    meant = {reading.main for _, _, good, sure in found if sure for reading in good}
    for start, end, good, _ in found:
        good = [reading for reading in good if reading.main in meant]
        if good:
            yield Hit(start, end, tuple(reading.main for reading in good), {"way": good[0].way})


def _spans(view: View, known: _Known) -> Iterator[tuple[int, int]]:
    """Yield where readings stand, capitalised and in any spacing; no two of them overlap."""
    openers = _openers(view, known)
    if not openers:
        return
    done = 0
    for match in re.finditer(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, openers))})\b", view.text):
        if match.start() >= done and (end := _end(view.text, match.start(), known.readings)):
            done = end
            yield match.start(), end


def _openers(view: View, known: _Known) -> set[str]:
    """Return the first words of what may be readings, as the text's capitalised words go."""
    capitals = capitals_of(view)
    found = set()
    if firsts := known.firsts & capitals.words:
        found = {
            first
            for first, second in capitals.pairs
            if first in firsts and plain(first + second) in known.starts
        }
        found.update(word for word in firsts if word.lower() in known.readings)
    for word in view.once(_joined_words):
        first = _TOKEN.match(word)
        if first and first[0].capitalize() in known.firsts and plain(word) in known.readings:
            found.add(first[0])
    return found


def _joined_words(view: View) -> list[str]:
    """The capitalised words with a hyphen or an apostrophe."""
    return [word for word in capitals_of(view).words if "-" in word or "'" in word]


def _end(text: str, start: int, letters: Mapping[str, object]) -> int:
    """Return where the longest reading that starts at `start` ends, 0 where none does."""
    joined, at, end = "", start, 0
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(text, at)
        if token is None or (text[at - 1] == " " and not token[0][0].isupper()):
            break
        joined += plain(token[0])
        if joined in letters:
            end = token.end()
        at = token.end() + 1
        if text[at - 1 : at] not in (" ", "-", "'"):
            break
    return end


def _meant(text: str, start: int, end: int, known: _Known) -> tuple[list[_Reading], bool]:
    """Return who may be meant, and whether what stands near by makes it sure."""
    letters = plain(text[start:end])
    good = [r for r in known.readings[letters] if plain(r.main) != letters]
    before = text[max(0, start - _GLOSS_REACH) : start]
    if not good or _GLOSS.search(before) or _is_part(text, start, end):
        return [], False
    beside = before + text[end : end + _GLOSS_REACH]
    if any(reading.main.rpartition(" ")[2] in beside for reading in good):
        return [], False
    sure = [r for r in good if _has_what_it_needs(text, start, end, r, known.signs[r.nation])]
    return sure or good, bool(sure)


def _has_what_it_needs(
    text: str, start: int, end: int, reading: _Reading, sign: re.Pattern[str]
) -> bool:
    if reading.need == _FREE:
        return True
    reach = _FAR if text.count(" ", start, end) > 1 else _BESIDE
    if reading.need == _OFFICE:
        reach = _CLOSE
        if not _OFFICE_BEFORE.search(text, max(0, start - _CLOSE), start):
            return False
    return bool(sign.search(text, max(0, start - reach), end + reach))


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a syllable of pinyin beside the found ones belongs to the same name."""
    before = text[max(0, start - 12) : start].split(" ")[-2:-1]
    after = _TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    return bool(
        (before and before[0].istitle() and len(syllables_of(before[0])) == 1)
        or (after and after[0].istitle() and len(syllables_of(after[0])) == 1)
    )
