"""Start-up, throughput and memory of mtcheck, beside proselint, in one run.

    python benchmarks/speed.py [FOLDER]

FOLDER holds texts (`*.txt`); without one the shipped sample is read many times over. Every figure
is of a process of its own on one core, CPU time as the operating system counts it. Machines are
noisy: read the ratios. proselint reads a part of the texts, since it is slower.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROSELINT_SHARE = 0.1
FEW = 300
"""Rules whose time all of them are compared with: those of all kinds but `phrase`, which read every
text, and as many phrases, evenly chosen, as make up the number."""

MTCHECK = """
import sys
from pathlib import Path
from mtcheck.checker import check, shipped
files = sorted(Path(sys.argv[1]).rglob("*.txt"))
texts = [path.read_bytes().decode("utf-8", "replace") for path in files]
rules = shipped()
found = sum(len(check(text, rules)) for text in texts)
print(found, len(rules.rules))
"""
FEWER = MTCHECK.replace(
    "rules = shipped()\n",
    f"""rules = shipped()
phrases = [r.id for r in rules.rules if r.kind == "phrase"]
others = [r.id for r in rules.rules if r.kind != "phrase"]
wanted = {FEW} - len(others)
rules = rules.select(only=[*others, *phrases[:: len(phrases) // wanted][:wanted]])
""",
)
LOAD = """
import time
from mtcheck.engine.packs import load
start = time.process_time()
rules = load()
print(1000 * (time.process_time() - start), len(rules))
"""
PROSELINT = """
import sys
from pathlib import Path
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
found = 0
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    text = path.read_bytes().decode("utf-8", "replace")
    found += len(LintFile(source=path, content=text).lint())
print(found, len(CheckRegistry().checks))
"""
READ = """
import sys
from pathlib import Path
files = sorted(Path(sys.argv[1]).rglob("*.txt"))
texts = [path.read_bytes().decode("utf-8", "replace") for path in files]
"""


def run(code: str, folder: Path) -> tuple[float, str]:
    """Return the CPU seconds of a Python process that runs `code`, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def throughput(code: str, folder: Path, size: float) -> tuple[float, str]:
    """Return MB per CPU second of `code`, start-up and reading taken off, and what it printed."""
    spent, printed = run(code, folder)
    empty, _ = run(READ, folder)
    return size / max(0.001, spent - empty), printed


def wall(command: list[str], runs: int = 11) -> float:
    """Return the median wall-clock milliseconds of a process."""
    import time

    spent = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def peak(command: list[str]) -> float:
    """Return the peak resident memory of a process, in MB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def sample(folder: Path, into: Path, share: float) -> float:
    """Copy every 1/share-th text of `folder`; returns the size in MB (10**6 bytes)."""
    texts = sorted(folder.rglob("*.txt"))
    total = 0
    for path in texts[:: round(1 / share)]:
        data = path.read_bytes()
        (into / path.name).write_bytes(data)
        total += len(data)
    return total / 1e6


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1])
        else:
            folder = Path(scratch) / "texts"
            folder.mkdir()
            text = (ROOT / "examples" / "strait-visit.txt").read_bytes()
            for number in range(500):
                (folder / f"{number}.txt").write_bytes(text)
        few = Path(scratch) / "few"
        few.mkdir()
        size = sum(p.stat().st_size for p in folder.rglob("*.txt")) / 1e6
        part = sample(folder, few, PROSELINT_SHARE)
        three = Path(scratch) / "three.txt"
        three.write_text("Three plain words.\n")

        installed = Path(sys.executable).with_name("mtcheck")
        start = [str(installed)] if installed.exists() else [sys.executable, "-m", "mtcheck"]
        command = [*start, "check", str(three)]
        run(MTCHECK, few)  # so that compiled packs are cached
        own, click = wall(command), wall([sys.executable, "-c", "import click"])
        theirs = wall([sys.executable, "-m", "proselint", "check", str(three)])
        print(
            f"start-up, three words: mtcheck {own:.0f} ms, proselint {theirs:.0f} ms, "
            f"import click {click:.0f} ms; mtcheck / click {own / click:.2f}"
        )

        fast, ours = throughput(MTCHECK, folder, size)
        slow, other = throughput(PROSELINT, few, part)
        print(
            f"throughput: mtcheck {fast:.2f} MB/s on {size:.1f} MB with {ours.split()[1]} rules, "
            f"proselint {slow:.2f} MB/s on {part:.1f} MB with {other.split()[1]} checks; "
            f"mtcheck / proselint {fast / slow:.1f}"
        )

        few_rules, chosen = throughput(FEWER, folder, size)
        loading = statistics.median(float(run(LOAD, few)[1].split()[0]) for _ in range(5))
        print(
            f"rules: {chosen.split()[1]} of them {few_rules:.2f} MB/s, all take "
            f"{few_rules / fast:.2f} times as long; loading them from the cache {loading:.0f} ms"
        )

        all_of_it = peak([sys.executable, "-c", MTCHECK, str(folder)])
        part_of_it = peak([sys.executable, "-c", PROSELINT, str(few)])
        print(
            f"peak memory: three words {peak(command):.0f} MB, all texts {all_of_it:.0f} MB, "
            f"proselint on its part {part_of_it:.0f} MB"
        )


if __name__ == "__main__":
    main()
