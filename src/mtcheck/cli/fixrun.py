"""A run of checks that fixes what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from mtcheck.cli.fixing import Wish
from mtcheck.cli.known import Known
from mtcheck.cli.writing import write_out
from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.write import write_atomically
from mtcheck.gate.fixing import Fixed, Fixes, fixed
from mtcheck.gate.result import Result
from mtcheck.gate.run import Run, Unread
from mtcheck.gate.settings import Settings
from mtcheck.gate.verdict import count_of
from mtcheck.output.diff import files_diff
from mtcheck.output.text import say


class FixRun:
    """Fixes the files of a run one by one; `failed` are those that could not be written, and why.

    What is `known` does not count and stays; `shown` gives the severities that are written of a
    file, and `clear` makes room on the terminal before something is said.
    """

    def __init__(
        self,
        wish: Wish,
        shown: Callable[[str], tuple[str, ...]],
        known: Known,
        clear: Callable[[], object],
    ) -> None:
        self._wish, self._shown = wish, shown
        self._known, self._clear = known, clear
        self._count = self._files = self._left = self._more = 0
        self.failed: dict[str, str] = {}

    def over(self, run: Run) -> Iterator[Result | Unread]:
        """Yield what a run gives: of files that were fixed, what is left then."""
        for name, found in run.by_file():
            file = File(name)
            if name == "-":  # it can be read once only
                with suppress(InputError):  # which the run says, too
                    found = run.noted(name, run.of_bytes(name, file.data))
            yield from self._file(file, list(found), run)

    def end(self) -> None:
        """Say how many findings were fixed, and how many are left."""
        some = f"{count_of(self._count, 'finding')} in {count_of(self._files, 'file')}"
        more = f", {self._more:,} of which --unsafe would change" if self._more else ""
        done = f"{'would fix' if self._wish.diff else 'fixed'} {some if self._count else 'nothing'}"
        say(f"{done}; {self._left:,} left{more}")

    def _file(
        self, file: File, found: list[Result | Unread], run: Run
    ) -> Sequence[Result | Unread]:
        """Fix a file and return what is left of its findings; one that cannot be read to its end,
        or not be written, stays as it is."""
        used = self._known.used

        def counted(found: Iterable[Result | Unread]) -> list[Result | Unread]:
            self._known.back_to(used)
            return list(self._known.over(found))

        def again(data: bytes) -> list[Result]:
            after = counted(run.of_bytes(file.name, data))
            for each in after:
                if isinstance(each, Unread):
                    raise InputError(f"{file.name}: its fixes would damage it: {each.why}")
            return [each for each in after if isinstance(each, Result)]

        settings = run.settings_of(file.name)
        fixes = Fixes(self._wish.unsafe, self._shown(file.name), self._known.by_lines)
        first = counted(found)
        made = Fixed(None, [each for each in first if isinstance(each, Result)])
        try:
            if len(made.left) == len(first):
                after = fixed(file, made.left, fixes, settings, again)
                self._put(file, after, settings)
                made = after
        except InputError as error:
            self.failed[file.name] = str(error)
            self._say(error)
        if file.name == "-" and not self._wish.diff:  # who waits for the text gets it in any case
            write_out(file.data if made.data is None else made.data, None)
        self._count += made.fixed
        self._files += bool(made.fixed)
        some, more = fixes.left(made.left)
        self._left, self._more = self._left + some, self._more + more
        return counted(found) if made.data is None or self._wish.diff else made.left

    def _put(self, file: File, made: Fixed, settings: Settings) -> None:
        """Write a fixed file over itself, or show what would be written."""
        if made.endless:
            what = " and ".join(made.endless)
            self._say(f"{file.name}: what {what} would fix comes back each time; do it by hand")
        if made.stuck:
            what = count_of(made.stuck, "finding")
            self._say(f"{file.name}: {what} cannot be fixed without changing more; do it by hand")
        if made.data is None:
            return
        if self._wish.diff:
            self._clear()
            how = (settings.reading, format_of(file, settings.form))
            files_diff(documents(file, *how), documents(File(file.name, made.data), *how))
        elif file.name != "-":
            if self._wish.backup:
                write_atomically(Path(file.name + self._wish.suffix), file.data)
            write_atomically(Path(file.name), made.data)

    def _say(self, what: object) -> None:
        self._clear()
        say(what)
