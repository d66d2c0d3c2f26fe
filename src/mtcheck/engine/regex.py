"""From a parsed pattern to a bounded regular expression with named groups."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mtcheck.engine.macros import SLOTS
from mtcheck.engine.nodes import Choice, Macro, Node, Optional, Seq, Slot, Text
from mtcheck.engine.pattern import Pattern


def regex_of(patterns: Sequence[Pattern], *, lower: bool = False, groups: bool = False) -> str:
    """Return one regular expression for `patterns`; `lower`, for text in lower case.

    Group `p<i>` is what pattern i matched; `<macro><i>_<n>` is its n-th macro of that name, both
    counted from 0. With `groups`, `group<i>_<n>` is its n-th `(…|…)` that stands in no other
    bracket. Words begin and end at word boundaries.
    """
    parts = []
    for i, pattern in enumerate(patterns):
        writer = _Writer(i, lower=lower)
        inside = "".join(writer.node(n, named=groups) for n in pattern.body.nodes)
        parts.append(f"(?P<p{i}>{inside})")
    return rf"(?:(?<!\w)|(?=\W))(?:{'|'.join(parts)})(?:(?!\w)|(?<=\W))"


class _Writer:
    def __init__(self, index: int, *, lower: bool) -> None:
        self.index = index
        self.lower = lower
        self.seen: Counter[str] = Counter()

    def seq(self, nodes: Sequence[Node]) -> str:
        return "".join(self.node(n) for n in nodes)

    def node(self, node: Node, *, named: bool = False) -> str:
        match node:
            case Text(text):
                text = text.lower() if self.lower else text
                return re.escape(text).replace("\\ ", " ").replace("\\-", "-")
            case Optional(item):
                return f"(?:{self.seq(item.nodes)})?"
            case Choice(options, written):
                # Longest first, so that of two alternatives the one that explains more wins; the
                # macros in them are counted as they are written.
                inside = [(_weight(o), self.seq(o.nodes)) for o in options]
                ordered = "|".join(o for _, o in sorted(inside, key=lambda o: -o[0]))
                return self.group("group", ordered) if named and written else f"(?:{ordered})"
            case Macro(name, _, forms):
                return self.group(name, "|".join(re.escape(f).replace("\\ ", " ") for f in forms))
            case Slot("gap", least, most):
                word = SLOTS["gap"].regex
                return self.group("gap", f"(?:{word} ){{{least},{most}}}?")
            case Slot(name):
                return self.group(name, SLOTS[name].regex)

    def group(self, name: str, inside: str) -> str:
        number = self.seen[name]
        self.seen[name] += 1
        return f"(?P<{name}{self.index}_{number}>{inside})"


def _weight(seq: Seq) -> int:
    total = 0
    for node in seq.nodes:
        match node:
            case Text(text):
                total += len(text)
            case Macro(_, _, forms):
                total += len(forms[0])
            case Choice(options):
                total += max(_weight(o) for o in options)
            case Slot():
                total += 4
            case Optional():
                pass
    return total
