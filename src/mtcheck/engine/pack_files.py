"""The files of packs: which lie in a folder, whether they have changed, and what they hold."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

PACK_SUFFIXES = (".yaml", ".yml")
EVIDENCE_SUFFIX = ".measured.json"

PackFile = tuple[str, "Path", bytes]
"""The name of a pack, the file of it or of what was measured of it, and its content."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CODE = tuple(os.path.join(_PACKAGE, name) for name in ("engine", "text", "finding.py"))
_SETTLED = 2.0
"""Seconds after which a further change of a file shows in its times on any file system."""


class Signature:
    """What can be known of packs, and of the code that compiles them, without reading them.

    `text` differs whenever a file was changed, added or removed; but only a change made in the
    same tick of the clock as another may not show, so one that is not `settled` proves nothing.
    """

    def __init__(self, roots: Iterable[str]) -> None:
        lines = []
        newest = 0.0
        wanted = (*PACK_SUFFIXES, EVIDENCE_SUFFIX)
        for tops, suffixes in ((_CODE, (".py",)), (roots, wanted)):
            for path, stat in _files(tops, suffixes):
                times = f"{stat.st_mtime_ns} {stat.st_ctime_ns}"
                lines.append(f"{path} {stat.st_size} {times} {stat.st_ino}")
                newest = max(newest, stat.st_mtime, stat.st_ctime)
        self.text = "\n".join(lines)
        self.settled = newest + _SETTLED < time.time()


def _files(tops: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield each file at or below `tops` whose name ends so; what cannot be read is left out."""
    waiting = list(tops)
    while waiting:
        top = waiting.pop()
        try:
            with os.scandir(top) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.endswith(suffixes):
                        yield entry.path, entry.stat()
        except NotADirectoryError:
            yield top, os.stat(top)
        except OSError:
            continue


def read_packs(roots: Iterable[str]) -> list[PackFile]:
    """Return every pack of `roots` and what was measured of it, each file once.

    InputError when a root is not there, holds no pack, or a file cannot be read.
    """
    from pathlib import Path  # late, as most of what is below: most runs find their packs cached

    files: dict[Path, tuple[str, Path]] = {}
    for root in map(Path, roots):
        for path in _packs(root):
            inner = path.relative_to(root).with_suffix("") if path != root else Path(path.stem)
            # A pack's id has an area: the folder below the root, or else the one it lies in.
            name = (
                inner.as_posix() if inner.parent.name else f"{path.resolve().parent.name}/{inner}"
            )
            for file in (path, path.with_suffix(EVIDENCE_SUFFIX)):
                if file is path or file.is_file():
                    files.setdefault(file.resolve(), (name, file))
    return [(name, path, _content(path)) for name, path in files.values()]


def _packs(root: Path) -> Sequence[Path]:
    if not root.is_dir():
        return (root,)
    packs = sorted(p for p in root.rglob("*") if p.suffix in PACK_SUFFIXES and p.is_file())
    if not packs:
        raise InputError(f"{root}: no pack of rules in this folder ({PACK_SUFFIXES[0]})")
    return packs


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file or folder of rules") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def key_of(packs: Iterable[PackFile]) -> str:
    """Return a digest of packs and of the code that compiles them."""
    from hashlib import sha256

    digest = sha256()
    for path, _ in sorted(_files(_CODE, (".py",))):
        with open(path, "rb") as source:
            digest.update(source.read())
    for name, file, data in packs:
        described = f"{name}{file.suffix} {file} {len(data)}\n"
        digest.update(described.encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()
