"""Options that say whether findings are fixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeVar, cast

import click

from mtcheck.cli.options import with_options
from mtcheck.cli.writing import check_suffix
from mtcheck.errors import InputError
from mtcheck.output.target import Target

F = TypeVar("F", bound=Callable[..., Any])

_FIXING = (
    click.option(
        "--fix", is_flag=True, help="Write the replacements that are safe into the files."
    ),
    click.option(
        "--unsafe",
        is_flag=True,
        help="With --fix or --diff: the first replacement of every finding that is shown.",
    ),
    click.option("--diff", is_flag=True, help="Change nothing; show what --fix would, as a diff."),
    click.option("--backup", is_flag=True, help="With --fix: keep what a file was, as FILE.bak."),
    click.option(
        "--backup-suffix",
        "suffix",
        default=".bak",
        show_default=True,
        help="With --backup: what comes behind the name.",
    ),
)


class Wish(NamedTuple):
    """Whether findings are fixed in the files (`fix`), or a `diff` of that is shown and nothing
    done; what is fixed, and what is kept of a file (`backup`, under its name and `suffix`)."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    backup: bool = False
    suffix: str = ".bak"

    @property
    def any(self) -> bool:
        """Whether there is something to do."""
        return self.fix or self.diff

    def check(self) -> None:
        """Raise InputError for options that do not go together."""
        if self.unsafe and not self.any:
            raise InputError("--unsafe needs --fix, or --diff to see what it would do")
        if self.backup and (self.diff or not self.fix):
            raise InputError("--backup needs --fix, and no --diff")
        check_suffix(self.suffix)

    def main(self, paths: Sequence[str]) -> Target | None:
        """Return where findings are written: not to standard output when a fixed text goes there,
        and nowhere when a diff does."""
        return None if self.diff else Target(aside=self.fix and "-" in paths)


def fixing(function: F) -> F:
    """Add the options that say what is fixed; the command takes them as one, `wish`.

    Options that do not go together are an InputError.
    """

    @wraps(function)
    def command(
        *, fix: bool, unsafe: bool, diff: bool, backup: bool, suffix: str, **others: Any
    ) -> Any:
        wish = Wish(fix, unsafe, diff, backup, suffix)
        wish.check()
        return function(wish=wish, **others)

    return with_options(_FIXING, cast("F", command))
