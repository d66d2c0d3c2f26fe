"""What the styles of an OpenDocument text say (OpenDocument 1.3, part 3, section 16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from mtcheck.formats import xml
from mtcheck.formats.stylenames import kind_by_name
from mtcheck.text.document import BlockKind

NAMES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": prefix
    for name, prefix in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("drawing", "draw"), ("svg-compatible", "svg"), ("form", "form")),
    )
} | {"http://www.w3.org/1999/xlink": "xlink"}
_DEEPEST = 50  # styles that are based on each other


class Sense(NamedTuple):
    """What text of a style is: its kind where the style tells, and whether it is hidden."""

    kind: BlockKind | None = None
    level: int = 0
    hidden: bool = False


class _Style(NamedTuple):
    name: str
    parent: str | None
    hidden: bool


@dataclass
class Styles:
    """The styles of a document, by family and name."""

    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)
    _senses: dict[tuple[str, str], Sense] = field(default_factory=dict)
    _numbered: dict[str, dict[int, int]] = field(default_factory=dict)

    def add(self, raw: str, depth: int) -> None:
        """Take the styles that some XML holds; XmlError when it is broken."""
        open_style: tuple[str, str] | None = None
        levels: dict[int, int] = {}
        for token in xml.scan(raw, NAMES, depth=depth):
            if token.kind == "close" and token.name == "style:style":
                open_style = None
            elif token.kind != "open":
                continue
            elif token.name == "style:style":
                said = token.attributes
                name = said.get("style:name", "")
                open_style = (said.get("style:family", ""), name)
                shown = said.get("style:display-name") or _decoded(name)
                parent = said.get("style:parent-style-name")
                self._styles[open_style] = _Style(shown, parent, hidden=False)
            elif token.name == "style:text-properties" and open_style is not None:
                hidden = token.attributes.get("text:display") == "none"
                self._styles[open_style] = self._styles[open_style]._replace(hidden=hidden)
            elif token.name == "text:list-style":
                levels = self._numbered[token.attributes.get("style:name", "")] = {}
            elif token.name == "text:list-level-style-number":
                said = token.attributes
                if said.get("style:num-format"):  # else its items show no number
                    start = number(said.get("text:start-value"), 1)
                    levels[number(said.get("text:level"), 1)] = start

    def first_number(self, style: str | None, level: int) -> int | None:
        """Return the number that a list of this style begins with so deep (from 1), None where its
        items have none."""
        return self._numbered.get(style or "", {}).get(level)

    def sense(self, family: str, name: str | None) -> Sense:
        """Return what text of this style is."""
        if name is None:
            return Sense()
        key = (family, name)
        if key not in self._senses:
            chain = self._chain(family, name)
            names = [style.name for style in chain] or [_decoded(name)]
            kind, level, _ = kind_by_name(names)
            self._senses[key] = Sense(kind, level, any(style.hidden for style in chain))
        return self._senses[key]

    def _chain(self, family: str, name: str | None) -> list[_Style]:
        found: list[_Style] = []
        while name is not None and len(found) < _DEEPEST:
            style = self._styles.get((family, name))
            if style is None:
                break
            found.append(style)
            name = style.parent
        return found


def number(value: str | None, default: int) -> int:
    """Return a number of an attribute; `default` for what is none."""
    return (
        int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
    )


def _decoded(name: str) -> str:
    """Return a name as it is shown: "Heading_20_1" is "Heading 1"."""
    return re.sub(r"_([0-9a-f]{2})_", lambda match: chr(int(match[1], 16)), name)
