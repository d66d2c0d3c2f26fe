"""A run of checks: what was found goes to the outputs, and the verdict becomes the exit status."""

from __future__ import annotations

import os
from collections.abc import Sequence

from mtcheck.cli.fixing import Wish
from mtcheck.cli.known import Known
from mtcheck.cli.main import USER_ERROR
from mtcheck.errors import InputError, did_you_mean
from mtcheck.finding import SEVERITIES
from mtcheck.formats.files import find_files
from mtcheck.gate.result import Located, Result
from mtcheck.gate.rules import loaded
from mtcheck.gate.run import How, Run, Unread
from mtcheck.gate.settings import Settings
from mtcheck.gate.verdict import Limits, Verdict
from mtcheck.output import FORMATS, Ended, writer
from mtcheck.output.progress import Progress
from mtcheck.output.target import Target
from mtcheck.output.text import Writer as TextWriter
from mtcheck.output.text import say


class Outputs:
    """Where results are written: one format to standard output, others to files.

    `more` are as "sarif:out.sarif"; `main` is standard output where there is a choice, and None
    when nothing is written there. Findings below the severity `show` are left out everywhere; with
    `suppressed`, those that do not count are listed for people. InputError for a format that does
    not exist, and for a file that two of them would write.
    """

    def __init__(
        self,
        form: str,
        more: Sequence[str],
        show: str,
        main: Target | None,
        *,
        suppressed: bool = False,
    ) -> None:
        first = [(form, main)] if main else []
        targets = [*first, *map(_target, more)]
        _must_differ([target.path for _, target in targets if target.path])
        self._says = not main or form != "text"
        self.names = [name for name, _ in targets]
        self.shown = SEVERITIES[: SEVERITIES.index(show) + 1]
        self._writers = [writer(name, target) for name, target in targets]
        for each in self._writers:
            if isinstance(each, TextWriter):
                each.shows_suppressed = suppressed

    @property
    def want_reports(self) -> bool:
        """Whether results need a full report."""
        return "html" in self.names

    def result(self, result: Result) -> None:
        """Write a result to all of them."""
        shown = result._replace(
            found=tuple(each for each in result.found if self._shows(each)),
            suppressed=tuple(each for each in result.suppressed if self._shows(each.located)),
        )
        for each in self._writers:
            each.result(shown)

    def _shows(self, located: Located) -> bool:
        return located.finding.severity in self.shown

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


def _must_differ(paths: Sequence[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        if os.path.abspath(path) in seen:
            raise InputError(f"--output: two formats would be written to {path}; name two files")
        seen.add(os.path.abspath(path))


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
    ended = Ended(run.unread, loaded(settings.rules.packs, settings.rules.added), verdict)
    outputs.end(ended)
    return USER_ERROR if fixing and fixing.failed else ended.status
