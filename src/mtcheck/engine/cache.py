"""Compiled packs on disk: text only, checked before use, and never a reason to fail."""

from __future__ import annotations

import contextlib
import os
import sys
from hashlib import sha256
from pathlib import Path

_HEADER = "mtcheck-packs 1"
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


def read(key: str) -> tuple[str, str] | None:
    """Return what was kept under `key`; None when nothing is, or what is there is damaged."""
    where = folder()
    if where is None:
        return None
    try:
        kept = (where / f"{key}.packs").read_bytes().decode("utf-8", "surrogatepass")
        header, hot, cold = kept.split("\n")
    except (OSError, ValueError):
        return None
    return (hot, cold) if header == _header(hot, cold) else None


def write(key: str, payload: tuple[str, str]) -> None:
    """Keep `payload` under `key`, atomically; a folder that cannot be written is no error."""
    where = folder()
    if where is None:
        return
    import tempfile  # late: a run that finds its packs cached does not write

    hot, cold = payload
    try:
        where.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=where, prefix=".packs-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_bytes("\n".join((_header(hot, cold), hot, cold))))
            os.replace(name, where / f"{key}.packs")
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        _tidy(where)
    except OSError:
        return


def _header(hot: str, cold: str) -> str:
    digest = sha256(_bytes(hot))
    digest.update(_bytes(cold))
    return f"{_HEADER} {digest.hexdigest()}"


def _bytes(text: str) -> bytes:
    # The name of a pack's file may hold bytes that are no UTF-8; Python has them as surrogates.
    return text.encode("utf-8", "surrogatepass")


def _tidy(where: Path) -> None:
    """Remove all but the newest few: a changed pack leaves its old self behind."""
    kept = sorted(where.glob("*.packs"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)
