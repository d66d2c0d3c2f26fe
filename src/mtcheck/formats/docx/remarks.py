"""The comments of a Word document: each is about the paragraphs that it hangs at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.comments import Comment
from mtcheck.formats.docx.parts import NAMES, relations
from mtcheck.formats.file import File, Options
from mtcheck.formats.zipped import Archive, xml_of
from mtcheck.text.document import Document
from mtcheck.text.span import Span

COMMENT_SIGN = "commentReference"
"""The element that stands where a comment hangs."""

_MARKS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments of a document; each stands where the words begin that it is about."""
    said = _said(document, file)
    open_: list[int] = []  # where the paragraphs begin that are open
    ends: dict[int, int] = {}  # of paragraphs, by where they begin
    begun: dict[str, tuple[Span, int]] = {}  # by id: the mark, and the paragraph it stands in
    closed: dict[str, int] = {}  # by id: the paragraph in which the words end
    main_end = document.parts[1].start if len(document.parts) > 1 else len(document.raw)
    for token in xml.scan(document.raw, NAMES, end=main_end, depth=main_end):
        if token.name == "w:p":
            if token.kind == "open":
                open_.append(token.start)
            else:
                ends[open_.pop()] = token.end
        elif token.kind == "open" and open_ and token.name in _MARKS:
            id_ = token.attributes.get("w:id", "")
            begun.setdefault(id_, (Span(token.start, token.end), open_[-1]))
            closed.setdefault(id_, open_[-1])
            if token.name == "w:commentRangeEnd":
                closed[id_] = open_[-1]
    for id_, (mark, first) in begun.items():
        if id_ in said:
            yield Comment(mark, said[id_], Span(first, max(ends[first], ends[closed[id_]])))


def _said(document: Document, file: File) -> dict[str, str]:
    """Return what each comment says, by id, a line a paragraph."""
    found: dict[str, str] = {}
    if document.name != file.name:
        return found  # it is one of an archive, whose file this is
    # Where they are broken, the text can be read without them, and without them nothing is ignored.
    with suppress(xml.XmlError, InputError):
        archive = Archive(file.data, file.name, Options())
        for relation in relations(archive, document.parts[0].name, Options()).values():
            if relation.kind == "comments" and relation.target in archive:
                found |= _texts(xml_of(archive, relation.target))
    return found


def _texts(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    id_, is_text = "", False
    for token in xml.scan(raw, NAMES, depth=len(raw)):
        if token.name == "w:comment" and token.kind == "open":
            id_ = token.attributes.get("w:id", "")
            found[id_] = ""
        elif token.name == "w:t":
            is_text = token.kind == "open"
        elif token.name == "w:p" and token.kind == "close" and id_ in found:
            found[id_] += "\n"
        elif is_text and id_ in found and token.kind == "text":
            found[id_] += xml.unescaped(raw[token.start : token.end])
    return found
