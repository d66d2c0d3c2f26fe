"""A run of checks: what was found goes to the outputs, and the verdict becomes the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.cli.fixing import Wish
from mtcheck.cli.known import Known
from mtcheck.cli.main import CLEAN, FOUND, USER_ERROR
from mtcheck.errors import InputError, did_you_mean
from mtcheck.finding import SEVERITIES
from mtcheck.formats.files import find_files
from mtcheck.gate.result import Result
from mtcheck.gate.rules import loaded
from mtcheck.gate.run import How, Run, Unread
from mtcheck.gate.settings import Settings
from mtcheck.gate.verdict import Limits, Verdict
from mtcheck.output import FORMATS, Ended, writer
from mtcheck.output.progress import Progress
from mtcheck.output.target import Target
from mtcheck.output.text import say


class Outputs:
    """Where results are written: one format to standard output, others to files.

    `more` are as "sarif:out.sarif"; `main` is standard output where there is a choice, and None
    when nothing is written there. Findings below the severity `show` are left out everywhere.
    InputError for a format that does not exist.
    """

    def __init__(self, form: str, more: Sequence[str], show: str, main: Target | None) -> None:
        first = [(form, main)] if main else []
        targets = [*first, *map(_target, more)]
        self._says = not main or form != "text"
        self.names = [name for name, _ in targets]
        self.shown = SEVERITIES[: SEVERITIES.index(show) + 1]
        self._writers = [writer(name, target) for name, target in targets]

    @property
    def want_reports(self) -> bool:
        """Whether results need a full report."""
        return "html" in self.names

    def result(self, result: Result) -> None:
        """Write a result to all of them."""
        shown = tuple(each for each in result.found if each.finding.severity in self.shown)
        for each in self._writers:
            each.result(result._replace(found=shown))

    def end(self, ended: Ended) -> None:
        """End all of them; where none does it by itself, say the verdict."""
        for each in self._writers:
            each.end(ended)
        if self._says and ended.verdict.judges:
            say(ended.verdict.line)


def _target(given: str) -> tuple[str, Target]:
    name, colon, path = given.partition(":")
    if name not in FORMATS:
        hint = did_you_mean(name, list(FORMATS)) or f"; known are {', '.join(FORMATS)}"
        raise InputError(f"--output {given}: there is no format {name!r}{hint}")
    if not colon or not path:
        raise InputError(f"--output {given}: say where it is written, as {name}:PATH")
    return name, Target(path)


def check(
    paths: Sequence[str],
    settings: Settings,
    limits: Limits,
    outputs: Outputs,
    known: Known,
    how: How,
    wish: Wish,
) -> int:
    """Check the files of `paths` and return the exit status; what cannot be read is said."""
    verdict = Verdict(limits)
    files = list(find_files(paths))
    progress = Progress(len(files))
    run = Run(files, lambda name: settings, progress.step, how)
    fixing = None
    if wish.any:
        from mtcheck.cli.fixrun import FixRun  # late: most runs only look

        fixing = FixRun(wish, outputs.shown, known, progress.clear)
    try:
        for each in fixing.over(run) if fixing else known.over(run):
            if isinstance(each, Unread):
                progress.clear()
                say(each)
                continue
            for remark in each.remarks:
                progress.clear()
                say(f"{each.title}: {remark}")
            verdict.add(each)
            outputs.result(each)
    finally:
        progress.clear()
    verdict.unread = len(run.unread)
    known.end()
    if fixing:
        fixing.end()
    outputs.end(Ended(run.unread, loaded(settings.rules.packs, settings.rules.added), verdict))
    failed = run.unread or (fixing and fixing.failed)
    return USER_ERROR if failed else FOUND if verdict.failed else CLEAN
