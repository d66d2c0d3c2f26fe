"""Characters that an English text has no use for: other scripts, East Asian signs, lost ones."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy
from mtcheck.text.normal.look_alikes import mixed_word

PROBLEMS = {
    "script": "words in another script (Chinese, Japanese, Korean, Cyrillic, Arabic, Thai …)",
    "script-gloss": "words in another script in brackets after the name that they gloss",
    "squared": "a unit written as one character of East Asian fonts",
    "sign": "a list or section sign of East Asian newspapers",
    "lost-character": "the sign for a character that could not be read",
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
_SQUARED = lazy("[\u2103\u2109\u338e-\u339e\u33a0-\u33a6\u33c4\u33d5]")
_UNITS = {"\N{DEGREE CELSIUS}": "°C", "\N{DEGREE FAHRENHEIT}": "°F", "\N{SQUARE M SQUARED}": "m²"}
_SIGNS = "\u203b\u3012\u3013\u25a0-\u25ff\u2605\u2606\u2502"
_SIGN = lazy(f"[{_SIGNS}](?:[ {_SIGNS}]*[{_SIGNS}])?")
# Whatever no English newspaper would print; a text without any of it is done.
_ODD = lazy("[^\\x00-\\x7f\\xa0\\xa3\\xb0\\xc0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]")
_LOST = "\N{REPLACEMENT CHARACTER}"


def characters(view: View) -> dict[str, list[Hit]]:
    """Return the problems of `PROBLEMS` in `view`; use as `view.once(characters)`."""
    faults: dict[str, list[Hit]] = {problem: [] for problem in PROBLEMS}
    if not view.odd:
        return {}
    text = view.exact
    odd = "".join(_ODD.findall("".join(view.odd)))
    if not odd:
        return faults
    scripts = list(_scripts(text)) if _SCRIPT.search(odd) else []
    for hit, gloss in scripts:
        faults["script-gloss" if gloss else "script"].append(hit)
    covered = _Covered([(hit.start, hit.end) for hit, _ in scripts])
    if _SQUARED.search(odd):
        faults["squared"] = [Hit(*m.span(), (_unit(m[0]),)) for m in _SQUARED.finditer(text)]
    if _SIGN.search(odd):
        signs = (Hit(*m.span(), ("",)) for m in _SIGN.finditer(text))
        faults["sign"] = [h for h in signs if not covered.touches(h)]
    if _LOST in odd:
        faults["lost-character"] = [
            Hit(*_token(text, *m.span())) for m in re.finditer(f"{_LOST}+", text)
        ]
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
        mixed = mixed_word(text, start)
        if mixed is not None and mixed[1] >= end:
            continue
        if text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING:
            start, end = start - 1, end + 1
        before = text[max(0, start - 3) : start].rstrip(' "“')
        after = text[end : end + 3].lstrip(' "”')
        bracketed = before[-1:] in ("(", "[", "（") and after[:1] in (")", "]", "）", ",", ";")
        named = bracketed and text[start - len(before) - 4 : start].rstrip('( [（"“')[-1:].isalnum()
        yield Hit(start, end), named


def _unit(character: str) -> str:
    return _UNITS.get(character) or unicodedata.normalize("NFKC", character)


def _token(text: str, start: int, end: int) -> tuple[int, int]:
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
