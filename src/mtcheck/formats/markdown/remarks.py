"""The comments of a Markdown text, which are those of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.formats.comments import Comment
from mtcheck.formats.html.tokens import comments_in as html_comments
from mtcheck.formats.markdown.parser import AT, PLACES, Parsed
from mtcheck.formats.markdown.walk import Source
from mtcheck.text.lazy import lazy
from mtcheck.text.span import Span

_MARGIN = lazy(r"\n[ \t>]*")  # what a quotation or a list puts before each line


def comments_in(source: Source, found: Parsed) -> Iterator[Comment]:
    """Yield the comments in what markdown-it says of a source. Code has none."""
    text = source.text
    lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    for token in found.tokens:
        if token.type == "html_block" and token.map:
            first, last = lines[token.map[0]], lines[min(token.map[1], len(lines) - 1)]
            yield from _in_block(source, first, text[first:last])
        for child in token.children or ():
            if child.type == "html_inline" and child.content.startswith("<!--"):
                at = child.meta[AT]
                places = [token.meta[PLACES][at], token.meta[PLACES][at + len(child.content)]]
                span = Span(*map(source.raw, places))
                yield Comment(span, child.content.removeprefix("<!--").removesuffix("-->"))


def _in_block(source: Source, first: int, block: str) -> Iterator[Comment]:
    for span, said in html_comments(block):
        raw = Span(source.raw(first + span.start), source.raw(first + span.end))
        yield Comment(raw, _MARGIN.sub("\n", said))
