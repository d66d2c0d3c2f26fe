"""OpenDocument texts (.odt, of LibreOffice): what is in `content.xml`, which is `Document.raw`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.build import document_of
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.odt.body import Body
from mtcheck.formats.odt.styles import Styles
from mtcheck.formats.zipped import SIGNATURE, Archive, members_replaced, xml_of
from mtcheck.text.document import Document, Part
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

__all__ = ["adjusted", "escaped", "looks_like", "read", "write"]

_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_TEXT = lazy(r"xmlns:?([^\s=]*)\s*=\s*[\"']urn:oasis:names:tc:opendocument:xmlns:text:1\.0[\"']")
_SPACES = lazy(r"^ | $|(?<= ) |\t|\r\n|[\r\n]")


def looks_like(head: bytes) -> bool:
    """Whether a file begins as OpenDocument texts do."""
    return head.startswith(SIGNATURE) and _MIME in head[:120]


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of an OpenDocument text.

    Raises InputError when it is none, damaged, encrypted, or larger than the limits `unpacked`,
    `ratio` and `depth` allow.
    """
    if not file.data.startswith(SIGNATURE):
        raise InputError(f"{file.name}: this is no OpenDocument text (.odt)")
    archive = Archive(file.data, file.name, options)
    depth = limit(options, "depth")
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise InputError(f"{file.name}: it is encrypted; save it without a password")
    raw = xml_of(archive, _CONTENT)
    styles, part = Styles(), _STYLES
    try:
        if _STYLES in archive:
            styles.add(xml_of(archive, _STYLES), depth)
        part = _CONTENT
        styles.add(raw, depth)
        body = Body(raw, styles)
        passages = body.read(Span(0, len(raw)), depth)
    except xml.XmlError as error:
        raise InputError(f"{file.name}: {part}, character {error.at + 1}: {error}") from None
    notes: tuple[str, ...] = ()
    if body.left_out:
        notes = (f"not read: {body.left_out} notes or text boxes, each inside of a sentence",)
    yield document_of(raw, passages)._replace(
        name=file.name, parts=(Part(_CONTENT, 0),), notes=notes
    )


def escaped(text: str) -> str:
    """Return a text as XML has it; InputError for a character that XML cannot have."""
    return xml.escaped(text)


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits with line breaks, tabs, and spaces that would not show, as elements."""
    match = _TEXT.search(document.raw)
    prefix = f"{match[1]}:" if match and match[1] else ""

    def element(found: str) -> str:
        name = {" ": "s", "\t": "tab"}.get(found, "line-break")
        return f"<{prefix}{name}/>"

    return [Edit(span, _SPACES.sub(lambda found: element(found[0]), text)) for span, text in edits]


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of the file after edits of its raw text.

    Only the text is packed anew; everything else stays as it is to the byte.
    """
    return members_replaced(data, document, edits)
