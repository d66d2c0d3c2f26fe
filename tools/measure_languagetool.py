"""Measure LanguageTool's rules on a bench, and decide which of them mtcheck asks.

    python tools/measure_languagetool.py ask BENCH URL MATCHES      ask a server, keep the matches
    python tools/measure_languagetool.py decide BENCH MATCHES       write the table and its page
    python tools/measure_languagetool.py sieve BENCH MATCHES OURS OUT
        write OUT/languagetool.jsonl (all of it), OUT/sieved.jsonl (what remains), OUT/added.jsonl
        (what mtcheck has not said) and OUT/both.jsonl for `bench.py score`; OURS is what `mtcheck
        check --format jsonl` found

BENCH is a folder that `bench.py export` wrote, URL a LanguageTool server ("http://localhost:8081"),
MATCHES a file with one JSON object a line: `file`, and `matches` with the fields of `Match` in
order. `ask` goes on where it was interrupted. Rules are decided on the documents whose source has
an even CRC-32; the others check the decisions. Documents of the sets in UNREAD decide nothing.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlencode
from urllib.request import urlopen
from zlib import crc32

from mtcheck.engine.view import View
from mtcheck.engines.languagetool import verdicts
from mtcheck.engines.languagetool.families import BY_CATEGORY, BY_ID, DROP, KEEP, NAME, family
from mtcheck.engines.languagetool.match import Match
from mtcheck.engines.languagetool.sieve import rule_id, sieve
from mtcheck.engines.languagetool.verdicts import Figures, decide
from mtcheck.finding import Finding
from mtcheck.formats.plain import read_text
from mtcheck.measure import MANIFEST, Sample, _chance, _touches, samples
from mtcheck.text.document import Document
from mtcheck.text.span import Span

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/mtcheck/engines/languagetool" / verdicts.TABLE
PAGE = ROOT / "docs" / "languagetool-rules.md"
UNREAD = ("mqm21-zhen",)
LANGUAGE = "en-US"
HALVES = ("decides", "checks")
GENERATED = "<!-- What follows is written by tools/measure_languagetool.py. -->"
_WORDS = 55  # ten thousands of words of one kind, about
_SHOWN = 3  # findings in documents that decide, for a rule to stand on the page
_FIELDS = ("rated", "agreed", "chance", "seen", "native", "human", "machine")


def documents(bench: Path) -> Iterator[tuple[str, Sample]]:
    """Yield the name and the document of each line of a bench's manifest."""
    with (bench / MANIFEST).open(encoding="utf-8") as manifest:
        names = [json.loads(line)["file"] for line in manifest]
    yield from zip(names, samples(bench), strict=True)


def read_matches(path: Path) -> dict[str, list[Match]]:
    """Return the matches of each document that was asked about."""
    found: dict[str, list[Match]] = {}
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                found[row["file"]] = [Match(*m[:8], tuple(m[8]), m[9]) for m in row["matches"]]
    return found


def ask(bench: Path, url: str, out: Path) -> None:
    """Ask a server about every document of a bench that `out` lacks."""
    known = read_matches(out)
    asked: dict[str, list[Match]] = {}
    with out.open("a", encoding="utf-8") as file:
        for name, sample in documents(bench):
            if name not in known:
                found = list(_asked(read_text(sample.text), url, asked))
                line = {"file": name, "matches": found}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _asked(document: Document, url: str, asked: dict[str, list[Match]]) -> Iterator[Match]:
    """Yield the matches of a document, a paragraph a request as mtcheck sends them."""
    view = View(document)
    foreign = {start for start, _, _ in view.foreign}
    for block, (kind, start, _) in zip(document.blocks, view.blocks, strict=True):
        if kind == "code" or start in foreign:
            continue
        text = block.span.of(document.text)
        if text not in asked:
            asked[text] = [_match(text, match) for match in _answer(url, text)]
        for match in asked[text]:
            at = block.span.start
            yield match._replace(start=match.start + at, end=match.end + at)


def _answer(url: str, text: str) -> list[dict[str, Any]]:
    data = urlencode({"language": LANGUAGE, "text": text}).encode()
    with urlopen(f"{url}/v2/check", data, timeout=120) as answer:
        matches: list[dict[str, Any]] = json.load(answer)["matches"]
        return matches


def _match(text: str, said: dict[str, Any]) -> Match:
    units = text.encode("utf-16-le", "surrogatepass")
    ends = (said["offset"], said["offset"] + said["length"])
    start, end = (len(units[: 2 * at].decode("utf-16-le", "replace")) for at in ends)
    rule = said["rule"]
    return Match(
        start,
        end,
        rule["id"],
        rule.get("subId"),
        rule["category"]["id"],
        rule["issueType"],
        said["message"],
        said["shortMessage"],
        tuple(new["value"] for new in said["replacements"]),
        rule["urls"][0]["value"] if rule.get("urls") else None,
    )


Rows = dict[str, dict[str, Figures]]


def figures(
    bench: Path, matches: dict[str, list[Match]], name: Any = lambda match: match.rule
) -> Rows:
    """Return for each half of the documents the figures of each rule, or whatever `name` says."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    rows: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    chances: defaultdict[tuple[str, str], float] = defaultdict(float)
    for file, sample in documents(bench):
        if sample.key.startswith(UNREAD):
            continue
        half = HALVES[crc32(sample.key.encode()) % 2]
        words[half][sample.kind] += len(sample.text.split())
        for match in matches.get(file, ()):
            row = rows[half][name(match)]
            row[sample.kind] += 1
            if sample.two is not None:
                row["rated"] += 1
                row["agreed"] += _touches(sample.two, match.start, match.end)
                chances[half, name(match)] += _chance(
                    sample.two, match.end - match.start, len(sample.text)
                )
    return {
        half: {
            rule: Figures(
                row["rated"],
                row["agreed"],
                round(chances[half, rule], 2),
                row["native"],
                *(round(1e4 * row[k] / max(1, words[half][k]), 2) for k in _KINDS),
            )
            for rule, row in rows[half].items()
        }
        for half in HALVES
    }


_KINDS = ("native", "human", "mt")


def decisions(bench: Path, matches: dict[str, list[Match]]) -> list[list[str]]:
    """Return the rows of the table: rule, verdict, category, reason, and the figures of both
    halves."""
    rows = figures(bench, matches)
    of = {m.rule: (m.category, m.issue) for found in matches.values() for m in found}
    table = []
    for rule in sorted({*rows[HALVES[0]], *rows[HALVES[1]]}):
        deciding, checking = (rows[half].get(rule, Figures()) for half in HALVES)
        verdict, reason = decide(deciding, family(rule, *of[rule]))
        shown = [f"{value:g}" for half in (deciding, checking) for value in half]
        table.append([rule, verdict, of[rule][0], reason, *shown])
    return table


def write(table: list[list[str]]) -> None:
    """Write the table that mtcheck reads, and what the page shows of it."""
    head = ["rule", "verdict", "category", "reason", *(f"{h} {f}" for h in HALVES for f in _FIELDS)]
    lines = ["\t".join(row) for row in [head, *table]]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    by_hand = PAGE.read_text("utf-8").partition(GENERATED)[0] if PAGE.exists() else ""
    PAGE.write_text(f"{by_hand}{GENERATED}\n{''.join(_page(table))}", "utf-8")


def _page(table: list[list[str]]) -> Iterator[str]:
    """Yield the generated part of the page: rules that were kept and dropped, and the families."""
    titles = {
        KEEP: "Kept",
        NAME: "Judged by the word",
        DROP: f"Dropped ({_SHOWN} findings or more)",
    }
    for verdict, title in titles.items():
        yield f"\n## {title}\n\n"
        yield "| rule | rated | two agree (chance) | native | human | machine | why |\n"
        yield "|---|---|---|---|---|---|---|\n"
        rows = [row for row in table if row[1] == verdict]
        for row in sorted(rows, key=lambda row: -_seen(row)):
            if verdict != DROP or _seen(row) >= _SHOWN:
                yield _line(row)
    yield "\n## Rules that were not seen, or too seldom\n\n"
    yield "| id or category | verdict | here it is | why |\n|---|---|---|---|\n"
    for of in (*BY_ID, *BY_CATEGORY):
        here = f"{of.category}, {of.severity}" if of.verdict != DROP else ""
        yield f"| `{of.pattern}` | {of.verdict} | {here} | {of.reason} |\n"


def _line(row: list[str]) -> str:
    deciding, checking = row[4 : 4 + len(_FIELDS)], row[4 + len(_FIELDS) :]
    halves = [_half(values) for values in (deciding, checking)]
    cells = [f"{a}; {b}" if a or b else "" for a, b in zip(*halves, strict=True)]
    return f"| {row[0]} | {' | '.join(cells)} | {row[3]} |\n"


def _half(values: list[str]) -> list[str]:
    rated, agreed, chance, _, *rates = values
    share = f"{float(agreed) / n:.2f} ({float(chance) / n:.2f})" if (n := int(rated)) else ""
    return [rated, share, *rates]


def _seen(row: list[str]) -> float:
    """Return how often a rule fired where it is decided, about: rates and findings together."""
    return float(row[4]) + float(row[7]) + sum(map(float, row[8:11])) * _WORDS


def shares(bench: Path, matches: dict[str, list[Match]], ours: Path, out: Path) -> None:
    """Write what LanguageTool finds, what remains of it, and that with `ours`, a file each."""
    own: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    with ours.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            own[Path(row["file"]).name].append(row)
    names = ("languagetool", "sieved", "added", "both")
    files = {name: (out / f"{name}.jsonl").open("w", encoding="utf-8") for name in names}
    for file, sample in documents(bench):
        view = View(read_text(sample.text))
        found = matches.get(file, [])
        kept = sieve(view, found, [_as_finding(row) for row in own[file]])
        raw = [
            {"file": file, "start": m.start, "end": m.end, "rule": rule_id(m)}
            | {"severity": "warning"}
            for m in found
            if m.start < m.end
        ]
        _put(files["languagetool"], raw)
        alone = sieve(view, found, ())
        _put(files["sieved"], map(_as_row, [file] * len(alone), alone))
        _put(files["added"], map(_as_row, [file] * len(kept), kept))
        _put(files["both"], own[file])
        _put(files["both"], map(_as_row, [file] * len(kept), kept))
    for opened in files.values():
        opened.close()


def _put(file: TextIO, rows: Iterable[dict[str, Any]]) -> None:
    file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _as_finding(row: dict[str, Any]) -> Finding:
    span = Span(row["start"], row["end"])
    return Finding(row["rule"], span, row["severity"], row["category"], "", row["text"])


def _as_row(file: str, finding: Finding) -> dict[str, Any]:
    row = finding._asdict()
    span = row.pop("span")
    return {"file": file, "start": span.start, "end": span.end, **row}


def main(argv: list[str]) -> int:
    """Run the command line."""
    match argv:
        case ["ask", bench, url, out]:
            ask(Path(bench), url, Path(out))
        case ["decide", bench, found]:
            write(decisions(Path(bench), read_matches(Path(found))))
        case ["sieve", bench, found, ours, out]:
            shares(Path(bench), read_matches(Path(found)), Path(ours), Path(out))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
