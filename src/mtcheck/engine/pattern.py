"""The pattern language of `phrase` rules: parsed, proved finite in width, turned into a check.

A pattern is plain words with alternatives, optional words and macros (docs/writing-rules.md). It
has no unbounded repetition, so a check looks at a bounded stretch of text around each place where
one of its literals occurs: checking is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mtcheck.engine.macros import FINITE, SLOTS, inflected
from mtcheck.engine.nodes import (
    SPACE,
    Choice,
    Macro,
    Node,
    Optional,
    Seq,
    Slot,
    Text,
    width,
)
from mtcheck.engine.ways import openings

MOST_GAP_WORDS = 6
GREATEST_WIDTH = 600
DEEPEST = 10
"""Levels of brackets in brackets; the shipped rules need three."""

_CLINGING = ",.;:!?)]}%…"  # what stands right after a word, never after a space


class PatternError(Exception):
    """A pattern cannot be read; `at` is the offset of the trouble in it, None for all of it."""

    def __init__(self, what: str, at: int | None = None) -> None:
        self.at = at
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern with its anchors at the start and the end of a sentence."""

    source: str
    body: Seq
    at_start: bool
    at_end: bool


_SPECIAL = re.compile(r"([\\()\[\]{}|^$*+])")


def literally(text: str) -> str:
    """Return the pattern that matches just `text`."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


@lru_cache(maxsize=4096)  # the same words are the condition of many rules
def parse(source: str) -> Pattern:
    """Parse a pattern; raises PatternError with the offset of what is wrong."""
    text = source.rstrip()
    start = len(text) - len(text.lstrip())
    at_start, at_end = text.startswith("^", start), text.endswith("$") and not text.endswith("\\$")
    parser = _Parser(text[: len(text) - at_end], start + at_start)
    seq = _stripped(parser.sequence(stops=""))
    if parser.at < len(parser.text):
        raise PatternError(f"{parser.text[parser.at]!r} closes nothing", parser.at)
    if not seq.nodes:
        raise PatternError("a pattern must hold at least one word")
    if _opens_with_gap(seq.nodes):
        raise PatternError("a {gap} stands between words, not at the start")
    return Pattern(source, seq, at_start, at_end)


class _Parser:
    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.depth = 0

    def sequence(self, stops: str) -> Seq:
        nodes: list[Node] = []
        gaps: list[tuple[int, int]] = []  # how many nodes there are up to its own, and its offset
        while self.at < len(self.text) and self.text[self.at] not in stops:
            char = self.text[self.at]
            if char in ")]|" and char not in stops:
                raise PatternError(
                    f"{char!r} closes nothing; write \\{char} for the character", self.at
                )
            opened = self.at
            nodes.append(self._node(char))
            if isinstance(nodes[-1], Slot) and nodes[-1].name == "gap":
                gaps.append((len(nodes), opened))
        for count, opened in gaps:
            self._check_gap(opened, tuple(n for n in nodes[count:] if n != SPACE))
        return Seq(tuple(_spaced(_joined(nodes))))

    def _node(self, char: str) -> Node:
        if char == "(":
            return Choice(self._options(")"))
        if char == "[":
            options = self._options("]")
            return Optional(options[0] if len(options) == 1 else Seq((Choice(options),)))
        if char == "{":
            return self._macro()
        if char in "*+":
            raise PatternError(
                f"{char!r} would repeat without end; write \\{char} for the character", self.at
            )
        if char.isspace():
            while self.at < len(self.text) and self.text[self.at].isspace():
                self.at += 1
            return Text(" ")
        if char == "\\" and self.at + 1 < len(self.text):
            self.at += 1
        self.at += 1
        return Text(self.text[self.at - 1])

    def _check_gap(self, opened: int, after: tuple[Node, ...]) -> None:
        """Refuse a gap that could never match what is meant; `after` is what follows it."""
        # A gap is whole words with a space after each.
        if opened and (self.text[opened - 1].isalnum() or self.text[opened - 1] in ")]}"):
            raise PatternError("a {gap} needs a space before it", opened)
        if not width(after)[0]:
            raise PatternError("a {gap} stands between words, not at the end", opened)
        for opening in openings(after, frozenset()):
            if opening and opening[0] in _CLINGING:
                raise PatternError(
                    f"a {{gap}} ends with a space, and no {opening[0]!r} stands after one; "
                    f"write '{{word}}{opening[0]}' for the last word of it",
                    opened,
                )

    def _options(self, close: str) -> tuple[Seq, ...]:
        opened = self.at
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError(f"brackets are nested more than {DEEPEST} deep", opened)
        options = []
        while True:
            self.at += 1
            option = self.sequence(stops="|" + close)
            if self.at >= len(self.text):
                raise PatternError(f"{self.text[opened]!r} is never closed", opened)
            if not option.nodes:
                raise PatternError(
                    "an alternative is empty; use […] for what may be missing", self.at
                )
            options.append(_stripped(option))
            if self.text[self.at] == close:
                self.at += 1
                self.depth -= 1
                return tuple(options)

    def _macro(self) -> Node:
        end = self.text.find("}", self.at)
        if end < 0:
            raise PatternError("'{' is never closed", self.at)
        opened, inside = self.at, self.text[self.at + 1 : end]
        self.at = end + 1
        name, _, argument = (part.strip() for part in inside.partition(":"))
        if name in ("verb", "noun"):
            bases = tuple(b.strip().lower() for b in argument.split(",") if b.strip())
            if not bases:
                raise PatternError(f"{{{name}:…}} needs a word", opened)
            return Macro(name, bases, tuple(inflected(name, bases)))
        if name in FINITE and not argument:
            return Macro(name, (), FINITE[name])
        if name == "gap":
            return _gap(argument, opened)
        if name in SLOTS and not argument:
            return Slot(name)
        known = ", ".join(
            ["verb:…", "noun:…", "gap:0-3", *FINITE, *(s for s in SLOTS if s != "gap")]
        )
        raise PatternError(f"unknown macro {{{inside}}}; known are {known}", opened)


def _opens_with_gap(nodes: tuple[Node, ...]) -> bool:
    """Whether one way to match `nodes` begins with a gap."""
    for node in nodes:
        match node:
            case Slot("gap"):
                return True
            case Choice(options):
                return any(_opens_with_gap(option.nodes) for option in options)
            case Optional(item):
                if _opens_with_gap(item.nodes):
                    return True
            case _:
                return False
    return False


def _gap(argument: str, at: int) -> Slot:
    least, dash, most = argument.partition("-")
    digits = least + most
    # Other digits than these are digits to Python too: "²", "३".
    if not (dash and digits.isascii() and least.isdigit() and most.isdigit()):
        raise PatternError("a gap is written {gap:0-3}", at)
    if int(least) > int(most):
        raise PatternError("a gap is written {gap:0-3}", at)
    if int(most) > MOST_GAP_WORDS:
        raise PatternError(f"a gap is at most {MOST_GAP_WORDS} words", at)
    return Slot("gap", int(least), int(most))


def _joined(nodes: list[Node]) -> list[Node]:
    """Make one `Text` of neighbouring characters; spaces stay by themselves."""
    out: list[Node] = []
    for node in nodes:
        last = out[-1] if out else None
        if isinstance(node, Text) and isinstance(last, Text) and " " not in (node.text, last.text):
            out[-1] = Text(last.text + node.text)
        else:
            out.append(node)
    return out


def _spaced(nodes: list[Node]) -> list[Node]:
    """Let an optional word, and a gap, take one of the spaces beside it along.

    An optional word takes the space after it; at the end of the sequence, where there is none to
    take, the space before it.
    """
    firm = [i for i, n in enumerate(nodes) if n != SPACE and not isinstance(n, Optional)]
    last = firm[-1] if firm else len(nodes)
    out: list[Node] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        after = at + 1 < len(nodes) and nodes[at + 1] == SPACE
        apart = at == 0 or nodes[at - 1] == SPACE
        if isinstance(node, Optional) and apart and after and at < last:
            out.append(Optional(Seq((*_stripped(node.item).nodes, SPACE))))
            at += 1
        elif isinstance(node, Optional) and apart and at > last and out and out[-1] == SPACE:
            out[-1] = Optional(Seq((SPACE, *_stripped(node.item).nodes)))
        elif isinstance(node, Slot) and node.name == "gap" and after:
            out.append(node)
            at += 1
        else:
            out.append(node)
        at += 1
    return out


def _stripped(seq: Seq) -> Seq:
    nodes = list(seq.nodes)
    while nodes and nodes[0] == SPACE:
        nodes.pop(0)
    while nodes and nodes[-1] == SPACE:
        nodes.pop()
    return Seq(tuple(nodes))
