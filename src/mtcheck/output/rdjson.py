"""Reviewdog Diagnostic Format: findings become comments of a review, with changes to accept.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtcheck.gate.result import Located, Result
from mtcheck.output.strict import as_json, path, writable
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


class Writer:
    """Writes a diagnostic for each finding; lines of JSON are whole diagnostics.

    Columns are UTF-8 bytes, as the format wants them. Only the best replacement is suggested:
    several suggestions would all be applied.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._begun = False

    def result(self, result: Result) -> None:
        """Write the findings of one document."""
        self._target.put(self._lines(_diagnostic(result.file, each) for each in result.found))

    def end(self, ended: Ended) -> None:
        """Write what could not be read as errors of their files, and the end."""
        unread = (
            {"message": why, "location": {"path": path(name)}, "severity": "ERROR"}
            for name, why in ended.unread.items()
        )
        self._target.put(self._lines(unread))
        self._target.write(
            b"\n]}\n" if self._begun else b'{"source":{"name":"mtcheck"},"diagnostics":[]}\n'
        )
        self._target.close()

    def _lines(self, diagnostics: Iterator[dict[str, Any]]) -> Iterator[bytes]:
        for each in diagnostics:
            head = b",\n" if self._begun else b'{"source":{"name":"mtcheck"},"diagnostics":[\n'
            self._begun = True
            yield head + as_json(each)


def _diagnostic(file: str, located: Located) -> dict[str, Any]:
    finding, place = located.finding, located.place
    message = f"{place}: {finding.message}" if place else finding.message
    told: dict[str, Any] = {
        "message": message,
        "location": {"path": path(file)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.origin:
        told["source"] = {"name": finding.origin.checker}
        if finding.origin.url:
            told["code"]["url"] = finding.origin.url
    if place:
        return told
    where = told["location"]["range"] = _range(located)
    if located.byte_columns and (written := writable(located.written[:1])):
        told["suggestions"] = [{"range": where, "text": written[0]}]
    return told


def _range(located: Located) -> dict[str, Any]:
    start: dict[str, int] = {"line": located.line}
    end: dict[str, int] = {"line": located.end_line}
    if located.byte_columns:
        start["column"], end["column"] = located.byte_columns
    return {"start": start, "end": end}
