"""One JSON object for a whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.packs import RuleSet
from mtcheck.finding import Finding
from mtcheck.output.jsonl import as_utf8, put, row
from mtcheck.text.document import Document
from mtcheck.version import __version__

_INDENT = 2


class Writer:
    """Prints the files and their findings as they come, then those that could not be read, and
    what there is to know of each rule that found something."""

    def __init__(self) -> None:
        self._begun = False
        self._fired: set[str] = set()

    def document(self, document: Document, findings: Sequence[Finding]) -> None:
        """Print the findings of one document."""
        put(self._document(document, findings))

    def end(self, unread: Mapping[str, str], rules: RuleSet) -> None:
        """Print the rest of the object: the files that were not read, and the rules."""
        missed = [{"file": name, "why": why} for name, why in unread.items()]
        files = b"\n  ]" if self._begun else b"%s[]" % _head()
        fired = {id_: _about(rules, id_) for id_ in sorted(self._fired)}
        rest = [b',\n  "unread": ', _written(missed, 1), b',\n  "rules": ', _written(fired, 1)]
        put([files, *rest, b"\n}\n"])

    def _document(self, document: Document, findings: Sequence[Finding]) -> Iterator[bytes]:
        yield b"," if self._begun else b"%s[" % _head()
        self._begun = True
        about: dict[str, Any] = {"file": document.name}
        if document.record:
            about["record"] = document.record
        about["notes"] = list(document.notes)
        yield b"\n    " + _written(about, 2).removesuffix(b"\n    }") + b',\n      "findings": ['
        lines = document.lines
        for number, finding in enumerate(findings):
            yield b",\n        " if number else b"\n        "
            yield _written(row(document, finding, lines), 4)
            self._fired.add(finding.rule)
        yield b"\n      ]\n    }" if findings else b"]\n    }"


def _about(rules: RuleSet, id_: str) -> dict[str, Any]:
    """Return what there is to know of a rule; `measured` are its counts, None without any."""
    doc, evidence = rules.docs[id_], rules.evidence.get(id_)
    return {
        "from": doc.origin,
        "why": doc.why,
        "source": doc.source,
        "measured": evidence._asdict() if evidence else None,
        "measured_in_words": evidence.in_words() if evidence else None,
    }


def _head() -> bytes:
    """Return the object up to its list of files."""
    return _written({"mtcheck": __version__}, 0).removesuffix(b"\n}") + b',\n  "files": '


def _written(value: Any, level: int) -> bytes:
    """Return `value` as JSON that stands `level` levels deep in an object."""
    # A line feed of a text is written as an escape, so that each one here ends a line.
    return as_utf8(value, _INDENT).replace(b"\n", b"\n" + b" " * _INDENT * level)
