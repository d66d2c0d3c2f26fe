"""The errors that are the user's to mend; each is one sentence that says what to do.

Anything else that escapes is a bug of mtcheck. The command line turns these into exit status 2.
"""

from __future__ import annotations

from typing import NamedTuple


class MtcheckError(Exception):
    """Something the user can mend: a bad file, a bad rule, an unknown name."""


class InputError(MtcheckError):
    """A text cannot be read."""


def without_name(error: InputError, name: str) -> str:
    """Return what an error says of the file `name`, without its name: "name:2:1: so" is "line 2,
    column 1: so"."""
    what = str(error)
    if not what.startswith(f"{name}:"):
        return what
    where, colon, rest = what[len(name) + 1 :].partition(": ")
    line, _, column = where.partition(":")
    if not (colon and line.isdigit()):
        return what.removeprefix(f"{name}: ")
    return f"line {line}, column {column}: {rest}" if column else f"line {line}: {rest}"


class DecisionsError(MtcheckError):
    """A decisions file does not fit its article, or is none."""


class UnknownRuleError(MtcheckError):
    """A rule is asked for that no pack holds."""


class Problem(NamedTuple):
    """One thing wrong in a rule file: `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}"


class RuleError(MtcheckError):
    """One or more rule files are wrong; `problems` lists all of them, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(p) for p in problems))


def did_you_mean(name: str, known: list[str]) -> str:
    """Return "; did you mean X?" for the closest known name, or an empty string."""
    from difflib import get_close_matches  # late: most runs misspell nothing

    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""
