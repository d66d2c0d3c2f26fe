"""Packs that other Python packages bring: entry points of the group `mtcheck.packs`."""

from __future__ import annotations

import os

from mtcheck.errors import InputError, did_you_mean

GROUP = "mtcheck.packs"


def pack_path(name: str) -> str:
    """Return the path of a pack: `name` itself where it is one, else what an entry point gives.

    The entry point names a folder or file, as text or Path, or a module, whose folder it is.
    InputError when `name` is neither.
    """
    if os.path.exists(name) or os.sep in name:
        return name
    from importlib.metadata import entry_points  # late: it reads what is installed

    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        known = did_you_mean(name, list(found))
        raise InputError(f"{name}: there is no such file, folder or installed pack of rules{known}")
    loaded = found[name].load()
    module = getattr(loaded, "__file__", None)
    path: str = os.path.dirname(module) if module else os.fspath(loaded)
    return path
