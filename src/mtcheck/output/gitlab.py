"""GitLab's Code Quality report, the part of Code Climate's format that GitLab reads.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mtcheck.gate.result import Located, Result
from mtcheck.output.strict import as_json, path
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


class Writer:
    """Writes an array of issues, a line each.

    GitLab takes issues with the same fingerprint for one, so those of one sentence that stands in
    several places are numbered. It wants a line: in a container that is the first one.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._seen: Counter[str] = Counter()
        self._head = b"[\n"

    def result(self, result: Result) -> None:
        """Write the findings of one document."""
        for located in result.found:
            known = located.fingerprint
            self._write(_issue(result.file, located), f"{known} {self._seen[known]}")
            self._seen[known] += 1

    def end(self, ended: Ended) -> None:
        """Write what could not be read as blockers, and the end."""
        for name, why in ended.unread.items():
            about = {"description": why, "check_name": "unread", "severity": "blocker"}
            self._write({**about, **_location(name, 1)}, f"{path(name)}\n{why}")
        self._target.write(b"[]\n" if self._head == b"[\n" else b"\n]\n")
        self._target.close()

    def _write(self, issue: dict[str, Any], known_by: str) -> None:
        digest = sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self._target.write(self._head + as_json({**issue, "fingerprint": digest}))
        self._head = b",\n"


def _issue(file: str, located: Located) -> dict[str, Any]:
    finding, place = located.finding, located.place
    return {
        "description": f"{place}: {finding.message}" if place else finding.message,
        "check_name": finding.rule,
        "severity": _SEVERITIES[finding.severity],
        **_location(file, 1 if place else located.line),
    }


def _location(file: str, line: int) -> dict[str, Any]:
    return {"location": {"path": path(file), "lines": {"begin": line}}}
