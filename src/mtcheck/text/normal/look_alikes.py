"""Letters of another alphabet that only look Latin: `Mоscow` with a Cyrillic o.

Russian texts are typed with both alphabets, and a program that reads print takes one for the other.
Searching, sorting and speech output fail on such words.
"""

from __future__ import annotations

from mtcheck.text.normal.change import Found, OddRepair, Text

LATIN = {
    **dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһ", "ABESIJKMHOPCTYXaesijopcyxdh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
}
_LONGEST_WORD = 40


def look_alike(text: Text, at: int) -> Found | None:
    """A word that mixes Latin letters with look-alikes, or a single one that stands alone."""
    place = mixed_word(text.exact, at)
    if place is None:
        return None
    start, end = place
    if any(c in LATIN for c in text.exact[start:at]):
        return None  # a word is set right at its first look-alike
    return Found(start, end, "".join(LATIN.get(c, c) for c in text.exact[start:end]))


def mixed_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the word at `at` when it is a lone look-alike, or has Latin letters beside them."""
    start = end = at
    while start > max(0, at - _LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    while end < min(len(text), at + _LONGEST_WORD) and text[end].isalpha():
        end += 1
    word = text[start:end]
    if not all(c in LATIN or c < "\u0250" for c in word):
        return None
    if len(word) == 1:
        return (start - (text[start - 1 : start] == "°"), end) if _among_latin(text, at) else None
    return (start, end) if any(c not in LATIN for c in word) else None


def _among_latin(text: str, at: int) -> bool:
    """Whether no letter of another script stands in the words beside a lone letter."""
    near = text[max(0, at - _LONGEST_WORD) : at] + text[at + 1 : at + 1 + _LONGEST_WORD]
    return not any("\u0370" <= c < "\u1e00" and c.isalpha() and c not in LATIN for c in near)


REPAIRS = (OddRepair("look-alike-letter", look_alike, "".join(LATIN)),)
