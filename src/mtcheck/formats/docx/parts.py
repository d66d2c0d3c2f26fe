"""The parts of a Word document: which there are, and what each refers to (ECMA-376, part 2)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.zipped import SIGNATURE, Archive, xml_of

NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
"""The namespaces of Word, as most write them and as the strict variant does."""

READ = ("officeDocument", "footnotes", "endnotes")
"""The parts that are read, in this order, by what relates the main part to them."""

_CFB = b"\xd0\xcf\x11\xe0"
_MAIN = "word/document.xml"


class TextPart(NamedTuple):
    """A part that is read: its name, its XML, and where its links lead by their ids."""

    name: str
    raw: str
    links: dict[str, str]


class Parts(NamedTuple):
    """The parts of a document that matter here: those with text, and those of its styles and of
    its lists."""

    texts: list[TextPart]
    styles: TextPart | None
    lists: TextPart | None


class Relation(NamedTuple):
    """What a part relates to: the last word of the type, and the name of the other part."""

    kind: str
    target: str
    external: bool


def opened(file: File, options: Options) -> Parts:
    """Return the parts of a document; InputError when it is none, or damaged."""
    name, data = file.name, file.data
    if data.startswith(_CFB):
        raise InputError(
            f"{name}: this is an old Word document (.doc), or one with a password; save it as "
            ".docx without a password"
        )
    if not data.startswith(SIGNATURE):
        raise InputError(f"{name}: this is no Word document (.docx)")
    archive = Archive(data, name, options)
    package = relations(archive, "", options)
    found = [r.target for r in package.values() if r.kind == "officeDocument"]
    main = found[0] if found else _MAIN
    if main not in archive:
        raise InputError(f"{name}: this is no Word document: {main} is missing")
    related = relations(archive, main, options)
    texts = [_text_part(archive, main, related)]
    others: dict[str, TextPart] = {}
    for kind in READ[1:]:
        for relation in related.values():
            if relation.kind == kind and not relation.external and relation.target in archive:
                inner = relations(archive, relation.target, options)
                texts.append(_text_part(archive, relation.target, inner))
    for relation in related.values():
        if relation.kind in ("styles", "numbering") and relation.target in archive:
            raw = xml_of(archive, relation.target)
            others[relation.kind] = TextPart(relation.target, raw, {})
    return Parts(texts, others.get("styles"), others.get("numbering"))


def broken(file: str, part: str, error: xml.XmlError, start: int = 0) -> InputError:
    """Return the error of a part whose XML is broken; it begins at `start` of what was scanned."""
    return InputError(f"{file}: {part}, character {error.at - start + 1}: {error}")


def _text_part(archive: Archive, name: str, related: dict[str, Relation]) -> TextPart:
    links = {id_: r.target for id_, r in related.items() if r.kind == "hyperlink"}
    return TextPart(name, xml_of(archive, name), links)


def relations(archive: Archive, part: str, options: Options) -> dict[str, Relation]:
    """Return what a part relates to by id; the parts that the document begins with for ""."""
    folder, last = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{last}.rels")
    if name not in archive:
        return {}
    found: dict[str, Relation] = {}
    try:
        for token in xml.scan(xml_of(archive, name), NAMES, depth=limit(options, "depth")):
            if token.kind == "open" and token.name == "rel:Relationship":
                said = token.attributes
                external = said.get("TargetMode") == "External"
                target = said.get("Target", "")
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = said.get("Type", "").rpartition("/")[2]
                found[said.get("Id", "")] = Relation(kind, target, external)
    except xml.XmlError as error:
        raise broken(archive.name, name, error) from None
    return found
