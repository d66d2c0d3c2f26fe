"""Write the list of edits in `docs/normalization.md`, from the rules.

    python tools/edits.py [--check]

With --check nothing is written; the status is 1 when the list is not what the rules say.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mtcheck.engine.packs import RuleSet, load
from mtcheck.normalize import KIND
from mtcheck.text.normal.table import EDITS, REPORTED

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "normalization.md"
START, END = "<!-- edits: written by tools/edits.py -->\n", "<!-- end of edits -->\n"


def listed(rules: RuleSet) -> str:
    """Return the list: a table of what is made by default, and one of what is only reported."""
    by_edit = {rule.params["edit"]: rule for rule in rules.rules if rule.kind == KIND}
    out = []
    for title, edits in (
        ("Made by default", EDITS - REPORTED),
        ("Reported; made with `--aggressive` or by name", REPORTED),
    ):
        out.append(f"### {title}\n| edit | rule | severity | example | becomes |\n")
        out.append("|---|---|---|---|---|\n")
        for edit in sorted(edits, key=lambda edit: by_edit[edit].id):
            rule = by_edit[edit]
            example = rules.docs[rule.id].bad[0]
            cells = (f"`{edit}`", f"`{rule.id}`", rule.severity, example.text, example.fix or "")
            out.append(f"| {' | '.join(map(_cell, cells))} |\n")
        out.append("\n")
    return "".join(out)


def _cell(text: str) -> str:
    """Return a text for a cell of a table, with what nobody sees written as an escape."""
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    for mark in ("&", "<", "|"):
        seen = seen.replace(mark, {"&": "&amp;", "<": "&lt;", "|": "&#124;"}[mark])
    return seen.replace("``", "` `").replace("*", "\\*")


def main() -> int:
    """Run the command line."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    made = before + START + listed(load([ROOT / "rules" / "any"])) + END + after
    if "--check" in sys.argv[1:]:
        if made == text:
            return 0
        print("the list of edits in docs/normalization.md is out of date; run tools/edits.py")
        return 1
    PAGE.write_text(made, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
