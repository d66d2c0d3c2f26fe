"""Numbers of list items in a Word document (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from mtcheck.formats import xml
from mtcheck.formats.docx.parts import NAMES
from mtcheck.formats.docx.styles import number

_LEVELS = 9
"""So many there are; paragraphs that lie deeper have no number."""
_UNNUMBERED = ("bullet", "none")


@dataclass(slots=True)
class _Level:
    start: int = 0
    format: str = "decimal"


@dataclass(slots=True)
class _List:
    """A list that paragraphs name: the definition that it shares with others, what it says
    differently by level, and the levels that were met."""

    definition: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)


class Numbering:
    """Counts the items of the lists of a document, in its order."""

    def __init__(self) -> None:
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}  # how far each definition has come by level

    def read(self, raw: str, depth: int) -> None:
        """Take what `numbering.xml` says; XmlError when it is broken."""
        levels: dict[int, _Level] = {}
        listed = _List()
        at, level = 0, _Level()
        for token in xml.scan(raw, NAMES, depth=depth):
            if token.kind != "open":
                continue
            said = token.attributes if token.name in _READ else {}
            value = said.get("w:val")
            if token.name == "w:abstractNum":
                levels = self._definitions[said.get("w:abstractNumId", "")] = {}
            elif token.name == "w:num":
                listed = self._lists[said.get("w:numId", "")] = _List()
                levels = listed.levels
            elif token.name == "w:abstractNumId":
                listed.definition = value or ""
            elif token.name in ("w:lvl", "w:lvlOverride"):
                at = number(said.get("w:ilvl"))
                if token.name == "w:lvl":
                    level = levels[at] = _Level()
            elif token.name == "w:startOverride":
                listed.starts[at] = number(value)
            elif token.name == "w:start":
                level.start = number(value)
            elif token.name == "w:numFmt":
                level.format = value or level.format

    def next(self, id_: str, depth: int) -> int | None:
        """Return the number of the next paragraph of a list, `depth` levels deep (from 0); None
        where it has a bullet or nothing is known."""
        listed = self._lists.get(id_)
        if listed is None or depth >= _LEVELS:
            return None
        level = listed.levels.get(depth) or self._definitions.get(listed.definition, {}).get(depth)
        if level is None:
            return None
        counts = self._counts.setdefault(listed.definition, {})
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        start = level.start
        if depth in listed.starts and depth not in listed.met:
            start = listed.starts[depth]
            counts.pop(depth, None)
        listed.met.add(depth)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        return None if level.format in _UNNUMBERED else counts[depth]


_READ = {
    *("w:abstractNum", "w:num", "w:abstractNumId", "w:lvl", "w:lvlOverride", "w:startOverride"),
    *("w:start", "w:numFmt"),
}
