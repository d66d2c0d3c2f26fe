"""Files that leave a folder for others, so that none is lost whenever the program is killed.

A file goes in four steps, each of which happens whole or not at all:

1. A plan is written: which part of the file goes where, and the reasons.
2. The file is moved beside its plan; it is ours from now on.
3. Its parts are written to where they go, each in one step.
4. The file and then its plan are deleted.

A plan with its file is carried out by the next run; one without was carried out, or never begun.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

from mtcheck.errors import InputError
from mtcheck.gate.steady import steady

STATE = ".mtcheck-gate"
"""Folder of plans, in the folder that files come from."""

REASONS = ".reasons"
"""Suffix of the file beside an article that says why it is there."""


Name = TypeVar("Name", bound=str)


class Part(NamedTuple):
    """What goes to one folder: the bytes [start, end) of a file, in order; all of it when None.

    `reasons` are the lines of the file of reasons, none for no such file.
    """

    stretches: list[tuple[int, int]] | None
    reasons: list[str]


class Outboxes:
    """The folders that files of `inbox` go to, by name. InputError when they lie in each other,
    cannot be written, or another run is at work.

    A context: while it is open, no other run can use the inbox.
    """

    def __init__(self, inbox: Path, folders: Mapping[str, Path]) -> None:
        self._inbox = inbox
        self._folders = dict(folders)
        self._state = inbox / STATE
        self._lock: IO[bytes] | None = None
        for folder in folders.values():
            if inbox.resolve() in (folder.resolve(), *folder.resolve().parents):
                raise InputError(f"{folder}: this lies in {inbox}; name a folder elsewhere")
        if len({folder.resolve() for folder in folders.values()}) < len(folders):
            raise InputError("articles of different fates cannot go to the same folder")

    def __enter__(self) -> Outboxes:
        try:
            for folder in (self._state, *self._folders.values()):
                folder.mkdir(parents=True, exist_ok=True)
            self._lock = open(self._state / "lock", "wb")
        except OSError as error:
            raise InputError(f"{error.filename}: cannot be written: {error.strerror}") from error
        with contextlib.suppress(ImportError):
            import fcntl  # not on every system

            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise InputError(f"{self._inbox}: another run is at work in it") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._lock is not None:
            self._lock.close()

    def finish(self) -> int:
        """Carry out what an earlier run had begun; returns how many files that were."""
        with steady():
            return self._finish()

    def _finish(self) -> int:
        finished = 0
        for plan in sorted(self._state.glob("*.plan")):
            data = plan.with_suffix(".data")
            if data.exists():
                self._carry_out(plan)
                finished += 1
            else:
                plan.unlink()
        for left in self._state.glob("*.new"):
            left.unlink()
        return finished

    def send(self, file: Path, parts: Mapping[Name, Part]) -> dict[Name, Path]:
        """Send the parts of a file of the inbox to folders, by name; returns where they are.

        A file that is there already keeps its name, and the new one gets a number. A signal that
        ends the program waits until all is done.
        """
        with steady():
            return self._send(file, parts)

    def _send(self, file: Path, parts: Mapping[Name, Part]) -> dict[Name, Path]:
        inner = file.relative_to(self._inbox)
        targets = {name: _free(self._folders[name] / inner) for name in parts}
        number = 1 + max((int(p.stem) for p in self._state.glob("*.plan")), default=0)
        plan = self._state / f"{number}.plan"
        tree = {name: [str(targets[name].resolve()), *part] for name, part in parts.items()}
        _write(plan, json.dumps(tree).encode("ascii"))
        os.rename(file, plan.with_suffix(".data"))
        self._carry_out(plan)
        return targets

    def _carry_out(self, plan: Path) -> None:
        tree: dict[str, Any] = json.loads(plan.read_bytes())
        data = plan.with_suffix(".data")
        for path, stretches, reasons in tree.values():
            target = Path(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            if reasons:
                text = "".join(f"{line}\n" for line in reasons)
                _write(target.with_name(target.name + REASONS), text.encode("utf-8", "replace"))
            if stretches is not None:
                with open(data, "rb") as file:
                    _write(target, b"".join(_stretch(file, *each) for each in stretches))
            elif data.stat().st_dev == target.parent.stat().st_dev:
                os.replace(data, target)
            else:
                _write(target, data.read_bytes())
        data.unlink(missing_ok=True)
        plan.unlink()


def _stretch(file: IO[bytes], start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step; it is on the disk before it has its name."""
    new = path.with_name(f".{path.name[:200]}.new")
    with open(new, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)


def _free(path: Path) -> Path:
    """Return a path that is not taken: `a.txt`, else `a-2.txt`, `a-3.txt` …"""
    number, free = 1, path
    while free.exists() or free.with_name(free.name + REASONS).exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
