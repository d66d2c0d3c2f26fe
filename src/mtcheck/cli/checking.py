"""A run of checks: what was found goes to the outputs, and the verdict becomes the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.cli.configured import Configured
from mtcheck.cli.known import Known
from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
from mtcheck.cli.told import Told
from mtcheck.errors import InputError, did_you_mean
from mtcheck.finding import SEVERITIES
from mtcheck.formats.files import Found
from mtcheck.gate.config.effective import COMMAND_LINE
from mtcheck.gate.result import Result
from mtcheck.gate.run import How
from mtcheck.gate.verdict import Verdict
from mtcheck.output import FORMATS, Ended, Writer, writer
from mtcheck.output.target import Target
from mtcheck.output.text import say


class Outputs:
    """Where results are written: one format to standard output, others to files.

    Findings below the severity that is shown of their file are left out everywhere. InputError for
    a format that does not exist.
    """

    def __init__(self, config: Configured) -> None:
        run = config.config.of_run
        form = _known(run["format"], f"{run.origin('format')}: `format`")
        targets = [(form, Target()), *(_target(*said) for said in run.said["output"])]
        self.names = [name for name, _ in targets]
        self._show = config.show
        self._writers = [writer(name, target) for name, target in targets]
        if config["statistics"]:
            from mtcheck.output import statistics

            self.add(statistics.Writer())

    def add(self, more: Writer) -> None:
        """Let one more take results."""
        self._writers.append(more)

    @property
    def want_reports(self) -> bool:
        """Whether results need a full report."""
        return "html" in self.names

    def result(self, result: Result) -> None:
        """Write a result to all of them."""
        severities = SEVERITIES[: SEVERITIES.index(self._show(result.file)) + 1]
        shown = tuple(each for each in result.found if each.finding.severity in severities)
        for each in self._writers:
            each.result(result._replace(found=shown))

    def end(self, ended: Ended) -> None:
        """End all of them; where none does it by itself, say the verdict."""
        for each in self._writers:
            each.end(ended)
        if self.names[0] != "text" and ended.verdict.judges:
            say(ended.verdict.line)


def _target(given: str, origin: str) -> tuple[str, Target]:
    name, colon, path = given.partition(":")
    where = f"--output {given}" if origin == COMMAND_LINE else f"{origin}: `output` {given}"
    _known(name, where)
    if not colon or not path:
        raise InputError(f"{where}: say where it is written, as {name}:PATH")
    return name, Target(path)


def _known(name: str, where: str) -> str:
    if name not in FORMATS:
        hint = did_you_mean(name, list(FORMATS)) or f"; known are {', '.join(FORMATS)}"
        raise InputError(f"{where}: there is no format {name!r}{hint}")
    return name


def check(
    files: Sequence[Found], config: Configured, outputs: Outputs, known: Known, how: How
) -> int:
    """Check files and return the exit status; what cannot be read is said."""
    verdict = Verdict(config.limits())
    told = Told(files, lambda name: config.settings(name, reported=outputs.want_reports), how)
    for each in told:
        counted = known.without(each)
        verdict.add(counted, config.limits(each.file))
        outputs.result(counted)
    verdict.unread = len(told.unread)
    known.end()
    outputs.end(Ended(told.unread, config.rules(), verdict))
    return USER_ERROR if told.unread else FOUND if verdict.failed else CLEAN
