"""Compiled packs on disk: text only, checked before use, and never a reason to fail."""

from __future__ import annotations

import contextlib
import os
import sys
from zlib import crc32

_HEADER = f"mtcheck-packs 4 {sys.byteorder}"
_KEPT = 8
_unfinished: list[str] = []


def folder() -> str | None:
    """Return where compiled packs are kept; None when this user has no place for them."""
    if own := os.environ.get("MTCHECK_CACHE_DIR"):
        return own
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return os.path.join(xdg, "mtcheck")
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "mtcheck")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, "mtcheck")
    return os.path.join(home, ".cache", "mtcheck")


def read(key: str) -> bytes | None:
    """Return the packs kept under `key`; None when none are, or what is there is damaged."""
    return _part(key, 0)


def read_docs(key: str) -> bytes | None:
    """Return what there is to read about the packs kept under `key`; None as in `read`."""
    return _part(key, 1)


def write(key: str, packs: bytes, docs: bytes) -> None:
    """Keep compiled packs and what there is to read about them under `key`.

    A folder that cannot be written is no error.
    """
    sums = f"{len(packs)} {crc32(packs)} {len(docs)} {crc32(docs)}"
    _put(f"{key}.packs", b"".join((f"{_HEADER} {sums}\n".encode(), packs, docs)))


def seen(place: str, signature: str) -> str | None:
    """Return the key that `see` kept for a place while its signature was the same."""
    try:
        with open(_path(_name(place)), encoding="utf-8", errors="surrogatepass") as file:
            kept, _, key = file.read().rpartition("\n")
    except (OSError, ValueError):
        return None
    return key if kept == signature else None


def see(place: str, signature: str, key: str) -> None:
    """Keep the key of what lies at a place, as long as its signature stays the same."""
    _put(_name(place), f"{signature}\n{key}".encode("utf-8", "surrogatepass"))


def _name(place: str) -> str:
    return f"{crc32(place.encode('utf-8', 'surrogatepass')):08x}.seen"


def _path(name: str) -> str:
    where = folder()
    if where is None:
        raise FileNotFoundError("no place for a cache")
    return os.path.join(where, name)


def _part(key: str, number: int) -> bytes | None:
    try:
        with open(_path(f"{key}.packs"), "rb") as file:
            *header, packs, packs_sum, docs, docs_sum = file.readline().decode("ascii").split()
            if " ".join(header) != _HEADER:
                return None
            if number:
                file.seek(int(packs), os.SEEK_CUR)
            part = file.read(int(docs if number else packs))
            # The newest stay: what is used is not old.
            with contextlib.suppress(OSError):
                os.utime(file.fileno())
            whole = crc32(part) == int(docs_sum if number else packs_sum)
    except (OSError, ValueError):
        return None
    return part if whole else None


def put_file(path: str, content: bytes, kept: int) -> None:
    """Write a file in one step, if it can be written; of the files of its folder with its suffix
    the `kept` newest stay."""
    temporary = f"{path}.{os.getpid()}.tmp"
    _unfinished[:] = [temporary]
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            with open(temporary, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        _tidy(path, kept)
    except OSError:
        return
    finally:
        _unfinished.clear()


def drop() -> None:
    """Remove the file that is being written, for a process that ends at once."""
    for temporary in _unfinished:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def _put(name: str, content: bytes) -> None:
    with contextlib.suppress(FileNotFoundError):
        put_file(_path(name), content, _KEPT)


def _tidy(path: str, most: int) -> None:
    """Remove all but the newest few: what changed leaves its old self behind."""
    where, suffix = os.path.dirname(path), os.path.splitext(path)[1]
    with os.scandir(where) as entries:
        kept = [(e.stat().st_mtime, e.path) for e in entries if e.name.endswith(suffix)]
    for _, old in sorted(kept, reverse=True)[most:]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(old)
