"""One JSON object a finding, a line each: the contract that scripts rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtcheck.finding import Finding
from mtcheck.gate.result import Located, Result
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended


def row(result: Result, located: Located) -> dict[str, Any]:
    """Return a finding as JSON values; `start` and `end` are code points of the file, `line` and
    `column` count from 1. A file of records has `record`, a container `place`."""
    finding = located.finding
    where: dict[str, Any] = {"record": result.record} if result.record else {}
    if located.place:
        where["place"] = located.place._asdict()
    return {
        "file": result.file,
        **where,
        "start": located.start,
        "end": located.end,
        "line": located.line,
        "column": located.column,
        "rule": finding.rule,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "text": finding.text,
        "replacements": list(finding.replacements),
        "safe_fix": finding.safe_fix,
        "penalty": finding.penalty,
        "origin": finding.checker,
        **_origin(finding),
    }


def _origin(finding: Finding) -> dict[str, Any]:
    """Return what another checker calls its rule, and where it tells of it."""
    if finding.origin is None:
        return {}
    return {"origin_rule": finding.origin.rule, "url": finding.origin.url}


def as_utf8(value: Any, indent: int | None = None) -> bytes:
    r"""Return `value` as JSON in UTF-8, whatever the locale is.

    Half a surrogate pair, as in a file name whose bytes are no UTF-8, becomes its JSON escape:
    what "backslashreplace" writes for it (`\udcff`) is just that.
    """
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


class Writer:
    """Prints each finding when it is there; nothing has to be kept."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def result(self, result: Result) -> None:
        """Print the findings of one document, a line each."""
        self._target.put(as_utf8(row(result, each)) + b"\n" for each in result.found)

    def end(self, ended: Ended) -> None:
        """Print nothing: each line is a finding, and files without any have none."""
        self._target.close()
