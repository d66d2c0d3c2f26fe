"""The files of a run, checked one after the other; what cannot be read is kept, the rest done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.files import Found
from mtcheck.gate.checking import results
from mtcheck.gate.result import Result
from mtcheck.gate.settings import Settings


class Unread(NamedTuple):
    """A file that could not be read, or not to its end, and why."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


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
    ) -> None:
        self._files = files
        self._settings_of = settings_of
        self._on_file = on_file
        self.unread: dict[str, str] = {}

    def __iter__(self) -> Iterator[Result | Unread]:
        for name, error in self._files:
            try:
                if error is not None:
                    raise error
                yield from results(File(name), self._settings_of(name))
            except InputError as caught:
                why = self.unread[name] = str(caught).removeprefix(f"{name}: ")
                yield Unread(name, why)
            self._on_file(name)
