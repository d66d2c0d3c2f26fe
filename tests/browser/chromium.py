"""The two windows that pages are tested in, in CSS pixels, and what opens a page in one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

WIDE = (1280, 900)
NARROW = (390, 844)

Open = Callable[..., Page]
