"""What mtcheck prints, one module a format; nothing else knows it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:  # `mtcheck doctor` has to speak where what the engine needs is missing
    from mtcheck.engine.packs import RuleSet
    from mtcheck.gate.result import Result
    from mtcheck.gate.verdict import Verdict
    from mtcheck.output.target import Target

FORMATS: dict[str, str] = {
    "text": "mtcheck.output.text",
    "concise": "mtcheck.output.concise",
    "json": "mtcheck.output.json",
    "jsonl": "mtcheck.output.jsonl",
    "csv": "mtcheck.output.csv",
    "sarif": "mtcheck.output.sarif",
    "github": "mtcheck.output.github",
    "github-sarif": "mtcheck.output.github_sarif",
    "github-summary": "mtcheck.output.github_summary",
    "gitlab": "mtcheck.output.gitlab",
    "checkstyle": "mtcheck.output.checkstyle",
    "junit": "mtcheck.output.junit",
    "rdjson": "mtcheck.output.rdjson",
    "html": "mtcheck.output.html.writer",
}
"""The formats of `mtcheck check`, each with the module that has its `Writer`."""


class Ended(NamedTuple):
    """What is known at the end of a run: the files that could not be read, and why; the rules that
    could be asked; and the verdict."""

    unread: Mapping[str, str]
    rules: RuleSet
    verdict: Verdict

    @property
    def status(self) -> int:
        """The exit status: 0 all passes, 1 it does not, 2 something could not be read, or asked."""
        return int(self.verdict.failed) if self.verdict.complete else 2


class Writer(Protocol):
    """Takes results one by one and writes them to a target."""

    def result(self, result: Result) -> None:
        """Write what was found in one document, or keep it for the end."""

    def end(self, ended: Ended) -> None:
        """Write what belongs at the end, and close the target."""


def writer(name: str, target: Target) -> Writer:
    """Return a new writer of a format; KeyError when there is no such format."""
    return cast(Writer, import_module(FORMATS[name]).Writer(target))
