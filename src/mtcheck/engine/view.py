"""What rules read of a document: three aligned strings, its blocks, sentences and words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

from mtcheck.text.document import Block, BlockKind, Document
from mtcheck.text.language import foreign
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, OffsetMap, apply_edits
from mtcheck.text.segment import sentences_of, words
from mtcheck.text.span import Span

T = TypeVar("T")

_STRAIGHT = {
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}": '"',
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{IDEOGRAPHIC SPACE}": " ",
    "\t": " ",
}
_SPACE_RUN = lazy(r"\s{2,}|[\r\n]")
_TWO_SPACES = lazy(r"\s\s")
_ASCII = lazy(r"[\x00-\x7f]+")
_RARE_SPACES = "\t\v\f\x1c\x1d\x1e\x1f"


class View:
    """A document as rules see it.

    `exact`, `text` and `low` have the same length and the same coordinates. In `exact` only white
    space is changed: a run inside a block is one character, what lies between two blocks is one
    line feed, and there is no other line feed. `text` has straight quotation marks, plain spaces
    and plain hyphens besides; `low` is `text` in lower case. `odd` are the characters of the
    document that are not ASCII: to look for a rare one takes no more.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.odd = _odd_characters(doc.text)
        self.exact, self.offsets = _squeeze(doc, self.odd)
        if doc.unchecked:
            self.exact = _hidden(self.exact, [self.offsets.to_new(s) for s in doc.unchecked])
        self.text = _fold(self.exact, self.odd)
        self.low = _lower(self.text, self.odd)
        self.blocks = _blocks(doc, self.offsets)
        self._starts = [start for _, start, _ in self.blocks]
        self._memo: dict[Callable[[View], Any], Any] = {}

    def once(self, analyse: Callable[[View], T]) -> T:
        """Return `analyse(self)`, computed the first time only."""
        try:
            return cast(T, self._memo[analyse])
        except KeyError:
            found = self._memo[analyse] = analyse(self)
            return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as (start, end), in text order; code blocks have none."""
        prose = [(start, end) for kind, start, end in self.blocks if kind != "code"]
        return sentences_of(self.exact, prose)

    @cached_property
    def foreign(self) -> list[tuple[int, int, str]]:
        """Blocks that are not English as (start, end, language), in text order."""
        return [
            (start, end, language)
            for kind, start, end in self.blocks
            if kind != "code" and (language := foreign(self.exact[start:end]))
        ]

    @property
    def english_sentences(self) -> list[tuple[int, int]]:
        """The sentences of the blocks that are English."""
        if not self.foreign:
            return self.sentences
        left = {start for start, _, _ in self.foreign}
        return [(a, b) for a, b in self.sentences if self.block_at(a)[1] not in left]

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Words of the whole text as (start, end)."""
        return words(self.exact)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_index(self, position: int) -> int:
        """Return the index in `sentences` of the one that holds `position`, or the one before."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that holds `position`, or of the one before it."""
        return self.sentences[self.sentence_index(position)]

    def block_index(self, position: int) -> int:
        """Return the index in `blocks` of the one that holds `position`, or the one before."""
        return max(0, bisect_right(self._starts, position) - 1)

    def block_at(self, position: int) -> tuple[str, int, int]:
        """Return (kind, start, end) of the block that holds `position`, or of the one before it."""
        return self.blocks[max(0, bisect_right(self._starts, position) - 1)]

    @cached_property
    def unchecked(self) -> list[tuple[int, int]]:
        """Stretches in which nothing is found, as (start, end), apart and in text order: blocks of
        code, and what the document says."""
        code = [(start, end) for kind, start, end in self.blocks if kind == "code"]
        said = [(s.start, s.end) for s in map(self.offsets.to_new, self.doc.unchecked)]
        found: list[tuple[int, int]] = []
        for start, end in sorted([*code, *said]):
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def is_checked(self, start: int, end: int) -> bool:
        """Whether neither end of `[start, end)` lies inside an unchecked stretch."""
        for at in (start, max(start, end - 1)):
            index = bisect_right(self.unchecked, at, key=lambda stretch: stretch[0])
            if index and at < self.unchecked[index - 1][1]:
                return False
        return True

    def raw_span(self, start: int, end: int) -> Span:
        """Return the span of the document's raw text behind `[start, end)` of the view."""
        if self.offsets.is_identity and self.doc.offsets.is_identity and end <= len(self.exact):
            return Span(start, end)
        return self.doc.raw_span(self.offsets.to_old(Span(start, end)))


def _hidden(text: str, stretches: list[Span]) -> str:
    """Return the text with a word of as many letters, which no rule knows, for each stretch."""
    pieces: list[str] = []
    at = 0
    for span in stretches:
        pieces += (text[at : span.start], "x" * len(span))
        at = span.end
    return "".join(pieces) + text[at:]


def _odd_characters(text: str) -> frozenset[str]:
    return frozenset() if text.isascii() else frozenset(_ASCII.sub("", text))


def _squeeze(doc: Document, odd: frozenset[str]) -> tuple[str, OffsetMap]:
    """Return the text with its white space made regular, and how that maps to `doc.text`."""
    text, at = doc.text, 0
    if _is_regular(doc, odd):
        return text, OffsetMap.identity(len(text))
    edits: list[Edit] = []
    for block in doc.blocks:
        edits += _gap(text, at, block.span.start)
        edits += (
            Edit(Span(m.start(), m.end()), " ")
            for m in _SPACE_RUN.finditer(text, block.span.start, block.span.end)
        )
        at = block.span.end
    edits += _gap(text, at, len(text))
    return apply_edits(text, edits)


def _is_regular(doc: Document, odd: frozenset[str]) -> bool:
    """Whether blocks are the lines of the text and no white space comes in runs: no edit needed."""
    text, at = doc.text, 0
    for block in doc.blocks:
        if block.span.start != at:
            return False
        at = block.span.end + 1
    if at != len(text) + 1 or len(doc.blocks) != text.count("\n") + 1:
        return False
    if "  " in text or "\r" in text:
        return False
    rare = any(map(str.isspace, odd)) or any(space in text for space in _RARE_SPACES)
    return not (rare and _TWO_SPACES.search(text))


def _blocks(doc: Document, offsets: OffsetMap) -> list[tuple[BlockKind, int, int]]:
    if offsets.is_identity:
        return [(_kind(b), b.span.start, b.span.end) for b in doc.blocks]
    return [(_kind(b), (s := offsets.to_new(b.span)).start, s.end) for b in doc.blocks]


def _kind(block: Block) -> BlockKind:
    """Return the kind of a block as rules see it: a cell of a table need not be a sentence."""
    return "caption" if block.kind == "cell" else block.kind


def _gap(text: str, start: int, end: int) -> list[Edit]:
    """The edit that turns what lies between two blocks into one line feed."""
    if text[start:end] == "\n" or (start == end and start in (0, len(text))):
        return []
    return [Edit(Span(start, end), "\n")]


def _fold(text: str, odd: frozenset[str]) -> str:
    for character, plain in _STRAIGHT.items() if odd else ():
        if character in odd:
            text = text.replace(character, plain)
    return text.replace("\t", " ")


def _lower(text: str, odd: frozenset[str]) -> str:
    if not text.isascii() and (kept := "".join(odd)).lower() == kept:
        # Nothing but ASCII has capitals: bytes are lowered ten times as fast.
        return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    low = text.lower()
    if len(low) == len(text):
        return low
    # A few capitals grow when lowered (U+0130); they stay as they are to keep the alignment.
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
