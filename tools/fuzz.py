"""Fuzz the readers: damaged samples are read, changed at one place, and read again.

    python tools/fuzz.py [--seconds 60] [--count 0] [--seed N] [--keep FOLDER] [FORMAT ...]

Each format (all by default) gets so many seconds, or so many inputs. Status 1 when a law of
`tests/formats/conformance.py` was broken: the seed and number of the input are printed, and it is
kept in FOLDER, as it was and as short as it could be made.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "formats"))

import fuzzing  # noqa: E402
from mtcheck.formats.table import FORMATS  # noqa: E402


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="all by default")
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "mtcheck-fuzz")
    args = parser.parse_args()
    broken = 0
    for form in args.formats or FORMATS:
        seconds = 0 if args.count else args.seconds or 60
        begun = time.monotonic()
        count, failures = fuzzing.run(form, args.seed, seconds=seconds, count=args.count)
        took = time.monotonic() - begun
        print(f"{form}: {count} inputs, {took:.0f} s, {len(failures)} failures", flush=True)
        broken += len(failures)
        kinds: set[str] = set()
        for failure in failures:
            kind = failure.what.strip().splitlines()[-1][:60]
            if kind not in kinds:
                kinds.add(kind)
                _told(failure, args.keep)
    return 1 if broken else 0


def _told(failure: fuzzing.Failure, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{failure.form}-{failure.seed}-{failure.number}"
    suffix = Path(failure.input.name).suffix
    (folder / f"{stem}{suffix}").write_bytes(failure.input.data)
    less = fuzzing.smaller(failure)
    short = folder / f"{stem}-short{suffix}"
    short.write_bytes(less.input.data)
    print(f"{short}: --seed {failure.seed}, input {failure.number}, {less.input.options}")
    print(less.what, less.input.data[:400], flush=True)


if __name__ == "__main__":
    sys.exit(main())
