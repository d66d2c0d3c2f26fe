"""How texts differ, line by line, as `diff -u` shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from difflib import unified_diff

import click

from mtcheck.output.target import colours_wanted, is_terminal
from mtcheck.output.text import visible
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit, apply_edits

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_NO_LINE_END = "\\ No newline at end of file"


def diff(document: Document, edits: Sequence[Edit]) -> None:
    """Print what edits of the raw text do to its lines, as `diff -u` does.

    Of a container, whose raw text nobody reads, the text is shown with the edits of that.
    """
    before = document.text if document.parts else document.raw
    _lines_diff(document.title, before, apply_edits(before, edits)[0], "normalized")


def files_diff(old: Iterable[Document], new: Iterable[Document]) -> None:
    """Print how the documents of a file differ from what they are once the file is fixed, where
    those are gone of which no text is left."""
    rest = iter(new)
    next_ = next(rest, None)
    for document in old:
        if next_ is not None and next_.title == document.title:
            after, next_ = _shown(next_), next(rest, None)
        else:
            after = ""
        _lines_diff(document.title, _shown(document), after, "fixed")


def _shown(document: Document) -> str:
    return document.text if document.parts else document.raw


def _lines_diff(title: str, before: str, after: str, how: str) -> None:
    """Print how the lines of two texts differ, as `diff -u` does; `how` says what was done."""
    name = visible(title)
    # What goes into a file can be applied; a terminal is not steered.
    shown = visible if is_terminal(sys.stdout) else str
    lines = unified_diff(_lines(before), _lines(after), name, name, tofiledate=how)
    for number, line in enumerate(lines):
        is_heading = number < 2  # a tab stands behind its name
        for part in line.rstrip("\n").split("\n"):
            text = part if is_heading else shown(part)
            click.echo(_coloured(text, is_heading) if colours_wanted() else text)


def _coloured(line: str, heading: bool) -> str:
    return click.style(line, fg=None if heading else _COLOURS.get(line[:1]), bold=heading)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += f"\n{_NO_LINE_END}"
    else:
        lines.pop()
    return [f"{line}\n" for line in lines]
