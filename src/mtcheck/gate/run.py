"""The files of a run, each checked; what cannot be read is kept, the rest done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.errors import InputError, without_name
from mtcheck.formats.file import File
from mtcheck.formats.files import Found
from mtcheck.gate.checking import results
from mtcheck.gate.result import Result
from mtcheck.gate.settings import Settings

if TYPE_CHECKING:
    from mtcheck.engines.languagetool.asking import LanguageTool

PAYS = 1_000_000
"""Bytes of text from which on a second process saves more than it costs: about a second's work."""

_AT_ONCE = 100_000  # bytes of a task: small files go to a process together


class Unread(NamedTuple):
    """A file that could not be read, or not to its end, and why."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


class How(NamedTuple):
    """How a run is done: by how many processes (None for as many as pay), and whether results are
    kept from run to run."""

    jobs: int | None = None
    keep: bool = True


class Run:
    """What becomes of `files`, each checked by the settings that `settings_of` returns for its
    name: their results, in order. Behind those of a file that could not be read stands why, and
    `unread` keeps it. `on_file` is called with the name of each file that is done.
    """

    def __init__(
        self,
        files: Iterable[Found],
        settings_of: Callable[[str], Settings],
        on_file: Callable[[str], object] = lambda name: None,
        how: How | None = None,
    ) -> None:
        self._files = list(files)
        self.settings_of = settings_of
        self._on_file = on_file
        self._how = how or How()
        self.unread: dict[str, str] = {}
        self._other: LanguageTool | None = None

    def __iter__(self) -> Iterator[Result | Unread]:
        for _, found in self.by_file():
            yield from found

    def by_file(self) -> Iterator[tuple[str, Iterator[Result | Unread]]]:
        """Yield each file's name with what becomes of it, which is found out while it is read."""
        jobs = self._jobs()
        try:
            for name, found in self._alone() if jobs < 2 else self._together(jobs):
                yield name, self.noted(name, found)
                self._on_file(name)
        finally:
            if self._other is not None:
                self._other.close()

    def of_bytes(self, name: str, data: bytes) -> Iterator[Result | Unread]:
        """Yield what becomes of a file if these are its bytes."""
        settings = self.settings_of(name)
        return checked(name, None, settings, keep=False, data=data, other=self._asked(settings))

    def noted(self, name: str, found: Iterable[Result | Unread]) -> Iterator[Result | Unread]:
        """Yield what becomes of a file, and keep why it could not be read."""
        for each in found:
            if isinstance(each, Unread):
                self.unread[name] = each.why
            yield each

    def _alone(self) -> Iterator[tuple[str, Iterable[Result | Unread]]]:
        for name, error in self._files:
            settings = self.settings_of(name)
            other = self._asked(settings)
            yield name, checked(name, error, settings, keep=self._how.keep, other=other)

    def _asked(self, settings: Settings) -> LanguageTool | None:
        """Return the other checker that is asked in this run, if one is."""
        if settings.languagetool is None:
            return None
        if self._other is None:
            from mtcheck.engines.languagetool.asking import LanguageTool

            self._other = LanguageTool(settings.languagetool, keep=self._how.keep)
        return self._other

    def _together(self, jobs: int) -> Iterator[tuple[str, Iterable[Result | Unread]]]:
        from mtcheck.gate.parallel import in_order  # late: few runs are as large

        tasks: list[list[_Task]] = [[]]
        size = 0
        for name, error in self._files:
            if size > _AT_ONCE:
                tasks.append([])
                size = 0
            tasks[-1].append((name, error, self.settings_of(name)))
            size += _size(name)
        for done in in_order(partial(_all_checked, keep=self._how.keep), tasks, jobs):
            yield from done

    def _jobs(self) -> int:
        """Return how many processes the work is shared among."""
        if self._how.jobs == 1 or len(self._files) < 2:
            return 1
        if any(name == "-" for name, _ in self._files):  # only this process can read it
            return 1
        settings = self.settings_of(self._files[0][0])
        if settings.reported:  # pages are written here anyway
            return 1
        if settings.languagetool:  # its server is what takes the time, and has threads of its own
            return 1
        from mtcheck.gate.parallel import processors

        if self._how.jobs is not None:
            return min(self._how.jobs, len(self._files))
        work = sum(_size(name) for name, _ in self._files)
        return max(1, min(processors(), work // PAYS, len(self._files)))


_Task = tuple[str, InputError | None, Settings]


def checked(
    name: str,
    error: InputError | None,
    settings: Settings,
    *,
    keep: bool,
    data: bytes | None = None,
    other: LanguageTool | None = None,
) -> Iterator[Result | Unread]:
    """Yield the results of one file, and behind them why it could not be read, if so.

    `error` says that it cannot be read, where that is known. With `keep`, results of an earlier run
    are used, and new ones kept. `data` are its bytes where they are not those of the file, `other`
    is a checker that is asked as well.
    """
    try:
        if error is not None:
            raise error
        file = File(name, data)
        if not keep:
            yield from results(file, settings, other)
            return
        from mtcheck.gate import kept  # late: it hashes, and not every run keeps results

        key = kept.key_of(file, settings, other)
        if key is None:
            yield from results(file, settings, other)
            return
        found = kept.get(key, name)
        if found is None:
            found = []
            for result in results(file, settings, other):
                found.append(result)
                yield result
            if not any(result.lacks for result in found):
                kept.put(key, found)
        else:
            yield from found
    except InputError as caught:
        yield Unread(name, without_name(caught, name))


def _all_checked(tasks: list[_Task], *, keep: bool) -> list[tuple[str, list[Result | Unread]]]:
    return [(name, list(checked(name, e, settings, keep=keep))) for name, e, settings in tasks]


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0
