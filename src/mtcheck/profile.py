"""Profiles: who reads the findings, and so which of them there are."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.source import ANY_SOURCE, NO_SOURCE


class Profile(NamedTuple):
    """What a profile asks for where the options say nothing.

    `show` is the lowest severity that is written, `fail_on` the lowest that makes the status 1
    ("never": none does), and `source` what `checker.examine` takes.
    """

    about: str
    show: str
    fail_on: str
    source: str | None


PROFILES = {
    "editor": Profile(
        "all tiers; the source language as the text shows it", "suggestion", "warning", None
    ),
    "gate": Profile(
        "no suggestions; the source language only as --from says it",
        "warning",
        "warning",
        NO_SOURCE,
    ),
    "audit": Profile(
        "all tiers, the rules of every source language, never a failure",
        "suggestion",
        "never",
        ANY_SOURCE,
    ),
}
