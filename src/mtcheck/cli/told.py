"""The results of files, one at a time; what cannot be read, or is remarked of it, is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mtcheck.formats.files import Found
from mtcheck.gate.result import Result
from mtcheck.gate.run import How, Run, Unread
from mtcheck.gate.settings import Settings
from mtcheck.output.progress import Progress
from mtcheck.output.text import say

Over = Callable[[Run], Iterator[Result | Unread]]


class Told:
    """The results of files, each checked by the settings that `settings_of` returns for its name;
    `unread` says of each other file why there is none, `lacking` are those for which LanguageTool
    did not answer. `over` is what is made of a run's results. With `quiet`, no remarks are said.
    """

    def __init__(
        self,
        files: Sequence[Found],
        settings_of: Callable[[str], Settings],
        how: How | None = None,
        over: Over = iter,
        *,
        quiet: bool = False,
    ) -> None:
        self.over = over
        self._quiet = quiet
        self._progress = Progress(len(files))
        self._run = Run(files, settings_of, self._progress.step, how)
        self.unread = self._run.unread
        self.lacking: set[str] = set()
        self._lacks: set[str] = set()

    def __iter__(self) -> Iterator[Result]:
        try:
            for each in self.over(self._run):
                if isinstance(each, Unread):
                    self._tell(each)
                    continue
                for remark in () if self._quiet else each.remarks:
                    self._tell(f"{each.title}: {remark}")
                if each.lacks:
                    self._lack(each.file, each.lacks)
                yield each
        finally:
            self._progress.clear()

    def _lack(self, name: str, why: str) -> None:
        self.lacking.add(name)
        if why not in self._lacks:  # a server that is down is down for all files
            self._lacks.add(why)
            self._tell(f"{why}; mtcheck's own findings stand")

    def _tell(self, what: object) -> None:
        self.clear()
        say(what)

    def clear(self) -> None:
        """Make room on the terminal for something to be said."""
        self._progress.clear()
