"""Feeds (RSS 0.9 to 2.0, Atom): a document for each entry, its title, summary and content.

RSS: https://www.rssboard.org/rss-specification; Atom: https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.feed.elements import Element, children
from mtcheck.formats.feed.text import document_of
from mtcheck.formats.feed.writing import adjusted
from mtcheck.formats.fields import no_text, record_name
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.xmlunits import decoded, write
from mtcheck.text.document import Document, Place
from mtcheck.text.lazy import lazy
from mtcheck.text.lines import LineIndex
from mtcheck.text.span import Span

__all__ = ["adjusted", "looks_like", "read", "write"]

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_NAMES = {
    **dict.fromkeys(_ATOM, "atom"),
    "http://purl.org/rss/1.0/": "rss",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
_ROOTS = (":rss", "rdf:RDF", "atom:feed", "atom:entry")
_ENTRIES = (":item", "rss:item", "atom:entry")
_SUMMARIES, _CONTENTS = ("description", "summary"), ("content", "encoded")
_BEGINNING = lazy(
    r"(?:\xef\xbb\xbf)?(?>(?:\s|<\?[^>]*>|(?><!--(?s:.*?)-->)|<!DOCTYPE[^>\[]*>)*)<"
    r"(?:rss[\s>]|(?:[\w.-]+:)?(?:RDF|feed|entry)\s[^>]*(?:purl\.org/rss/1\.0/|w3\.org/2005/Atom))"
)
_LONGEST_NAME = 200  # code points of what can be the name of a record
_KNOWN = 100  # names of elements that are kept for an error message


def looks_like(head: bytes) -> bool:
    """Whether a file begins as feeds do."""
    return _BEGINNING.match(head.decode("latin-1")) is not None


def read(file: File, options: Options) -> Iterator[Document | bytes]:
    """Yield a document for each entry that has text; a summary beside the full content is one of
    its own.

    Raises InputError, with the place, for what is no XML or no feed, and when no entry has text.
    """
    raw, encoding = decoded(file, options)
    lines = LineIndex(raw)
    at = 0
    names: dict[str, None] = {}
    try:
        entries = list(_entries(raw, limit(options, "depth")))
        for number, entry in enumerate(entries, 1):
            for span, elements, record in _parts(raw, entry, options, number, names):
                document = document_of(span.of(raw), elements, options)
                if document is None:
                    continue
                yield xml.encoded(raw[at : span.start], encoding)
                place = Place(span.start, *lines.line_column(span.start))
                yield document._replace(
                    name=file.name, first=place, encoding=encoding, record=record
                )
                at = span.end
    except xml.XmlError as error:
        line, column = lines.line_column(error.at)
        raise InputError(f"{file.name}:{line}:{column}: {error}") from None
    if entries and not at:
        raise no_text(file.name, names)
    yield xml.encoded(raw[at:], encoding)


def _entries(raw: str, depth: int) -> Iterator[Span]:
    """Yield the stretch of each entry; XmlError for what is no XML, or no feed."""
    opened: list[int] = []  # where each open entry begins
    tokens = xml.scan(raw, _NAMES, depth=depth)
    for number, token in enumerate(t for t in tokens if t.kind in ("open", "close")):
        if not number and token.name not in _ROOTS:
            raise xml.XmlError("this is no feed (RSS or Atom)", token.start)
        if token.name not in _ENTRIES:
            continue
        if token.kind == "open":
            opened.append(token.start)
        elif len(opened) == 1:
            yield Span(opened.pop(), token.end)
        else:
            opened.pop()


def _parts(
    raw: str, entry: Span, options: Options, number: int, names: dict[str, None]
) -> Iterator[tuple[Span, Sequence[Element], str]]:
    """Yield what makes one document, or two: its stretch, its elements, and what it is called.

    A summary says what the content says: in one document with it, it would be said twice.
    """
    elements = _children(raw, entry)
    if len(names) < _KNOWN:
        names |= dict.fromkeys(element.name for element in elements)
    record = _record(entry.of(raw), elements, options, number)
    wanted = [element for element in elements if _is_wanted(element, options)]
    cut = _cut(wanted)
    if cut is None:
        yield entry, wanted, record
        return
    middle = entry.start + cut
    for span in (Span(entry.start, middle), Span(middle, entry.end)):
        wanted = [e for e in _children(raw, span) if _is_wanted(e, options)]
        has_content = any(e.local in _CONTENTS for e in wanted)
        yield span, wanted, record if has_content else f"{record}, summary"


def _children(raw: str, span: Span) -> list[Element]:
    try:
        return list(children(span.of(raw)))
    except xml.XmlError as error:
        raise xml.XmlError(str(error), span.start + error.at) from None


def _is_wanted(element: Element, options: Options) -> bool:
    if element.kind is None or not len(element.content):
        return False
    if options.text_fields:
        return element.name in options.text_fields
    return element.local == "encoded" or element.name in ("title", *_SUMMARIES, *_CONTENTS)


def _cut(elements: Sequence[Element]) -> int | None:
    """Return where the second document of an entry begins, None for entries that are one."""
    seen: set[bool] = set()
    for element in elements:
        if element.local in _CONTENTS or element.local in _SUMMARIES:
            seen.add(element.local in _CONTENTS)
            if len(seen) > 1:
                return element.tag.start
    return None


def _record(raw: str, elements: Sequence[Element], options: Options, number: int) -> str:
    """Return what an entry is called: by its identity, its link or its number."""
    named: list[tuple[tuple[str, ...], str]] = []
    links: list[tuple[tuple[str, ...], str]] = []
    for element in elements:
        said = element.said(raw).strip() if len(element.content) <= _LONGEST_NAME else ""
        if element.name == "link":
            target = said or (element.attribute(raw, "href") or "")
            rel = element.attribute(raw, "rel")
            if len(target) <= _LONGEST_NAME and rel in (None, "alternate"):
                links.append((("id",), target))
        if said:
            named.append(((element.name,), said))
    return record_name([*named, *links], options, number)
