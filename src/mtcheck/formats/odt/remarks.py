"""The comments of an OpenDocument text: each is about the paragraphs that it hangs at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mtcheck.formats import xml
from mtcheck.formats.comments import Comment
from mtcheck.formats.file import File
from mtcheck.formats.odt.styles import NAMES
from mtcheck.text.document import Document
from mtcheck.text.span import Span

COMMENT_SIGN = "annotation"
"""The element that is a comment."""

_PARAGRAPHS = ("text:p", "text:h")


@dataclass
class _Annotation:
    """A comment: where it stands, the begins of the paragraphs in which the words begin and end
    that it is about, what it says, and the name that its end repeats."""

    span: Span
    first: int
    last: int
    name: str
    texts: list[str] = field(default_factory=list)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments (annotations) of a text."""
    raw = document.raw
    open_: list[int] = []  # where the paragraphs begin that are open
    ends: dict[int, int] = {}  # of paragraphs, by where they begin
    found: list[_Annotation] = []
    inside: _Annotation | None = None
    for token in xml.scan(raw, NAMES, depth=len(raw)):
        is_open = token.kind == "open"
        if token.name in _PARAGRAPHS:
            if is_open:
                open_.append(token.start)
            else:
                ends[open_.pop()] = token.end
            if inside is not None and not is_open:
                inside.texts.append("\n")
        elif token.name == "office:annotation" and is_open and open_:
            name = token.attributes.get("office:name", "")
            inside = _Annotation(Span(token.start, token.end), open_[-1], open_[-1], name)
            found.append(inside)
        elif token.name == "office:annotation" and inside is not None:
            inside.span = Span(inside.span.start, token.end)
            inside = None
        elif inside is not None and token.kind in ("text", "cdata") and open_[-1] != inside.first:
            text = raw[token.start : token.end]
            inside.texts.append(xml.unescaped(text) if token.kind == "text" else text)
        elif token.name == "office:annotation-end" and is_open and open_:
            name = token.attributes.get("office:name", "")
            for each in found:
                each.last = open_[-1] if name and each.name == name else each.last
    for each in found:
        own = Span(each.first, max(ends[each.first], ends[each.last]))
        yield Comment(each.span, "".join(each.texts), own)
