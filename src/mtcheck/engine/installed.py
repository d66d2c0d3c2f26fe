"""Packs that other Python packages bring: entry points of the group `mtcheck.packs`."""

from __future__ import annotations

import os
from types import ModuleType

from mtcheck.errors import InputError, did_you_mean

GROUP = "mtcheck.packs"


def pack_path(name: str) -> str:
    """Return the path of a pack: `name` itself where it is one, else what an entry point gives.

    The entry point names a folder or file, as text or Path, or a module, whose folder it is.
    InputError when `name` is neither.
    """
    if os.path.exists(name):
        return name
    from importlib.metadata import entry_points  # late: it reads what is installed

    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        known = did_you_mean(name, list(found))
        raise InputError(f"{name}: there is no such file, folder or installed pack of rules{known}")
    entry = found[name]
    try:
        loaded = entry.load()
    except (ImportError, AttributeError) as error:
        raise InputError(
            f"{name}: the installed pack {entry.value} cannot be read: {error}"
        ) from error
    if isinstance(loaded, ModuleType):
        # A module without a file is a folder without __init__.py.
        folders = list(getattr(loaded, "__path__", ())) or [os.path.dirname(loaded.__file__ or "")]
        return str(folders[0])
    path: str = os.fspath(loaded)
    return path
