"""Is this English? Asked of every paragraph, so the answer has to be quick where it is yes.

English prose cannot do without its small words: where they are one word in seven or more, nothing
else is asked. The rest goes to CLD2 (`pycld2`), which is right about whole paragraphs and guesses
about a few words; names mislead it ("Shimada Sho" is no Danish), so it is shown the other words
only. What it is not sure of is taken for English: what is skipped is lost, and rules are silent on
what they do not know.
"""

from __future__ import annotations

from mtcheck.text.lazy import lazy

_MOST = 80  # words that are looked at
_LEAST = 6  # words that are no names
_LETTERS = 12
_START = 300  # code points that show nearly all English for what it is
_ENGLISH_SHARE = 1 / 7
_SURE = 80  # percent of the text, as CLD2 says it
_MIXED = 30  # percent of English beside the other language
_LAST_LATIN = "\N{LATIN SMALL LETTER EZH WITH CARON}"
_WORD = lazy(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")

_SMALL = """
the of and to in a is that for it as was with be by on not he his but at are this have from or had
an they which you were their we has been would will there its who if more one so no all than can
about into may do out her she after when what also said two over other new some could only i my me
your our them these then how up just where most any through while because him us did does don't it's
"""
_ENGLISH = frozenset(_SMALL.split())


def foreign(text: str) -> str | None:
    """Return the language of a stretch that is not English ("German"), None when it is English or
    does not show what it is."""
    start = text[:_START].split()
    if sum(map(_ENGLISH.__contains__, start)) >= _ENGLISH_SHARE * max(1, len(start)):
        return None
    words = [m[0] for m, _ in zip(_WORD.finditer(text), range(_MOST), strict=False)]
    letters = sum(map(len, words))
    if letters < _LETTERS:
        return None
    latin = sum(letter <= _LAST_LATIN for word in words for letter in word)
    if latin * 2 > letters:
        words = [word for word in words if word[0].islower()]
        small = sum(map(_ENGLISH.__contains__, words))
        if len(words) < _LEAST or small >= _ENGLISH_SHARE * len(words):
            return None
    return _guess(" ".join(words), sure=latin * 2 > letters)


def _guess(text: str, *, sure: bool) -> str | None:
    """Ask CLD2; without `sure` its best guess will do, since the script tells enough."""
    import pycld2

    try:
        reliable, _, found = pycld2.detect(text, bestEffort=not sure)
    except pycld2.error:  # characters that no text holds
        return None
    (name, code, percent, _), *others = found
    if code in ("en", "un"):
        return None
    if sure and (
        not reliable or percent < _SURE or any(c == "en" and p > _MIXED for _, c, p, _ in others)
    ):
        return None
    return str(name).replace("_", " ").title()
