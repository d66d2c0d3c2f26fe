"""Books (.epub): the chapters in the order of reading, each read as a page of XHTML.

`Document.raw` is the XHTML of the chapters, one behind the other. Which they are and in what order
is said by the package document (EPUB 3.3, section 5).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.file import File, Options
from mtcheck.formats.html.flow import Passage, document_of
from mtcheck.formats.html.references import escaped
from mtcheck.formats.html.unchecked import unchecked_of
from mtcheck.formats.html.walk import walk
from mtcheck.formats.html.writing import fitted
from mtcheck.formats.limits import limit
from mtcheck.formats.zipped import SIGNATURE, Archive, members_replaced, xml_of
from mtcheck.text.document import Document, Part
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

__all__ = ["escaped", "looks_like", "read", "write"]

_MIME = b"mimetypeapplication/epub+zip"
_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_NAMES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "ocf",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_CHAPTERS = ("application/xhtml+xml", "text/html")


class _Item(NamedTuple):
    path: str
    kind: str
    is_contents: bool


def looks_like(head: bytes) -> bool:
    """Whether a file begins as books do."""
    return head.startswith(SIGNATURE) and _MIME in head[:120]


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a book.

    Raises InputError when it is none, damaged, encrypted, or larger than the limits `unpacked` and
    `ratio` allow.
    """
    if not file.data.startswith(SIGNATURE):
        raise InputError(f"{file.name}: this is no book (.epub)")
    archive = Archive(file.data, file.name, options)
    depth = limit(options, "depth")
    chapters, left_out = _chapters(archive, depth)
    locked = _encrypted(archive, depth)
    raws: list[str] = []
    parts: list[Part] = []
    passages: list[Passage] = []
    notes: list[str] = []
    at = 0
    for path in chapters:
        if path in locked:
            raise InputError(f"{file.name}: {path} is encrypted and cannot be read")
        raw = xml_of(archive, path)
        walked = walk(raw, xml=True, with_attributes=options.attributes)
        for passage in walked.passages:
            passage.move(at)
        passages += walked.passages
        notes += (f"{path}: {note}" for note in walked.notes)
        parts.append(Part(path, at))
        raws.append(raw)
        at += len(raw)
    if left_out:
        notes.append(f"not read: {left_out} chapters that are no XHTML")
    whole = "".join(raws)
    reasons, left_alone = unchecked_of(whole, passages)
    yield document_of(whole, passages, reasons)._replace(
        name=file.name, parts=tuple(parts), notes=(*notes, *left_alone)
    )


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of the file after edits of its raw text.

    Only the chapters with edits are packed anew; everything else stays as it is to the byte.
    """
    made: list[Edit] = []
    ends = [part.start for part in document.parts[1:]] + [len(document.raw)]
    for (_, start), end in zip(document.parts, ends, strict=True):
        here = [_moved_edit(e, -start) for e in edits if start <= e.span.start < end]
        chapter = fitted(document.raw[start:end], here, xml=True)
        made += (_moved_edit(edit, start) for edit in chapter)
    return members_replaced(data, document, made)


def _moved_edit(edit: Edit, by: int) -> Edit:
    return edit._replace(span=Span(edit.span.start + by, edit.span.end + by))


def _chapters(archive: Archive, depth: int) -> tuple[list[str], int]:
    """Return the names of the chapters in the order of reading, and how many cannot be read."""
    package = next(
        (
            token.attributes.get("full-path", "")
            for token in _tags(archive, _CONTAINER, depth)
            if token.name.endswith(":rootfile")
        ),
        "",
    )
    items: dict[str, _Item] = {}
    spine: list[str] = []
    for token in _tags(archive, package, depth):
        said = token.attributes
        if token.name == "opf:item":
            path = posixpath.join(posixpath.dirname(package), unquote(said.get("href", "")))
            contents = "nav" in said.get("properties", "").split()
            kind = said.get("media-type", "")
            items[said.get("id", "")] = _Item(posixpath.normpath(path), kind, contents)
        elif token.name == "opf:itemref":
            spine.append(said.get("idref", ""))
    found = [items[id_] for id_ in dict.fromkeys(spine) if id_ in items]
    chapters = [item.path for item in found if item.kind in _CHAPTERS and not item.is_contents]
    if not chapters:
        raise InputError(f"{archive.name}: {package} names no chapter that can be read")
    return list(dict.fromkeys(chapters)), sum(item.kind not in _CHAPTERS for item in found)


def _encrypted(archive: Archive, depth: int) -> set[str]:
    """Return the names of the members that are encrypted; those of fonts do no harm."""
    if _ENCRYPTION not in archive:
        return set()
    return {
        unquote(token.attributes.get("URI", ""))
        for token in _tags(archive, _ENCRYPTION, depth)
        if token.name == "enc:CipherReference"
    }


def _tags(archive: Archive, name: str, depth: int) -> Iterator[xml.Token]:
    """Yield the opening tags of a member; InputError when it is missing or broken."""
    try:
        for token in xml.scan(xml_of(archive, name), _NAMES, depth=depth):
            if token.kind == "open":
                yield token
    except xml.XmlError as error:
        raise InputError(f"{archive.name}: {name}, character {error.at + 1}: {error}") from None
