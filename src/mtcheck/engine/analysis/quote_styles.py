"""Marks that are no English quotation marks, or not those that the rest of the text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mtcheck.engine.analysis.quote_pairs import CURLY_CLOSE, CURLY_OPEN, read_marks
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PROBLEMS = {
    "foreign": "marks of another language: «…», „…“, 「…」, 《…》",
    "mixed": "a curly mark or apostrophe in a text of straight ones, or the other way round",
    "accent": "an accent or backtick for an apostrophe",
    "two-singles": "two single marks for a double one",
}

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_CURLY = CURLY_OPEN + CURLY_CLOSE + _APOSTROPHE
_FOREIGN_PAIRS = {
    "«": "»",
    "»": "«",
    "‹": "›",
    "„": f'{CURLY_OPEN}{CURLY_CLOSE}"',
    "‚": f"\N{LEFT SINGLE QUOTATION MARK}{_APOSTROPHE}",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
    "＂": "＂",
}
_FOREIGN_MARKS = "«»‹›„‚「」『』《》〈〉〝〞〟＂"
_FOREIGN = lazy(f"[{_FOREIGN_MARKS}]")
_ARROWS = "«»‹›‚"  # alone, they are arrows of a web page or a comma
_FIRST_EAST_ASIAN = "\N{HIRAGANA LETTER SMALL A}"
_LONGEST_PAIR = 120
_LONGEST_SHOWN = 60
_ACCENTS = "`\N{ACUTE ACCENT}\N{PRIME}"
_ACCENT = lazy(
    rf"[{_ACCENTS}](?:(?<=[a-zA-Z].)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=\b[OD].)(?=[A-Z][a-z]))"
)
_TWO_SINGLES = lazy(
    r"''(?<!'..)(?<!\d..)(?!')(?:(?<=[\s(]..)(?=\w)|(?<=[\w.,!?]..)(?=[\s.,;:!?)]|\Z))"
)
_FEW = 0.2  # the share of all marks up to which a style is a slip
_MOST_SLIPS = 8


def styles(view: View) -> dict[str, list[Hit]]:
    """Return the problems of `PROBLEMS` in `view`; use as `view.once(styles)`."""
    found: dict[str, list[Hit]] = {}
    if view.odd:
        if not view.odd.isdisjoint(_FOREIGN_MARKS):
            found["foreign"] = list(_foreign(view))
        if not view.odd.isdisjoint(_CURLY):
            found["mixed"] = _mixed(view)
    if "`" in view.text or not view.odd.isdisjoint(_ACCENTS):
        found["accent"] = _accents(view)
    if "''" in view.text:
        found["two-singles"] = [Hit(*m.span(), ('"',)) for m in _TWO_SINGLES.finditer(view.text)]
    return found


def _accents(view: View) -> list[Hit]:
    text = view.exact
    apostrophe = _APOSTROPHE if text.count(_APOSTROPHE) > text.count("'") else "'"
    return [Hit(*m.span(), (apostrophe,)) for m in _ACCENT.finditer(text)]


def _foreign(view: View) -> Iterator[Hit]:
    text = view.exact
    curly = text.count(CURLY_CLOSE) > text.count('"') / 2
    opening, closing = (CURLY_OPEN, CURLY_CLOSE) if curly else ('"', '"')
    done = 0
    for match in _FOREIGN.finditer(text):
        at = match.start()
        if at < done:
            continue
        closers = _FOREIGN_PAIRS.get(match[0], "")
        end = min(view.block_at(at)[2], at + _LONGEST_PAIR)
        last = next((i for i in range(at + 1, end) if text[i] in closers), None)
        if last is None:
            if match[0] not in _ARROWS:
                yield Hit(at, at + 1, (opening if closers else closing,))
            continue
        done = last + 1
        quoted = text[at + 1 : last]
        if any(c >= _FIRST_EAST_ASIAN for c in quoted):
            continue  # a whole quotation left untranslated is the business of `leftover`
        if len(quoted) < _LONGEST_SHOWN:
            yield Hit(at, last + 1, (opening + quoted.strip() + closing,))
        else:
            yield Hit(at, at + 1, (opening,))
            yield Hit(last, last + 1, (closing,))


def _mixed(view: View) -> list[Hit]:
    text = view.exact
    straight = text.count('"') + text.count("'")
    curly = text.count(CURLY_OPEN) + text.count(CURLY_CLOSE) + text.count(_APOSTROPHE)
    few = min(straight, curly)
    if not 0 < few <= min(_MOST_SLIPS, _FEW * (straight + curly)):
        return []
    if straight > curly:
        places = islice(re.finditer(f"[{CURLY_OPEN}{CURLY_CLOSE}{_APOSTROPHE}]", text), few)
        return [Hit(m.start(), m.end(), ("'" if m[0] == _APOSTROPHE else '"',)) for m in places]
    opens = dict(view.once(read_marks).tidy)
    found = [Hit(m.start(), m.end(), (_APOSTROPHE,)) for m in re.finditer(r"'(?<=\w.)(?=\w)", text)]
    found += (
        Hit(at, at + 1, (CURLY_OPEN if opens[at] else CURLY_CLOSE,))
        for at in opens
        if text[at] == '"'
    )
    return found
