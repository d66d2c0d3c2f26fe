"""Pages in a real Chromium: Debian's, at two widths, with every request written down."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from chromium import NAMES, WIDE, Open, find_chromium  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "output" / "html"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands here, so that it can be left out with `-m "not browser"`."""
    here = Path(__file__).resolve().parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip(f"none of {', '.join(NAMES)} is installed: apt-get install chromium")
    with playwright.sync_playwright() as running:
        made = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def trouble() -> list[str]:
    """What went wrong in the pages of a test; one that provokes trouble takes it out of here."""
    return []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Open]:
    """Open HTML as a file; fails the test on a request, a dialog, a script error or a refusal.

    A policy violation is reported on the console, so the console has to stay empty too.
    """
    contexts = []

    def open_(
        html: str, size: tuple[int, int] = WIDE, scheme: str = "light", name: str = "page.html"
    ) -> Page:
        path = tmp_path / name
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            accept_downloads=True,
        )
        context.grant_permissions([])
        contexts.append(context)
        page = context.new_page()
        ours = path.as_uri()
        page.on(
            "request",
            lambda r: (
                None
                if r.url.split("#")[0] == ours or r.url.startswith("blob:")
                else trouble.append(f"request {r.url}")
            ),
        )
        page.on("dialog", lambda d: (trouble.append(f"dialog {d.message}"), d.dismiss()))
        page.on("pageerror", lambda e: trouble.append(f"error {e}"))
        page.on("console", lambda m: trouble.append(f"console {m.text}"))
        page.goto(ours)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []
