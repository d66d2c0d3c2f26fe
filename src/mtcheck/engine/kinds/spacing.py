"""`spacing`: spaces that are missing, or too many, at punctuation, signs and numbers.

Every problem is a handful of literals (so that it costs nothing where none of them stands) and a
pattern that is tried where one was found. A finding marks the punctuation or sign with what it
wrongly keeps away from or sticks to, and its replacement is that stretch set right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_lowercase, digits
from typing import NamedTuple

from mtcheck.engine.analysis.spacing_numbers import NUMBERS
from mtcheck.engine.kind import Check, Hit, Parameter, Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

Find = Callable[[str, int], tuple[int, int, str] | None]
"""From `exact` or `text` and the place of a literal to (start, end, replacement), or None."""


class Problem(NamedTuple):
    """What a problem is, where to look, and how to make sure. `find` gets the folded text."""

    doc: str
    literals: tuple[str, ...]
    find: Find


# A word of this kind is an address, a file or code: nothing inside it is a sentence.
_ADDRESS = lazy(r"[@/\\_=<>#$*|{}]|www\.|https?:|\.\w+\.|::|\(\)")
_SITE_ENDINGS = lazy(
    r"(?:com|net|org|gov|edu|info|tv|io|co|cn|uk|ru|jp|de|eu|au|in|js|py|exe|pdf|html?)\b",
    re.IGNORECASE,
)
_BRANDS = ("yahoo!", "jeopardy!", "kahoot!", "joomla!", "yum!", "oklahoma!")
_LONGEST = 24
_LONGEST_TOKEN = 80
_SPACE = lazy(r"\s")

_BEFORE = lazy(
    r"(?<=[\w)\]\"'%]) (?:[,;](?!\w)|\.(?![.\w]| \.)|:(?=\s(?!\d)|\Z)|[!?](?=[\s\"')!?]|\Z))"
)
_STOP_THEN_CAPITAL = lazy(r"(?<=[a-z][a-z\"')])[.!?](?=[A-Z][a-z]|[AI] )")
_COMMA_THEN_WORD = lazy(
    r"(?<=[\w)\"'][\w)\".'%]),(?=[A-Za-z][a-z]|[AIa] )|(?<=[a-z][a-z]);(?=[A-Za-z]{2})"
    r"|(?<=[a-z][a-z]):(?=[A-Z][a-z]{2}|[a-z]{3})"
)
_PERCENT_THEN_WORD = lazy(r"(?<=\d)%(?=[a-z]{2})")
_DOUBLED = lazy(r"(?<![.,]),(?:,(?!,)|\.(?![.\w]))|(?<=[A-Za-z\")])\.\.(?![./\\\w])")
_INITIALS = lazy(
    r"(?<![\w.])(?:U\. ?[SNK](?:\.(?! Grant)|(?=\s))|D\. C(?:\.|(?=\s))|U\. A\. E\.|[ap]\. m\b\.?"
    r"|e\. g\.|i\. e\.|Ph\. D\b\.?)"
)
_AMPERSAND = lazy(r"(?<!& )(?<!\w)(?:R & D|Q & A|M & A|S & P|H & M|P & G)(?! &)\b|AT & T\b")
_SPLIT_WORD = lazy(r"(?<!\w)can not(?! only| just| merely| simply)\b", re.IGNORECASE)
_INSIDE_BRACKET = lazy(r"[(\[] (?=[\w\"'])|(?<=[\w.%\"']) [)\]](?!\()")
_AT_BRACKET = lazy(
    r"(?<=[a-z][a-z\d,]|\d\d|[a-z]\")\((?=(?:[A-Z]|\w+ )[^()\n]{3,80}\)(?:[\s.,;:]|\Z))"
)
_BROKEN_HYPHEN = lazy(
    r"(?<=[a-z][a-z])(?:- (?!(?:and|or|to|nor|but|as|versus|vs|through|rather|not)\b)(?=[a-z]{2})"
    r"(?!\w+-)| -(?=[a-z]{2}))"
)
_APOSTROPHE = lazy(
    r"(?<=[A-Za-z])(?: '(?:s|t|re|ve|ll|d|m)(?=[ .,;])| ' (?:s|t|re|ve|ll|d|m)(?=[ .,;])"
    r"| n't\b|' (?:s|re|ve|ll)(?= [a-z]))"
)


def _squeezed(pattern: re.Pattern[str], *, left: int = 1, right: int = 0) -> Find:
    """Mark a match with `left` and `right` neighbours and take its spaces out."""

    def find(text: str, at: int) -> tuple[int, int, str] | None:
        match = pattern.match(text, at)
        if match is None:
            return None
        start, end = match.start() - left, match.end() + right
        return start, end, text[start:end].replace(" ", "")

    return find


def _parted(pattern: re.Pattern[str]) -> Find:
    """Mark a match with the words on both sides and put a space after it."""

    def find(text: str, at: int) -> tuple[int, int, str] | None:
        match = pattern.match(text, at)
        if match is None:
            return None
        start, end = _word_around(text, match.start(), match.end())
        before, after = text[start : match.end()], text[match.end() : end]
        if before.lower().endswith(_BRANDS) or _is_address(text, start, end):
            return None
        if before[-1] == "." and _SITE_ENDINGS.match(after):
            return None
        return start, end, f"{before} {after}"

    return find


def _at_bracket(text: str, at: int) -> tuple[int, int, str] | None:
    match = _AT_BRACKET.match(text, at + 1)
    if match is None or _is_address(text, at, at + 1):
        return None
    start, end = _word_around(text, at + 1, at + 2)
    return start, end, f"{text[start : at + 1]} {text[at + 1 : end]}"


def _doubled(text: str, at: int) -> tuple[int, int, str] | None:
    match = _DOUBLED.match(text, at)
    if match is None:
        return None
    return at - 1, match.end(), text[at - 1] + match[0][-1]


def _initials(text: str, at: int) -> tuple[int, int, str] | None:
    match = _INITIALS.match(text, at)
    if match is None:
        return None
    joined = match[0].replace(" ", "")
    return at, match.end(), joined if joined.endswith(".") else joined + "."


def _hyphen(text: str, at: int) -> tuple[int, int, str] | None:
    match = _BROKEN_HYPHEN.match(text, at)
    if match is None:
        return None
    start, end = _word_around(text, match.start(), match.end())
    return start, end, text[start : match.start()] + "-" + text[match.end() : end]


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the start of the word before `start` to the end of the word after `end`."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    if start and not text[start - 1].isalnum():
        start -= 1
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end].isalnum():
        end += 1
    return start, end


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether what stands around `[start, end)` up to the next spaces is no prose."""
    low, high = max(0, start - _LONGEST_TOKEN), min(len(text), end + _LONGEST_TOKEN)
    before = _SPACE.split(text[low:start])[-1]
    after = _SPACE.split(text[end:high], maxsplit=1)[0]
    if end - start + len(before) + len(after) > _LONGEST_TOKEN:
        return True
    return bool(_ADDRESS.search(before + text[start:end] + after))


def _each(signs: str, letters: str = ascii_lowercase) -> tuple[str, ...]:
    return tuple(sign + letter for sign in signs for letter in letters)


PROBLEMS: dict[str, Problem] = {
    "before-stop": Problem(
        "a space before a comma, stop or other mark",
        (" ,", " ;", " .", " :", " !", " ?"),
        _squeezed(_BEFORE),
    ),
    "after-stop": Problem(
        "no space between two sentences", _each(".!?"), _parted(_STOP_THEN_CAPITAL)
    ),
    "after-comma": Problem(
        "no space after a comma, semicolon or colon", _each(",;:"), _parted(_COMMA_THEN_WORD)
    ),
    "after-percent": Problem(
        "no space after a percent sign", _each("%"), _parted(_PERCENT_THEN_WORD)
    ),
    "doubled-stop": Problem("two commas or stops in a row", (",,", ",.", ".."), _doubled),
    "initials": Problem(
        "initials of one abbreviation apart: U. S.",
        ("u. s", "u. n", "u. k", "u. a", "d. c", "a. m", "p. m", "e. g", "i. e", "ph. d"),
        _initials,
    ),
    "ampersand": Problem(
        "spaces inside R&D, Q&A",
        ("r & d", "q & a", "m & a", "s & p", "h & m", "p & g", "at & t"),
        _squeezed(_AMPERSAND, left=0),
    ),
    "split-word": Problem("can not for cannot", ("can not",), _squeezed(_SPLIT_WORD, left=0)),
    "inside-brackets": Problem(
        "a space inside brackets",
        ("( ", "[ ", " )", " ]"),
        _squeezed(_INSIDE_BRACKET, left=0),
    ),
    "at-bracket": Problem(
        "no space before a bracket", _each(ascii_lowercase + digits + '"', "("), _at_bracket
    ),
    "hyphen": Problem("a space on one side of a hyphen", ("- ", " -"), _hyphen),
    "apostrophe": Problem(
        "a space before or after an apostrophe",
        (" '", " n't", "' s", "' re", "' ve", "' ll"),
        _squeezed(_APOSTROPHE),
    ),
    **{name: Problem(*parts) for name, parts in NUMBERS.items()},
}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "; ".join(f"{name}: {problem.doc}" for name, problem in PROBLEMS.items()),
        required=True,
        choices=tuple(PROBLEMS),
    )
}


def plan(rule: Rule) -> Plan:
    """A rule about spaces runs where one of its problem's literals stands."""
    return Plan(PROBLEMS[rule.params["problem"]].literals)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that looks at every place where a literal stands."""
    find = PROBLEMS[rule.params["problem"]].find

    def found(view: View, positions: Sequence[int]) -> Iterator[Hit]:
        done = 0
        for position in positions:
            place = find(view.text, position)
            if place is None or place[1] <= done or _in_code(view, position):
                continue
            start, end, fixed = _from_word_start(view.text, *place)
            if start < done:
                fixed, start = fixed[done - start :], done
            done = end
            yield Hit(start, end, (_as_in(view, start, end, fixed),))

    def run(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        return found(view, positions)

    return run


def _from_word_start(text: str, start: int, end: int, fixed: str) -> tuple[int, int, str]:
    """Let a place that begins inside a word begin with the word: “cold ,”, not “d ,”."""
    first = start
    while first and start - first < _LONGEST_TOKEN and text[first].isalnum():
        if not (text[first - 1].isalnum() or (text[first].isdigit() and text[first - 1] in ".,")):
            break
        first -= 1
    return first, end, text[first:start] + fixed


def _in_code(view: View, position: int) -> bool:
    return view.block_at(position)[0] == "code"


def _as_in(view: View, start: int, end: int, fixed: str) -> str:
    """`fixed` with the marks of the text itself where `text` has straightened them."""
    exact, folded = view.exact[start:end], view.text[start:end]
    if exact == folded:
        return fixed
    marks = iter([e for e, f in zip(exact, folded, strict=True) if f in "\"'-"])
    return "".join(next(marks, c) if c in "\"'-" else c for c in fixed)
