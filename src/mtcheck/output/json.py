"""One JSON object for a whole run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtcheck.engine.packs import RuleSet
from mtcheck.gate.result import Result
from mtcheck.output.jsonl import as_utf8, row
from mtcheck.output.target import Target
from mtcheck.version import __version__

if TYPE_CHECKING:
    from mtcheck.output import Ended

_INDENT = 2


class Writer:
    """Prints the files and their findings as they come, then those that could not be read, and
    what there is to know of each rule that found something."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._begun = False
        self._fired: set[str] = set()

    def result(self, result: Result) -> None:
        """Print the findings of one document."""
        self._target.put(self._document(result))

    def end(self, ended: Ended) -> None:
        """Print the rest of the object: the files that were not read, and the rules."""
        missed = [{"file": name, "why": why} for name, why in ended.unread.items()]
        files = b"\n  ]" if self._begun else b"%s[]" % _head()
        fired = {id_: _about(ended.rules, id_) for id_ in sorted(self._fired)}
        rest = [b',\n  "unread": ', _written(missed, 1), b',\n  "rules": ', _written(fired, 1)]
        self._target.put([files, *rest, b"\n}\n"])
        self._target.close()

    def _document(self, result: Result) -> Iterator[bytes]:
        yield b"," if self._begun else b"%s[" % _head()
        self._begun = True
        about: dict[str, Any] = {"file": result.file}
        if result.record:
            about["record"] = result.record
        about["notes"] = list(result.notes)
        yield b"\n    " + _written(about, 2).removesuffix(b"\n    }") + b',\n      "findings": ['
        for number, located in enumerate(result.found):
            yield b",\n        " if number else b"\n        "
            yield _written(row(result, located), 4)
            self._fired.add(located.finding.rule)
        yield b"\n      ]\n    }" if result.found else b"]\n    }"


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
