"""JSON Lines: a record a line, read line by line."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.formats.fields import no_text
from mtcheck.formats.file import File, Options
from mtcheck.formats.jsonstrings import adjusted, checked, moved, record_of, scalars, written
from mtcheck.formats.limits import limit
from mtcheck.formats.recordlines import lines_of
from mtcheck.text.document import Document

__all__ = ["adjusted", "escaped", "read"]

escaped = written

_KNOWN = 100  # names of fields that are kept for an error message


def read(file: File, options: Options) -> Iterator[Document | bytes]:
    """Yield a document for each line that has text.

    Raises InputError for a line that is no JSON, and at the end when no record had text.
    """
    deepest = limit(options, "depth")
    number = texts = 0
    fields: dict[str, None] = {}
    for line in lines_of(file, options):
        document = None
        start = line.start
        if line.text[start:].strip():
            number += 1
            where = f"{file.name}:{line.first.line}"
            checked(line.text[start:], where)
            found = moved(scalars(line.text[start:], deepest, where).scalars, start)
            if len(fields) < _KNOWN:
                fields |= dict.fromkeys(s.path[-1] for s in found if s.path)
            document = record_of(line.text, found, options, number)
        if document is None:
            yield line.data
        else:
            texts += 1
            yield document._replace(name=file.name, first=line.first, encoding=line.encoding)
    if number and not texts:
        raise no_text(file.name, fields)
