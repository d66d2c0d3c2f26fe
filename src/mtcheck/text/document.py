"""A document: what the file holds, what a reader reads, and how the two lie on each other."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from mtcheck.text.offsets import OffsetMap
from mtcheck.text.segment import split_sentences
from mtcheck.text.span import Span

BlockKind = Literal["title", "paragraph", "list-item", "quotation", "caption", "code"]


class Block(NamedTuple):
    """A stretch of `Document.text` that a reader sees as one piece."""

    kind: BlockKind
    span: Span


class _Fields(NamedTuple):
    raw: str
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    name: str = "<text>"
    language: str = "en"
    source: Document | None = None
    notes: tuple[str, ...] = ()
    encoding: str = "utf-8"


class Document(_Fields):
    """One text to check.

    `raw` is the file's bytes decoded, no newline changed; `text` is what a reader reads;
    `offsets` maps raw (before) to text (after); `blocks` are disjoint, in text order, in code
    points of `text`. `notes` are one-sentence remarks about reading it (an assumed encoding);
    `encoding` is what its bytes were decoded with.
    """

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in text order, in code points of `text`; none crosses a block."""
        found: list[Span] = []
        for block in self.blocks:
            if block.kind != "code":
                found += (
                    Span(a, b)
                    for a, b in split_sentences(self.text, block.span.start, block.span.end)
                )
        return tuple(found)

    def raw_span(self, span: Span) -> Span:
        """Return the span of `raw` that `span` of `text` came from."""
        return self.offsets.to_old(span)

    def encode(self, raw: str) -> tuple[bytes, str]:
        """Return `raw`, a changed version of this raw text, as bytes, and their encoding.

        That is the file's, a byte-order mark being part of `raw`; what it cannot hold makes the
        whole of it UTF-8, rather than a question mark.
        """
        try:
            return raw.encode(self.encoding), self.encoding
        except UnicodeEncodeError:
            return raw.encode("utf-8", "surrogatepass"), "utf-8"
