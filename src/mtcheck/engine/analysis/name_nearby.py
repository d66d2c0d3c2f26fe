"""What stands near a reading of a name: the person's country and office, or the rest of a name.

"Bai Deng" is Biden in "US President Bai Deng", and somebody's surname in "Anna Bai Deng".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mtcheck.engine.analysis.name_pinyin import syllables_of
from mtcheck.engine.analysis.name_words import CALENDAR, COMMON, HEADS, STARTERS, TITLES
from mtcheck.text.lazy import lazy

_TOKEN = lazy(r"[^\W\d_]+")
FREE, COUNTRY, ROLE, OFFICE = "fcro"
"""What a reading needs: nothing (a word of at most three syllables: the country anywhere in the
text); the person's country within 300 code points (150 where it is written as a Chinese name is);
that and an office within 80; the country within 60 and an office right before it. Where one place
has it, all others of that text count."""

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
_ROLE = lazy(
    r"(?i)\b(?:president|minist|premier|chancellor|secretary|governor|senator|king\b|queen\b|leader"
    r"|chair|chief|speaker|mayor|representative|director|coach|player|striker|midfielder|actor|actress"
    r"|singer|writer|star\b|champion|general\b|ceo|boss|founder|candidate|campaign|government|cabinet"
    r"|administration|parliament|congress|election|white house|kremlin|tweet|twitter|billionaire)"
)
_ROLE_REACH = 80
_FAR = 300
_BESIDE = 150
_CLOSE = 60
_LONGEST_PLACE = 9
_LONGEST_NATION = 20
_MOST_SYLLABLES_ALONE = 3


class Reading(NamedTuple):
    """What to write; the language that reads so, with its characters; the nation; what it needs."""

    main: str
    way: str
    nation: str
    need: str


def has_what_it_needs(
    text: str, start: int, end: int, reading: Reading, sign: re.Pattern[str]
) -> bool:
    """Whether the text at `[start, end)` has near by what a reading needs; `sign` finds what names
    the person's country."""
    if reading.need == FREE:
        alone = len(syllables_of(text[start:end])) if text[start:end].isalpha() else 0
        return not 0 < alone <= _MOST_SYLLABLES_ALONE or sign.search(text) is not None
    reach = _FAR if text.count(" ", start, end) > 1 else _BESIDE
    if reading.need == OFFICE:
        reach = _CLOSE
        if not _OFFICE_BEFORE.search(text, max(0, start - _CLOSE), start):
            return False
    around = text[max(0, start - _ROLE_REACH) : start], text[end : end + _ROLE_REACH]
    if reading.need == ROLE and not any(map(_ROLE.search, around)):
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


def is_part_of_a_name(text: str, start: int, end: int, signs: Iterable[re.Pattern[str]]) -> bool:
    """Whether what stands beside the found syllables belongs to the same name; `signs` find what
    names a country."""
    return _is_part(text, start, end) or _has_given_name(text, start, end, signs)


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
