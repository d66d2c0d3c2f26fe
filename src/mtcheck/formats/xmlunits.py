"""What XLIFF and TMX have in common: segments of text with codes in them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats import xml
from mtcheck.formats.build import Passage, Piece, document_of
from mtcheck.formats.encoding import decode
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span


class Segment(NamedTuple):
    """A segment of a file: what is read of it, and the stretches of it that are not translated."""

    pieces: Sequence[Piece]
    fixed: Sequence[Span]

    @property
    def span(self) -> Span | None:
        """The stretch of the raw text from the first piece to the last, None without any."""
        return Span(self.pieces[0].start, self.pieces[-1].end) if self.pieces else None


class Unit(NamedTuple):
    """Segments of one paragraph, and the originals of them."""

    targets: Sequence[Segment]
    sources: Sequence[Segment]


Units = Callable[[str, Iterator[xml.Token]], Iterable[Unit]]


def read_units(file: File, options: Options, names: xml.Names, units: Units) -> Document:
    """Return the document of a file's units, which `units` finds in its raw text and tokens.

    `names` are those of `xml.scan`. Raises InputError, with the place, when it is no XML.
    """
    raw, encoding = decoded(file, options)
    try:
        found = list(units(raw, xml.scan(raw, names, depth=limit(options, "depth"))))
    except xml.XmlError as error:
        line, column = LineIndex(raw).line_column(error.at)
        raise InputError(f"{file.name}:{line}:{column}: {error}") from None
    return _document(raw, found)._replace(name=file.name, encoding=encoding)


def decoded(file: File, options: Options) -> tuple[str, str]:
    """Return the text of an XML file and its encoding; InputError when it cannot be decoded."""
    if options.encoding is not None:
        text, encoding, _ = decode(file.data, file.name, options.encoding)
        return text, encoding
    try:
        return xml.decoded(file.data)
    except xml.XmlError as error:
        raise InputError(f"{file.name}: {error}; declare its encoding with --encoding") from None


def segment(
    raw: str, rest: Iterator[xml.Token], end: str, codes: Container[str], texts: Container[str]
) -> Segment:
    """Read a segment whose opening tag was the last token, up to its closing tag `end`.

    `codes` are elements whose content is markup of another format, `texts` those in them whose
    content is text all the same.
    """
    pieces: list[Piece] = []
    fixed: list[Span] = []
    read = [True]  # whether the content of each open element is text
    protected: list[int | None] = []  # where each open element that is not translated began
    for token in rest:
        if token.kind == "open":
            read.append(token.name in texts or (read[-1] and token.name not in codes))
            said = token.attributes if token.source else {}
            kept = said.get("mtype") == "protected" or said.get("translate") == "no"
            protected.append(token.end if kept else None)
        elif token.kind == "close":
            if token.name == end and len(read) == 1:
                break
            read.pop()
            begun = protected.pop()
            if begun is not None and token.start > begun:
                fixed.append(Span(begun, token.start))
        elif read[-1]:
            pieces += _pieces(raw, token)
    return Segment(pieces, fixed)


def _pieces(raw: str, token: xml.Token) -> Iterator[Piece]:
    at = token.start
    if token.kind == "text":
        for start, end, character in xml.references(raw, token.start, token.end):
            if start > at:
                yield Piece(at, start)
            yield Piece(start, end, character)
            at = end
    if token.end > at:
        yield Piece(at, token.end)


def _document(raw: str, units: Sequence[Unit]) -> Document:
    document = document_of(raw, _passages(raw, [unit.targets for unit in units]))
    fixed = [span for unit in units for target in unit.targets for span in target.fixed]
    unchecked = tuple(s for s in map(document.offsets.to_new, _apart(fixed)) if len(s))
    sources = _passages(raw, [unit.sources for unit in units])
    original = document_of(raw, sorted(sources, key=lambda passage: passage.pieces[0].start))
    aligned = tuple(
        (document.offsets.to_new(one), original.offsets.to_new(other))
        for unit in units
        if _passages(raw, [unit.targets]) and (one := _whole(unit.targets))
        if _passages(raw, [unit.sources]) and (other := _whole(unit.sources))
    )
    return document._replace(source=original, aligned=aligned, unchecked=unchecked)


def _passages(raw: str, units: Iterable[Sequence[Segment]]) -> list[Passage]:
    """Return a passage for each of these units that has ink."""
    made = map(_passage, units)
    return [p for p in made if not all(piece.of(raw).isspace() for piece in p.pieces)]


def _passage(segments: Sequence[Segment]) -> Passage:
    pieces: list[Piece] = []
    for found in segments:
        if pieces and found.pieces:
            # A reader sees a space between two sentences, whatever stands there in the file.
            pieces.append(Piece(pieces[-1].end, found.pieces[0].start, " "))
        pieces += found.pieces
    return Passage(pieces, "paragraph")


def _whole(segments: Sequence[Segment]) -> Span | None:
    spans = [span for segment in segments if (span := segment.span)]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the outermost of spans that lie in each other, in order."""
    at = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= at:
            yield span
            at = span.end


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of the raw text as CDATA wants them there: not escaped, and not ending it."""
    sections = xml.sections(document.raw) if edits else []
    return [
        edit._replace(text=xml.unescaped(edit.text).replace("]]>", "]]]]><![CDATA[>"))
        if xml.is_in(sections, edit.span.start)
        else edit
        for edit in edits
    ]


def write(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return an XML file after edits; what its encoding does not have is written as a reference."""
    return xml.encoded(apply_edits(document.raw, edits)[0], document.encoding)
