"""The lines that changed since a revision, as git tells."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.gate.result import Located, Result
from mtcheck.text.lazy import lazy

_HUNK = lazy(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = lazy(r"\\([0-7]{3}|.)")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_EVERY_LINE = ((1, 1 << 62),)


class Changes(NamedTuple):
    """The changed lines of a repository's work tree by file: (first, last), counted from 1.

    `root` is the folder of the work tree; files are named as seen from it. A file that is not there
    did not change.
    """

    root: str
    lines: dict[str, tuple[tuple[int, int], ...]]

    def only_changed(self, result: Result) -> Result:
        """Return a result with its findings in unchanged lines among those that do not count; a
        file outside the repository counts in full."""
        path = os.path.realpath(result.file)
        if result.file == "-" or os.path.commonpath([path, self.root]) != self.root:
            return result
        name = os.path.relpath(path, self.root).replace(os.sep, "/")
        within = (name, *map(str, PurePosixPath(name).parents))  # an archive changed as a whole
        changed = next((self.lines[path] for path in within if path in self.lines), ())
        old = [each for each in result.found if not _touches(each, changed)]
        return result.without(old, "diff")


def _touches(located: Located, changed: Sequence[tuple[int, int]]) -> bool:
    last = located.end_line - (located.end_column == 1 and located.end_line > located.line)
    return any(start <= last and located.line <= end for start, end in changed)


def changes_since(revision: str) -> Changes:
    """Return what changed in the work tree since it and `revision` parted, new files included.

    Files that git takes for binary (DOCX, UTF-16) changed in every line. InputError when there is
    no git, no repository or no such revision.
    """
    root = _git("rev-parse", "--show-toplevel").rstrip("\n")
    # A branch that was not merged in yet has lines of its own, which are no change of ours.
    base = _git("merge-base", "--end-of-options", revision, "HEAD", revision=revision).strip()
    usual = ("--no-ext-diff", "--no-color", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/")
    lines = _parsed(_git("-C", root, "diff", "-U0", "--find-renames", *usual, base))
    for name in _git("-C", root, "ls-files", "-z", "--others", "--exclude-standard").split("\0"):
        if name:
            lines[name] = _EVERY_LINE
    return Changes(os.path.realpath(root), lines)


def _git(*arguments: str, revision: str = "") -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise InputError(f"--diff-base needs git, which cannot be run: {error.strerror}") from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
    if revision:
        what = "git knows no such revision" if said else "it shares no history with HEAD"
        raise InputError(
            f"--diff-base {revision}: {what}; is it misspelt, or not fetched? (git fetch; in a "
            "workflow, a checkout with fetch-depth: 0)"
        )
    if "not a git repository" in said:
        raise InputError("--diff-base: this folder is in no git repository; run it inside of one")
    raise InputError(f"--diff-base: git says: {said}")


def _parsed(diff: str) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    name: str | None = None
    in_head = False
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            name, in_head = None, True
        elif in_head and line.startswith("+++ "):
            name = _unquoted(line[4:])
        elif in_head and line.startswith("Binary files "):
            new = line.removesuffix(" differ").rpartition(" and ")[2]
            if (binary := _unquoted(new)) is not None:
                found[binary] = _EVERY_LINE
        elif line.startswith("@@ ") and name is not None:
            in_head = False
            found[name] = (*found.get(name, ()), *_hunk(line))
    return found


def _hunk(line: str) -> list[tuple[int, int]]:
    match = _HUNK.match(line)
    if match is None:
        return []
    start, count = int(match[1]), int(match[2] or 1)
    return [(start, start + count - 1)] if count else []


def _unquoted(name: str) -> str | None:
    """Return a name of a diff without its prefix; None for a file that is gone."""
    name = name.removesuffix("\t")
    if name.startswith('"'):
        raw = _ESCAPE.sub(
            lambda m: chr(int(m[1], 8)) if m[1].isdigit() else _ESCAPED.get(m[1], m[1]), name[1:-1]
        )
        # git escapes bytes; what it did not escape is ASCII.
        name = raw.encode("latin-1").decode("utf-8", "surrogateescape")
    return None if name == "/dev/null" else name.removeprefix("b/")
