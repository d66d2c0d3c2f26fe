"""Sentences whose length or marks are wrong: brackets, stops, question marks, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtcheck.engine.analysis.finite_verbs import TOKEN, has_finite_verb, has_sure_verb
from mtcheck.engine.analysis.word_shapes import is_adjective
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_OPENING = {
    "\N{FULLWIDTH LEFT PARENTHESIS}": "(",
    "\N{FULLWIDTH LEFT SQUARE BRACKET}": "[",
    "\N{LEFT BLACK LENTICULAR BRACKET}": "[",
}
_PARTNER = {
    ")": "(",
    "]": "[",
    "\N{FULLWIDTH RIGHT PARENTHESIS}": "(",
    "\N{FULLWIDTH RIGHT SQUARE BRACKET}": "[",
    "\N{RIGHT BLACK LENTICULAR BRACKET}": "[",
}
_WIDE = {*_OPENING, *_PARTNER} - {")", "]"}
_BRACKETS = lazy("[()\\[\\]" + "".join(sorted(_WIDE)) + "]")
_ENUMERATOR = lazy(r"(?:^|[\s,;:.(])\(?(?:[a-zA-Z]|\d{1,3}|[ivx]{1,4})$")
_FACE = lazy(r"[:;=8xX]['-]?$")
_ASKS = lazy(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|whether)\b"
    r"|(?:^|[,:;\"|] ?\"?)(?:and |but |so |or |then |now )?(?:is|are|was|were|am|do|does|did|has"
    r"|have|had|can|could|will|would|shall|should|may|might|must|\w+n't|right|maybe|perhaps)\b"
)
_TALK = ("i ", "you ", "we ", "see ", "see,", "so ", "and ", "but ", "or ")
"""Beginnings of questions that are spoken as statements ("So you were there?")."""
_SEPARATOR = lazy(r".*(?:[|:] ?| - |[\N{EM DASH}\N{EN DASH}])")
_NUMBER_START = lazy(r"\. ((?:%|percent|per cent)|\d+(?:\.\d+)? ?%,)(?= [a-z])")
_SPANS = ("year", "month", "week", "summer", "winter", "spring", "autumn", "season")
TIMES = (
    *(f"{word} {span}" for word in ("this", "last", "next", "that") for span in _SPANS),
    *("yesterday", "years ago", "months ago", "weeks ago", "days ago"),
)
"""Times after which adjectives are left over; lower case."""
_LEFT_OVER = lazy(r"[a-z ]{4,11}? ([a-z]+) and ([a-z]+)\.")


def too_long(view: View, words: int) -> Iterator[Hit]:
    """Yield the first words of each sentence of more than `words` words."""
    least = words * 4
    for start, end in view.sentences:
        if end - start < least:
            continue
        count = view.text.count(" ", start, end) + 1
        if count > words and view.block_at(start)[0] == "paragraph":
            fifth = start
            for _ in range(5):
                fifth = view.text.find(" ", fifth + 1, end)
            yield Hit(start, fifth, values={"count": str(count)})


def brackets(view: View) -> Iterator[Hit]:
    """Yield round and square brackets that have no partner in their block or a near one."""
    text = view.text
    # Even counts settle most blocks; wide brackets may close plain ones, so they are all read.
    wide = any(bracket in text for bracket in _WIDE)
    orphans: list[int] = []
    if wide or "(" in text or ")" in text or "[" in text or "]" in text:
        for kind, start, end in view.blocks:
            if kind != "code" and (wide or _uneven(text, start, end)):
                orphans += _orphans(text, start, end)
    skip: set[int] = set()
    for one, other in pairwise(orphans):
        # A parenthesis that runs over several paragraphs: open here, closed a little later.
        if text[one] not in _PARTNER and _PARTNER.get(text[other]) == _opens(text[one]):
            skip |= {one, other}
    yield from (Hit(at, at + 1) for at in orphans if at not in skip)


def _uneven(text: str, start: int, end: int) -> bool:
    """Whether a block can have a bracket without a partner."""
    return (
        text.count("(", start, end) != text.count(")", start, end)
        or text.count("[", start, end) != text.count("]", start, end)
        or text.find("(", start, end) > text.find(")", start, end)
    )


def _orphans(text: str, start: int, end: int) -> list[int]:
    """The places of the brackets of a block that have no partner in it."""
    stack: list[int] = []
    orphans: list[int] = []
    for match in _BRACKETS.finditer(text, start, end):
        at = match.start()
        face = _FACE.search(text, max(start, at - 3), at)
        if match[0] not in _PARTNER:
            if not face:
                stack.append(at)
        elif stack and _opens(text[stack[-1]]) == _PARTNER[match[0]]:
            stack.pop()
        elif not face and not _ENUMERATOR.search(text, max(start, at - 6), at):
            orphans.append(at)
    return sorted(orphans + stack)


def _opens(bracket: str) -> str:
    return _OPENING.get(bracket, bracket)


def missing_stops(view: View) -> Iterator[Hit]:
    """Yield the last word of a paragraph of several sentences that ends without a stop."""
    text = view.text
    for kind, start, end in view.blocks:
        if kind != "paragraph" or end - start < 120 or not text[end - 1].islower():
            continue
        last, _ = view.sentence_at(end - 1)
        if last <= start + 40 or text[last - 2] != "." or end - last < 40:
            continue
        words = [word for word in text[last:end].split() if word[0].isalpha()]
        if sum(word[0].isupper() for word in words) * 3 > len(words):
            continue
        if " - " in text[last:end] or "|" in text[last:end]:
            continue
        at = text.rindex(" ", start, end) + 1
        if text[at].islower() and has_finite_verb(TOKEN.findall(text[last:end])):
            yield Hit(at, end, (text[at:end] + ".",))


def number_starts(view: View) -> Iterator[Hit]:
    """Yield a sentence that begins with a percent sign, or with a stray percentage."""
    for match in _NUMBER_START.finditer(view.text):
        yield Hit(match.start(1), match.end(1))


def statement_questions(view: View) -> Iterator[Hit]:
    """Yield the question mark of a headline, or of a line by itself, that is put as a statement."""
    text = view.text
    for index, (kind, start, end) in enumerate(view.blocks):
        if text[end - 1] != "?" or kind not in ("title", "paragraph") or end - start > 240:
            continue
        if kind == "paragraph" and index > 1 and not _alone(view, start, end):
            continue
        if text[start] in "\"'" or '?"' in text[start:end]:
            continue
        separator = _SEPARATOR.match(text, start, end - 1)
        begin = separator.end() if separator else start
        clause = text[begin:end]
        if _ASKS.search(clause.lower()) or clause.lower().startswith(_TALK):
            continue
        tokens = TOKEN.findall(clause)
        if len(tokens) > 5 and has_sure_verb(tokens) and has_finite_verb(tokens):
            yield Hit(end - 1, end, (".",))


def _alone(view: View, start: int, end: int) -> bool:
    return view.sentence_at(end - 1)[0] == start


def trailing_adjectives(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield adjectives left over after a time at the end: "… last year steady and stable."."""
    for at in positions:
        found = _LEFT_OVER.match(view.low, at)
        if found and is_adjective(found[1]) and is_adjective(found[2]):
            yield Hit(found.start(1), found.end(2))
