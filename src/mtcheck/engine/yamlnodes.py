"""YAML with positions, every scalar a string: `no`, `on` and `1:30` stay what was written.

PyYAML's parser gives events with line and column; nothing of YAML's type guessing runs. The tree
is built here, without recursion and with bounds, so that no file can exhaust the stack or, by
naming the same anchor again and again, the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, NoReturn

import yaml

from mtcheck.errors import Problem

DEEPEST = 40
"""Levels of nesting; a pack needs six."""

LARGEST = 200_000
"""Nodes of a file with every alias written out; the largest shipped pack has a few thousand."""

NodeKind = Literal["scalar", "sequence", "mapping"]

_BARE = re.compile(r"\s*(?:- *)?(?:[\w-]+: *)?[{\[]")
"""A line whose text YAML takes for a table or a list, as `find: {verb:walk} the line`."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = {"scalar": "a text", "sequence": "a list", "mapping": "a table of keys"}


@dataclass(frozen=True, slots=True)
class Item:
    """One YAML node with its place: `line` and `column` count from 1.

    `parts` are the items of a sequence; of a mapping, keys and values in turn. `size` counts the
    nodes in it, itself included.
    """

    kind: NodeKind
    file: str
    line: int
    column: int
    value: str = ""
    parts: tuple[Item, ...] = ()
    size: int = 1

    def problem(self, what: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.file, self.line, self.column, what)

    def expected(self, kind: NodeKind) -> Problem:
        """Return the problem that this is not `kind`."""
        return self.problem(f"expected {_KINDS[kind]}, found {_KINDS[self.kind]}")

    def text(self) -> str:
        """Return a scalar's text."""
        return self.value

    def items(self) -> tuple[Item, ...]:
        """Return the items of a sequence."""
        return self.parts

    def pairs(self) -> Iterator[tuple[Item, Item]]:
        """Yield (key, value) of a mapping; keys are scalars, and no two are the same."""
        return zip(self.parts[::2], self.parts[1::2], strict=True)

    def plain(self) -> Any:
        """Return the whole tree as dicts, lists and strings."""
        if self.kind == "scalar":
            return self.value
        if self.kind == "sequence":
            return [item.plain() for item in self.parts]
        return {key.value: value.plain() for key, value in self.pairs()}


def compose(text: str, file: str) -> Item | Problem:
    """Return the root of a YAML text, or the first thing that is wrong with its syntax."""
    try:
        root = _Builder(file).build(yaml.parse(text, Loader=_LOADER))
    except _Refused as error:
        return error.problem
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"this is no YAML: {error.problem or error.context}"
        if any(map(_BARE.match, text.splitlines()[line - 1 : line])):
            what += "; put a text that begins with { or [ in quotation marks"
        return Problem(file, line, column, what)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        character = f"U+{ord(text[error.position]):04X}"
        return Problem(file, line, column, f"this is no YAML: it may not hold {character}")
    if root is None:
        return Problem(file, 1, 1, "the file is empty; a pack needs `about` and `rules`")
    return root


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class _Open(NamedTuple):
    """A sequence or mapping whose end was not met yet."""

    kind: NodeKind
    line: int
    column: int
    anchor: str | None
    parts: list[Item]


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Item | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, Item] = {}

    def build(self, events: Iterable[yaml.Event]) -> Item | None:
        for event in events:
            mark: Any = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            match event:
                case yaml.ScalarEvent():
                    item = Item("scalar", self.file, line, column, event.value)
                    self.add(item, event.anchor)
                case yaml.AliasEvent():
                    named = self.anchors.get(str(event.anchor))
                    if named is None:
                        self.refuse(line, column, f"no anchor &{event.anchor} ends before this")
                    self.add(named, None)
                case yaml.SequenceStartEvent():
                    self.open.append(_Open("sequence", line, column, event.anchor, []))
                case yaml.MappingStartEvent():
                    self.open.append(_Open("mapping", line, column, event.anchor, []))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self.close()
                case yaml.DocumentStartEvent() if self.root is not None:
                    self.refuse(line, column, "expected one YAML document, found another")
            if len(self.open) > DEEPEST:
                self.refuse(line, column, f"nested more than {DEEPEST} levels deep")
        return self.root

    def close(self) -> None:
        kind, line, column, anchor, parts = self.open.pop()
        size = 1 + sum(part.size for part in parts)
        if size > LARGEST:
            self.refuse(line, column, f"with its aliases this has more than {LARGEST:,} values")
        if kind == "mapping":
            self.check_keys(parts[::2])
        self.add(Item(kind, self.file, line, column, parts=tuple(parts), size=size), anchor)

    def add(self, item: Item, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = item
        if self.open:
            self.open[-1].parts.append(item)
        else:
            self.root = item

    def check_keys(self, keys: list[Item]) -> None:
        seen: set[str] = set()
        for key in keys:
            if key.kind != "scalar":
                self.refuse(key.line, key.column, f"a key is a text, found {_KINDS[key.kind]}")
            if key.value in seen:
                self.refuse(key.line, key.column, f"`{key.value}` is given twice")
            seen.add(key.value)

    def refuse(self, line: int, column: int, what: str) -> NoReturn:
        raise _Refused(Problem(self.file, line, column, what))
