"""How many syllables an English word has, by its spelling alone.

Reading formulas lean on this number, and English spelling hides it: "walked" has one syllable and
"wanted" two, "create" has two and "treat" one. Hyphenation patterns are no substitute (they never
cut off a single letter: "about" comes out as one). So the vowel groups are counted, and what
English does at the end of words and where two vowels meet is corrected for. `docs/scores.md` says
how well this agrees with a pronouncing dictionary.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

LONGEST = 40
"""Letters of a word that are looked at; what is longer is no word that anybody reads aloud."""

_EXCEPTIONS = {
    word: count
    for count, words in {
        2: "acres cafe cafes carriage chaos choir evening giant hundred interest lion lions maybe "
        "opera poem poems poet ruin ruins safety science settled somehow somewhat wednesday",
        3: "anime area areas barrier barriers businesses businessman businessmen carrier carriers "
        "element elements idea ideas influence interested nucleic poetic reaction reactions "
        "realized recipe recipes recovery sciences simile temperature theater theaters theatre "
        "theatres valuable vegetables",
        4: "catastrophe etc everybody hyperbole",
    }.items()
    for word in words.split()
}

_VOWELS = re.compile(r"[aeiouy]+")

_SECOND_PART = re.compile(
    r"(?<=e)(?:ly|ments?|ful(?:ly|ness)?|less(?:ly|ness)?|ness|times?|lands?|lines?|"
    r"guard(?:s|ed|ing)?|thing|where|body|works?|m[ae]n|fore|with|by|front|stones?|like|"
    r"walks?|backs?|houses?|sides?|holds?|bergs?|pages?|hand|long|town|towns|spread|cast|"
    r"casts|casting)$"
)
"""What often follows a silent e inside a word: "state|ment", "home|land", "safe|guard"."""

_SILENT_END = re.compile(
    r"(?:(?<![bcgt]r)(?<![aeiouyl])e"  # safe, but not he|re of "acre"
    r"|(?<=[aeiouyrw]l)e"  # "whole", but not "people"
    r"|(?<=[aeiouy]l)es"
    r"|(?<![aeiouydt])ed"  # "walked", but not "wanted"
    r"|(?<![aeiouycghlsxz])es|(?<=[aeioupt]h)es"  # "makes", "clothes", but not "inches"
    r"|(?<=[gq]u)es?)$"  # "league", "unique"
)

_TWO_VOWELS = re.compile(
    r"(?<![cgstx])i[ao](?!us)(?<![ln]io)"  # "medi-a", "bi-o-"; not "-cial", "-tion", "million"
    r"|(?<=[cs])i(?=at|et)"  # "associ-ate", "soci-ety"
    r"|(?<=[bdlmnprtv])iou"  # "seri-ous"; not "precious"
    r"|(?<![cstx])i(?=u|et|en[ct])"  # "stadi-um", "vari-ety", "clients"
    r"|e(?:o(?!ns?$|pl|u)|ums?$)"  # "vide-o", "muse-um"; not "people", "gorgeous"
    r"|(?<=cr)e(?=at(?:e|i|o))|(?<=\bco)o(?=pe|rd)"  # "cre-ate", "co-operate"
    r"|(?<![gq])u(?=a(?!r[ad])|ou|el|i[nt][gy])"  # "situ-ation", "contin-uous", "flu-ent"
    r"|[aeiouy](?=ing)"  # "see-ing", "play-ing"
    r"|[aeo]y(?=a|o|e(?!$|d$|s$))"  # "play-er", "may-or", "loy-al"
    r"|(?<=s)(?=ms?$)"  # "touris-m"
)


def syllables(word: str) -> int:
    """Return how many syllables `word` has when it is read aloud, at least 1.

    Takes one word, in any case, with straight or curly apostrophes; accents do not matter. A word
    without vowels is spelled out (CCTV: 4); a figure or a word of another script counts as 1.
    """
    plain = word[:LONGEST].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if not plain.isascii():
        plain = "".join(c for c in normalize("NFKD", plain) if not combining(c))
    return _count(plain.lower())


@lru_cache(maxsize=20_000)
def _count(word: str) -> int:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    if word.endswith("'s"):
        return _count(word[:-2]) + bool(re.search(r"(?:[sxz]|[cs]h|[cgs]e)$", word[:-2]))
    if word.endswith("n't"):
        return _count(word[:-3] or "a") + bool(re.search(r"[dstv]$", word[:-3]))
    second = _SECOND_PART.search(word)
    if second and second.start() >= 3:
        return _count(word[: second.start()]) + _count(second[0])
    groups = len(_VOWELS.findall(word))
    if not groups:
        return max(1, sum("a" <= letter <= "z" for letter in word))
    silent = bool(_SILENT_END.search(word)) + word.endswith("ically")
    return max(1, groups - silent + len(_TWO_VOWELS.findall(word)))
