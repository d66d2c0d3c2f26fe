"""Measure every rule on annotated translations, and write what came out beside its pack.

    python tools/measure_rules.py FOLDER [--unread SET]... [--check]

FOLDER holds `manifest.jsonl`, a document a line: `text`, `kind` (`native`, `human` or `mt`), `set`,
`id`, and for annotated ones `raters` and `spans` (start, end, category, severity, rater; code
points). For each rule that fired, the file `<pack>.measured.json` gets the counts that
`mtcheck.engine.evidence.Evidence` describes. Sets named with --unread are left out, so that they
can still judge the rules. With --check nothing is written, and the status is 1 if anything would
change by more than the rules' own changes explain (a fired count differs).
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mtcheck.checker import check, shipped
from mtcheck.engine.pack_files import EVIDENCE_SUFFIX
from mtcheck.engine.packs import shipped_rules

IGNORED = ("source issue", "source error", "other")

Region = tuple[int, int]


def marked(document: dict[str, Any], least: int) -> list[Region]:
    """Return the merged stretches that at least `least` raters marked."""
    by_rater: defaultdict[str, list[Region]] = defaultdict(list)
    for span in document["spans"]:
        if not span["category"].lower().startswith(IGNORED) and span["start"] < span["end"]:
            by_rater[span["rater"]].append((span["start"], span["end"]))
    depth: Counter[int] = Counter()
    for spans in by_rater.values():
        for start, end in merged(spans):
            depth[start] += 1
            depth[end] -= 1
    regions, level, opened = [], 0, 0
    for at in sorted(depth):
        before, level = level, level + depth[at]
        if before < least <= level:
            opened = at
        elif level < least <= before:
            regions.append((opened, at))
    return regions


def merged(spans: Iterable[Region]) -> list[Region]:
    """Return `spans` with those that touch joined, in order."""
    out: list[Region] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def touches(regions: list[Region], start: int, end: int) -> bool:
    """Whether `[start, end)` shares a code point with one of `regions`."""
    at = bisect_left(regions, (start + 1, -1))
    return (at > 0 and regions[at - 1][1] > start) or (at < len(regions) and regions[at][0] < end)


def chance(regions: list[Region], length: int, size: int) -> float:
    """The probability that a span of `length` at a uniform position touches a region."""
    room = max(1, size - length + 1)
    hit = merged((max(0, a - length + 1), min(room, b)) for a, b in regions)
    return min(1.0, sum(b - a for a, b in hit if b > a) / room)


def documents(folder: Path, unread: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the documents of the manifest that may be read."""
    with open(folder / "manifest.jsonl", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            if document["set"] not in unread:
                yield document


def measure(folder: Path, unread: set[str]) -> dict[str, dict[str, Any]]:
    """Return the evidence of every rule that fired, by id."""
    rules = shipped()
    words: Counter[str] = Counter()
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sources: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for document in documents(folder, unread):
        text, kind = document["text"], document["kind"]
        words[kind] += len(text.split())
        rated = "spans" in document
        one = marked(document, 1) if rated else []
        two = marked(document, 2) if rated and document["raters"] >= 2 else None
        for finding in check(text, rules):
            row, span = rows[finding.rule], finding.span
            row[kind] += 1
            sources[finding.rule].add((document["set"], document["id"].rsplit("/", 1)[-1]))
            if rated:
                row["rated"] += 1
                row["marked"] += touches(one, span.start, span.end)
                row["chance"] += chance(one, len(span), len(text))
            if two is not None:
                row["rated_by_two"] += 1
                row["agreed"] += touches(two, span.start, span.end)
    return {id_: _evidence(row, words, len(sources[id_])) for id_, row in sorted(rows.items())}


def _evidence(row: Counter[str], words: Counter[str], sources: int) -> dict[str, Any]:
    rates = {
        f"{kind}_per_million": round(1e6 * row[kind] / words[kind], 1) if words[kind] else 0.0
        for kind in ("native", "human", "mt")
    }
    return {
        "documents": sources,
        "rated": row["rated"],
        "marked": row["marked"],
        "chance": round(row["chance"] / row["rated"], 3) if row["rated"] else None,
        "rated_by_two": row["rated_by_two"],
        "agreed": row["agreed"],
        **rates,
    }


def write(evidence: dict[str, dict[str, Any]]) -> None:
    """Write the evidence beside the packs, and remove what no rule has any more."""
    by_pack: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for id_, row in evidence.items():
        pack, _, name = id_.rpartition("/")
        by_pack[pack][name] = row
    root = shipped_rules()
    for old in root.rglob(f"*{EVIDENCE_SUFFIX}"):
        if old.relative_to(root).as_posix().removesuffix(EVIDENCE_SUFFIX) not in by_pack:
            old.unlink()
    about = "Generated by tools/measure_rules.py; see mtcheck.engine.evidence.Evidence."
    for pack, rows in by_pack.items():
        # A line a rule, so that a change of one rule is a change of one line.
        lines = ",\n".join(f"  {json.dumps(n)}: {json.dumps(r)}" for n, r in sorted(rows.items()))
        text = f'{{"about": {json.dumps(about)}, "rules": {{\n{lines}\n}}}}\n'
        (root / f"{pack}{EVIDENCE_SUFFIX}").write_text(text, "utf-8")


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--unread", action="append", default=[], metavar="SET")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    evidence = measure(given.folder, set(given.unread))
    if given.check:
        stale = [id_ for id_, row in evidence.items() if _changed(id_, row)]
        print("\n".join(stale) or "what is written is what is measured")
        return 1 if stale else 0
    write(evidence)
    print(f"measured {len(evidence)} rules that fired, of {len(shipped().rules)}")
    return 0


def _changed(id_: str, row: dict[str, Any]) -> bool:
    known = shipped().evidence.get(id_)
    return known is None or known.rated != row["rated"] or known.marked != row["marked"]


if __name__ == "__main__":
    sys.exit(main())
