"""Compiled packs on disk: text only, checked before use, and never a reason to fail."""

from __future__ import annotations

import contextlib
import os
import sys
from hashlib import sha256
from pathlib import Path

_HEADER = "mtcheck-packs 2"
_KEPT = 8


def folder() -> Path | None:
    """Return where compiled packs are kept; None when this user has no place for them."""
    if own := os.environ.get("MTCHECK_CACHE_DIR"):
        return Path(own)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "mtcheck"
    home = Path(os.path.expanduser("~"))
    if not home.is_absolute():
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "mtcheck"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "mtcheck"
    return home / ".cache" / "mtcheck"


def read(key: str) -> list[bytes] | None:
    """Return the lines kept under `key`; None when nothing is, or what is there is damaged."""
    where = folder()
    if where is None:
        return None
    try:
        header, *lines = (where / f"{key}.packs").read_bytes().split(b"\n")
    except (OSError, ValueError):
        return None
    return lines if len(lines) > 1 and header == _header(lines) else None


def write(key: str, lines: list[bytes]) -> None:
    """Keep `lines`, none of which holds a line feed, under `key`, in one step.

    A folder that cannot be written is no error.
    """
    where = folder()
    if where is None:
        return
    import tempfile  # late: a run that finds its packs cached does not write

    try:
        where.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=where, prefix=".packs-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(b"\n".join((_header(lines), *lines)))
            os.replace(name, where / f"{key}.packs")
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        _tidy(where)
    except OSError:
        return


def _header(lines: list[bytes]) -> bytes:
    return f"{_HEADER} {sha256(b''.join(lines)).hexdigest()}".encode()


def _tidy(where: Path) -> None:
    """Remove all but the newest few: a changed pack leaves its old self behind."""
    kept = sorted(where.glob("*.packs"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)
