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

from mtcheck.engine.analysis.name_nearby import Reading, has_what_it_needs, is_part_of_a_name
from mtcheck.engine.analysis.name_signs import capitals_of, letters_of_pairs
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_TOKEN = lazy(r"[^\W\d_]+")
_GLOSS = lazy(
    r"(?:\b(?:in|as|from) (?:Chinese|Mandarin|Japanese|Russian)\W{0,3}"
    r"|(?:Chinese|Mandarin|Japanese|Russian)(?: (?:name|spelling|reading|form))?\W{1,3}(?<! )"
    r"|(?:[Pp]inyin|[Tt]ranslit\w+|\b[Kk]nown|\b[Cc]alled|\b(?:reads?|written|spelt|spelled|aka))\b"
    r"[^.,;!?]{0,12}|\()[ \"']{0,2}\Z"
)
_GLOSS_REACH = 40
_MOST_TOKENS = 8
_LINKS = frozenset({"de", "van", "von", "der", "bin"})


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
    def readings(self) -> Mapping[str, Sequence[Reading]]:
        found: dict[str, list[Reading]] = {}
        for line in self._data["readings"].split("\n"):
            main, way, nation, *several = line.split("\t")
            for needed in several:
                reading = Reading(main, way, nation, need=needed[0])
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


def _meant(text: str, start: int, end: int, known: _Known) -> tuple[list[Reading], bool]:
    """Return who may be meant, and whether what stands near by makes it sure."""
    found = text[start:end]
    good = [r for r in known.readings[plain(found)] if not _is_right(found, r.main)]
    before = text[max(0, start - _GLOSS_REACH) : start]
    if not good or _GLOSS.search(before):
        return [], False
    if is_part_of_a_name(text, start, end, known.signs.values()):
        return [], False
    beside = before + text[end : end + _GLOSS_REACH]
    if not {r.main.rpartition(" ")[2] for r in good}.isdisjoint(_TOKEN.findall(beside)):
        return [], False
    sure = [r for r in good if has_what_it_needs(text, start, end, r, known.signs[r.nation])]
    return sure or good, bool(sure)


def _is_right(found: str, main: str) -> bool:
    """Whether what stands there is the right name but for hyphens: "Modi", not "Mo Di"."""
    return plain(found) == plain(main) and found.count(" ") == main.count(" ")
