"""Pinyin in a text: its syllables, and how the Chinese rendering of a foreign name sounds.

Chinese writes a foreign name by sound, a syllable a character: Trump is 特朗普, "Te Lang Pu".
Consonants in a row are pulled apart, r and l are one, v is f or w, a final m is ng. What lasts is
the order of the consonants, each as one of few classes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.analysis.name_sounds import PINYIN_SYLLABLE, REMEMBERED
from mtcheck.engine.analysis.name_words import TITLES
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_SYLLABLE = lazy(PINYIN_SYLLABLE)
_WORD = lazy(rf"(?:{PINYIN_SYLLABLE}){{1,7}}")
_SYLLABLES = lazy(rf"{PINYIN_SYLLABLE}(?=(?:{PINYIN_SYLLABLE})*\Z)")
_MOST_LETTERS = 42
_LONGEST_SYLLABLE = 7  # one more than of zhuang
_LAST_LETTERS = frozenset("aeiounrg")
FEWEST_SOUNDS = 3
"""With fewer consonants a likeness is chance."""

_SURNAMES = """
ai an ao ba bai ban bao bei bi bian bo bu cai cao cen chai chang che chen cheng chi chong chu cong
cui dai dang deng di diao ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gou gu
guan gui guo hai han hang hao he hong hou hu hua huang hui huo ji jia jian jiang jiao jin jing ju
kang ke kong kou lai lan lang lao lei leng li lian liang liao lin ling liu long lou lu luo ma mai
man mao mei meng mi miao min ming mo mu nan ni nie ning niu ou pan pang pei peng pi piao ping pu
qi qian qiang qiao qin qiu qu quan que ran rao ren rong ruan rui sha shan shang shao she shen
sheng shi shu si song su sui sun tai tan tang tao teng tian tong tu wan wang wei wen weng wu xi
xia xian xiang xiao xie xin xing xiong xu xuan xue yan yang yao ye yi yin ying you yu yuan yue yun
zang zeng zha zhai zhan zhang zhao zhen zheng zhi zhong zhou zhu zhuang zhuo zong zou zu zuo
"""
SURNAMES = frozenset(_SURNAMES.split())
"""Surnames of Chinese people in pinyin, lower-case."""

# The consonants of English names and those that Chinese gives them; the longest match first. A
# letter may become one of two classes (ki: 基 ji or 克 ke), as the parts of a pair.
_ENGLISH = (
    ("sch|tch|tsch|ch|cz|sh|ts|tz|dg|dz|š|ş|č|ć|ç|ž|x(?=[ei])", "S"),
    ("kh|(?<![aeiou])h(?=[aeiouy])", "H"),
    ("zh", "S"),
    ("ng(?![aeiouy])", "N"),
    ("ck|gh|qu|q|k|c(?![eiy])|g(?![eiyn])|x", "G"),
    ("c(?=[eiy])|s|z|ß", "S"),
    ("th", "D"),
    ("ph|f|v|w(?=[aeiouy])", "F"),
    ("g(?=[eiy])", "S"),
    ("j", "S"),
    ("b|p", "B"),
    ("d|t", "D"),
    ("m|n|gn|ñ|ń", "N"),
    ("l|r|ł", "L"),
    ("h(?=[aeiouy])", "H"),
)
_SOUNDS = lazy(
    "|".join(f"(?P<{group}{i}>{letters})" for i, (letters, group) in enumerate(_ENGLISH))
)
_SOFT = lazy(r"[gk](?=[eiy])|j")
_CODA_R = lazy(r"(?<=[aeiouy])r(?![aeiouy])")
_CLASS_OF_INITIAL = {
    **dict.fromkeys(("b", "p"), "B"),
    **dict.fromkeys(("d", "t"), "D"),
    **dict.fromkeys(("g", "k"), "G"),
    **dict.fromkeys(("f", "w"), "F"),
    **dict.fromkeys(("m", "n"), "N"),
    **dict.fromkeys(("l", "r"), "L"),
    **dict.fromkeys(("zh", "ch", "sh", "z", "c", "s", "j", "q", "x"), "S"),
    "h": "H",
}
_INITIAL = lazy(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsw]")


@lru_cache(maxsize=REMEMBERED)
def syllables_of(word: str) -> tuple[str, ...]:
    """Return the syllables of a word of pinyin, lower-case, as long ones as can be; () if none.

    Apostrophes and hyphens part syllables: "Xi'an" is two, "Xian" one.
    """
    found: list[str] = []
    letters = unicodedata.normalize("NFD", word.lower()).replace("\N{COMBINING DIAERESIS}", "")
    for part in re.split("['-]", letters):
        if len(part) > _MOST_LETTERS or not _WORD.fullmatch(part):
            return ()
        found += _SYLLABLES.findall(part)
    return tuple(found)


def is_chinese_name(syllables: tuple[str, ...]) -> bool:
    """Whether syllables may be a Chinese person's: a surname and one or two more."""
    return 2 <= len(syllables) <= 3 and syllables[0] in SURNAMES


def chinese_sounds(syllables: tuple[str, ...]) -> str:
    """Return the classes of the consonants of Chinese syllables: te lang pu is `DLNB`."""
    sounds: list[str] = []
    for syllable in syllables:
        if syllable == "er":
            sounds.append("L")
            continue
        initial = _INITIAL.match(syllable)
        if initial:
            sounds.append(_CLASS_OF_INITIAL[initial[0]])
        if syllable.endswith(("n", "ng")):
            sounds.append("N")
    return "".join(sounds)


@lru_cache(maxsize=REMEMBERED)
def english_sounds(name: str) -> tuple[str, ...]:
    """Return in which classes Chinese may hear the consonants of a name: Trump is `DLNB`.

    There are several: r before a consonant is written or left out, and k, g and j before e and i
    are heard as either of two.
    """
    low = unicodedata.normalize("NFC", name.lower())
    found: dict[str, None] = {}
    for letters in (low, _CODA_R.sub("", low)):
        hard = _classes(letters)
        found[hard] = None
        found[_classes(_SOFT.sub("s", letters))] = None
        found[_classes(letters.replace("j", ""))] = None
        if letters.endswith(("t", "d", "s", "x", "z", "p")):
            found[hard[:-1]] = None  # silent in French
    return tuple(found)


def _classes(letters: str) -> str:
    sounds: list[str] = []
    plain = re.sub(r"([a-z])\1", r"\1", letters)
    for match in _SOUNDS.finditer(_without_marks(plain)):
        group = (match.lastgroup or "")[0]
        sounds.append("GS" if match[0] == "x" and group == "G" else group)
    return "".join(sounds)


def _without_marks(letters: str) -> str:
    """Letters without the marks of vowels; š, č, ž … keep theirs, which are sounds of their own."""
    return "".join(c if c in "šşčćçžñńłß" else unicodedata.normalize("NFD", c)[0] for c in letters)


def titled_or_short(view: View) -> frozenset[tuple[str, str]]:
    """Return pairs of a title and a word of pinyin, or of two words of a syllable each."""
    return frozenset(
        (first, second)
        for first, second in capitals_of(view).pairs
        if second[-1] in _LAST_LETTERS
        and (
            (first in TITLES and syllables_of(second))
            or (
                len(first) < _LONGEST_SYLLABLE > len(second)
                and len(syllables_of(first)) == len(syllables_of(second)) == 1
            )
        )
    )
