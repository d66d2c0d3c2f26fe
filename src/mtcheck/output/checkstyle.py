"""Checkstyle's XML, which most build servers read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mtcheck.gate.result import Located, Result
from mtcheck.output.strict import attributes, path
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


class Writer:
    """Writes a `file` for each file with findings; the version is that of Checkstyle whose format
    this is. What could not be read is a `file` with an `exception`."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._kept: list[tuple[str, str]] = []

    def result(self, result: Result) -> None:
        """Keep the findings of one document: those of a file stand together."""
        name = path(result.file)
        self._kept += ((name, _error(located)) for located in result.found)

    def end(self, ended: Ended) -> None:
        """Write all of it."""
        write = self._target.write
        write(b'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n')
        unread = ((path(name), _exception(why)) for name, why in ended.unread.items())
        for name, lines in groupby([*self._kept, *unread], key=lambda each: each[0]):
            inside = "".join(f"    {line}\n" for _, line in lines)
            write(f"  <file{attributes(name=name)}>\n{inside}  </file>\n".encode())
        write(b"</checkstyle>\n")
        self._target.close()


def _error(located: Located) -> str:
    finding, place = located.finding, located.place
    message = f"{place}: {finding.message}" if place else finding.message
    shown = attributes(
        line=None if place else located.line,
        column=None if place else located.column,
        severity=SEVERITIES[finding.severity],
        message=message,
        source=f"mtcheck.{finding.rule}",
    )
    return f"<error{shown}/>"


def _exception(why: str) -> str:
    return f"<error{attributes(severity='error', message=why, source='mtcheck')}/>"
