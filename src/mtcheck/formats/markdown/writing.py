"""New text for a Markdown file: what would be a mark where it comes to stand gets a backslash."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from string import digits, punctuation

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from mtcheck.formats.markdown import parsed
from mtcheck.formats.markdown.parser import AT, PLACES
from mtcheck.formats.markdown.walk import Source
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

_PERHAPS = lazy(r"[\\`*_~\[\]<&|!#]")
_ENTITY = lazy(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_LINE_MARK = lazy(
    r"[ \t]*(?:(?P<first>#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[=-]+[ \t]*$|~~~|```"
    r"|(?P<line>[-_*])(?:[ \t]*(?P=line)){2,}[ \t]*$|[:|]?-+:?[ \t]*(?:\||$)|\[[^\]]*\]:)"
    r"|\d{1,9}(?P<stop>[.)])(?=\s|$))"
)
_DELIMITER = lazy(r"[*_~]")
_EMPHASIS = frozenset(
    f"{name}_{side}" for name in ("em", "strong", "s") for side in ("open", "close")
)
_LABEL = lazy(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_LONGEST_ENTITY = 40
_LONGEST_NUMBER = 10  # digits; nine make a list


def fitted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a Markdown raw text, whose texts are plain, as they have to be made.

    Emphasis that is left empty goes, and a link that is found by its own text keeps its target.
    """
    found: list[Edit] = []
    for edit, after in zip_longest(edits, edits[1:]):
        room = Span(
            found[-1].span.end if found else 0, after.span.start if after else len(document.raw)
        )
        if _is_code(document, edit):
            found.append(edit)
        else:
            found += _fitted(document, edit, room)
    return sorted([*found, *_kept_links(document, edits)], key=lambda edit: edit.span)


def escaped(text: str, before: str, after: str) -> str:
    """Return a plain text with backslashes, to stand between two stretches of Markdown."""
    whole = before + text + after
    made: list[str] = []
    at, end = len(before), len(before) + len(text)
    for match in _PERHAPS.finditer(whole, at, end):
        if _is_mark(whole, match.start(), end):
            made += (whole[at : match.start()], "\\")
            at = match.start()
    return "".join(made) + whole[at:end]


def _is_mark(text: str, at: int, end: int) -> bool:
    """Whether the character at `at` can be markup; the new text goes to `end`."""
    mark, left, right = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    apart = (not left or left.isspace()) and (not right or right.isspace())
    match mark:
        case "\\":
            return not right or right in "\r\n" or right in punctuation
        case "*":
            return not apart
        case "_":
            return not apart and not (left.isalnum() and right.isalnum())
        case "~":
            return "~" in (left, right)
        case "<":
            return right.isalnum() or right in ("/", "!", "?")
        case "&":
            return _ENTITY.match(text, at) is not None
        case "!":
            return at == end - 1 and right == "["
        case "#":
            return not text[at:end].strip("# ") and (end == len(text) or text[end] in "\r\n#")
    return True


def _is_code(document: Document, edit: Edit) -> bool:
    """Whether an edit is one of code or an address, where a backslash is a backslash."""
    if not document.unchecked or not len(edit.span):
        return False
    shown = document.offsets.to_new(edit.span)
    at = bisect_right(document.unchecked, shown.start, key=lambda span: span.start) - 1
    return at >= 0 and shown.start < document.unchecked[at].end


def _fitted(document: Document, edit: Edit, room: Span) -> Iterator[Edit]:
    """Yield an edit as it has to be made; nothing is edited in `room` but by it."""
    raw = document.raw
    (start, end), text = edit
    text = " ".join(re.split("[\r\n]+", text))
    line_end = _line_end(raw, end)
    if end == line_end and text != raw[start:end]:
        text = text.rstrip(" \t")
    if not text:
        start, end = _emptied(document, start, end, room)
    made = escaped(text, raw[max(0, start - 1) : start], raw[end : end + _LONGEST_ENTITY])
    rest = raw[end : min(line_end, room.end)]
    if raw.endswith("\\", 0, start) and not _is_hidden(document, start - 1, 1):
        after = (made + rest)[:1]
        if not after or after in punctuation:  # the backslash would become a mark itself
            made = "\\" + made
    before = raw[max(0, start - _LONGEST_NUMBER) : start]
    lead = before[len(before.rstrip(digits)) :]  # "5" becomes a list where a stop comes behind it
    begins = _begins_line(document, start - len(lead))
    mark = _LINE_MARK.match(lead + made + rest) if begins else None
    at = None if mark is None else mark.start("first" if mark["first"] else "stop") - len(lead)
    if at is not None and at < len(made):
        made, at = made[:at] + "\\" + made[at:], None
    if made != raw[start:end]:
        yield Edit(Span(start, end), made)
    if at is not None:
        place = end + at - len(made)
        if not _is_hidden(document, place, 1):
            yield Edit(Span(place, place), "\\")


def _line_end(raw: str, at: int) -> int:
    return min((p for p in (raw.find("\n", at), raw.find("\r", at)) if p >= 0), default=len(raw))


def _begins_line(document: Document, at: int) -> bool:
    """Whether nothing that a reader reads stands before `at` in its line of the raw text."""
    start = max(document.raw.rfind("\n", 0, at), document.raw.rfind("\r", 0, at)) + 1
    return not document.offsets.to_new(Span(start, at)).of(document.text).strip()


def _emptied(document: Document, start: int, end: int, room: Span) -> tuple[int, int]:
    """Return what is deleted when `[start, end)` of raw is: with the marks of emphasis in which
    nothing is left."""
    if not _DELIMITER.match(document.raw, end):
        return start, end
    pairs = {
        (opening.end, closing.start): (opening.start, closing.end)
        for opening, closing in _emphasis(document.raw)
        if opening.start >= room.start and closing.end <= room.end
    }
    while (start, end) in pairs:
        start, end = pairs[start, end]
    return start, end


@lru_cache(maxsize=1)
def _emphasis(raw: str) -> list[tuple[Span, Span]]:
    """Return where the opening and the closing marks of emphasis stand in a raw text."""
    source, found = parsed(raw)
    pairs: list[tuple[Span, Span]] = []
    for token in found.tokens:
        places = [source.raw(place) for place in token.meta.get(PLACES, ())]
        opened: list[Span] = []
        for child in token.children or ():
            if child.type not in _EMPHASIS:
                continue
            # Of the two marks of strong emphasis the inner one is the token.
            at, length = child.meta[AT], len(child.markup)
            if child.nesting > 0:
                end = at + (length if child.type == "s_open" else 1)
                opened.append(Span(places[end - length], places[end]))
            else:
                pairs.append((opened.pop(), Span(places[at], places[at + length])))
    return pairs


def _is_hidden(document: Document, start: int, length: int) -> bool:
    return not document.offsets.to_new(Span(start, start + length)).of(document.text).strip()


def _kept_links(document: Document, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the labels of links that are found by the text that is edited: `[text]`, `[text][]`."""
    if "]:" not in document.raw:
        return
    source, found = parsed(document.raw)
    starts = [edit.span.start for edit in edits]
    for token in found.tokens:
        opened: list[int] = []
        for child in token.children or ():
            if child.type == "link_open" and "label" in child.meta:
                opened.append(child.meta[AT])
                label = str(child.meta["label"])
            elif child.type == "link_close" and opened:
                begin, end = opened.pop(), child.meta[AT]
                places = [source.raw(token.meta[PLACES][at]) for at in (begin, end)]
                first = bisect_left(starts, places[0])
                if first < len(starts) and starts[first] <= places[1]:
                    yield from _kept(token, begin, end, label, source)


def _kept(token: Token, begin: int, end: int, label: str, source: Source) -> Iterator[Edit]:
    content, after = token.content, end + 1
    own = " ".join(content[begin:end].split())
    said = _LABEL.match(content, after)
    if said and normalizeReference(said[1]) == label and said[1].strip():
        return  # [text][label]
    closed = after + len("[]") if content.startswith("[]", after) else after
    places = token.meta[PLACES]
    yield Edit(Span(source.raw(places[after]), source.raw(places[closed])), f"[{own}]")
