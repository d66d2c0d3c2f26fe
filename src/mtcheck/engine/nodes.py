"""What a parsed pattern is made of, and what it can match: its forms and its width."""

from __future__ import annotations

from dataclasses import dataclass

from mtcheck.engine.macros import SLOTS


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; `written` tells a `(…|…)` of the author from a macro's list."""

    options: tuple[Seq, ...]
    written: bool = True


@dataclass(frozen=True, slots=True)
class Optional:
    """A sequence that may be missing."""

    item: Seq


@dataclass(frozen=True, slots=True)
class Macro:
    """`{verb:…}`, `{noun:…}` or another finite macro; `forms` are what it matches."""

    name: str
    bases: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch that is not finite: `{number}`, `{word}`, `{name}`, `{gap:0-3}`."""

    name: str
    least: int = 0
    most: int = 0


Node = Text | Choice | Optional | Macro | Slot


@dataclass(frozen=True, slots=True)
class Seq:
    """Nodes one after the other; a space between words is a `Text(" ")`."""

    nodes: tuple[Node, ...]


SPACE = Text(" ")


def expand(nodes: tuple[Node, ...], limit: int) -> list[str] | None:
    """Return every string that `nodes` match, lower-case; None when over `limit` or not finite."""
    out = [""]
    for node in nodes:
        forms = _forms(node, limit)
        if forms is None or len(out) * len(forms) > limit:
            return None
        out = [a + b for a in out for b in forms]
    return list(dict.fromkeys(out))


def _forms(node: Node, limit: int) -> list[str] | None:
    match node:
        case Text(text):
            return [text.lower()]
        case Macro(_, _, forms):
            return list(forms)
        case Optional(item):
            inner = expand(item.nodes, limit)
            return None if inner is None else ["", *inner]
        case Choice(options):
            out: list[str] = []
            for option in options:
                inner = expand(option.nodes, limit)
                if inner is None:
                    return None
                out += inner
            return out if len(out) <= limit else None
        case Slot():
            return None


def width(nodes: tuple[Node, ...]) -> tuple[int, int]:
    """Return the least and the greatest number of code points that `nodes` match."""
    least = most = 0
    for node in nodes:
        low, high = _width(node)
        least, most = least + low, most + high
    return least, most


def _width(node: Node) -> tuple[int, int]:
    match node:
        case Text(text):
            return len(text), len(text)
        case Macro(_, _, forms):
            return min(map(len, forms)), max(map(len, forms))
        case Optional(item):
            return 0, width(item.nodes)[1]
        case Choice(options):
            widths = [width(o.nodes) for o in options]
            return min(w[0] for w in widths), max(w[1] for w in widths)
        case Slot(name, least, most):
            slot = SLOTS[name]
            return (slot.least, slot.most) if name != "gap" else (2 * least, (slot.most + 1) * most)
