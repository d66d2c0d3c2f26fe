"""The files of a run: those of the command line or the config, less those that are excluded."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from mtcheck.errors import InputError
from mtcheck.formats.files import Found, find_files
from mtcheck.gate.config.effective import Effective


def files(effective: Effective, paths: Sequence[str]) -> list[Found]:
    """Return the files of `paths`, or of those of the config when there are none.

    What is excluded is left out of folders; a file that is named itself is not excluded. InputError
    when that leaves none, or a glob of the config fits none; click.UsageError when nobody names a
    path.
    """
    given = list(paths) or _of_config(effective)
    if not given:
        # Where `paths` of a config can stand for them says the help that this points to.
        raise click.UsageError("Missing argument 'PATHS...'.", click.get_current_context())
    globs = effective["exclude"]
    if not globs:
        return list(find_files(given))
    named = set(given)
    found = list(find_files(given))
    kept = [
        each for each in found if each[0] in named or not any(glob.fits(each[0]) for glob in globs)
    ]
    if not kept:
        texts = ", ".join(repr(glob.text) for glob in globs)
        raise InputError(
            f"{effective.origin('exclude')}: `exclude` ({texts}) leaves out every file, "
            "so that nothing would be checked"
        )
    return kept


def _of_config(effective: Effective) -> list[str]:
    found: list[str] = []
    for path in effective["paths"]:
        if os.path.exists(path):
            found.append(path)
            continue
        from glob import glob

        fitting = sorted(glob(path, recursive=True))
        if not fitting:
            raise InputError(f"{effective.origin('paths')}: `paths`: no file fits {path!r}")
        found += fitting
    return found
