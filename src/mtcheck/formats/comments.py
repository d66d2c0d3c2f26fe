"""Comments that speak to mtcheck: those of a file, in the form that its format has for comments."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.formats.file import File
from mtcheck.formats.reading import reader
from mtcheck.text.document import Document
from mtcheck.text.span import Span

MARK = "mtcheck:"
"""What a comment begins with that is meant for us."""


class Comment(NamedTuple):
    """A comment, its marks included, at `span` of a document's raw text, and what it says.

    `own` is the stretch of the raw text that the file itself ties it to (the paragraph of a remark
    in a Word document, the entry of a catalogue), and `after` the one that comes next; both are
    None where a format knows no such thing.
    """

    span: Span
    text: str
    own: Span | None = None
    after: Span | None = None


def comments_of(document: Document, file: File) -> list[Comment]:
    """Return the comments of a document that begin with the mark, in its order.

    `file` is the one it was read from. A format has comments when its module has
    `comments(document, file)`, which yields them all; it is asked where the raw text holds the
    mark, or what the module calls `COMMENT_SIGN` instead.
    """
    module = reader(document.format)
    if getattr(module, "COMMENT_SIGN", MARK) not in document.raw:
        return []
    find = getattr(module, "comments", None)
    found: list[Comment] = [] if find is None else list(find(document, file))
    ours = (each for each in found if each.text.lstrip().startswith(MARK))
    return sorted(ours, key=lambda each: each.span)
