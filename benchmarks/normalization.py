"""Throughput of `mtcheck normalize` beside ftfy, on one core, in one run.

    python benchmarks/normalization.py [FOLDER]

FOLDER holds texts (`*.txt`); without one the shipped sample is read many times over. Clean text is
that with every edit made beforehand, straight and with curly marks; dirty text has a slip in every
25th word, evenly drawn from all kinds. CPU time of this process, the best of three turns;
machines are noisy: read the ratios.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import ftfy

from mtcheck.text.normal.change import Style
from mtcheck.text.normal.changes import changes, normalized

ROOT = Path(__file__).resolve().parent.parent
TURNS = 3
WORDS_A_SLIP = 25
LEAST = 1_000_000  # code points

SLIPS: tuple[Callable[[str], str], ...] = (
    lambda word: f"{word} ,",
    lambda word: f"{word}\N{FULLWIDTH COMMA}",
    lambda word: f"\N{LEFT CORNER BRACKET}{word}\N{RIGHT CORNER BRACKET}",
    lambda word: (
        f"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK} {word} "
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    ),
    lambda word: f"{word}\N{NO-BREAK SPACE}so",
    lambda word: f"{word[:2]}\N{ZERO WIDTH SPACE}{word[2:]}",
    lambda word: f"{word} caf\u00c3\u00a9",
    lambda word: word.replace("a", "\N{CYRILLIC SMALL LETTER A}"),
    lambda word: f"{word} &quot;so&quot;",
    lambda word: f"{word}  it\N{ACUTE ACCENT}s 8 %",
)


def dirty(text: str, draw: random.Random) -> str:
    """Return a text with slips."""
    return " ".join(
        draw.choice(SLIPS)(word) if not draw.randrange(WORDS_A_SLIP) else word
        for word in text.split(" ")
    )


def speed(work: Callable[[str], object], texts: list[str]) -> float:
    """Return MB (10**6 bytes) of UTF-8 per second of CPU time."""
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(TURNS):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        found = [
            p.read_bytes().decode("utf-8", "replace") for p in Path(sys.argv[1]).rglob("*.txt")
        ]
    else:
        found = [(ROOT / "examples" / "strait-visit.txt").read_text("utf-8")]
    while sum(map(len, found)) < LEAST:
        found *= 2
    draw = random.Random(1)
    kinds = {
        "clean, straight": [normalized(text, style=Style("straight")) for text in found],
        "clean, curly": [normalized(text, style=Style("curly")) for text in found],
        "as found": found,
        "dirty": [dirty(text, draw) for text in found],
    }
    for name, texts in kinds.items():
        own, other = speed(changes, texts), speed(ftfy.fix_text, texts)
        edits = sum(len(changes(text)) for text in texts)
        per = 1000 * edits / sum(map(len, texts))
        print(
            f"{name}: mtcheck {own:.1f} MB/s, ftfy {other:.1f} MB/s, ratio {own / other:.1f}; "
            f"{per:.2f} edits in 1,000 characters"
        )


if __name__ == "__main__":
    main()
