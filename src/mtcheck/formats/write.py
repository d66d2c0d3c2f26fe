"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from mtcheck.errors import InputError


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], *, like: Path | None = None
) -> None:
    """Write `data`, whole or piece by piece, to `path` in one step, with the mode of the file
    `like`, or else of the file that is there already.

    Missing folders are made. A link stays a link: what it leads to is written. A pipe or a device
    cannot be replaced and is written as it is. Raises InputError when the place cannot be written;
    what is raised while the pieces are made leaves the file as it was.
    """
    pieces = [data] if isinstance(data, bytes) else data
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(Path(os.path.realpath(path)), pieces, like or path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(path: Path, pieces: Iterable[bytes], like: Path) -> None:
    import tempfile  # late: most runs write nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    # The folder is the target's, so that both are on one disk; the name may not grow with its.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".mtcheck-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(name, like.stat().st_mode & 0o777 if like.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
