"""A few words twice: "will be will be", "flood control and flood control", "big rain, big rain".

English says a few words twice too: "more and more", "so on and so on", "the more you look, the more
you look", a chant. What tells the two apart is whether the words name something (a rule wants one
long word that is no number) and what follows them: "the project and the project office" are two
things, "the project and the project" is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.engine.analysis.sentence_quotes import inside_quotation
from mtcheck.engine.analysis.word_rows import FARTHEST, Row, row_of
from mtcheck.engine.analysis.word_shapes import is_comparative, is_small
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

LONGEST = FARTHEST - 1
"""Words of a phrase; *and* may stand between the two."""
_NEXT = lazy(r" ?([a-z'-]*)")
_PLAIN = lazy(r"[a-z]+(?:['-][a-z]+)*(?>(?: [a-z]+(?:['-][a-z]+)*)*)")
_NAMED = lazy(r"[A-Za-z]+(?:['-][A-Za-z]+)*(?>(?: [A-Za-z]+(?:['-][A-Za-z]+)*)*)")
_JOINS = {" and ": "joined", " or ": "joined", ", and ": "joined", ", or ": "joined"}
_GAPS = {" ": "phrase", ", ": "listed", **_JOINS}
_TURNING_WORDS = "and or but by after to upon in for on nor against over about as"
_TURNING = frozenset(_TURNING_WORDS.split())
"""What stands between the words of "again and again and", "step by step by step"."""
_CLAUSE_WORDS = """
i you he she it we they this that there who which if as when so no not never what how why let's
don't it's that's he's she's i'm we're they're there's too very
"""
_CLAUSE = frozenset(_CLAUSE_WORDS.split())
"""First words of what people say twice for force, and of "he could and he could tell"."""
_NUMBERS_WORDS = """
one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
hundred thousand million billion first second third half quarter percent per cent both each other
others another some more most less much many same such year years month months week weeks day days
hour hours minute minutes time times
"""
_NUMBERS = frozenset(_NUMBERS_WORDS.split())
_LINKS_WORDS = "with of in for to from on as at by during"
_LINKS = frozenset(_LINKS_WORDS.split())
_FORMULAS_TEXT = """
will be|would be|can be|could be|should be|has been|have been|had been|to be|in the|to the|on the
for the|by the|at the|from the|with the|it is|there is|there are|is a|was a
"""
_FORMULAS = frozenset(_FORMULAS_TEXT.strip().replace("\n", "|").split("|"))
"""Small words that cannot stand twice."""
_LEAST_LETTERS = 4


class Phrase(NamedTuple):
    """A phrase in two places: start and end of the first, start and end of the second."""

    start: int
    first_end: int
    second: int
    end: int


def phrases(view: View, shape: str, exempt: frozenset[str]) -> Iterator[Hit]:
    """Yield what is said twice: side by side (`phrase`), around *and*, *or* (`joined`), around a
    comma (`listed`); the hit is both, its replacement the first.
    """
    for twice in view.once(_phrases).get(shape, ()):
        words = view.low[twice.start : twice.first_end]
        formula = shape == "phrase" and words in _FORMULAS
        if words in exempt or not (formula or _says_something(words.split())):
            continue
        if _FITS[shape](view, twice, words):
            yield Hit(twice.start, twice.end, (view.text[twice.start : twice.first_end],))


def _phrases(view: View) -> dict[str, list[Phrase]]:
    """Every phrase of two to `LONGEST` lower-case words that comes again at once, by shape."""
    row = row_of(view)
    places = _places(row)
    found: dict[str, list[Phrase]] = defaultdict(list)
    if not places:
        return found
    low, spans = view.low, row.spans
    done = 0
    for first, count, second in places:
        start, first_end = spans[first][0], spans[first + count - 1][1]
        twice = Phrase(start, first_end, spans[second][0], spans[second + count - 1][1])
        shape = _GAPS.get(low[first_end : twice.second])
        if shape is None or start < done or not _whole(view, twice, shape):
            continue
        found[shape].append(twice)
        done = twice.end
    return found


def _places(row: Row) -> list[tuple[int, int, int]]:
    """Return (first word, count of words, first word of the second) of what comes again at once."""
    words = row.words
    found: list[tuple[int, int, int]] = []
    for lag, at, end in row.runs:
        if lag > 1 and end - at < 2 * lag:  # three times is a loop, which is another rule
            joint = next((i for i in range(at + lag - 1, end + 1) if words[i] in ("and", "or")), 0)
            if joint and lag > 2:
                found.append((joint - lag + 1, lag - 1, joint + 1))
            elif end - at >= lag:
                found.append((at, lag, at + lag))
    return sorted(found)


def _whole(view: View, twice: Phrase, shape: str) -> bool:
    """Whether a phrase is plain words and neither end is part of a longer word.

    Names come again after a comma and in "Duran Duran", but not around *and*.
    """
    low, text = view.low, view.text
    words = text[twice.second : twice.end]
    if not (_NAMED if shape == "joined" else _PLAIN).fullmatch(words):
        return False
    # A capital may begin the sentence: "The law the law says".
    if text[twice.start + 1 : twice.first_end] != words[1:]:
        return False
    before, after = low[max(0, twice.start - 1) : twice.start], low[twice.end : twice.end + 1]
    return before in ("", " ", "\n", '"') and not (after.isalnum() or after in ("-", "'", "/"))


def _says_something(words: list[str]) -> bool:
    if len(set(words)) < 2:
        return False
    if words[0] in _TURNING or words[-1] in _TURNING:
        return len(words) > 2 and len(set(words)) > 2 and any(map(_content, words))
    return any(map(_content, words)) and not is_comparative(words[-1])


def _content(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and not is_small(word) and word not in _NUMBERS


def _next(view: View, at: int) -> str:
    """The word that follows; none after a stop, nor where a capital begins something new."""
    found = _NEXT.match(view.text, at)
    return found[1] if found else ""


def _side_by_side(view: View, twice: Phrase, words: str) -> bool:
    """Not "faster and faster and", "compare a file with a file with that name", "list of list of",
    nor "what will be will be", nor "a book about a book about a book", which ends in a third one.
    """
    first, last = words.split()[0], words.split()[-1]
    link = words.rfind(" ")
    if " " in words[:link] and view.low.startswith(f" {words[:link]}", twice.end):
        return False
    if words in _FORMULAS:
        return not view.low.endswith(("what ", "whatever "), 0, twice.start)
    return last not in _LINKS or first in _LINKS


def _joined(view: View, twice: Phrase, words: str) -> bool:
    """Not "to the user, and the user pays", "flood control and flood control planning"."""
    first, _, rest = words.partition(" ")
    if first in _CLAUSE or (first == "the" and is_comparative(rest.split()[0])):
        return False
    text = view.text
    # "the Rio Grande, and the Rio Grande Valley"
    if text[twice.end + 1 : twice.end + 2].isupper() and text[twice.second : twice.end] != words:
        return False
    following = _next(view, twice.end)
    if following in ("", "and", "or"):
        return True
    near = view.low[twice.first_end : twice.second] in (" and ", " or ")
    return near and following in _LINKS - {"of", "to", "as"} and not is_small(first)


def _listed(view: View, twice: Phrase, words: str) -> bool:
    """Not "he could win, he could win", nor "a house, a house that stood", nor what is quoted."""
    first, count = words.partition(" ")[0], words.count(" ") + 1
    if (first in _CLAUSE and count < 4) or (is_small(first) and count < 3):
        return False
    following = _next(view, twice.end)
    return following in ("", "and", "or") and not inside_quotation(view, twice.start)


_FITS = {"phrase": _side_by_side, "joined": _joined, "listed": _listed}
