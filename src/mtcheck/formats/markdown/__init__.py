"""Markdown: CommonMark with tables, strikethrough, footnotes, task lists, alerts and front matter.

Prose is read; front matter, blocks of HTML, addresses and definitions of links are not. Code is, as
a block of its own or in a sentence, where it is `unchecked` like addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import InputError
from mtcheck.formats.build import Builder
from mtcheck.formats.comments import Comment
from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit

if TYPE_CHECKING:
    from markdown_it.token import Token

    from mtcheck.formats.markdown.parser import Parsed
    from mtcheck.formats.markdown.walk import Source

_FIELD = {"---": lazy(r"[^\s:#][^:\r\n]*:(\s|$)"), "+++": lazy(r"[^\s=#][^=\r\n]*=|\[")}
_MARKS = re.compile(rb"^#{1,6} \S.*$|^```|\]\(https?://|^\[[^\]\n]+\]: ?\S+$", re.MULTILINE)
_HTML_TAG = lazy(r"<[^>]*>?")
_LETTER = lazy(r"[^\W\d_]")
_NO_PROSE = ("<script", "<style", "<?", "<!")
_COMMENT = lazy(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with `head` is Markdown: front matter, or two kinds of marks that
    plain texts do not have."""
    text = head.decode("latin-1").removeprefix("\xef\xbb\xbf")
    return bool(_front_matter(text, 0)) or len({m[0][:2] for m in _MARKS.finditer(head)}) > 1


def read(file: File, options: Options) -> Iterator[Document]:
    """Yield the one document of a Markdown file.

    Raises InputError when it cannot be decoded, or nests deeper than Python can follow.
    """
    raw, encoding, notes = decode(file.data, file.name, options.encoding)
    yield read_text(raw, options, name=file.name, notes=notes, encoding=encoding)


def read_text(
    raw: str,
    options: Options | None = None,
    *,
    name: str = "<text>",
    notes: tuple[str, ...] = (),
    encoding: str = "utf-8",
) -> Document:
    """Return the document of a Markdown text."""
    options = options or Options()
    source, (tokens, lost) = parsed(raw, options, name)
    from mtcheck.formats.markdown.walk import Walk

    builder = Builder(raw)
    Walk(source, builder, images=options.attributes).blocks(tokens)
    first = 1 + len(re.findall("\r\n?|\n", raw[: source.start]))
    notes += (*_unread_html(tokens, first), *_too_deep(lost, first))
    return builder.document()._replace(name=name, notes=notes, encoding=encoding)


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a Markdown raw text as they have to be made: what would be a mark where it
    comes to stand gets a backslash."""
    from mtcheck.formats.markdown.writing import fitted

    return fitted(document, edits)


def comments(document: Document, file: File) -> Iterator[Comment]:
    """Yield the comments of HTML, in blocks of their own or inside of a sentence."""
    from mtcheck.formats.markdown.remarks import comments_in

    return comments_in(*parsed(document.raw, name=document.name))


def parsed(raw: str, options: Options | None = None, name: str = "<text>") -> tuple[Source, Parsed]:
    """Return what markdown-it is given of a Markdown text, and what it says; see `read`."""
    from mtcheck.formats.markdown.parser import parse  # late: it takes 30 ms
    from mtcheck.formats.markdown.walk import Source

    options = options or Options()
    start = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    source = Source(raw, _front_matter(raw, start) or start)
    nesting = limit(options, "nesting")
    try:
        return source, parse(source.text, nesting, images=options.attributes)
    except RecursionError:
        raise InputError(
            f"{name}: its blocks lie deeper in each other than can be followed; "
            f"lower the limit with --limit nesting=100 (it is {nesting})"
        ) from None


def _front_matter(raw: str, start: int) -> int | None:
    """Return where the front matter that begins at `start` ends, None when there is none."""
    lines = re.finditer(r"[^\r\n]*(?:\r\n?|\n|\Z)", raw[start:])
    mark = next(lines)[0].rstrip()
    if mark not in _FIELD:
        return None
    known = False
    for line in lines:
        content = line[0].rstrip()
        if content == mark or (content == "..." and mark == "---"):
            return start + line.end()
        if not known and content and not content.startswith("#"):
            if not _FIELD[mark].match(content):
                return None  # a line across the page
            known = True
    return None


def _unread_html(tokens: Sequence[Token], first: int) -> Iterator[str]:
    """Say how many blocks of HTML hold words, which are not read."""
    lines = [
        token.map[0] + first
        for token in tokens
        if token.type == "html_block" and token.map and _has_words(token.content)
    ]
    if lines:
        many = "1 block" if len(lines) == 1 else f"{len(lines)} blocks"
        where = f"in line {lines[0]}" if len(lines) == 1 else f"the first in line {lines[0]}"
        verb = "is" if len(lines) == 1 else "are"
        yield f"{many} of HTML, {where}, {verb} not read"


def _has_words(block: str) -> bool:
    """Whether a block of HTML holds words that a reader of the page would see."""
    shown = _COMMENT.sub("", block)
    is_prose = not shown.lstrip().lower().startswith(_NO_PROSE)
    return is_prose and _LETTER.search(_HTML_TAG.sub("", shown)) is not None


def _too_deep(lost: Sequence[int], first: int) -> Iterator[str]:
    if lost:
        yield (
            f"what lies too deep in quotations and lists, first in line {lost[0] + first}, is not "
            "read; --limit nesting=NUMBER allows more"
        )
