"""Globs of a config: patterns of paths, seen from the folder of the file that holds them."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import NamedTuple

from mtcheck.text.lazy import lazy

_PIECE = lazy(
    r"(?P<any>(?:(?<=/)|^)\*\*/)|(?P<below>/\*\*$)|(?P<star>\*+)|(?P<one>\?)"
    r"|(?P<set>\[(?P<not>[!^]?)(?P<chars>\]?[^\]]*)\])|(?P<open>\{(?=[^{}]*\}))"
    r"|(?P<comma>,)|(?P<close>\})|(?P<other>.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\[([*?\[{}])\]")


class Glob(NamedTuple):
    """A pattern as it is written, and the folder it is seen from.

    `*` and `?` stand for what is in one name, `**` for any folders, `[abc]` for one character and
    `{a,b}` for either. A pattern without a slash fits a name at any depth, and a folder stands for
    all that is in it.
    """

    text: str
    folder: str

    def fits(self, path: str) -> bool:
        """Whether a file is meant, by its path as seen from the current folder; standard input and
        what lies outside the folder never are."""
        try:
            seen = os.path.relpath(path, self.folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return False
        inside = path != "-" and seen.split("/")[0] != ".."
        return inside and bool(_expression(self.text).fullmatch(seen))

    @property
    def path(self) -> str | None:
        """The path that is meant, where it is one and can be no other."""
        bare = self.text.rstrip("/")
        if "/" not in bare or any(mark in _ESCAPED.sub("", bare) for mark in "*?[{"):
            return None
        named = _ESCAPED.sub(r"\1", bare).lstrip("/")
        return os.path.normpath(os.path.join(self.folder, named))

    def __str__(self) -> str:
        return self.text


def wrong(text: str) -> str:
    """Return what is wrong with a pattern, "" when nothing is."""
    if not text.strip("/."):
        return f"the glob {text!r} names nothing"
    if "\\" in text:
        return f"the glob {text!r} should have / between folders"
    if text.startswith("!"):
        return f"the glob {text!r} cannot say what it does not mean; leave out the !"
    if ".." in text.split("/"):
        return f"the glob {text!r} leaves the folder of its file"
    return ""


@cache
def _expression(text: str) -> re.Pattern[str]:
    bare = text.rstrip("/")
    is_anywhere = "/" not in bare
    bare = bare.removeprefix("./").removeprefix("/")
    in_braces = False
    out = ["(?:.*/)?" if is_anywhere else ""]
    for piece in _PIECE.finditer(bare):
        kind, found = piece.lastgroup, piece[0]
        if kind in ("open", "close"):
            is_brace = kind == "open" or in_braces
            in_braces = kind == "open"
            out.append(("(?:" if kind == "open" else ")") if is_brace else re.escape(found))
        elif kind == "comma":
            out.append("|" if in_braces else ",")
        elif kind == "set":
            out.append(_set(piece["chars"], bool(piece["not"])))
        else:
            way = {"any": "(?:.*/)?", "below": "/.+", "star": "[^/]*", "one": "[^/]"}
            out.append(way.get(kind or "", re.escape(found)))
    out.append("/.+" if text.endswith("/") else "(?:/.+)?")
    return re.compile("".join(out), re.DOTALL)


def _set(characters: str, is_not: bool) -> str:
    escaped = re.sub(r"([\\\[\]^&~|])", r"\\\1", characters)
    return f"(?!/)[{'^' * is_not}{escaped}]"
