"""What an author wrote as alternatives, each taken away in turn: does an example notice?"""

from __future__ import annotations

from mtcheck.engine.macros import inflected
from mtcheck.engine.nodes import Choice, Macro, Node, Optional, Seq, Slot, Text


def alternatives(seq: Seq) -> list[tuple[str, Seq]]:
    """Return (the alternative, the sequence without it) for each one that an author wrote.

    Written alternatives are the options of `(…|…)` and the words of a `{verb:a, b}` list.
    """
    out: list[tuple[str, Seq]] = []
    for i, node in enumerate(seq.nodes):
        for label, smaller in _without_one(node):
            out.append((label, Seq((*seq.nodes[:i], smaller, *seq.nodes[i + 1 :]))))
    return out


def _without_one(node: Node) -> list[tuple[str, Node]]:
    out: list[tuple[str, Node]] = []
    match node:
        case Choice(options):
            for i, option in enumerate(options):
                rest = options[:i] + options[i + 1 :]
                if len(options) > 1:
                    out.append((describe(option), Choice(rest)))
                out += [
                    (label, Choice((*options[:i], smaller, *options[i + 1 :])))
                    for label, smaller in alternatives(option)
                ]
        case Optional(item):
            out += [(label, Optional(smaller)) for label, smaller in alternatives(item)]
        case Macro(name, bases, _) if len(bases) > 1:
            for base in bases:
                rest_bases = tuple(b for b in bases if b != base)
                out.append((base, Macro(name, rest_bases, tuple(inflected(name, rest_bases)))))
        case _:
            pass
    return out


def describe(seq: Seq) -> str:
    """Return a short text that stands for `seq` in a message."""
    parts = []
    for node in seq.nodes:
        match node:
            case Text(text):
                parts.append(text)
            case Choice(options):
                parts.append("(" + "|".join(describe(o) for o in options) + ")")
            case Optional(item):
                parts.append("[" + describe(item).strip() + "]")
            case Macro(name, bases, _):
                parts.append("{" + name + (":" + ", ".join(bases) if bases else "") + "}")
            case Slot(name, least, most):
                parts.append(f"{{gap:{least}-{most}}}" if name == "gap" else "{" + name + "}")
    return "".join(parts)
