"""Incoming articles, each sent where its findings say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mtcheck.formats.file import File, Options
from mtcheck.formats.files import Found, find_files
from mtcheck.formats.reading import pieces
from mtcheck.gate.decide import FATES, Decision, Fate, worst
from mtcheck.gate.outboxes import Outboxes, Part
from mtcheck.text.document import Document

Reasons = Callable[[Decision], list[str]]
"""What is written about a decision: lines of text."""


class Waiting(NamedTuple):
    """A file of the inbox, and what it looked like when the run began."""

    name: str
    stamp: tuple[int, int, int]


class Sent(NamedTuple):
    """Where a file went: a path and how many of its documents for each fate."""

    name: str
    paths: dict[Fate, Path]
    counts: dict[Fate, int]


def waiting(inbox: Path, settle: float, now: float) -> Iterator[Waiting]:
    """Yield the files of an inbox that can be read; those written to less than `settle` seconds
    before `now`, which may still grow, are left for later."""
    for name, error in find_files([str(inbox)]):
        if error is None and (stamp := _stamp(name)) and now - stamp[0] / 1e9 >= settle:
            yield Waiting(name, stamp)


def found(files: Sequence[Waiting]) -> list[Found]:
    """Return the files as `run.Run` takes them."""
    return [(file.name, None) for file in files]


def send(
    file: Waiting, decisions: Sequence[Decision], boxes: Outboxes, reasons: Reasons, read: Options
) -> Sent | None:
    """Send a file where the decisions about its documents say; None when it has changed since the
    run began, and has to be checked again.

    A file of JSON Lines whose records have different fates is parted, line by line. Any other file
    goes where its worst document goes.
    """
    if _stamp(file.name) != file.stamp:
        return None
    fates = [d.fate for d in decisions]
    counts = {fate: fates.count(fate) for fate in FATES if fate in fates}
    parted = len(counts) > 1 and _is_jsonl(file.name) and all(d.result for d in decisions)
    lines = _lines(File(file.name), read) if parted else None
    if lines is None or len(lines) != len(decisions):
        fate = worst(decisions)
        bad = [d for d in decisions if d.fate != "accept"]
        parts = {fate: Part(None, [line for d in bad for line in reasons(d)])}
    else:
        parts = {}
        for fate in counts:
            own = [(line, d) for line, d in zip(lines, decisions, strict=True) if d.fate == fate]
            why = [] if fate == "accept" else [line for _, d in own for line in reasons(d)]
            parts[fate] = Part([line for line, _ in own], why)
    return Sent(file.name, boxes.send(Path(file.name), parts), counts)


def _is_jsonl(name: str) -> bool:
    return name.lower().endswith((".jsonl", ".ndjson"))


def _lines(file: File, read: Options) -> list[tuple[int, int]] | None:
    """Return where each record with text stands in a file of JSON Lines, in bytes, lines without
    text behind it included; None where the file cannot be parted."""
    found: list[tuple[int, int]] = []
    at = 0
    for piece in pieces(file, read, "jsonl"):
        if isinstance(piece, Document):
            end = at + len(piece.raw.encode(piece.encoding, "surrogatepass"))
            found.append((at if found else 0, end))
        else:
            end = at + len(piece)
            if found:
                found[-1] = (found[-1][0], end)
        at = end
    return found if at == os.path.getsize(file.name) else None


def _stamp(name: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(name)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
