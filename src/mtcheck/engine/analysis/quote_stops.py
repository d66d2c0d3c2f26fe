"""Full stops and commas beside quotation marks, and speakers inside their own quotations."""

from __future__ import annotations

import re

from mtcheck.engine.analysis.quote_pairs import SPEAK
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PROBLEMS = {
    "stop-before-speaker": 'a full stop before "he said", where English has a comma',
    "stop-inside": "a full stop at the end of quoted words in the middle of a sentence",
    "stop-twice": "a stop or comma on both sides of the mark",
    "stop-placement": "stops inside the marks in one place, outside in most others",
    "speaker-inside": 'a quotation that swallows "he said"',
}

_ABBREVIATIONS = lazy(
    "(?:etc|vs|al|inc|ltd|co|corp|jr|sr|dr|mr|mrs|ms|st|nos?|vol|pp|eds?|cf|approx|dept|est|gen|gov"
    "|sen|rep|rev|prof|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fig)",
    re.IGNORECASE,
)
_STOP_INSIDE = lazy(r'\."(?<=[A-Za-z]{2}\.") ([a-z]+)((?: [\w\'.-]+){0,4})')
_SPEAKER = lazy(rf"(?:{SPEAK})\b")
_SUBJECT = lazy("(?:he|she|they|it|i|we|the|an?|his|her|their|its|mr|ms)")
_STOP_TWICE = lazy(r'"(?<=[a-z]{2}[.,]")[.,](?![.,])(?=\s|\Z)')
_WORD_BEFORE = lazy(r"[\w-]+\Z")
# A fragment: the quoted words are part of the sentence around them and do not start with a capital.
_FRAGMENT = lazy(
    r'"(?<=[a-z,] ")(?=[a-z])(?:[^"\n]{3,121}+(?<![.,!?…])"[.,]|[^"\n]{4,122}+(?<=[^.,!?…][.,])")'
    r"(?=\s|\Z)"
)
_SWALLOWED = lazy(
    r'"(?<![\w.,!?]")(?=[A-Z])[^"\n]{5,400}?[a-z]'
    rf'(, (?:he|she|they) (?:{SPEAK})\b[^"\n,;:]{{0,60}}\.)"(?!\w)'
)
_MOST_OF_FEW = 3  # a placement is a slip when the other one is at least so many times as frequent


def stops(view: View) -> dict[str, list[Hit]]:
    """Return the problems of `PROBLEMS` in `view`; use as `view.once(stops)`."""
    if '"' not in view.text:
        return {}
    faults: dict[str, list[Hit]] = {problem: [] for problem in PROBLEMS}
    _inside(view, faults)
    faults["stop-twice"] = _twice(view)
    faults["stop-placement"] = _placement(view)
    faults["speaker-inside"] = _swallowed(view)
    return faults


def _inside(view: View, faults: dict[str, list[Hit]]) -> None:
    for match in _STOP_INSIDE.finditer(view.text):
        word = _word_before(view.text, match.start())
        if _ABBREVIATIONS.fullmatch(word):
            continue
        first = match.start() - len(word)
        mark = view.exact[match.start() + 1]
        after = match[1]
        end = match.end(1)
        if _SPEAKER.match(after) or (_SUBJECT.fullmatch(after) and _SPEAKER.search(match[2])):
            hit = Hit(first, end, (f"{word},{mark} {after}",))
            faults["stop-before-speaker"].append(hit)
        else:
            faults["stop-inside"].append(Hit(first, end, (f"{word}{mark} {after}",)))


def _twice(view: View) -> list[Hit]:
    found = []
    for match in _STOP_TWICE.finditer(view.text):
        start, end = match.start() - 1, match.end()
        if _ABBREVIATIONS.fullmatch(_word_before(view.text, start)):
            continue
        inner, mark, outer = list(view.exact[start:end])
        # In the middle of a sentence only the comma can be right, at its end only the stop.
        stop = outer if {inner, outer} == {".", ","} else inner
        found.append(Hit(start, end, (stop + mark, mark + stop)))
    return found


def _placement(view: View) -> list[Hit]:
    ends = [match.end() for match in _FRAGMENT.finditer(view.text)]
    inside = [end for end in ends if view.text[end - 1] == '"']
    outside = [end for end in ends if view.text[end - 1] != '"']
    few, many = sorted((inside, outside), key=len)
    if not few or len(few) * _MOST_OF_FEW > len(many):
        return []
    return [Hit(end - 2, end, (view.exact[end - 2 : end][::-1],)) for end in few]


def _swallowed(view: View) -> list[Hit]:
    found = []
    for match in _SWALLOWED.finditer(view.text):
        mark = view.exact[match.end() - 1]
        speaker = view.exact[match.start(1) + 2 : match.end(1)]
        found.append(Hit(match.start(1), match.end(), (f",{mark} {speaker}",)))
    return found


def _word_before(text: str, at: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, at - 30), at)
    return match[0] if match else ""
