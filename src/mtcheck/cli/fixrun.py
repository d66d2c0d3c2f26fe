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
from mtcheck.gate.fixing import ROUNDS, Fixed, Fixes, fixed
from mtcheck.gate.result import Result
from mtcheck.gate.run import Run, Unread
from mtcheck.gate.verdict import count_of
from mtcheck.output.normalization import lines_diff
from mtcheck.output.text import say
from mtcheck.text.document import Document


class FixRun:
    """Fixes the files of a run one by one; `failed` are those that could not be written, and why.

    Of what is found, that counts which is not `known`, and fixes are of findings that are `shown`.
    `clear` makes room on the terminal before something is said.
    """

    def __init__(
        self, wish: Wish, shown: tuple[str, ...], known: Known, clear: Callable[[], object]
    ) -> None:
        self._wish = wish
        self._known = known
        self._clear = clear
        self._fixes = Fixes(wish.unsafe, shown, known.by_lines)
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
        done = f"{count_of(self._count, 'finding')} in {count_of(self._files, 'file')}"
        more = f", {self._more:,} of which --unsafe would change" if self._more else ""
        would = "would fix" if self._wish.diff else "fixed"
        say(f"{would} {done if self._count else 'nothing'}; {self._left:,} left{more}")

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
            return _read(counted(run.of_bytes(file.name, data)))

        made: Fixed | None = None
        first = counted(found)
        try:
            if not any(isinstance(each, Unread) for each in found):
                settings = run.settings_of(file.name)
                made = fixed(file, _read(first), self._fixes, settings, again)
            self._put(file, made, run)
        except InputError as error:
            made = None
            self.failed[file.name] = str(error)
            self._say(error)
        if made is None:
            return self._counted(counted(found))
        self._count += made.fixed
        self._files += 1
        self._counted(made.left)
        return counted(found) if self._wish.diff else made.left

    def _put(self, file: File, made: Fixed | None, run: Run) -> None:
        """Write a fixed file, or show what would be written."""
        if made and made.endless:
            self._say(
                f"{file.name}: its fixes have no end; {' and '.join(made.endless)} still found "
                f"something after {ROUNDS} rounds"
            )
        if self._wish.diff:
            if made:
                self._clear()
                _diff(file, made.data, run)
        elif file.name == "-":  # whoever waits for the text gets it, fixed or not
            write_out(made.data if made else file.data, None)
        elif made:
            if self._wish.backup:
                write_atomically(Path(file.name + self._wish.suffix), file.data)
            write_atomically(Path(file.name), made.data)

    def _counted(self, left: Sequence[Result | Unread]) -> Sequence[Result | Unread]:
        results = (each for each in left if isinstance(each, Result))
        findings = [f for result in results for f, *_ in result.found]
        shown = [f for f in findings if f.severity in self._fixes.shown]
        self._left += len(shown)
        if not self._fixes.unsafe:
            self._more += sum(bool(f.replacements) and not f.safe_fix for f in shown)
        return left

    def _say(self, what: object) -> None:
        self._clear()
        say(what)


def _read(found: Iterable[Result | Unread]) -> list[Result]:
    """Return results; InputError when there is what could not be read among them."""
    results = []
    for each in found:
        if isinstance(each, Unread):
            raise InputError(f"{each.name}: with its fixes it could not be read: {each.why}")
        results.append(each)
    return results


def _diff(file: File, data: bytes, run: Run) -> None:
    """Print how a file differs from what `data` would make of it, text by text."""
    settings = run.settings_of(file.name)
    form = format_of(file, settings.form)
    after = documents(File(file.name, data), settings.reading, form)
    new = next(after, None)
    for old in documents(file, settings.reading, form):
        if new is not None and new.title == old.title:
            lines_diff(old.title, _lines(old), _lines(new), "fixed")
            new = next(after, None)
        else:  # nothing is left of its text
            lines_diff(old.title, _lines(old), "", "fixed")


def _lines(document: Document) -> str:
    return document.text if document.parts else document.raw
