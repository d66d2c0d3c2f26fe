"""An annotated page for each document, as one of the outputs of a check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.gate.result import Result
from mtcheck.output.html.write import Pages
from mtcheck.output.target import Target
from mtcheck.output.text import say

if TYPE_CHECKING:
    from mtcheck.output import Ended

REPORTS = "reports"
"""The folder of pages where none is named."""


class Writer:
    """Writes the pages of reports into a folder, which its target names."""

    def __init__(self, target: Target) -> None:
        self._pages = Pages(Path(target.path or REPORTS))

    def result(self, result: Result) -> None:
        """Write the page of one document; InputError when the folder cannot be written. What is
        found in no article, but in a config, is said."""
        if result.report is not None:
            self._pages.add(result.report)
            return
        for located in result.found:
            say(f"{result.file}:{located.line}: {located.finding.message}")

    def end(self, ended: Ended) -> None:
        """Write the index."""
        self._pages.close()
