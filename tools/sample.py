"""Write `reports/sample.html`, the committed page of the sample article.

    python tools/sample.py [--check]

With --check nothing is written; the status is 1 when the committed page is not what the code makes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mtcheck.formats.plain import read_bytes
from mtcheck.output.html import render_report
from mtcheck.report import make_report

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "strait-visit.txt"
PAGE = ROOT / "reports" / "sample.html"


def main() -> int:
    """Run the command line."""
    page = render_report(make_report(read_bytes(ARTICLE.read_bytes(), ARTICLE.name)))
    if "--check" in sys.argv[1:]:
        if page == PAGE.read_text("utf-8"):
            return 0
        print("reports/sample.html is out of date; run `make sample`")
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
