"""Take a picture of a report page with Chromium: the one at the top of the README.

    python tools/screenshot.py REPORT.html OUT.png [--width 1280] [--height 900] [--dark]

`--choose WHAT` opens the card of the first finding whose rule, or whose words, are WHAT (the
README's picture shows one at work), however many stand before it. `--full` takes the whole page,
`--print` shows it as it comes out on paper.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
"""What systems call it: Debian, Ubuntu, and Google's own build."""

_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Waits for two frames: what scrolled into sight is drawn in the second."""


def main() -> int:
    """Parse the command line, take the picture, return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=1280, help="CSS pixels (default: 1280)")
    parser.add_argument("--height", type=int, default=900, help="CSS pixels (default: 900)")
    parser.add_argument("--dark", action="store_true", help="the dark colours")
    parser.add_argument(
        "--choose", metavar="WHAT", help="open the card of this rule or these words"
    )
    parser.add_argument("--scroll", type=int, metavar="Y", help="scroll down by Y CSS pixels first")
    parser.add_argument("--full", action="store_true", help="the whole page")
    parser.add_argument("--print", action="store_true", dest="paper", help="as on paper")
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print(
            f"No browser is installed ({', '.join(CHROMIUM)}): apt-get install chromium.",
            file=sys.stderr,
        )
        return 2
    if not options.report.is_file():
        print(f"There is no report {str(options.report)!r}: make one first.", file=sys.stderr)
        return 2
    if not shoot(options, chromium):
        print(f"No finding of the report is {options.choose!r}.", file=sys.stderr)
        return 2
    return 0


def shoot(options: argparse.Namespace, chromium: str) -> bool:
    """Open the report and write the picture; False when there is no finding to choose."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": options.width, "height": options.height},
            device_scale_factor=2 if options.width < 600 else 1,
            color_scheme="dark" if options.dark else "light",
            reduced_motion="reduce",
        )
        page.goto(options.report.resolve().as_uri())
        if options.choose and not choose(page, options.choose):
            return False
        if options.scroll is not None:
            page.evaluate("y => window.scrollTo(0, y)", options.scroll)
        if options.paper:
            page.emulate_media(media="print")
        page.evaluate(_PAINTED)
        page.screenshot(path=options.out, full_page=options.full or options.paper)
        browser.close()
    return True


def choose(page: Any, what: str) -> bool:
    """Open the card of the first finding of the rule `what`, or about the words `what`."""
    for note in page.locator("#notes > li").all():
        if what in (note.locator(".id").inner_text(), note.locator(".found").inner_text()):
            number = note.locator("a.row").get_attribute("data-n")
            page.locator(f"#t{number}").evaluate("tag => tag.click()")
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
