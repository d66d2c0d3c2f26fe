"""Characters that an English text has no use for: other scripts, full-width forms, broken bytes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PROBLEMS = {
    "script": "words in another script (Chinese, Japanese, Korean, Cyrillic, Arabic, Thai …)",
    "script-gloss": "words in another script in brackets after the name that they gloss",
    "full-width": "full-width letters, digits and punctuation, and the stops of Chinese",
    "look-alike": "a Cyrillic or Greek letter in a word of Latin letters",
    "squared": "a unit written as one character of East Asian fonts",
    "sign": "a list or section sign of East Asian newspapers",
    "mojibake": "UTF-8 read as another encoding",
    "lost-character": "the sign for a character that could not be read",
    "invisible": "a character that nobody sees: zero-width space, soft hyphen, direction mark",
}

_SCRIPTS = (
    "\u3040-\u30fa\u30fd-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u1100-\u11ff"
    "\u0400-\u052f\u0590-\u05f4\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u10a0-\u10ff\u0530-\u058f"
    "\U00020000-\U0002ebef"
)
_BETWEEN = "\\d \u3000-\u303f\u30fb\u30fc\uff00-\uffef.,:;!?%()\"'“”·-"
_SCRIPT = lazy(
    rf"[{_SCRIPTS}](?:[{_SCRIPTS}{_BETWEEN}]*[{_SCRIPTS}])?[\u3001\u3002\uff01\uff0c\uff1f]*"
)
_OPENING = ("（", "【", "〔", "《")
_CLOSING = ("）", "】", "〕", "》")
# Marks of quotation are the business of `quotes`.
_FULL_WIDTH = lazy(
    " ?["
    "\u3001\u3002\u3010\u3011\u3014\u3015\u30fb\u30fc"
    "\uff01\uff03-\uff06\uff08-\uff5e\uff61\uffe5]+"
)
_PLAIN = {
    "\N{IDEOGRAPHIC COMMA}": ",",
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{HALFWIDTH IDEOGRAPHIC FULL STOP}": ".",
    "\N{LEFT BLACK LENTICULAR BRACKET}": "[",
    "\N{RIGHT BLACK LENTICULAR BRACKET}": "]",
    "\N{LEFT TORTOISE SHELL BRACKET}": "[",
    "\N{RIGHT TORTOISE SHELL BRACKET}": "]",
    "\N{KATAKANA MIDDLE DOT}": "-",
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}": "\N{EN DASH}",
    "\N{FULLWIDTH YEN SIGN}": "\N{YEN SIGN}",
    "\N{FULLWIDTH VERTICAL LINE}": "|",
}
_SPACE_AFTER = ".,;:!?)]%"
_LATIN = {
    **dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһ", "ABESIJKMHOPCTYXaesijopcyxdh", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
}
_LOOK_ALIKE = lazy(f"[{''.join(_LATIN)}]+")
_LONGEST_WORD = 40
_SQUARED = lazy("[\u2103\u2109\u338e-\u339e\u33a0-\u33a6\u33c4\u33d5]")
_UNITS = {"\N{DEGREE CELSIUS}": "°C", "\N{DEGREE FAHRENHEIT}": "°F", "\N{SQUARE M SQUARED}": "m²"}
_SIGNS = "\u203b\u3012\u3013\u25a0-\u25ff\u2605\u2606\u2502"
_SIGN = lazy(f"[{_SIGNS}](?:[ {_SIGNS}]*[{_SIGNS}])?")
_BYTES = lazy(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}"
)
_BYTE = lazy("[\u0080-\u00bf\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]")
_TELLING = "ÃÂâ"  # what most UTF-8 of Latin letters and of English punctuation starts with
_SURE_LENGTH = 6
# Whatever no English newspaper would print; a text without any of it is done.
_ODD = lazy("[^\\x00-\\x7f\\xa0\\xa3\\xb0\\xc0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]")
_LOST = "\N{REPLACEMENT CHARACTER}"
_INVISIBLE = lazy(
    "(?<![\u200d\ufe0f])[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]+"
)


def characters(view: View) -> dict[str, list[Hit]]:
    """Return the problems of `PROBLEMS` in `view`; use as `view.once(characters)`."""
    faults: dict[str, list[Hit]] = {problem: [] for problem in PROBLEMS}
    if not view.odd:
        return {}
    text = view.exact
    odd = "".join(_ODD.findall("".join(view.odd)))
    if _BYTE.search(odd) or not view.odd.isdisjoint("ÃÂâ"):
        faults["mojibake"] = list(_mojibake(text))
    if not odd:
        return faults
    scripts = list(_scripts(text)) if _SCRIPT.search(odd) else []
    for hit, gloss in scripts:
        faults["script-gloss" if gloss else "script"].append(hit)
    covered = _Covered([(hit.start, hit.end) for hit, _ in scripts])
    if _FULL_WIDTH.search(odd):
        faults["full-width"] = [h for h in _full_width(text) if not covered.touches(h)]
    if _LOOK_ALIKE.search(odd):
        faults["look-alike"] = [h for h in _look_alikes(text) if not covered.touches(h)]
    if _SQUARED.search(odd):
        faults["squared"] = [Hit(*m.span(), (_unit(m[0]),)) for m in _SQUARED.finditer(text)]
    if _SIGN.search(odd):
        signs = (Hit(*m.span(), ("",)) for m in _SIGN.finditer(text))
        faults["sign"] = [h for h in signs if not covered.touches(h)]
    if _LOST in odd:
        faults["lost-character"] = [
            Hit(*_token(text, *m.span())) for m in re.finditer(f"{_LOST}+", text)
        ]
    if _INVISIBLE.search(odd):
        faults["invisible"] = list(_invisible(text))
    return faults


class _Covered:
    """Stretches that another problem has taken, in text order and apart."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def touches(self, hit: Hit) -> bool:
        """Whether `hit` shares a character with one of the stretches."""
        before = bisect_left(self._starts, hit.end) - 1
        return before >= 0 and self._spans[before][1] > hit.start


def _scripts(text: str) -> Iterator[tuple[Hit, bool]]:
    for match in _SCRIPT.finditer(text):
        start, end = match.span()
        mixed = _mixed_word(text, start)
        if mixed is not None and mixed[1] >= end:
            continue
        if text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
            start, end = start - 1, end + 1
        before = text[max(0, start - 3) : start].rstrip(' "“')
        after = text[end : end + 3].lstrip(' "”')
        bracketed = before[-1:] in ("(", "[", "（") and after[:1] in (")", "]", "）", ",", ";")
        named = bracketed and text[start - len(before) - 4 : start].rstrip('( [（"“')[-1:].isalnum()
        yield Hit(start, end), named


def _full_width(text: str) -> Iterator[Hit]:
    for match in _FULL_WIDTH.finditer(text):
        start, end = match.span()
        plain = "".join(_PLAIN.get(c) or unicodedata.normalize("NFKC", c) for c in match[0])
        following = text[end : end + 1]
        if plain.startswith(" "):
            plain = plain[1:]
            # A space before a stop goes with it; before anything else it was right.
            start += plain[0] not in _SPACE_AFTER
        if plain[-1] in _SPACE_AFTER and following.isalnum():
            plain += " "
        if plain[0] in "([" and start and text[start - 1].isalnum():
            plain = " " + plain
        yield Hit(start, end, (plain,))


def _look_alikes(text: str) -> Iterator[Hit]:
    done = 0
    for match in _LOOK_ALIKE.finditer(text):
        place = _mixed_word(text, match.start()) if match.start() >= done else None
        if place is not None:
            start, done = place
            fixed = "".join(_LATIN.get(c, c) for c in text[start:done])
            yield Hit(start, done, (fixed,) if fixed.lstrip("°").isascii() else ())


def _mixed_word(text: str, at: int) -> tuple[int, int] | None:
    """The word at `at` when it is a lone look-alike, or has Latin letters beside look-alikes."""
    start = end = at
    while start > max(0, at - _LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    while end < min(len(text), at + _LONGEST_WORD) and text[end].isalpha():
        end += 1
    word = text[start:end]
    if not all(c in _LATIN or c.isascii() for c in word):
        return None
    if len(word) == 1:
        return start - (text[start - 1 : start] == "°"), end
    return (start, end) if any(c.isascii() for c in word) else None


def _mojibake(text: str) -> Iterator[Hit]:
    for match in _BYTES.finditer(text):
        run = match[0]
        if run[0] not in _TELLING and len(run) < _SURE_LENGTH:
            continue
        try:
            fixed = b"".join(_as_byte(c) for c in run).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            continue
        if len(fixed) < len(run) and all(c.isprintable() or c == "\xa0" for c in fixed):
            yield Hit(match.start(), match.end(), (fixed,))


def _as_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _invisible(text: str) -> Iterator[Hit]:
    for match in _INVISIBLE.finditer(text):
        start = match.start() - (match.start() > 0 and text[match.start() - 1] != "\n")
        end = match.end() + (match.end() < len(text) and text[match.end()] != "\n")
        yield Hit(start, end, (_INVISIBLE.sub("", text[start:end]),))


def _unit(character: str) -> str:
    return _UNITS.get(character) or unicodedata.normalize("NFKC", character)


def _token(text: str, start: int, end: int) -> tuple[int, int]:
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
