"""What the styles of a Word document say a paragraph is.

A style that has no known name is what the style it is based on is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mtcheck.formats import xml
from mtcheck.formats.docx.parts import NAMES
from mtcheck.formats.stylenames import kind_by_name, name_of_id
from mtcheck.text.document import BlockKind
from mtcheck.text.lazy import lazy

_OFF = ("0", "false", "off", "none")
_DEEPEST = 50  # styles that are based on each other
_TABLE_STYLE = lazy(
    r"<((?:[^\s:/<>\"']+:)?)style(?=\s)(?>[^<>]*?[\s:]type\s*=\s*[\"']table[\"'])[^<>]*+(?<!/)>"
)
_BODY_LEVEL = 9  # the outline level of text that is no heading


class Sense(NamedTuple):
    """What a paragraph is by its style: its kind where the style tells; `numbering` is the list it
    is in ("0" for none) and how deep (from 0); `generated` is what a program wrote."""

    kind: BlockKind | None = None
    level: int = 0
    numbering: str | None = None
    depth: int = 0
    hidden: bool = False
    generated: bool = False


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    numbering: str | None = None
    depth: int | None = None
    hidden: bool | None = None


@dataclass
class Styles:
    """The styles of a document by their ids; `default` is the id of a paragraph without one."""

    default: str | None = None
    _styles: dict[str, _Style] = field(default_factory=dict)
    _senses: dict[str, Sense] = field(default_factory=dict)

    def sense(self, id_: str | None) -> Sense:
        """Return what a paragraph of this style is; of a style that is not there, by its id."""
        id_ = self.default if id_ is None else id_
        if id_ is None:
            return Sense()
        if id_ not in self._senses:
            self._senses[id_] = self._made(id_)
        return self._senses[id_]

    def _made(self, id_: str) -> Sense:
        chain = list(self._chain(id_))
        names = [style.name for style in chain] or [name_of_id(id_)]
        kind, level, generated = kind_by_name(names)
        outline = next((s.outline for s in chain if s.outline is not None), _BODY_LEVEL)
        if kind is None and outline < _BODY_LEVEL and not generated:
            kind, level = "title", outline + 1
        return Sense(
            kind,
            level,
            next((s.numbering for s in chain if s.numbering is not None), None),
            next((s.depth for s in chain if s.depth is not None), 0),
            next((s.hidden for s in chain if s.hidden is not None), False),
            generated,
        )

    def _chain(self, id_: str | None) -> Iterable[_Style]:
        for _ in range(_DEEPEST):
            style = self._styles.get(id_) if id_ is not None else None
            if style is None:
                return
            yield style
            id_ = style.based_on


def is_on(value: str | None) -> bool:
    """Whether a property that can be switched off is on; without a value it is."""
    return value not in _OFF


def number(value: str | None, default: int = 0) -> int:
    """Return a number of an attribute; `default` for what is none."""
    return (
        int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
    )


@lru_cache(maxsize=4)
def read_styles(raw: str, depth: int) -> Styles:
    """Return the styles that `styles.xml` holds; XmlError when it is broken.

    They are often longer than the text, and the same in all documents of a program.
    """
    found = Styles()
    style = _Style()
    for token in xml.scan(_without_tables(raw), NAMES, depth=depth):
        if token.kind != "open":
            continue
        said = token.attributes if token.name in _READ else {}
        value = said.get("w:val")
        if token.name == "w:style":
            style = found._styles[said.get("w:styleId", "")] = _Style()
            if said.get("w:type") == "paragraph" and is_on(said.get("w:default", "0")):
                found.default = said.get("w:styleId")
        elif token.name == "w:name":
            style.name = value or ""
        elif token.name == "w:basedOn":
            style.based_on = value
        elif token.name == "w:outlineLvl":
            style.outline = number(value, _BODY_LEVEL)
        elif token.name == "w:numId":
            style.numbering = value
        elif token.name == "w:ilvl":
            style.depth = number(value)
        elif token.name == "w:vanish":
            style.hidden = is_on(value)
        elif token.name == "w:tblStylePr":  # what it says holds for parts of a table
            style = _Style()
    return found


def _without_tables(raw: str) -> str:
    """Return styles with blanks in the place of those of tables, which can be nine tenths of it and
    say nothing about paragraphs."""
    if "<!" in raw or "<?" in raw[5:]:  # there a tag may be no tag
        return raw
    pieces: list[str] = []
    at = 0
    for match in _TABLE_STYLE.finditer(raw):
        if match.start() < at:
            continue
        end = raw.find(f"</{match[1]}style>", match.end())
        if end < 0:
            break
        pieces += (raw[at : match.end()], " " * (end - match.end()))
        at = end
    return "".join(pieces) + raw[at:]


_READ = {
    *("w:style", "w:name", "w:basedOn", "w:outlineLvl", "w:numId", "w:ilvl", "w:vanish"),
}
