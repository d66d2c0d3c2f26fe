"""A walk through a page, tag by tag: what is seen, what it is, and what is not to be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.formats.html import elements as of
from mtcheck.formats.html.flow import Context, Flow, Passage
from mtcheck.formats.html.listing import ListNumbers, settle_items
from mtcheck.formats.html.tag import Tag, known_tag
from mtcheck.formats.html.tokens import Token, Tokens
from mtcheck.formats.html.tree import OpenElements
from mtcheck.text.document import BlockKind

_LONG = 200
"""Code points of a tag that is not kept: few of them are written twice."""


class Region(NamedTuple):
    """A part of the page: the element, and the region around it (None: the page)."""

    name: str
    around: int | None


class Walked(NamedTuple):
    """What was found: passages, the regions they lie in by number, remarks, and whether the file is
    a whole page with what pages have around an article."""

    passages: list[Passage]
    regions: list[Region]
    notes: list[str]
    is_page: bool


def walk(raw: str, *, xml: bool = False, with_attributes: bool = False) -> Walked:
    """Return the passages of a page in its order.

    `xml` reads it by the rules of XHTML; `with_attributes` adds the values of `alt` and `title`.
    """
    walker = _Walker(raw, xml=xml, with_attributes=with_attributes)
    return walker.walk()


class _Walker:
    def __init__(self, raw: str, *, xml: bool, with_attributes: bool) -> None:
        self.raw = raw
        self.xml = xml
        self.with_attributes = with_attributes
        self.tokens = Tokens(raw, xml=xml)
        self.flow = Flow(raw)
        self.open = OpenElements(xml=xml)
        self.ends_block = (self._end_block_if_seen,)
        self.unseen = 0
        self.preserved = 0
        self.rows: list[int] = []
        self.lists: list[ListNumbers] = []
        self.cells = 0
        self.layout: set[int] = set()
        self.regions = [Region("", None)]
        self.layers: dict[str, dict[int, object]] = {
            name: {0: getattr(self.flow, name)}
            for name in ("context", "link", "why_unchecked", "region")
        }
        self.entered = 0
        self.seen_names: set[str] = set()
        self.notes: list[str] = []

    def walk(self) -> Walked:
        tokens = self.tokens
        for token in tokens:
            kind, start, end, _ = token
            if kind == "text" or kind == "cdata":
                if not self.unseen:
                    preserved = self.preserved > 0
                    self.flow.text(start, end, preserved=preserved, references=kind == "text")
            elif kind == "start":
                self._start(token)
            elif kind == "end":
                self._end(token)
            elif kind == "raw":
                self._raw(token)
            elif kind == "unfinished":
                self._unfinished(token.name, token.start)
            tokens.sections = self.xml or self.open.in_foreign
        self.open.pop_to(0)
        self.flow.end_block()
        self._settle_cells()
        settle_items(self.flow.passages)
        if self.flow.left_out:
            self.notes.append(
                f"{self.flow.left_out} of the attributes alt and title stand inside a sentence "
                "and were not read"
            )
        # A page in XML is a chapter of a book more often than one of the web.
        is_page = not self.xml and not self.seen_names.isdisjoint(("html", "body"))
        is_page = is_page and not self.seen_names.isdisjoint({*of.FURNITURE, "script", "header"})
        return Walked(self.flow.passages, self.regions, self.notes, is_page)

    def _start(self, token: Token) -> None:
        name = "img" if token.name == "image" and not self.open.in_foreign else token.name
        self.seen_names.add(name)
        if name in ("html", "head", "body") and not self.open.in_foreign:
            self._end_block_if_seen()
            return
        if not self.open.started(name):
            return
        if name in ("td", "th") and self.open.innermost("tr") < self.open.innermost("table"):
            self._open(Tag("", "tr"), token)
        source = self.raw[token.start : token.end]
        tag = known_tag(source, name) if len(source) < _LONG else Tag(source, name)
        if name in of.VOID and not self.open.in_foreign:
            self._void(tag, token)
            return
        self._open(tag, token)
        if self.xml or self.open.top_is_foreign:
            if self.raw.startswith("/>", token.end - 2):
                self.open.pop_to(self.open.innermost(name))
        elif name in of.RAW_TEXT:
            self.tokens.text_only = name

    def _void(self, tag: Tag, token: Token) -> None:
        if self.unseen:
            return
        if tag.name == "br":
            self.flow.line_break(token.start, token.end, preserved=self.preserved > 0)
        elif tag.name == "hr":
            self.flow.end_block()
        if self.with_attributes and not tag.is_unseen:
            self._asides(tag, token)

    def _open(self, tag: Tag, token: Token) -> None:
        """Open an element: set what holds inside of it, and remember how to take that back."""
        undo: Sequence[Callable[[], object]] = ()
        name = tag.name
        if tag.is_unseen or self.open.in_foreign:
            self.unseen += 1
            undo = (self._seen_again,)
        elif not self.unseen:
            if tag.is_block:
                self.flow.end_block()
                undo = self.ends_block
            if self.with_attributes:
                self._asides(tag, token)
            if name == "table" and self.flow.context.cell is not None:
                self.layout.add(self.flow.context.cell)
            if not tag.is_plain:
                undo = (*undo, *self._inside(tag))
        if name == "table":
            self.rows.append(0)
            undo = (*undo, self.rows.pop)
        elif name == "tr" and self.rows:
            self.rows[-1] += 1
        elif name in of.LISTS:
            self.lists.append(ListNumbers(tag))
            undo = (*undo, self.lists.pop)
        self.open.push(name, undo)

    def _inside(self, tag: Tag) -> Iterator[Callable[[], object]]:
        """Set what holds for the text inside of an element; yield how to take that back."""
        if tag.kind is not None:
            yield self._enter("context", self._context(tag.kind, tag))
        if tag.is_preserved:
            self.preserved += 1
            yield self._folded_again
        link = tag.link
        if link is not None:
            yield self._enter("link", link)
        why = tag.why_unchecked
        if why is not False:
            yield self._enter("why_unchecked", why)
        if tag.name in of.REGIONS:
            self.regions.append(Region(tag.name, self.flow.region))
            yield self._enter("region", len(self.regions) - 1)

    def _context(self, kind: BlockKind, tag: Tag) -> Context:
        cell, level = self.flow.context.cell, 0
        if kind == "title":
            level = of.HEADINGS[tag.name]
        elif kind == "list-item":
            level = max(1, len(self.lists))
            number = self.lists[-1].next(tag) if self.lists else None
            return Context(kind, level, cell, number)
        elif kind == "quotation":
            level = self.open.count("blockquote") + 1
        elif kind == "cell":
            self.cells += 1
            level, cell = (self.rows[-1] if self.rows else 1), self.cells
            return Context(kind, level, cell, role="head" if tag.name == "th" else "")
        return Context(kind, level, cell)

    def _asides(self, tag: Tag, token: Token) -> None:
        for start, end in tag.asides:
            self.flow.aside(token.start + start, token.start + end)

    def _enter(self, name: str, value: object) -> Callable[[], None]:
        """Set what holds for the text from here on; the result takes it back, in whatever order."""
        layers = self.layers[name]
        self.entered += 1
        key = self.entered
        layers[key] = value
        setattr(self.flow, name, value)

        def leave() -> None:
            del layers[key]
            setattr(self.flow, name, next(reversed(layers.values())))

        return leave

    def _seen_again(self) -> None:
        self.unseen -= 1

    def _folded_again(self) -> None:
        self.preserved -= 1

    def _end_block_if_seen(self) -> None:
        if not self.unseen:
            self.flow.end_block()

    def _end(self, token: Token) -> None:
        name = token.name
        self.open.ended(name)
        if name == "br" and not self.xml:
            self._void(Tag("", name), token)
        elif name == "p":
            self._end_block_if_seen()

    def _raw(self, token: Token) -> None:
        """Take the content of an element whose content is text only; two of them are drawn."""
        if not self.unseen and token.name in ("xmp", "plaintext"):
            self.flow.text(token.start, token.end, preserved=True, references=False)
        if token.end == len(self.raw) and token.name != "plaintext":
            self._unfinished(f"<{token.name}>", token.start)

    def _unfinished(self, what: str, at: int) -> None:
        if self.raw[at:].strip():
            line = self.raw.count("\n", 0, at) + 1
            self.notes.append(
                f"the {what} that begins in line {line} is never closed; what follows is not read"
            )

    def _settle_cells(self) -> None:
        """Cells of several blocks, or with a table in them, lay out the page: their blocks are
        paragraphs."""
        inside: dict[int, int] = {}
        for passage in self.flow.passages:
            cell = passage.context.cell
            if cell is not None:
                inside[cell] = inside.get(cell, 0) + 1
        several = self.layout | {cell for cell, number in inside.items() if number > 1}
        for passage in self.flow.passages:
            if passage.context.kind == "cell" and passage.context.cell in several:
                passage.context = Context()
