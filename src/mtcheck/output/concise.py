"""One line a finding, as compilers write them: editors and scripts know where to jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtcheck.gate.result import Located, Result
from mtcheck.output.target import Target
from mtcheck.output.text import visible

if TYPE_CHECKING:
    from mtcheck.output import Ended


def line(file: str, located: Located) -> str:
    """Return "file:line:column: severity: message [rule]"; in a container the part, paragraph, run
    and column stand instead of line and column."""
    finding = located.finding
    where = str(located.place) if located.place else f"{located.line}:{located.column}"
    return visible(f"{file}:{where}: {finding.severity}: {finding.message} [{finding.rule}]")


class Writer:
    """Prints each finding when it is there, and nothing else."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def result(self, result: Result) -> None:
        """Print the findings of one document, a line each."""
        for located in result.found:
            self._target.write(line(result.file, located) + "\n")

    def end(self, ended: Ended) -> None:
        """Print nothing more."""
        self._target.close()
