"""Word documents (.docx): the text of the body, of footnotes and of endnotes.

`Document.raw` is the XML of these parts, one behind the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats.build import Passage, document_of
from mtcheck.formats.docx import parts
from mtcheck.formats.docx.back import adjusted, write
from mtcheck.formats.docx.body import Body
from mtcheck.formats.docx.numbering import Numbering
from mtcheck.formats.docx.paragraphs import Paragraph, joined, passages, place_in_list
from mtcheck.formats.docx.remarks import COMMENT_SIGN, comments
from mtcheck.formats.docx.styles import Styles, read_styles
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.xml import XmlError, escaped
from mtcheck.formats.zipped import SIGNATURE
from mtcheck.text.document import Document, Part
from mtcheck.text.span import Span

__all__ = ["COMMENT_SIGN", "adjusted", "comments", "escaped", "looks_like", "read", "write"]


def looks_like(head: bytes) -> bool:
    """Whether a file begins as Word documents do."""
    return head.startswith(SIGNATURE) and b"word/" in head


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a Word file.

    Raises InputError when it is no Word document, damaged, encrypted, or larger than the limits
    `unpacked`, `ratio` and `depth` allow.
    """
    found = parts.opened(file, options)
    depth = limit(options, "depth")
    raw = "".join(part.raw for part in found.texts)
    styles = _styles(found.styles, file.name, depth)
    lists = _lists(found.lists, file.name, depth)
    at = 0
    members: list[Part] = []
    shown: list[Passage] = []
    boxes = missing = 0
    for part in found.texts:
        body = Body(raw, styles, part.links)
        try:
            body.walk(Span(at, at + len(part.raw)), depth)
        except XmlError as error:
            raise parts.broken(file.name, part.name, error, at) from None
        made, left_out = _passages(raw, body.story.paragraphs, styles, lists)
        shown += made
        boxes += left_out
        missing += body.missing
        members.append(Part(part.name, at))
        at += len(part.raw)
    yield document_of(raw, shown)._replace(
        name=file.name, parts=tuple(members), notes=tuple(_notes(boxes, missing))
    )


def _styles(part: parts.TextPart | None, name: str, depth: int) -> Styles:
    if part is None:
        return Styles()
    try:
        return read_styles(part.raw, depth)
    except XmlError as error:
        raise parts.broken(name, part.name, error) from None


def _lists(part: parts.TextPart | None, name: str, depth: int) -> Numbering:
    found = Numbering()
    if part is not None:
        try:
            found.read(part.raw, depth)
        except XmlError as error:
            raise parts.broken(name, part.name, error) from None
    return found


def _passages(
    raw: str, paragraphs: list[Paragraph], styles: Styles, lists: Numbering
) -> tuple[list[Passage], int]:
    """Return the passages of paragraphs, and how many boxes of text in them are not read."""
    groups = [paragraphs]  # and those of all boxes: they may lie deeper in each other than calls
    seen: list[list[Paragraph]] = []
    for group in groups:
        seen.append([p for p in joined(group) if not styles.sense(p.style).generated])
        for paragraph in seen[-1]:
            place = place_in_list(paragraph, styles.sense(paragraph.style))
            paragraph.number = lists.next(*place) if place else None
        groups += (box for paragraph in seen[-1] for _, box in paragraph.boxes)
    done: dict[int, list[Passage]] = {}
    left_out = 0
    for group, shown in zip(reversed(groups), reversed(seen), strict=True):
        found: list[Passage] = []
        for paragraph in shown:
            inner = [done.pop(id(box)) for _, box in paragraph.boxes]
            some, boxes = passages(paragraph, styles.sense(paragraph.style), raw, inner)
            found += some
            left_out += boxes
        done[id(group)] = found
    return done[id(paragraphs)], left_out


def _notes(boxes: int, missing: int) -> Iterator[str]:
    if boxes:
        yield f"not read: {boxes} text boxes, each inside of a sentence"
    if missing:
        yield f"not read: {missing} other documents that are put into this one"
