"""Files of records are read, checked and written in place in memory that does not grow with them."""

import json
import subprocess
import sys

import pytest

SMALL, LARGE = 1_000_000, 24_000_000  # bytes
ALLOWED = 8_000  # kB that the larger file may take more
SENTENCE = "The old harbour office opened a quiet museum near the orchard. "
RULE = """
about: One rule, so that the check is quick.
defaults: {severity: error, category: style}
rules:
  - {id: a, find: new crown, message: x.}
"""
CHILD = """
import sys
from mtcheck.cli.group import status

def peak():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

small, large, *command = sys.argv[1:]
assert status([*command, small]) == 0
before = peak()
assert status([*command, large]) == 0
print(peak() - before, file=sys.stderr)
"""


def write(path, form, size):
    """Write records with some hundred words each, the last one with something to find."""
    number = written = 0
    with path.open("w", encoding="utf-8") as file:
        if form == "csv":
            file.write("id,text\n")
        while written < size:
            number += 1
            text = SENTENCE * (number % 40 + 20)
            if form == "csv":
                written += file.write(f'{number},"{text}"\n')
            else:
                written += file.write(json.dumps({"id": number, "text": text}) + "\n")
        file.write('9,"A fullwidth Ａ."\n' if form == "csv" else '{"text": "A fullwidth Ａ."}\n')


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory was used")
@pytest.mark.parametrize(
    ("form", "command"),
    [
        ("jsonl", ("check", "--fail-on", "never")),
        ("jsonl", ("normalize", "--in-place", "--backup")),
        ("csv", ("normalize", "--in-place", "--backup")),
    ],
)
def test_memory_does_not_grow_with_the_file(form, command, tmp_path, pack):
    if command[0] == "check":
        command += ("--rules", pack(RULE))
    paths = [tmp_path / f"{name}.{form}" for name in ("small", "large")]
    for path, size in zip(paths, (SMALL, LARGE), strict=True):
        write(path, form, size)
    before = [path.read_bytes() for path in paths]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *paths, *command], capture_output=True, check=True
    )
    assert int(done.stderr.split()[-1]) < ALLOWED
    changed = "normalize" in command
    assert [path.read_bytes() != old for path, old in zip(paths, before, strict=True)] == [
        changed,
        changed,
    ]
