"""Back into the file: edits of what a reader reads become edits of what the file holds.

Nothing but the edited characters changes. Markup inside a replaced stretch stays where it is, since
without the one tag the other would be a fault: the new words stand in front of the first tag, as
far as they cannot be told apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import format_of, pieces, reader
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, Run, apply_edits
from mtcheck.text.span import Span

_TAG_OR_LINE = frozenset("<\r\n")
_WHITE = lazy(r"(?<![^>])(?:[ \t\r\n]|&#32;)+(?![^<])")
"""White space between tags, or alone."""
_SPACES = lazy(r"<[\w.-]+:s(?:\s[^<>]*)?/>\Z")
"""Spaces of an OpenDocument text, which stand there as an element."""

EditsOf = Callable[[Document], Sequence[Edit]]
"""Gives the edits of a document, in code points of its text, in order, apart from each other."""
Escape = Callable[[str], str]
Adjust = Callable[[Document, Sequence[Edit]], list[Edit]]


def rewritten(
    file: File,
    edits_of: EditsOf,
    options: Options | None = None,
    form: str | None = None,
) -> Iterator[bytes]:
    """Yield the bytes of a file after the edits that `edits_of` returns for each of its documents.

    The edits are in code points of `Document.text`, in text order, apart from each other. A
    document without any stays as it is to the byte. Raises InputError when the file cannot be read,
    or when there are edits and its format is not written.
    """
    own = getattr(reader(format_of(file, form)), "rewritten", None)
    if own is not None:
        yield from own(file, edits_of, options or Options())
        return
    for piece in pieces(file, options, form):
        yield piece if isinstance(piece, bytes) else written(file, piece, edits_of(piece))


def unless_edited(
    file: File, found: Iterable[Document], edits_of: EditsOf, why: str
) -> Iterator[bytes]:
    """Yield the bytes of a file that is read but not written, as they are.

    `found` are its documents. Raises InputError, saying `why`, when one of them has edits.
    """
    edits = [bool(edits_of(document)) for document in found]  # of all: the caller shows them
    if any(edits):
        raise InputError(f"{file.name}: {why}")
    yield file.data


def written(file: File, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of one document of a file after edits of its text."""
    return raw_written(file, document, raw_edits(document, edits))


def raw_written(file: File, document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of one document of a file after edits of its raw text."""
    write = getattr(reader(document.format), "write", None)
    if write is not None:
        return bytes(write(file.data, document, edits))
    return document.encode(apply_edits(document.raw, edits)[0])[0]


def encoding_after(document: Document, edits: Iterable[Edit]) -> str:
    """Return what a document is encoded in after edits of its text: not its own encoding when that
    does not have their characters, and its format has no other way to write them."""
    if hasattr(reader(document.format), "write"):
        return document.encoding
    return document.encode("".join(edit.text for edit in raw_edits(document, edits)))[1]


def raw_edits(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    """Return edits of `document.text` as edits of `document.raw`, in its order.

    New text is escaped as the format wants it.
    """
    module = reader(document.format)
    escape: Escape = getattr(module, "escaped", str)
    made: list[Edit] = []
    squeezed: list[Span] = []
    for edit in edits:
        for change in _untangled(document, edit):
            raw, text = _carried(document, change)
            made += (Edit(span, "") for span in squeezed if span.end <= raw.start)
            made.append(Edit(raw, escape(text)))
            deleted = not text and change.span.of(document.text).endswith(" ")
            squeezed = list(_squeezed(document, change.span.end)) if deleted else []
    made += (Edit(span, "") for span in squeezed)
    adjusted: Adjust | None = getattr(module, "adjusted", None)
    return made if adjusted is None else adjusted(document, made)


def _untangled(document: Document, edit: Edit) -> Iterator[Edit]:
    """Yield an edit as edits that no markup lies in: only what really changes is touched, and new
    words stand before the first tag."""
    span, text = edit
    if not len(span) or _stretches(document, span) == [span]:
        yield edit
        return
    from difflib import SequenceMatcher  # late: most replacements are one stretch of the file

    old = span.of(document.text)
    matcher = SequenceMatcher(None, old, text, autojunk=False)
    for _, a, b, c, d in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        new = text[c:d]
        for part in _stretches(document, Span(span.start + a, span.start + b)):
            yield Edit(part, new)
            new = ""
        if new.strip() or (new and a == b):  # white space that is markup stays as it is
            yield Edit(Span(span.start + a, span.start + a), new)


def _carried(document: Document, edit: Edit) -> Edit:
    """Return an edit that no markup lies in as an edit of the raw text, not escaped yet."""
    span, text = edit
    raw = document.raw_span(span)
    if not len(span) and not len(raw):
        at = _insertion(document, span.start)
        return Edit(Span(at, at), text)
    # Some characters have one escape together, of which a part cannot be replaced.
    whole = document.offsets.to_new(raw)
    before = document.text[whole.start : span.start]
    return Edit(raw, before + text + document.text[span.end : whole.end])


def _squeezed(document: Document, position: int) -> Iterator[Span]:
    """Yield the white space of the raw text that shows as one with the space before `position`:
    where that space is deleted it has to go, too, or it would show instead."""
    runs = document.offsets.runs
    at = bisect_right(runs, position, key=lambda run: run.new.end) - 1
    while at > 0 and runs[at].new.end == runs[at].new.start == position:
        at -= 1
    for run in runs[at + 1 :]:
        if len(run.new):
            return
        raw = run.old.of(document.raw)
        for match in _WHITE.finditer(raw):
            yield Span(run.old.start + match.start(), run.old.start + match.end())


def _stretches(document: Document, span: Span) -> list[Span]:
    """Return the parts of a stretch of the text between which markup lies."""
    found: list[Span] = []
    joined = False
    for run in _runs(document, span):
        if is_markup(document, run):
            joined = False
            continue
        start, end = max(run.new.start, span.start), min(run.new.end, span.end)
        if joined:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
        joined = True
    return found


def _runs(document: Document, span: Span) -> Iterator[Run]:
    """Yield the runs that hold code points of a stretch of the text, and those between them."""
    runs = document.offsets.runs
    at = bisect_right(runs, span.start, key=lambda run: run.new.start) - 1
    for run in runs[max(0, at) :]:
        if run.new.start >= span.end:
            return
        if run.new.end > span.start:
            yield run


def is_markup(document: Document, run: Run) -> bool:
    """Whether a run stands for markup, which is never changed: it shows as nothing, as the end of a
    line or a block, or as a space where tags or the next line's signs stand."""
    if run.verbatim:
        return False
    text = run.new.of(document.text)
    if not text.strip("\n"):
        return True
    raw = run.old.of(document.raw)
    if _SPACES.match(raw):
        return False
    return text.isspace() and not raw.isspace() and not _TAG_OR_LINE.isdisjoint(raw)


def _insertion(document: Document, position: int) -> int:
    """Return where in the raw text something is inserted at `position` of the text: behind the
    character before it, as one types, or before the one after it where a line begins."""
    text = document.text
    if position < len(text) and (not position or text[position - 1] == "\n"):
        return document.raw_span(Span(position, position + 1)).start
    return document.raw_span(Span(max(0, position - 1), position)).end
