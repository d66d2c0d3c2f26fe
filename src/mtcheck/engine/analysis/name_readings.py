"""People under the name that another script gave them: "Wen Zaiyin" is Moon Jae-in.

Chinese writes 文在寅 for Moon Jae-in and 特朗普 for Trump; who reads the characters aloud in
Mandarin writes "Wen Zaiyin" and "Te Lang Pu". Japanese reads 習近平 as "Shu Kinpei", Russian spells
Xi Jinping "Si Tszinpin". A table knows such readings; here they are found in any spacing. A reading
that may well be another person's own name counts only where the country is named near by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from mtcheck.engine.analysis.name_pinyin import syllables_of
from mtcheck.engine.analysis.name_signs import capitals_of, letters_of_pairs
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.analysis.name_words import CALENDAR, COMMON, HEADS, STARTERS, TITLES
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_TOKEN = lazy(r"[^\W\d_]+")
FREE, COUNTRY, OFFICE = "fco"
"""What a reading needs: nothing (the country somewhere in the text where it is one word of at most
three syllables); the person's country within 300 code points (150 where it is
written as a Chinese name is); the country within 60 and an office right before it. Where one place
has it, all others of that text count."""

_GLOSS = lazy(
    r"(?:\b(?:in|as|from) (?:Chinese|Mandarin|Japanese|Russian)\W{0,3}"
    r"|(?:Chinese|Mandarin|Japanese|Russian)(?: (?:name|spelling|reading|form))?\W{1,3}(?<! )"
    r"|(?:[Pp]inyin|[Tt]ranslit\w+|\b[Kk]nown|\b[Cc]alled|\b(?:reads?|written|spelt|spelled|aka))\b"
    r"[^.,;!?]{0,12}|\()[ \"']{0,2}\Z"
)
_IN_CHINA = lazy(
    r"\b(?:China|Chinese|[Mm]ainland|Beijing|Shanghai|Guangdong|Guangzhou|Shenzhen|Nanjing|Wuhan"
    r"|Chengdu|Chongqing|Tianjin|Xi'an|Hangzhou|Zhejiang|Jiangsu|Sichuan|Fudan|Tsinghua|Peking)\b"
)
"""What, nearer than the country, shows that a name is a Chinese person's own."""
_OFFICE_BEFORE = lazy(
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Gg]overnor|[Ss]enator|"
    r"[Kk]ing|[Qq]ueen|[Ll]eader|[Cc]hairman|[Cc]hief|[Ss]peaker|[Mm]ayor|[Rr]epresentative|"
    r"[Dd]irector|[Cc]oach|[Aa]ctor|[Ww]riter|[Ss]tar|[Cc]hampion|General|Chair|CEO|boss) \Z"
)
_WORD_BEFORE = lazy(r"(?<![\w'.-])(?:([A-Z][^\W\d_]*(?:['-][^\W\d_]+)*'?)|[A-Z]\.) \Z")
_WORD_AFTER = lazy(r" ([A-Z][a-z]+)(?!\w)")
_PARTICIPLE = ("ing", "ed", "ly")
_POSSESSOR = ("'s", "s'")
_HONORIFICS_WORDS = "Datuk Dato Datin Seri Sri Tan Tun Haji Puan Encik Shri Smt Lama Khan"
_NO_GIVEN_NAMES = COMMON | HEADS | TITLES | CALENDAR | frozenset(_HONORIFICS_WORDS.split())
_GLOSS_REACH = 40
_MOST_TOKENS = 8
_LINKS = frozenset({"de", "van", "von", "der", "bin"})
_FAR = 300
_BESIDE = 150
_CLOSE = 60
_LONGEST_PLACE = 9
_LONGEST_NATION = 20
_MOST_SYLLABLES_ALONE = 3


class _Reading(NamedTuple):
    """What to write; the language that reads so, with its characters; the nation; what it needs."""

    main: str
    way: str
    nation: str
    need: str


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
    def letters(self) -> frozenset[str]:
        """The `starts` in lower case."""
        return frozenset(self._data["starts"].lower().split(" "))

    @cached_property
    def readings(self) -> Mapping[str, Sequence[_Reading]]:
        found: dict[str, list[_Reading]] = {}
        for line in self._data["readings"].split("\n"):
            main, way, nation, *several = line.split("\t")
            for needed in several:
                reading = _Reading(main, way, nation, need=needed[0])
                found.setdefault(needed[1:], []).append(reading)
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


def reading_hits(data: Mapping[str, str]) -> Callable[[View, Sequence[int]], Iterable[Hit]]:
    """Return what yields names that are a known reading of a person's, with the right name.

    `data` is what `compiled_readings` gave.
    """
    known = _Known(data)

    def hits(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        return _hits(view, known) if _may_hold(view, known) else ()

    return hits


def _may_hold(view: View, known: _Known) -> bool:
    """Whether words in capitals, or two of them in one, begin a reading: in few texts."""
    return not (
        known.starts.isdisjoint(capitals_of(view).words)
        and known.letters.isdisjoint(letters_of_pairs(view))
        and known.starts.isdisjoint([same for _, same in view.once(_odd_words)])
    )


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
            mains = dict.fromkeys(reading.main for reading in good)
            yield Hit(start, end, tuple(mains), {"way": good[0].way})


def _spans(view: View, known: _Known) -> Iterator[tuple[int, int]]:
    """Yield where readings stand, capitalised and in any spacing; no two of them overlap."""
    done = 0
    for start in _starts(view.text, _openers(view, known)):
        if start >= done and (end := _end(view.text, start, known)):
            done = end
            yield start, end


def _starts(text: str, openers: Iterable[str]) -> list[int]:
    """Return where one of `openers` stands as a word, or as the first part of one."""
    found: list[int] = []
    for opener in openers:
        at = text.find(opener)
        while at >= 0:
            end = at + len(opener)
            if not (_in_word(text[at - 1 : at], "'-") or _in_word(text[end : end + 1])):
                found.append(at)
            at = text.find(opener, end)
    return sorted(found)


def _in_word(character: str, marks: str = "") -> bool:
    return character.isalnum() or (character != "" and character in f"_{marks}")


def _openers(view: View, known: _Known) -> set[str]:
    """Return the first letters up to a hyphen or space of what may be readings in the text."""
    words, pairs = capitals_of(view)
    odd = view.once(_odd_words)
    found = {*(known.starts & words), *(word for word, same in odd if same in known.starts)}
    firsts = {*found, *(known.firsts & words), *(w for w, same in odd if same in known.firsts)}
    if firsts:
        found.update(
            first
            for first, second in pairs
            if first in firsts and plain(first + second).capitalize() in known.starts
        )
    return {token[0] for word in found if (token := _TOKEN.match(word))}


def _odd_words(view: View) -> list[tuple[str, str]]:
    """The capitalised words with a hyphen, an apostrophe, an accent or a capital inside, each with
    its plain letters after a capital."""
    words = capitals_of(view).words
    odd = [w for w in words if not (w.isalpha() and w.isascii() and w[1:].islower())]
    return [(word, plain(word).capitalize()) for word in odd]


def _end(text: str, start: int, known: _Known) -> int:
    """Return where the longest reading that starts at `start` ends, 0 where none does."""
    joined, at, end = "", start, 0
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(text, at)
        if token is None:
            break
        joined += plain(token[0])
        if text[at - 1] == " " and token[0][0].islower() and token[0] not in _LINKS:
            break
        if joined in known.readings:
            end = token.end()
        at = token.end() + 1
        if text[at - 1 : at] not in (" ", "-", "'"):
            break
    return end


def _meant(text: str, start: int, end: int, known: _Known) -> tuple[list[_Reading], bool]:
    """Return who may be meant, and whether what stands near by makes it sure."""
    found = text[start:end]
    good = [r for r in known.readings[plain(found)] if not _is_right(found, r.main)]
    before = text[max(0, start - _GLOSS_REACH) : start]
    if not good or _GLOSS.search(before) or _is_part(text, start, end):
        return [], False
    if _has_given_name(text, start, end, known.signs.values()):
        return [], False
    beside = before + text[end : end + _GLOSS_REACH]
    if not {r.main.rpartition(" ")[2] for r in good}.isdisjoint(_TOKEN.findall(beside)):
        return [], False
    sure = [r for r in good if _has_what_it_needs(text, start, end, r, known.signs[r.nation])]
    return sure or good, bool(sure)


def _is_right(found: str, main: str) -> bool:
    """Whether what stands there is the right name but for hyphens: "Modi", not "Mo Di"."""
    return plain(found) == plain(main) and found.count(" ") == main.count(" ")


def _has_what_it_needs(
    text: str, start: int, end: int, reading: _Reading, sign: re.Pattern[str]
) -> bool:
    if reading.need == FREE:
        alone = len(syllables_of(text[start:end])) if text[start:end].isalpha() else 0
        return not 0 < alone <= _MOST_SYLLABLES_ALONE or sign.search(text) is not None
    reach = _FAR if text.count(" ", start, end) > 1 else _BESIDE
    if reading.need == OFFICE:
        reach = _CLOSE
        if not _OFFICE_BEFORE.search(text, max(0, start - _CLOSE), start):
            return False
    away = _distance(text, start, end, sign, reach)
    if away is None or reading.nation == "Chinese":
        return away is not None
    china = _distance(text, start, end, _IN_CHINA, away + _LONGEST_PLACE)
    return china is None or china > away


def _distance(text: str, start: int, end: int, sign: re.Pattern[str], reach: int) -> int | None:
    """Return how far a stretch is from the nearest sign, in code points; None if not in reach."""
    found = [start - m.end() for m in sign.finditer(text, max(0, start - reach), start)][-1:]
    if after := sign.search(text, end, end + reach):
        found.append(after.start() - end)
    return min(found, default=None)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a syllable of pinyin beside the found ones belongs to the same name."""
    before = text[max(0, start - 12) : start].split(" ")[-2:-1]
    after = _TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    return bool(
        (before and before[0].istitle() and len(syllables_of(before[0])) == 1)
        or (after and after[0].istitle() and len(syllables_of(after[0])) == 1)
    )


def _has_given_name(text: str, start: int, end: int, signs: Iterable[re.Pattern[str]]) -> bool:
    """Whether a name stands beside the found syllables, which then are somebody's own surname:
    "Anna Bai Deng", "Bai Deng Olsen". An office, a country or what opens a sentence is no name."""
    after = _WORD_AFTER.match(text, end)
    if after and after[1] not in _NO_GIVEN_NAMES and after[1].lower() not in STARTERS:
        return True
    before = _WORD_BEFORE.search(text, max(0, start - _CLOSE), start)
    if before is None:
        return False
    word = before[1]
    if word is None:  # an initial: "Anna K. Bai"
        return True
    if (
        word in _NO_GIVEN_NAMES
        or word.endswith(_POSSESSOR)
        or word.lower() in STARTERS
        or (word.isupper() and len(word) > 1)
    ):
        return False
    opens = text[max(0, before.start() - 2) : before.start()].strip(" \"'(")[-1:] in ("", *".!?\n:")
    if opens and word.lower().endswith(_PARTICIPLE):
        return False
    left = max(0, start - _LONGEST_NATION)
    return not any(m.end() == start - 1 for s in signs for m in s.finditer(text, left, start))
