"""Chromium: where it is, the windows that pages are tested in, and what opens a page in one."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from playwright.sync_api import Page

WIDE = (1280, 900)  # CSS pixels
NARROW = (390, 844)

Open = Callable[..., Page]

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What systems call it: Debian, Ubuntu, and Google's own build."""


def find_chromium() -> str | None:
    """Return the path of the first that is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)
