"""Titles and paragraphs with the wrong mark at their end, or with none."""

from __future__ import annotations

from mtcheck.engine.analysis.finite_verbs import TOKEN, has_finite_verb, has_sure_verb
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_ASKS = lazy(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|whether)\b"
    r"|(?:^|[,:;\"|] ?\"?)(?:and |but |so |or |then |now )?(?:is|are|was|were|am|do|does|did|has"
    r"|have|had|can|could|will|would|shall|should|may|might|must|\w+n't|right|maybe|perhaps)\b"
)
_TALK = ("i ", "you ", "we ", "see ", "see,", "so ", "and ", "but ", "or ")
"""Beginnings of questions that are spoken as statements ("So you were there?")."""
_SEPARATOR = lazy(r".*(?:[|:] ?| - |[\N{EM DASH}\N{EN DASH}])")
_LEAST = 120
"""Code points of a paragraph that must end with a stop."""
_LONGEST_QUESTION = 240


def block_ends(view: View) -> dict[str, list[Hit]]:
    """Return what is wrong at the end of blocks: use as `view.once(block_ends)`.

    `no-stop`: the last word of a paragraph of several sentences that ends without a stop;
    `statement-question`: the question mark of a headline, or of a line by itself, that is put as a
    statement.
    """
    text = view.text
    found: dict[str, list[Hit]] = {"no-stop": [], "statement-question": []}
    for index, (kind, start, end) in enumerate(view.blocks):
        last = text[end - 1]
        if last == "?":
            if _is_statement(view, index):
                found["statement-question"].append(Hit(end - 1, end, (".",)))
        elif last.islower() and end - start >= _LEAST and kind == "paragraph":
            hit = _missing_stop(view, start, end)
            if hit is not None:
                found["no-stop"].append(hit)
    return found


def _missing_stop(view: View, start: int, end: int) -> Hit | None:
    text = view.text
    last, _ = view.sentence_at(end - 1)
    if last <= start + 40 or text[last - 2] != "." or end - last < 40:
        return None
    words = [word for word in text[last:end].split() if word[0].isalpha()]
    if sum(word[0].isupper() for word in words) * 3 > len(words):
        return None
    if " - " in text[last:end] or "|" in text[last:end]:
        return None
    at = text.rindex(" ", start, end) + 1
    if text[at].islower() and has_finite_verb(TOKEN.findall(text[last:end])):
        return Hit(at, end, (text[at:end] + ".",))
    return None


def _is_statement(view: View, index: int) -> bool:
    """Whether a block that ends with a question mark asks nothing."""
    text = view.text
    kind, start, end = view.blocks[index]
    if kind not in ("title", "paragraph") or end - start > _LONGEST_QUESTION:
        return False
    if kind == "paragraph" and index > 1 and not _alone(view, start, end):
        return False
    if text[start] in "\"'" or '?"' in text[start:end]:
        return False
    separator = _SEPARATOR.match(text, start, end - 1)
    begin = separator.end() if separator else start
    clause = text[begin:end]
    if _ASKS.search(clause.lower()) or clause.lower().startswith(_TALK):
        return False
    tokens = TOKEN.findall(clause)
    return len(tokens) > 5 and has_sure_verb(tokens) and has_finite_verb(tokens)


def _alone(view: View, start: int, end: int) -> bool:
    return view.sentence_at(end - 1)[0] == start
