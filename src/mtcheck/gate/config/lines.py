"""In which line of a TOML file each key stands: `tomllib` reads values and forgets where."""

from __future__ import annotations

import re
import tomllib
from typing import Any

KeyPath = tuple[str | int, ...]

# A key in quotation marks may hold dots and brackets; so may a value.
_BASIC, _LITERAL = r'"(?:[^"\\\n]|\\.)*"', r"'[^'\n]*'"
_PART = rf"(?:[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL})"
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_HEAD = re.compile(r"(\[\[?)[ \t]*")
_VALUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|'
    r"'''(?:[^']|'(?!''))*'{3,5}|"
    rf"{_BASIC}|{_LITERAL}|#[^\n]*|[\[{{]|[\]}}]|\n|[^\"'#\[\]{{}}\n]+",
    re.DOTALL,
)


def lines_of(text: str) -> dict[KeyPath, int]:
    """Return the line, from 1, of each table and key of a TOML text that `tomllib` has read.

    A key is known by its path; an element of an array of tables by its index. What stands in a
    table or an array that is written in one value has the line of that value's key, and no path.
    """
    text = text.replace("\r\n", "\n")
    found: dict[KeyPath, int] = {}
    arrays: dict[KeyPath, int] = {}
    table: KeyPath = ()
    at = line = 0
    while (blank := _BLANK.match(text, at)) and (at := blank.end()) < len(text):
        line = text.count("\n", 0, at) + 1
        if head := _HEAD.match(text, at):
            names = _KEY.match(text, head.end())
            assert names is not None  # the text is TOML
            table = _table(_names(names[0]), arrays, is_array=head[1] == "[[")
            found.setdefault(table, line)
            at = text.index("]", names.end()) + len(head[1])
        else:
            names = _KEY.match(text, at)
            assert names is not None
            for length, _ in enumerate(path := _names(names[0]), 1):
                found.setdefault((*table, *path[:length]), line)
            at = _behind_value(text, text.index("=", names.end()) + 1)
    return found


def _names(key: str) -> tuple[str, ...]:
    """Return the parts of a dotted key."""
    table: Any = tomllib.loads(f"{key} = 0")
    parts = []
    while isinstance(table, dict):
        [(name, table)] = table.items()
        parts.append(name)
    return tuple(parts)


def _table(names: tuple[str, ...], arrays: dict[KeyPath, int], *, is_array: bool) -> KeyPath:
    """Return the path of a table by its header: in an array, that of its last element."""
    path: KeyPath = ()
    for number, name in enumerate(names, 1):
        path = (*path, name)
        if is_array and number == len(names):
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            path = (*path, arrays[path])
    return path


def _behind_value(text: str, at: int) -> int:
    """Return where a value ends that begins at `at`."""
    depth = 0
    while match := _VALUE.match(text, at):
        if match[0] == "\n" and not depth:
            break
        at = match.end()
        depth += (match[0] in "[{") - (match[0] in "]}")
    return at
