"""Replacements that fit where they are put: the article before the found words goes with them.

"a <new crown>" cannot become "a epidemic", nor "the <concerned office>" "the the office in charge".
Where an article no longer fits, it belongs to what has to be replaced: the finding is
"<a new crown>", its replacement "an epidemic". Where it fits, the finding stays as it was.
"""

from __future__ import annotations

import re

from mtcheck.text.articles import article_before
from mtcheck.text.lazy import lazy

_BEFORE = lazy(r"(?<![\w'.-])(an?|the) ([\"'“‘]?)$", re.IGNORECASE)
"""An article right before a place, or before the quotation mark that opens there."""
_LAST = 6  # code points: "the", a space, a quotation mark, what is before
_INSIDE = lazy(r"(?:(?<![\w'.-])an?|\AA[Nn]?)(?= (\S+))")
_AT_END = lazy(r"(?<![\w'.-])an?\Z")
_DETERMINER = lazy(
    r"(?:an?|the|this|that|these|those|my|your|his|her|its|our|their|each|every|no|some)"
    r"(?![\w'-])",
    re.IGNORECASE,
)
_NEXT = 24  # code points behind a place that show how the next word begins
_OPENS = (".", "!", "?", ":", '"', "'", "“", "‘", "”", "’", ")", "(", "\n")


_TWICE_RIGHT = frozenset({"that", "had", "in", "on", "up", "out", "is"})
"""Words that English says twice: "turned himself in in March", "goes on on the front"."""


def without_doubles(text: str, start: int, end: int, words: str) -> str:
    """Return `words` less their first and last word where it stands beside the place already.

    "at <a hair>" becomes "at the last moment", also where the suggestion is "at the last moment".
    """
    first, space, rest = words.partition(" ")
    if space and _is_said(first, text[max(0, start - len(first) - 2) : start], before=True):
        words = rest
    rest, space, last = words.rpartition(" ")
    if space and _is_said(last, text[end : end + len(last) + 2], before=False):
        words = rest
    return words


def _is_said(word: str, beside: str, *, before: bool) -> bool:
    low = word.lower()
    if low in _TWICE_RIGHT or not word[-1].isalnum() or not word[0].isalnum():
        return False
    edge = beside[:1] if before else beside[-1:]
    said = beside[-len(word) - 1 :] if before else beside[: len(word) + 1]
    wanted = f"{low} " if before else f" {low}"
    return said.lower() == wanted and (len(beside) < len(word) + 2 or not edge.isalnum())


def in_place(
    text: str, start: int, end: int, replacements: list[str]
) -> tuple[int, int, tuple[str, ...]]:
    """Return where a finding begins and ends, and its replacements, made to fit there.

    `text` is what a view has to the letter, `start` and `end` are in its code points. Replacements
    that come out alike are one.
    """
    after = text[end : end + _NEXT]
    fitted = [
        with_right_articles(without_doubles(text, start, end, words), after)
        for words in replacements
    ]
    found = _BEFORE.search(text[max(0, start - _LAST) : start]) if fitted else None
    if found:
        at = start - len(found[0])
        article, gap = found.groups()
        # "Plan A for", "vitamin A": a letter.
        if article.islower() or not at or text[:at].rstrip(" ")[-1:] in _OPENS:
            joined = [_joined(article, gap, words) for words in fitted]
            if joined != [found[0] + words for words in fitted]:
                return at, end, tuple(dict.fromkeys(joined))
    return start, end, tuple(dict.fromkeys(fitted))


def _joined(article: str, gap: str, words: str) -> str:
    if _DETERMINER.match(words):
        first = words[:1].upper() if article[0].isupper() else words[:1]
        return f"{gap}{first}{words[1:]}"
    return f"{_fitting(article, words)} {gap}{words}"


def with_right_articles(words: str, after: str) -> str:
    """Return `words` with each *a* and *an* in it as the next word wants; `after` follows them."""
    words = _INSIDE.sub(lambda found: _fitting(found[0], found[1]), words)
    last = _AT_END.search(words)
    return words[: last.start()] + _fitting(last[0], after.lstrip()) if last else words


def _fitting(article: str, words: str) -> str:
    """Return *a* or *an*, as `words` want it, in the capitals of `article`."""
    wanted = article_before(words)
    if wanted is None or article.lower() in (wanted, "the"):
        return article
    return wanted.capitalize() if article[0].isupper() else wanted
