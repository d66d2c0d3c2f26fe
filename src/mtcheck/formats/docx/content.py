"""The text of one text element of a Word document (`w:t`)."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats import xml
from mtcheck.formats.build import Piece
from mtcheck.text.lazy import lazy

SPACE = " \t\r\n"
_ODD = lazy(r"\r\n|[\t\r\n&]")


class Spaces:
    """Whether white space at the ends of a text counts where one is: `xml:space` says so, for all
    that is inside."""

    def __init__(self) -> None:
        self._said: list[tuple[int, bool]] = []

    @property
    def preserved(self) -> bool:
        """Whether it counts here."""
        return bool(self._said) and self._said[-1][1]

    def open(self, token: xml.Token, depth: int) -> None:
        """Take an opening tag, `depth` being how deep its element is."""
        if "xml:space" in token.source:
            self._said.append((depth, token.attributes.get("xml:space") == "preserve"))

    def close(self, depth: int) -> None:
        """Take the end of an element that is so deep."""
        while self._said and self._said[-1][0] >= depth:
            self._said.pop()


def pieces_of(raw: str, content: list[xml.Token], *, preserved: bool) -> Iterator[Piece]:
    """Yield the pieces of a text element; white space at its ends counts where it is preserved."""
    first, last = inked(raw, content, preserved=preserved)
    for token in content:
        start, end = max(first, token.start), min(last, token.end)
        if start >= end:
            continue
        if not _ODD.search(raw, start, end):
            yield Piece(start, end)
            continue
        at, is_text = start, token.kind == "text"
        known = {a: (b, c) for a, b, c in xml.references(raw, start, end)} if is_text else {}
        for match in _ODD.finditer(raw, start, end):
            here = match.start()
            if match[0] == "&" and not is_text:
                continue
            if here > at:
                yield Piece(at, here)
            at, text = known.get(here, (match.end(), " "))
            yield Piece(here, at, " " if text in SPACE else text)
        if end > at:
            yield Piece(at, end)


def inked(raw: str, content: list[xml.Token], *, preserved: bool) -> tuple[int, int]:
    """Return where what is read of a text element begins and ends."""
    if not content:
        return 0, 0
    first, last = content[0].start, content[-1].end
    if preserved:
        return first, last
    spans = [(t.start, t.end) for t in content if raw[t.start : t.end].strip(SPACE)]
    if not spans:
        return first, first
    start, end = spans[0]
    first = end - len(raw[start:end].lstrip(SPACE))
    start, end = spans[-1]
    return first, start + len(raw[start:end].rstrip(SPACE))
