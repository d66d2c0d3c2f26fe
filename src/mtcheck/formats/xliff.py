"""XLIFF 1.2 and 2.x: the targets are read, a unit a paragraph, the sources kept beside.

1.2: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
2.1: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats import xml
from mtcheck.formats.comments import Comment
from mtcheck.formats.file import File, Options
from mtcheck.formats.xmlcomments import notes, xml_comments
from mtcheck.formats.xmlunits import Segment, Unit, adjusted, read_units, segment, write
from mtcheck.text.document import Document

__all__ = ["adjusted", "comments", "escaped", "looks_like", "read", "write"]

escaped = xml.escaped

_NAMES = {
    "urn:oasis:names:tc:xliff:document:1.1": "x",
    "urn:oasis:names:tc:xliff:document:1.2": "x",
    "urn:oasis:names:tc:xliff:document:2.0": "x",
}
_UNITS = ("x:trans-unit", "x:unit")
_CODES = ("x:bpt", "x:ept", "x:ph", "x:it", "x:x", "x:bx", "x:ex", "x:cp", "x:sc", "x:ec")
_TEXTS = ("x:sub",)
_OTHERS = ("x:alt-trans", "x:matches", "x:notes", "x:originalData")


def looks_like(head: bytes) -> bool:
    """Whether a file begins like XLIFF."""
    return b"<xliff" in head[:2048]


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a file. InputError, with the line, when it is no XML."""
    yield read_units(file, options, _NAMES, _units)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments of a file, and the notes of its units."""
    yield from xml_comments(document.raw)
    yield from notes(document.raw, _NAMES, _UNITS, "x:note")


def _units(raw: str, rest: Iterator[xml.Token]) -> Iterator[Unit]:
    for token in rest:
        if token.kind == "open" and token.name in _UNITS:
            unit = _unit(raw, rest, token)
            if token.attributes.get("translate") != "no":
                yield unit


def _unit(raw: str, rest: Iterator[xml.Token], opened: xml.Token) -> Unit:
    targets: list[Segment] = []
    sources: list[Segment] = []
    beside = 0  # how many elements are open that hold other translations, or remarks
    for token in rest:
        if token.name in _OTHERS:
            beside += 1 if token.kind == "open" else -1
        elif token.kind == "close" and token.name == opened.name:
            break
        elif token.kind == "open" and not beside and token.name in ("x:source", "x:target"):
            found = segment(raw, rest, token.name, _CODES, _TEXTS)
            (targets if token.name == "x:target" else sources).append(found)
    return Unit(targets, sources)
