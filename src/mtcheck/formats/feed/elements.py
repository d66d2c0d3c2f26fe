"""The elements of an entry of a feed, and the two layers that the text in them is written in.

HTML stands in a feed as text of its XML: escaped a second time (`&lt;p&gt;`, `&amp;amp;`), or in a
CDATA section. In Atom it may also be XHTML, elements among the others. All of it is told from the
raw text of the entry alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.entities import html5
from typing import Literal, NamedTuple

from mtcheck.formats import xml
from mtcheck.formats.html.tokens import Token, Tokens, attributes
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

Kind = Literal["text", "html", "xhtml"]

_OPENED = lazy(r"<(?:([^\s<>/:]+):)?(item|entry)[\s/>]")
_CLOSED = lazy(r"</(?:([^\s<>/:]+):)?(item|entry)\s*>\Z")
_NAMED = {name[:-1]: text for name, text in html5.items() if name.endswith(";")}
"""The names of HTML, which many a feed has without declaring them."""


class Element(NamedTuple):
    """A child of an entry: its name as `--text-field` says it, how its text is written (None for
    what is no text), and where its tag and its content stand in the raw text of the entry.

    `edits` make of the content what its XML says; `sections` are the CDATA sections in it.
    """

    name: str
    kind: Kind | None
    tag: Token
    content: Span
    edits: list[Edit]
    sections: list[Span]

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    def said(self, raw: str) -> str:
        """Return what the XML says."""
        pieces: list[str] = []
        at = self.content.start
        for (start, end), text in self.edits:
            pieces += (raw[at:start], text)
            at = end
        return "".join(pieces) + raw[at : self.content.end]

    def attribute(self, raw: str, name: str) -> str | None:
        """Return the value of an attribute, None without it."""
        return _attributes(raw, self.tag).get(name)


def children(raw: str) -> Iterator[Element]:
    """Yield the elements of an entry, or of its begin or its end, in order; XmlError for a
    reference that is not known."""
    opened, closed = _OPENED.match(raw), _CLOSED.search(raw, max(0, len(raw) - 100))
    found = opened or closed
    prefix, is_atom = (found[1] or "", found[2] == "entry") if found else ("", False)
    depth, around = 0, 1 if opened else 0  # elements that are open, and those around the children
    inside: list[Token] = []
    for token in Tokens(raw, xml=True):
        if token.kind == "end":
            depth -= 1
            if depth == around and inside:
                yield _element(raw, inside, token, prefix, is_atom=is_atom)
                inside = []
                continue
        if inside or (token.kind == "start" and depth == around):
            inside.append(token)
        if token.kind == "start":
            if not raw.endswith("/>", token.start, token.end):
                depth += 1
            elif depth == around and inside:
                yield _element(raw, inside, token, prefix, is_atom=is_atom)
                inside = []


def _element(raw: str, tokens: list[Token], end: Token, prefix: str, *, is_atom: bool) -> Element:
    tag, *inside = tokens
    content = Span(tag.end, max(tag.end, end.start))
    name = tag.name.removeprefix(f"{prefix}:") if prefix else tag.name
    kind = _kind(raw, tag, name, is_atom=is_atom)
    edits = _stripped(inside, end) if kind == "xhtml" else list(_said(raw, inside, content))
    sections = [Span(t.start, t.end) for t in inside if t.kind == "cdata"]
    return Element(name, kind, tag, content, edits, sections)


def _kind(raw: str, tag: Token, name: str, *, is_atom: bool) -> Kind | None:
    """Return how the text of an element is written: RSS has HTML, Atom says it (RFC 4287, 3.1)."""
    if not is_atom or ":" in name:
        return "html"
    said = _attributes(raw, tag).get("type", "text").lower()
    if said in ("html", "text/html"):
        return "html"
    if said in ("xhtml", "application/xhtml+xml"):
        return "xhtml"
    return "text" if said == "text" or said.startswith("text/") else None


def _said(raw: str, tokens: list[Token], content: Span) -> Iterator[Edit]:
    """Yield the edits that decode text: references, and what stands between the pieces of it.

    Tags stay: what they are is HTML that somebody forgot to escape.
    """
    at = content.start
    for token in tokens:
        if token.kind not in ("text", "cdata", "start", "end"):
            continue
        if token.start > at:
            yield Edit(Span(at, token.start), "")
        if token.kind == "text":
            for start, end, text in xml.references(raw, token.start, token.end, _NAMED):
                yield Edit(Span(start, end), text)
        at = token.end
    if content.end > at:
        yield Edit(Span(at, content.end), "")


def _stripped(tokens: list[Token], end: Token) -> list[Edit]:
    """Return the edits that take the prefix of XHTML from its tags: pages have none."""
    first = next((token for token in tokens if token.kind == "start"), end)
    prefix, colon, _ = first.name.partition(":")
    if not colon:
        return []
    return [
        Edit(Span(at, at + len(prefix) + 1), "")
        for token in tokens
        if token.kind in ("start", "end") and token.name.startswith(f"{prefix}:")
        for at in (token.start + 1 + (token.kind == "end"),)
    ]


def _attributes(raw: str, tag: Token) -> dict[str, str]:
    return {
        a.name: xml.unescaped(raw[a.start : a.end], tag.start).strip() for a in attributes(raw, tag)
    }
