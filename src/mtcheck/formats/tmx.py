"""TMX 1.4, the memory of translations: its English is read, a unit a paragraph.

https://www.ttt.org/oscarStandards/tmx/tmx14b.html
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

_NAMES = {"http://www.lisa.org/tmx14": ""}
_CODES = (":bpt", ":ept", ":ph", ":it", ":ut")
_TEXTS = (":sub",)


def looks_like(head: bytes) -> bool:
    """Whether a file begins like a TMX."""
    return b"<tmx" in head[:2048]


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a file: its English segments, the first other language beside them.

    InputError, with the line, when it is no XML.
    """
    yield read_units(file, options, _NAMES, _units)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments of a file, and the notes of its units."""
    yield from xml_comments(document.raw)
    yield from notes(document.raw, _NAMES, (":tu",), ":note")


def _units(raw: str, rest: Iterator[xml.Token]) -> Iterator[Unit]:
    english: list[Segment] = []
    others: list[Segment] = []
    language = ""
    for token in rest:
        if token.kind == "open" and token.name == ":tuv":
            said = token.attributes
            language = said.get("xml:lang") or said.get("lang") or ""
        elif token.kind == "open" and token.name == ":seg":
            found = segment(raw, rest, ":seg", _CODES, _TEXTS)
            is_english = language.lower().replace("_", "-").split("-")[0] == "en"
            (english if is_english else others).append(found)
        elif token.kind == "close" and token.name == ":tu":
            yield Unit(english, others[:1])
            english, others = [], []
