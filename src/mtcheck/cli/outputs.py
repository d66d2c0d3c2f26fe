"""Where results are written: which formats, to which files."""

from __future__ import annotations

import os
from collections.abc import Sequence

from mtcheck.cli.configured import Configured
from mtcheck.errors import InputError, did_you_mean
from mtcheck.finding import SEVERITIES
from mtcheck.gate.config.effective import COMMAND_LINE
from mtcheck.gate.result import Located, Result
from mtcheck.output import FORMATS, Ended, Writer, writer
from mtcheck.output.target import Target
from mtcheck.output.text import Writer as TextWriter
from mtcheck.output.text import say


class Outputs:
    """Where results are written: one format to standard output, others to files.

    `main` is standard output where there is a choice, and None when nothing is written there.
    Findings below the severity that is shown of their file are left out everywhere; with
    `suppressed`, those that do not count are listed for people; when `quiet`, standard output
    has findings only. InputError for a format that does not exist, and for a file that two of them
    would write.
    """

    def __init__(
        self, config: Configured, main: Target | None, *, suppressed: bool, quiet: bool = False
    ) -> None:
        run = config.config.of_run
        form = _known(run["format"], f"{run.origin('format')}: `format`")
        targets = [(form, main)] if main else []
        targets += [_target(*said) for said in run.said["output"]]
        _must_differ([target.path for _, target in targets if target.path])
        self.quiet = quiet
        self._says = not quiet and (not main or form != "text")
        self.names = [name for name, _ in targets]
        self._config = config
        self._writers = [writer(name, target) for name, target in targets]
        for each, (_, target) in zip(self._writers, targets, strict=True):
            if isinstance(each, TextWriter):
                each.shows_suppressed = suppressed
                each.is_quiet = quiet and target.path is None
        if config["statistics"]:
            from mtcheck.output.statistics import Statistics

            self.add(Statistics())

    def add(self, more: Writer) -> None:
        """Let one more take results."""
        self._writers.append(more)

    @property
    def want_reports(self) -> bool:
        """Whether results need a full report."""
        return "html" in self.names

    def shown(self, name: str | None = None) -> tuple[str, ...]:
        """Return the severities that are shown of a file, or of a run."""
        level = self._config["show"] if name is None else self._config.show(name)
        return SEVERITIES[: SEVERITIES.index(level) + 1]

    def result(self, result: Result) -> None:
        """Write a result to all of them."""
        severities = self.shown(result.file)

        def shows(located: Located) -> bool:
            return located.finding.severity in severities

        shown = result._replace(
            found=tuple(each for each in result.found if shows(each)),
            suppressed=tuple(each for each in result.suppressed if shows(each.located)),
        )
        for each in self._writers:
            each.result(shown)

    def end(self, ended: Ended) -> None:
        """End all of them; where none does it by itself, say the verdict."""
        for each in self._writers:
            each.end(ended)
        if self._says and ended.verdict.judges:
            say(ended.verdict.line)


def _target(given: str, origin: str) -> tuple[str, Target]:
    name, colon, path = given.partition(":")
    where = f"--output {given}" if origin == COMMAND_LINE else f"{origin}: `output` {given}"
    if not colon and name not in FORMATS:
        meant = os.path.splitext(name)[1].removeprefix(".")
        form = meant if meant in FORMATS else "FORMAT"
        raise InputError(f"{where}: say in which format it is written, as {form}:{name}")
    _known(name, where)
    if not colon or not path:
        raise InputError(f"{where}: say where it is written, as {name}:PATH")
    return name, Target(path)


def _must_differ(paths: Sequence[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        if os.path.abspath(path) in seen:
            raise InputError(f"--output: two formats would be written to {path}; name two files")
        seen.add(os.path.abspath(path))


def _known(name: str, where: str) -> str:
    if name not in FORMATS:
        hint = did_you_mean(name, list(FORMATS)) or f"; known are {', '.join(FORMATS)}"
        raise InputError(f"{where}: there is no format {name!r}{hint}")
    return name
