"""One JSON object for a whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtcheck.finding import Finding
from mtcheck.output.jsonl import as_utf8, put, row
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex
from mtcheck.version import __version__

_INDENT = 2


class Writer:
    """Prints the files and their findings as they come, then those that could not be read."""

    def __init__(self) -> None:
        self._begun = False

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document."""
        put(self._document(document, findings))

    def end(self, unread: Mapping[str, str]) -> None:
        """Print the rest of the object: the files that were not read."""
        missed = [{"file": name, "why": why} for name, why in unread.items()]
        files = b"\n  ]" if self._begun else b"%s[]" % _head()
        put([files, b',\n  "unread": ', _written(missed, 1), b"\n}\n"])

    def _document(self, document: Document, findings: Sequence[Finding]) -> Iterator[bytes]:
        yield b"," if self._begun else b"%s[" % _head()
        self._begun = True
        about = {"file": document.name, "notes": list(document.notes)}
        yield b"\n    " + _written(about, 2).removesuffix(b"\n    }") + b',\n      "findings": ['
        lines = LineIndex(document.raw)
        for number, finding in enumerate(findings):
            yield b",\n        " if number else b"\n        "
            yield _written(row(document.name, finding, lines), 4)
        yield b"\n      ]\n    }" if findings else b"]\n    }"


def _head() -> bytes:
    """Return the object up to its list of files."""
    return _written({"mtcheck": __version__}, 0).removesuffix(b"\n}") + b',\n  "files": '


def _written(value: Any, level: int) -> bytes:
    """Return `value` as JSON that stands `level` levels deep in an object."""
    # A line feed of a text is written as an escape, so that each one here ends a line.
    return as_utf8(value, _INDENT).replace(b"\n", b"\n" + b" " * _INDENT * level)
