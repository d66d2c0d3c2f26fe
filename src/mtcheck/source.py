"""Which language a text was translated from: what the caller says, or what the text itself shows.

Some mistakes can be told from honest English only where the source language is known. The signs
are those an editor goes by: letters of another script that were left over, the agency in the
dateline or the credit, whose names the text is full of, and above all that several rules of one
language speak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtcheck.engine.analysis.name_signs import capitals_of
from mtcheck.engine.analysis.name_sounds import PINYIN_SYLLABLE
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""Source languages that rules know, by their ISO 639-1 codes."""

ANY_SOURCE = "any"
NO_SOURCE = "none"
"""Said in place of a language: the rules that have to know it all speak, or none does."""

LEAST_SIGNS = 2
"""Signs that must speak for a language, and twice as many as for any other."""

_EDGE = 400  # code points at the start and at the end where an agency names itself

_SCRIPTS = {
    "ja": lazy("[\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER SMALL KE}]{2}"),
    "ko": lazy("[\N{HANGUL SYLLABLE GA}-\N{HANGUL SYLLABLE HIH}]{2}"),
    "uk": lazy(
        "[\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}\N{CYRILLIC SMALL LETTER YI}"
        "\N{CYRILLIC SMALL LETTER UKRAINIAN IE}]"
    ),
    "ru": lazy("[\N{CYRILLIC CAPITAL LETTER A}-\N{CYRILLIC SMALL LETTER YA}]{3}"),
    "ar": lazy("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]{3}"),
    "he": lazy("[\N{HEBREW LETTER ALEF}-\N{HEBREW LETTER TAV}]{3}"),
    "zh": lazy("[\u4e00-\u9fff]{2}"),
}
"""In this order: Japanese has Chinese characters too, Ukrainian Russian letters."""

_AGENCIES = {
    "ar": lazy(r"\b(?:SANA|Petra News|Al-Ahram|Asharq Al-Awsat|Okaz|Al-Ittihad)\b"),
    "cs": lazy(r"\b(?:CTK|\u010cTK|iDNES|Novinky\.cz)\b"),
    "de": lazy(r"\b(?:dpa|DPA|ZEIT ONLINE|Spiegel Online|S\u00fcddeutsche Zeitung)\b"),
    "es": lazy(r"\b(?:EFE|Europa Press|El Pa\u00eds|El Mundo|Notimex|Infobae)\b"),
    "fr": lazy(r"\b(?:Le Figaro|Le Monde|Europe 1|BFMTV|Le Parisien)\b"),
    "he": lazy(r"\b(?:Walla!|Ynet|Yedioth Ahronoth|Israel Hayom|Maariv)\b"),
    "ja": lazy(r"\b(?:Jiji Press|Jiji\.com|Kyodo|Asahi Shimbun|Mainichi|Yomiuri|NHK|Sankei)\b"),
    "ko": lazy(r"\b(?:Yonhap|Newsis|Chosun Ilbo|JoongAng Ilbo|Dong-A Ilbo|Hankyoreh)\b"),
    "pl": lazy(r"\b(?:PAP|Gazeta Wyborcza|Rzeczpospolita|Onet|TVN24)\b"),
    "pt": lazy(r"\b(?:Lusa|Ag\u00eancia Brasil|Folha de S\. ?Paulo|Estad\u00e3o|G1)\b"),
    "ru": lazy(
        r"\b(?:RIA Novosti|TASS|Interfax|Lenta\.ru|Kommersant|Izvestia|Rossiyskaya Gazeta)\b"
    ),
    "uk": lazy(r"\b(?:Ukrinform|UNIAN|Ukrainska Pravda|Suspilne|Interfax-Ukraine)\b"),
    "zh": lazy(
        r"\b(?:Xinhua|China News (?:Service|Network|Agency)|Chinanews|People's Daily(?! Mail)|CCTV"
        r"|Guangming|The Paper|Beijing (?:Daily|Youth|News)|Zhongxin|Global Network|Taihai Net)\b"
    ),
}

_CHINESE = "zhang wang li zhao chen liu yang huang zhou wu xu sun zhu ma hu guo he lin gao luo"
_CHINESE += " zheng liang xie tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu"
_CHINESE += " du ye cheng wei su lu ding ren shen yao lu fu qian xi qin shi meng long wan duan hou"
_KOREAN = (
    "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Hong"
)
_NAMES = {
    "ja": lazy(
        r"[A-Z][a-z]*(?:moto|mura|yama|kawa|gawa|shima|saki|zaki|naka|hashi|uchi|sawa|zawa|ishi"
        r"|guchi|tani|oka) [A-Z][a-z]+|[A-Z][a-z]+ [A-Z][a-z]*(?:moto|mura|yama|kawa|gawa|shima"
        r"|saki|zaki|naka|hashi|uchi|sawa|zawa|ishi|guchi|tani)"
    ),
    "ko": lazy(rf"(?:{'|'.join(_KOREAN.split())}) [A-Z][a-z]+-[A-Za-z][a-z]+"),
    "ru": lazy(r"[A-Z][a-z]+ [A-Z][a-z]+(?:ovich|evich|ovna|evna)"),
    "zh": lazy(rf"(?i:(?:{'|'.join(_CHINESE.split())}) {PINYIN_SYLLABLE}'?(?:{PINYIN_SYLLABLE})?)"),
}
_LEAST_NAMES = 2


class Source(NamedTuple):
    """The language that a text was translated from, by its code, and how that is known.

    `why` are the signs in words; there are none when the caller said it.
    """

    language: str
    why: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """One sentence for an editor."""
        name = LANGUAGES.get(self.language, self.language)
        if not self.why:
            return f"Translated from {name}, as was said."
        return f"Taken to be translated from {name}: {'; '.join(self.why)}."


def source_of(view: View, fired: Iterable[Rule]) -> Source | None:
    """Return what a text shows of its source language, None when that is too little.

    `fired` are the rules that found something in it, each as often as it did.
    """
    signs: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for language, weight, words in _signs(view, fired):
        signs.setdefault(language, []).append(words)
        counts[language] += weight
    if not counts:
        return None
    (first, most), *others = counts.most_common(2)
    if most < LEAST_SIGNS or any(most < 2 * count for _, count in others):
        return None
    return Source(first, tuple(signs[first]))


def _signs(view: View, fired: Iterable[Rule]) -> Iterator[tuple[str, int, str]]:
    """Yield (language, how many signs it is, in words) for whatever speaks for a language."""
    if view.odd:
        for language, letters in _SCRIPTS.items():
            if found := letters.search(view.exact):
                yield language, 1, f"letters left over, as “{found[0]}”"
                break
    text = view.exact if len(view.exact) < 2 * _EDGE else view.exact[:_EDGE] + view.exact[-_EDGE:]
    for language, agency in _AGENCIES.items():
        if found := agency.search(text):
            yield language, 1, f"the agency or paper “{found[0]}”"
    pairs = [" ".join(pair) for pair in sorted(capitals_of(view).pairs)]
    for language, shape in _NAMES.items():
        names = [pair for pair in pairs if shape.fullmatch(pair)]
        if len(names) >= _LEAST_NAMES:
            yield language, 1, f"names like “{names[0]}”"
    # A rule that waits for the source is no sign of it, and taste is shared by many languages.
    speaking = {
        r.id: r.language
        for r in fired
        if r.language and r.severity != "suggestion" and not r.needs_source
    }
    for language, count in Counter(speaking.values()).items():
        name = LANGUAGES.get(language, language)
        yield language, count, f"{count} rule{'s' * (count > 1)} about {name} found something"
