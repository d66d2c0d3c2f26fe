"""HTML and XHTML: what a reader of the page reads, and where it stands in the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats.encoding import Decoded, decode
from mtcheck.formats.file import File, Options
from mtcheck.formats.html.article import article_of
from mtcheck.formats.html.charset import declared_encoding
from mtcheck.formats.html.flow import document_of
from mtcheck.formats.html.references import escaped
from mtcheck.formats.html.unchecked import unchecked_of
from mtcheck.formats.html.walk import walk
from mtcheck.formats.html.writing import fitted
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit, apply_edits

__all__ = ["escaped", "looks_like", "read", "write"]

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>(?:\s|(?><!--.*?-->)|<\?xml[^>]*>)*)"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|h[1-6]|p|div|table)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_OWN = re.compile('<meta name="generator" content="mtcheck">')
_HEAD = 2048  # code points that a page of our own says this in
_XML = re.compile(r"<\?xml\s")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a page, or a piece of one."""
    return _BEGINNING.match(head) is not None


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a page; InputError when it cannot be decoded, or when its article
    is asked for and what finds it is not installed."""
    raw, encoding, notes = _decoded(file, options.encoding)
    if _OWN.search(raw, 0, _HEAD):
        note = "this is a page that mtcheck wrote, and it is not read"
        yield document_of(raw, (), ())._replace(name=file.name, encoding=encoding, notes=(note,))
        return
    walked = walk(raw, xml=_is_xml(file.name, raw), with_attributes=options.attributes)
    chosen, left_out = article_of(file.name, raw, walked, options.whole_page)
    reasons, left_alone = unchecked_of(raw, chosen)
    yield document_of(raw, chosen, reasons)._replace(
        name=file.name,
        encoding=encoding,
        notes=(*notes, *walked.notes, *left_out, *left_alone),
    )


def _decoded(file: File, said: str | None) -> Decoded:
    """Return the text of a page: by what the user says, a byte-order mark, the page, its bytes."""
    data, name = file.data, file.name
    if said is not None:
        return decode(data, name, said)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = None if marked else declared_encoding(data)
    if declared is None:
        return decode(data, name)
    try:
        return decode(data, name, declared)
    except InputError:
        found = decode(data, name)
    note = f"the page says that it is in {declared}, and it is not; read as {found.encoding}"
    return found if found.notes else found._replace(notes=(note,))


def _is_xml(name: str, raw: str) -> bool:
    """Whether a page is read by the rules of XHTML, as a browser reads a file of that name."""
    lower = name.lower()
    if lower.endswith((".html", ".htm")):
        return False
    return lower.endswith((".xhtml", ".xht")) or _XML.match(raw.lstrip("\ufeff")) is not None


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return a page after edits of its raw text, in its own encoding: what that cannot hold is
    written as a reference."""
    raw = document.raw
    made = apply_edits(raw, fitted(raw, edits, xml=_is_xml(document.name, raw)))[0]
    return made.encode(document.encoding, "xmlcharrefreplace")
