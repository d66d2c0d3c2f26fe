"""Take a picture of a report page with Chromium: the one at the top of the README.

    python tools/screenshot.py REPORT.html OUT.png [--width 1280] [--height 900] [--dark]

`--choose N` opens the card of the Nth finding first (the README's picture shows one at work),
`--full` takes the whole page, `--print` shows it as it comes out on paper.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path


def main() -> int:
    """Parse the command line, take the picture, return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=1280, help="CSS pixels (default: 1280)")
    parser.add_argument("--height", type=int, default=900, help="CSS pixels (default: 900)")
    parser.add_argument("--dark", action="store_true", help="the dark colours")
    parser.add_argument("--choose", type=int, metavar="N", help="open the card of finding N")
    parser.add_argument("--scroll", type=int, metavar="Y", help="scroll down by Y CSS pixels first")
    parser.add_argument("--full", action="store_true", help="the whole page")
    parser.add_argument("--print", action="store_true", dest="paper", help="as on paper")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("No chromium is installed: apt-get install chromium.", file=sys.stderr)
        return 2
    if not options.report.is_file():
        print(f"There is no report {str(options.report)!r}: make one first.", file=sys.stderr)
        return 2
    shoot(options, chromium)
    return 0


def shoot(options: argparse.Namespace, chromium: str) -> None:
    """Open the report and write the picture."""
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
        if options.choose:
            page.locator(f"#t{options.choose}").evaluate("tag => tag.click()")
        if options.scroll is not None:
            page.evaluate("y => window.scrollTo(0, y)", options.scroll)
        if options.paper:
            page.emulate_media(media="print")
        page.screenshot(path=options.out, full_page=options.full or options.paper)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
