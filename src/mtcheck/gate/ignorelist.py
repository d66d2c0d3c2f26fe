"""An entry added to a config, so that findings in files without comments do not count."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from mtcheck.errors import InputError
from mtcheck.formats.files import read_file
from mtcheck.formats.write import write_atomically
from mtcheck.gate.config.files import NAME, PYPROJECT, find


def add_to_config(file: str, rule: str, text: str, reason: str) -> str:
    """Add a table `[[ignore]]` to the nearest config and return its path; a new one is made in the
    current folder where there is none.

    What stands in the config stays as it is. Raises InputError when it cannot be read or written,
    or has no room for the table.
    """
    import tomllib

    path = find(os.curdir) or os.path.abspath(NAME)
    old = read_file(path).decode("utf-8", "surrogateescape") if os.path.exists(path) else ""
    seen = os.path.relpath(file, os.path.dirname(path)).replace(os.sep, "/")
    values = {"rule": rule, "text": text, "reason": reason}
    entry = "".join(f"{key} = {_quoted(value)}\n" for key, value in values.items() if value)
    table = "tool.mtcheck.ignore" if os.path.basename(path) == PYPROJECT else "ignore"
    escaped = re.sub(r"[*?\[{}]", r"[\g<0>]", seen)
    added = f"[[{table}]]\npaths = [{_quoted(escaped)}]\n{entry}"
    line_end = "\r\n" if "\r\n" in old else "\n"
    gap = "" if not old else "\n" if old.endswith("\n") else "\n\n"
    new = old + f"{gap}{added}".replace("\n", line_end)
    try:
        tomllib.loads(new)
    except ValueError as error:
        raise InputError(
            f"{path}: the entry could not be added ({error}); add it yourself: "
            f"{' '.join(added.split())}"
        ) from None
    write_atomically(Path(path), new.encode("utf-8", "surrogateescape"))
    return path


def _quoted(text: str) -> str:
    """Return a text as TOML has it between quotation marks."""
    return json.dumps(text, ensure_ascii=False).replace("\N{DELETE}", "\\u007f")
