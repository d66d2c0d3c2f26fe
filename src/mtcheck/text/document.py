"""A document: what the file holds, what a reader reads, and how the two lie on each other."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from mtcheck.text.lines import LineIndex
from mtcheck.text.offsets import OffsetMap
from mtcheck.text.segment import split_sentences
from mtcheck.text.span import Span

BlockKind = Literal["title", "paragraph", "list-item", "quotation", "caption", "cell", "code"]
BlockRole = Literal["", "head", "more"]


class Block(NamedTuple):
    """A stretch of `Document.text` that a reader sees as one piece.

    `level` is what its kind counts, from 1: how deep a title or a list item stands, in which row of
    its table a cell. It is 0 where that is not known. `number` is that of an item of an ordered
    list, None in others and where the text itself says it. `role` is "head" for a cell that heads
    others, and "more" for what goes on with the list item before.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    number: int | None = None
    role: BlockRole = ""


class Link(NamedTuple):
    """A stretch of `Document.text` that leads to `target`."""

    span: Span
    target: str


class Part(NamedTuple):
    """A member of a container (a DOCX, an EPUB): its name, and where it starts in `Document.raw`,
    in which the members stand one behind the other."""

    name: str
    start: int


class Place(NamedTuple):
    """Where something stands in a file: code points before it, its line and column from 1."""

    code_point: int = 0
    line: int = 1
    column: int = 1


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
    format: str = "text"
    first: Place = Place()
    record: str = ""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    unchecked: tuple[Span, ...] = ()
    aligned: tuple[tuple[Span, Span], ...] = ()


class Document(_Fields):
    """One text to check.

    `raw` is the file's bytes decoded, no newline changed; `text` is what a reader reads;
    `offsets` maps raw (before) to text (after); `blocks` are disjoint, in text order, in code
    points of `text`. `notes` are one-sentence remarks about reading it (an assumed encoding);
    `encoding` is what its bytes were decoded with, `format` the name of the format it was read
    from. A file may hold many documents: `first` is where `raw` starts in the file, `record` what
    this document is called there. `source` is what it was translated from, where the file says it,
    and `aligned` which stretch of `text` translates which stretch of the source's text.
    `unchecked` are the stretches of `text` that a reader sees but that are no English prose: code
    inside a sentence, words marked as another language; in text order, apart from each other. Rules
    see a word there that they do not know.
    """

    @property
    def title(self) -> str:
        """The name of the file, and of the record where the file holds many."""
        return f"{self.name} [{self.record}]" if self.record else self.name

    @property
    def lines(self) -> LineIndex:
        """The lines of `raw`, counted as the file's."""
        return LineIndex(self.raw, self.first.line, self.first.column)

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
