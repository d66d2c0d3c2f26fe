"""Lines and sentences of the web page around an article, described by patterns in the packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.engine.kind import Hit, RuleProblem
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

LINE_PROBLEMS = {
    "line": "a line of its own that fits one of `lines`: navigation, credits, copyright",
    "sentence": "a sentence that holds one of `words`: disclaimers of web sites",
    "words": "one of `words`, which English does not have",
}

_LONGEST_LINE = 160
_LONGEST_SMALL_PRINT = 9  # words; what is longer and ends with a stop is a sentence
_REST = r"[^\n]{0,90}"
_PARTS = {
    "…": _REST,
    "{name}": r"[A-Z][\w.&'’-]*(?:,?[ /][A-Z][\w.&'’-]*){0,3}",
    "{date}": (
        r"(?:\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\d{1,2} \w{3,9},? \d{4}|\w{3,9} \d{1,2},? \d{4})"
    ),
    "{number}": r"\d[\d.,]*",
    "(": r"[(\[【（]",
    ")": r"[)\]】）]",
}
_PART = lazy("|".join(re.escape(p) for p in _PARTS) + r"|\[(?P<optional>[^\]]*)\](?P<space> ?)")
_DECORATION = r"[\s•*>»›|–—.:…»-]*"
_FIXED = lazy(r"[^\W_]+(?:[ '’/&-]+[^\W_]+)*|©")
_LEAST_LITERAL = 2


def compile_lines(patterns: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return (literals, regular expressions) of line patterns.

    A pattern is the words of a line; `[…]` holds optional ones, `…` stands for anything or
    nothing, `{name}` for one to four capitalised words, `{date}` and `{number}` for such; round
    brackets for any brackets. Raises RuleProblem for one that has no words of its own.
    """
    literals: list[str] = []
    expressions: list[str] = []
    for pattern in patterns:
        fixed = _FIXED.findall(_PART.sub("\n", pattern))
        longest = max(fixed, key=len, default="")
        if len(longest) < _LEAST_LITERAL and longest != "©":
            raise RuleProblem("lines", f"{pattern!r} has no words by which to find it")
        literals.append(longest.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
        expressions.append(_expression(pattern))
    return literals, expressions


def _expression(pattern: str) -> str:
    out, at = [], 0
    for part in _PART.finditer(pattern):
        out.append(_words(pattern[at : part.start()]))
        if part["optional"] is not None:
            out.append(f"(?:{_words(part['optional'] + part['space'])})?")
        else:
            out.append(_PARTS[part[0]])
        at = part.end()
    out.append(_words(pattern[at:]))
    return "".join(out)


def _words(text: str) -> str:
    straight = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    # A wide colon stands for a colon and its space.
    wide = re.sub(r":(\\ )?", r"(?::\1|：\1?)", re.escape(straight))
    return f"(?i:{wide})" if text else ""


def line_finder(expressions: Sequence[str]) -> re.Pattern[str]:
    """Return what a whole line of furniture must match, given the output of `compile_lines`."""
    return lazy(rf"{_DECORATION}(?:{'|'.join(expressions)}){_DECORATION}")


def lines(view: View, positions: Sequence[int], pattern: re.Pattern[str]) -> Iterator[Hit]:
    """Yield the blocks with a literal in them that match `pattern` as a whole."""
    done = -1
    for position in positions:
        if position < done:
            continue
        kind, start, end = view.block_at(position)
        done = end
        if kind == "code" or end - start > _LONGEST_LINE:
            continue
        if pattern.fullmatch(view.text, start, end) and not _is_sentence(view, start, end):
            yield Hit(start, end, ("",))


def _is_sentence(view: View, start: int, end: int) -> bool:
    return (
        view.text[end - 1] == "."
        and view.text[end - 2 : end - 1] != "."
        and view.text.count(" ", start, end) + 1 >= _LONGEST_SMALL_PRINT
    )


def sentences(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the sentences in which the literals stand, each once."""
    done = -1
    for position in positions:
        if position < done:
            continue
        start, end = view.sentence_at(position)
        if start <= position < end:
            done = end
            yield Hit(start, end, ("",))


def words(
    view: View, positions: Sequence[int], known: Sequence[str], *, after_number: bool
) -> Iterator[Hit]:
    """Yield the `known` words (lower-case) at `positions`, as whole words."""
    for position in positions:
        for word in known:
            end = position + len(word)
            if not view.low.startswith(word, position) or view.low[end : end + 1].isalnum():
                continue
            if position and view.low[position - 1].isalnum():
                continue
            before = view.low[max(0, position - 2) : position]
            if not after_number or (before[:1].isdigit() and before[1:] == " "):
                yield Hit(position, end)


TAIL_PROBLEMS = {"teaser": "a headline of another article, among the links at the end of a page"}

_FURNITURE = lazy(
    r"(?:©|copyright\b|source: |you may (?:also )?like|read more|related (?:articles|news|stories)"
    r"|latest(?: news)?\Z|trend(?:s|ing)\b|most (?:read|popular)|share (?:on|this)|all news\b"
    r"|more (?:news|stories|on this)|follow us|previous article|next article|tags?: )"
)
_DISCLAIMER = lazy(r"\b(?:links?|external|endorse|responsib|views expressed|this (?:web)?site)")
_DISCLAIMING = (
    "link",
    "external",
    "endorse",
    "responsib",
    "views expressed",
    "website",
    "web site",
)
_STOPPED = lazy(r"[.!?][\"')\]]*\Z")
_LEAST_ARTICLE = 4
_LEAST_WORDS = 4


def tail(view: View) -> dict[str, list[Hit]]:
    """Return headlines in the tail of a web page; use as `view.once(tail)`.

    The tail is the run of last blocks that do not end a sentence (disclaimers let through). It is
    one when furniture stands in it, and an article of at least four sentences before it.
    """
    blocks = [(s, e) for kind, s, e in view.blocks if kind != "code"]
    first = len(blocks)
    while first and _is_loose(view, *blocks[first - 1]):
        first -= 1
    loose = [(s, e, bool(_FURNITURE.match(view.low, s, e))) for s, e in blocks[first:]]
    last = max((i for i, row in enumerate(loose) if row[2]), default=0)
    if not last or sum(_is_stopped(view, *block) for block in blocks[:first]) < _LEAST_ARTICLE:
        return {}
    hits: list[Hit] = []
    for start, end, furniture in loose[:last]:
        long = view.text.count(" ", start, end) + 1 >= _LEAST_WORDS
        if long and not furniture and not _is_disclaimer(view, start, end):
            hits.append(Hit(start, end, ("",)))
    return {"teaser": hits}


def _is_loose(view: View, start: int, end: int) -> bool:
    if end - start > _LONGEST_LINE * 2:
        return False
    return not _is_stopped(view, start, end) or _is_disclaimer(view, start, end)


def _is_stopped(view: View, start: int, end: int) -> bool:
    return _STOPPED.search(view.text, max(start, end - 4), end) is not None


def _is_disclaimer(view: View, start: int, end: int) -> bool:
    line = view.low[start:end]
    return any(word in line for word in _DISCLAIMING) and bool(_DISCLAIMER.search(line))
