"""Comments of XML and HTML, and the notes that translation files tie to a unit."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mtcheck.formats import xml
from mtcheck.formats.comments import Comment
from mtcheck.text.lazy import lazy
from mtcheck.text.span import Span

_COMMENT = lazy(r"<!--(?P<text>(?s:.*?))-->|<!\[CDATA\[(?s:.*?)\]\]>|<\?(?s:.*?)\?>|<[^!?]")


def xml_comments(raw: str) -> Iterator[Comment]:
    """Yield the comments of some XML that is known to be well-formed."""
    for match in _COMMENT.finditer(raw):
        if match["text"] is not None:
            yield Comment(Span(*match.span()), match["text"])


def notes(raw: str, names: xml.Names, units: Collection[str], note: str) -> Iterator[Comment]:
    """Yield the text of each element `note` inside of one of `units`, with the stretch of the unit;
    the names are those of `xml.scan`, and the XML is known to be well-formed."""
    unit: int | None = None
    begun: int | None = None
    texts: list[str] = []
    waiting: list[Comment] = []
    for token in xml.scan(raw, names, depth=len(raw)):
        if token.name in units:
            if token.kind == "open":
                unit = token.start
            elif unit is not None:
                span = Span(unit, token.end)
                yield from (each._replace(own=span, after=span) for each in waiting)
                unit, waiting = None, []
        elif token.name == note and unit is not None:
            if token.kind == "open":
                begun, texts = token.start, []
            elif begun is not None:
                waiting.append(Comment(Span(begun, token.end), "".join(texts)))
                begun = None
        elif begun is not None and token.kind in ("text", "cdata"):
            text = raw[token.start : token.end]
            texts.append(xml.unescaped(text) if token.kind == "text" else text)
