"""PO, the catalogues of gettext: the translations (`msgstr`) are read, the originals kept beside.

The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.bilingual import Unit, document_of
from mtcheck.formats.comments import Comment
from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.fields import Value
from mtcheck.formats.file import File, Options
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

_LINE = lazy(
    r'\ufeff?[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?[ \t]*)?(".*")?[ \t]*\Z'
)
_ENDS = lazy(r"(\r\n|\r|\n)")  # of lines; they stand between them
_ESCAPE = lazy(
    r'"[ \t]*(?:\r?\n|\r)[ \t]*"|</?[A-Za-z][^<>"\r\n]*>'
    r"|(?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}))+|\\."
)
_PLACEHOLDER = lazy(r"%(?:\(\w+\))?[-+ #0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j)?[a-zA-Z]|\{\w*[^{}\s]*\}")
_HEADER = lazy(r'(?m)^[ \t]*msgid[ \t]*""\s*msgstr(?>[ \t]*)((?>(?:"[^\r\n]*"(?>\s*))+))')
_REMARK = lazy(r"^[ \t]*(#[ \t]+([^\r\n]*))", re.MULTILINE)
_CHARSET = lazy(r"charset=([\w.:-]+)")
_SAID = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Text(NamedTuple):
    """A text of an entry: its keyword, and its content with the marks between its lines."""

    keyword: str
    content: Span


def looks_like(head: bytes) -> bool:
    """Whether a file begins like a catalogue: with comments and an entry."""
    lines = [line.strip() for line in head.splitlines()]
    said = [line for line in lines if line and not line.startswith(b"#")]
    return bool(said) and said[0].startswith((b'msgid "', b'msgctxt "'))


def escaped(text: str) -> str:
    """Return `text` as it stands between the quotation marks of a catalogue."""
    return "".join(_WRITTEN.get(character, character) for character in text)


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return a catalogue after edits of its raw text, in its own encoding; where that cannot hold
    them, in UTF-8, and its header says so."""
    encoded, used = document.encode(apply_edits(document.raw, edits)[0])
    header = _HEADER.search(document.raw)
    said = _CHARSET.search(document.raw, *header.span(1)) if header else None
    if used == document.encoding or said is None:
        return encoded
    edits = sorted([*edits, Edit(Span(*said.span(1)), "UTF-8")], key=lambda edit: edit.span)
    return document.encode(apply_edits(document.raw, edits)[0])[0]


def read(file: File, options: Options) -> Iterator[Document | bytes]:
    """Yield the one document of a catalogue: a text each translation, in order.

    Its `source` holds the originals. Headers, entries without translation
    and obsolete ones are left out. Raises InputError for a line that is none of a catalogue.
    """
    header = _HEADER.search(file.data[:4096].replace(b"\0", b"").decode("latin-1"))
    said = _CHARSET.search(header[1]) if header else None
    declared = said[1] if said and said[1].lower() != "charset" else None
    raw, encoding, notes = decode(file.data, file.name, options.encoding or declared)
    value = partial(_value, raw, encoding=encoding)
    units: list[Unit] = []
    for entry in _entries(raw, file.name):
        ids = [text for text in entry if text.keyword in ("msgid", "msgid_plural")]
        strings = [text for text in entry if text.keyword == "msgstr"]
        if ids and len(ids[0].content):  # the header has an empty one
            units += (
                Unit(value(text), value(ids[min(number, len(ids) - 1)]))
                for number, text in enumerate(strings)
            )
    document = document_of(raw, units)
    if document is None:
        yield file.data
    else:
        codes = tuple(Span(*m.span()) for m in _PLACEHOLDER.finditer(document.text))
        yield document._replace(name=file.name, encoding=encoding, notes=notes, unchecked=codes)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the remarks of translators (`# `), each with the entry that it belongs to."""
    raw = document.raw
    ends = [entry[-1].content.end for entry in _entries(raw, document.name)]
    for match in _REMARK.finditer(raw):
        at = bisect_right(ends, match.start())
        before = ends[at - 1] if at else 0
        entry = Span(before, ends[at]) if at < len(ends) else None
        yield Comment(Span(*match.span(1)), match[2], entry, entry)


def _value(raw: str, text: Text, encoding: str) -> Value:
    return Value((text.keyword,), text.content, tuple(_escapes(raw, text.content, encoding)))


def _escapes(raw: str, content: Span, encoding: str) -> Iterator[Edit]:
    for found in _ESCAPE.finditer(raw, content.start, content.end):
        span = Span(found.start(), found.end())
        if found[0][0] != "\\":
            yield Edit(span, "")
        elif found[0][1] in "01234567" or (found[0][1] == "x" and len(found[0]) > 2):
            said = (int(n[1:], 16) if n[0] == "x" else int(n, 8) for n in found[0].split("\\")[1:])
            # A number is a byte, and some characters take several.
            yield Edit(span, bytes(n & 0xFF for n in said).decode(encoding, "replace"))
        else:
            yield Edit(span, _SAID.get(found[0][1], found[0][1]))


def _entries(raw: str, name: str) -> Iterator[list[Text]]:
    """Yield the texts of each entry; a new one begins at a context, or an id after a string."""
    entry: list[Text] = []
    at = 0
    for number, line in enumerate(_ENDS.split(raw), 1):
        start, at = at, at + len(line)
        ink = line.strip().lstrip(BYTE_ORDER_MARK)
        if number % 2 == 0 or not ink or ink.startswith("#"):
            continue
        found = _LINE.match(line)
        if found is None or not (found[1] or entry):
            raise InputError(f"{name}:{number // 2 + 1}: this is no line of a PO catalogue")
        if found[1] in ("msgctxt", "msgid") and entry and entry[-1].keyword != "msgctxt":
            yield entry
            entry = []
        marks = found.span(2)
        if found[1]:
            content = Span(start + marks[0] + 1, start + marks[1] - 1) if found[2] else Span(at, at)
            entry.append(Text(found[1], content))
        else:
            last = entry[-1]
            first = last.content.start if len(last.content) else start + marks[0] + 1
            entry[-1] = last._replace(content=Span(first, start + marks[1] - 1))
    if entry:
        yield entry
