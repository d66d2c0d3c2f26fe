"""CSV and TSV: a record a row, the first row naming the fields (RFC 4180, with any delimiter)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.encoding import fitting
from mtcheck.formats.fields import Value, chosen, compose, no_text, record_name
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.formats.recordlines import Line, lines_of
from mtcheck.formats.rewrite import is_markup
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

_DELIMITERS = ",;\t|"
_LONGEST_NAME = 200  # code points of a value that can be the name of a record
_ODD = lazy(rf'["\r\n{_DELIMITERS}]')


class Cell(NamedTuple):
    """A field of a row: its stretch of the raw text, without the quotation marks it may have."""

    content: Span
    quoted: bool

    def value(self, raw: str) -> str:
        """Return the value that the cell holds."""
        text = self.content.of(raw)
        return text.replace('""', '"') if self.quoted else text


class Row(NamedTuple):
    """A row: its raw text, its lines, and its cells."""

    raw: str
    lines: Sequence[Line]
    cells: Sequence[Cell]


def read(file: File, options: Options) -> Iterator[Document | bytes]:
    """Yield a document for each row that has text; the row of names belongs to none.

    Raises InputError when no row has text, when a quotation mark is never closed, and when the
    fields are not named in the first row.
    """
    names: list[str] | None = None
    number = texts = 0
    for row in _rows(file, options):
        data = b"".join(line.data for line in row.lines)
        if names is None:
            names = [cell.value(row.raw).strip() for cell in row.cells]
            _check_names(file.name, names, options)
            yield data
            continue
        number += bool(row.raw.strip())
        document = _document(row, names, options, number)
        if document is None:
            yield data
            continue
        texts += 1
        first = row.lines[0]
        yield document._replace(name=file.name, first=first.first, encoding=first.encoding)
    if number and not texts:
        raise no_text(file.name, names or ())


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a row's raw text as they have to be made: quotation marks are doubled, and a
    cell that needs them gets them. InputError for what the file's encoding does not have."""
    made: list[Edit] = []
    for content, here in _by_cell(document, edits):
        around = document.raw[max(0, content.start - 1) : content.end + 1]
        quoted = len(around) == len(content) + 2 and around[0] == around[-1] == '"'
        if quoted:
            made += (Edit(e.span, e.text.replace('"', '""')) for e in here)
        elif _needs_marks(document.raw, content, here):
            made += _marked(document.raw, content, here)
        else:
            made += here
    for edit in made:  # the rows around it stay as they are
        fitting(edit.text, document.encoding, document.name)
    return made


def _needs_marks(raw: str, content: Span, edits: Sequence[Edit]) -> bool:
    """Whether a cell without quotation marks has to get them because of edits of it."""
    if any(_ODD.search(e.text) for e in edits):
        return True
    old = content.of(raw)
    moved = [Edit(Span(s.start - content.start, s.end - content.start), t) for s, t in edits]
    new = apply_edits(old, moved)[0]
    return any(_is_cell(old, sign) and not _is_cell(new, sign) for sign in _DELIMITERS)


def _is_cell(text: str, delimiter: str) -> bool:
    """Whether a text is read as one cell that holds just this text."""
    row = _Row(delimiter)
    return row.add(text, 0) and [c.value(text) for c in row.cells] == [text]


def _marked(raw: str, content: Span, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield edits of a cell, those that put it in quotation marks and double its own included."""
    yield Edit(Span(content.start, content.start), '"')
    at = content.start
    for edit in (*edits, Edit(Span(content.end, content.end), "")):
        while (at := raw.find('"', at, edit.span.start)) >= 0:
            yield Edit(Span(at, at), '"')
            at += 1
        at = edit.span.end
        if edit.span.end > edit.span.start or edit.text:
            yield Edit(edit.span, edit.text.replace('"', '""'))
    yield Edit(Span(content.end, content.end), '"')


def _by_cell(document: Document, edits: Sequence[Edit]) -> Iterator[tuple[Span, list[Edit]]]:
    """Yield the content of each cell that is edited, with its edits."""
    left = list(edits)
    contents: list[Span] = []
    for run in document.offsets.runs:
        if is_markup(document, run):
            continue
        if contents and contents[-1].end == run.old.start:
            contents[-1] = Span(contents[-1].start, run.old.end)
        else:
            contents.append(run.old)
    for content in contents:
        here = [e for e in left if content.covers(e.span)]
        left = left[len(here) :]
        if here:
            yield content, here


def _check_names(file: str, names: Sequence[str], options: Options) -> None:
    missing = [f for f in options.text_fields if f not in names]
    if missing:
        known = ", ".join(names)
        raise InputError(f"{file}: there is no field {missing[0]!r}; its fields are {known}")


def _document(row: Row, names: Sequence[str], options: Options, number: int) -> Document | None:
    paths = [(name,) for name in names]
    values = [
        Value(path, cell.content, tuple(_doubled(row.raw, cell)))
        for path, cell in zip(paths, row.cells, strict=False)
        if chosen(path, options.text_fields)
    ]
    named = [
        (path, cell.value(row.raw).strip())
        for path, cell in zip(paths, row.cells, strict=False)
        if len(cell.content) <= _LONGEST_NAME
    ]
    return compose(row.raw, values, record_name(named, options, number))


def _doubled(raw: str, cell: Cell) -> Iterator[Edit]:
    at = raw.find('""', cell.content.start, cell.content.end) if cell.quoted else -1
    while at >= 0:
        yield Edit(Span(at, at + 2), '"')
        at = raw.find('""', at + 2, cell.content.end)


def _rows(file: File, options: Options) -> Iterator[Row]:
    """Yield the rows of a file: lines, joined as long as a quotation mark is open."""
    longest = limit(options, "record")
    delimiter: str | None = None
    lines: list[Line] = []
    row: _Row | None = None
    for line in lines_of(file, options):
        if delimiter is None:
            delimiter = _delimiter(file.name, line.text)
        row = row or _Row(delimiter)
        lines.append(line)
        if row.add(line.text, line.start):
            yield Row("".join(each.text for each in lines), lines, row.cells)
            lines, row = [], None
        elif row.length > longest:
            break
    if lines:
        raise _unclosed(file.name, lines[0])


class _Row:
    """A row that grows line by line until no quotation mark is open; `cells` are those so far."""

    def __init__(self, delimiter: str) -> None:
        self.cells: list[Cell] = []
        self.length = 0
        self._delimiter = delimiter
        self._opened: int | None = None

    def add(self, line: str, at: int) -> bool:
        """Read one more line from position `at` of it; returns whether the row ends with it."""
        before, end = self.length, len(line.rstrip("\r\n"))
        self.length += len(line)
        while True:
            if self._opened is None and line.startswith('"', at, end):
                self._opened, at = before + at, at + 1
            if self._opened is not None:
                closing = _closing(line, at)
                if closing < 0:
                    return False
                at = self._close(line, before, closing, end)
            else:
                start, at = at, self._next(line, at, end)
                self.cells.append(Cell(Span(before + start, before + at), False))
            if at == end:
                return True
            at += 1

    def _close(self, line: str, before: int, closing: int, end: int) -> int:
        """Add the cell whose quotation mark closes in this line; returns where the cell ends."""
        opened, self._opened = self._opened or 0, None
        at = self._next(line, closing + 1, end)
        if at == closing + 1:
            self.cells.append(Cell(Span(opened + 1, before + closing), True))
        else:  # '"The Hope" sailed': the marks belong to the text
            self.cells.append(Cell(Span(opened, before + at), False))
        return at

    def _next(self, line: str, at: int, end: int) -> int:
        found = line.find(self._delimiter, at, end)
        return end if found < 0 else found


def _closing(line: str, at: int) -> int:
    """Return where a quotation mark closes that was opened before `at`, -1 when it stays open."""
    while (at := line.find('"', at)) >= 0:
        if not line.startswith('""', at):
            return at
        at += 2
    return -1


def _delimiter(name: str, names: str) -> str:
    """Return what separates the fields of a file, by its suffix or its row of names."""
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    counts = {sign: names.count(sign) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: counts[sign])
    return best if counts[best] else ","


def _unclosed(name: str, line: Line) -> InputError:
    return InputError(
        f"{name}:{line.first.line}: a quotation mark in this record is not closed, or the record "
        "is longer than the limit `record`"
    )
