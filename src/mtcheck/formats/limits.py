"""How much of a hostile or broken file is read; each limit can be changed by name."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.errors import InputError, did_you_mean
from mtcheck.formats.file import Options


class Limit(NamedTuple):
    """A limit: how much by default, and of what."""

    default: int
    about: str


LIMITS: dict[str, Limit] = {
    "record": Limit(
        16_000_000, "bytes of a record of JSONL, CSV or TSV, code points of a row of Parquet"
    ),
    "nesting": Limit(100, "quotations and lists of a Markdown file that lie in each other"),
    "depth": Limit(1_000, "objects, arrays or elements of a file that lie in each other"),
    "unpacked": Limit(
        200_000_000, "bytes that what is read of a DOCX, ODT or EPUB file unpacks to"
    ),
    "archive": Limit(
        2_000_000_000, "bytes that what is read of a zip or tar archive of files unpacks to"
    ),
    "ratio": Limit(200, "times its size that a part of such a file or archive unpacks to"),
}
"""Every limit by its name."""


def limit(options: Options, name: str) -> int:
    """Return a limit: what the user said, else its default."""
    return options.limits.get(name, LIMITS[name].default)


def parsed(texts: tuple[str, ...]) -> dict[str, int]:
    """Return limits from texts like "record=1000000"; InputError for what is none."""
    found = {}
    for text in texts:
        name, _, number = text.partition("=")
        if name not in LIMITS:
            known = did_you_mean(name, list(LIMITS)) or f"; there are {', '.join(LIMITS)}"
            raise InputError(f"there is no limit {name!r}{known}")
        if not (number.isascii() and number.isdigit()):
            raise InputError(f"the limit {text!r} should be like {name}={LIMITS[name].default}")
        found[name] = int(number)
    return found
