"""Damaged files of each format, always the same ones; `tools/fuzz.py` reads others."""

import subprocess
import sys

import pytest

import fuzzing
from fuzzing import Hang, failure_of, run, smaller, time_for
from mtcheck.formats import plain
from mtcheck.formats.file import Options
from mtcheck.text.offsets import OffsetMap
from mutations import Input
from repository import ROOT

COUNTS = {
    **dict.fromkeys(("text", "json", "jsonl", "po", "tmx"), 4_000),
    **dict.fromkeys(("csv", "xliff", "srt", "webvtt"), 1_200),
    **dict.fromkeys(("docx", "odt", "epub", "html", "feed"), 500),
    **dict.fromkeys(("zip", "tar", "parquet"), 500),
    "markdown": 200,
}
"""How many files of each format: some seconds of each."""


@pytest.mark.parametrize("form", COUNTS)
def test_no_damaged_file_breaks_a_law(form):
    count, failures = run(form, seed=5, count=COUNTS[form])
    assert count == COUNTS[form]
    told = [f"input {f.number}: {f.what}\n{f.input.data[:300]!r}" for f in failures]
    assert not told, f"python tools/fuzz.py --seed 5 --count {count} {form}\n" + "\n".join(told)


def test_what_is_broken_is_found_and_made_shorter(monkeypatch):
    """A reader that loses what stands behind a semicolon is caught, by a file of few bytes."""

    def lossy(text, *, name="<text>"):
        kept = text.partition(";")[0]
        blocks = tuple(plain.blocks_of(kept))
        return plain.Document(text, kept, OffsetMap.identity(len(text)), blocks, name=name)

    monkeypatch.setattr(plain, "read_text", lossy)
    whole = Input("a.txt", b"One two three; four five six. " * 20, Options())
    failure = failure_of("text", 1, 1, whole)
    assert failure is not None
    assert b";" in smaller(failure).input.data
    assert len(smaller(failure).input.data) < 10


def test_what_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(fuzzing, "_SECONDS", 0.01)

    def hangs():
        with time_for(100):
            while True:
                pass

    with pytest.raises(Hang, match="for 100 bytes"):
        hangs()


def test_the_command_line():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "fuzz.py", "--seed", "3", "--count", "5", "srt", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        "srt: 5 inputs",
        "json: 5 inputs",
    ]
