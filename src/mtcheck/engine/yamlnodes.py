"""YAML with positions, every scalar a string: `no`, `on` and `1:30` stay what was written.

PyYAML's composer gives a tree of nodes with line and column; nothing of YAML's type guessing runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from mtcheck.errors import Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = {"scalar": "a text", "sequence": "a list", "mapping": "a table of keys"}


class Item:
    """One YAML node with the file it stands in."""

    __slots__ = ("file", "node")

    def __init__(self, node: Any, file: str) -> None:
        self.node = node
        self.file = file

    @property
    def kind(self) -> str:
        """'scalar', 'sequence' or 'mapping'."""
        return str(self.node.id)

    @property
    def line(self) -> int:
        """Line of the node's first character, from 1."""
        return int(self.node.start_mark.line) + 1

    def problem(self, what: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.file, self.line, int(self.node.start_mark.column) + 1, what)

    def expected(self, kind: str) -> Problem:
        """Return the problem that this is not `kind`."""
        return self.problem(f"expected {_KINDS[kind]}, found {_KINDS[self.kind]}")

    def text(self) -> str:
        """Return a scalar's text."""
        return str(self.node.value)

    def items(self) -> Iterator[Item]:
        """Yield the items of a sequence."""
        for node in self.node.value:
            yield Item(node, self.file)

    def pairs(self) -> Iterator[tuple[Item, Item]]:
        """Yield (key, value) of a mapping."""
        for key, value in self.node.value:
            yield Item(key, self.file), Item(value, self.file)

    def plain(self) -> Any:
        """Return the whole tree as dicts, lists and strings."""
        if self.kind == "scalar":
            return self.text()
        if self.kind == "sequence":
            return [item.plain() for item in self.items()]
        return {key.text(): value.plain() for key, value in self.pairs()}


def compose(text: str, file: str) -> Item | Problem:
    """Return the root of a YAML text, or what is wrong with its syntax."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Problem(file, line, column, f"this is no YAML: {error.problem or error.context}")
    except yaml.YAMLError as error:
        return Problem(file, 1, 1, f"this is no YAML: {error}")
    if root is None:
        return Problem(file, 1, 1, "the file is empty; a pack needs `about` and `rules`")
    return Item(root, file)
