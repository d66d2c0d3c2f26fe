"""The `mtcheck` command and what all its commands share: exit statuses and closed pipes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from mtcheck.errors import MtcheckError
from mtcheck.version import __version__

CLEAN, FOUND, USER_ERROR, BUG = 0, 1, 2, 3

_COMMANDS = {
    "apply": "apply",
    "check": "check",
    "explain": "explain",
    "report": "report",
    "rules": "rules",
}


class _Lazy(click.Group):
    """Imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"mtcheck.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from mtcheck.errors import did_you_mean

        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no such command {args[0]!r}{did_you_mean(args[0], list(_COMMANDS))}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtcheck")
def main() -> None:
    """Find what machine translation leaves behind in English text.

    \b
    Exit status: 0 clean, 1 findings, 2 your error (a bad file, rule or option), 3 a bug.
    """


def run() -> None:
    """Run the command line of this process and leave with its exit status."""
    sys.exit(_status(sys.argv[1:]))


def _status(arguments: list[str]) -> int:
    try:
        result: Any = main.main(arguments, prog_name="mtcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return USER_ERROR
    except click.exceptions.Abort:
        return 130
    except MtcheckError as error:
        click.echo(f"mtcheck: {error}", err=True)
        return USER_ERROR
    except BrokenPipeError:
        # The reader has what it wanted. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(
            "mtcheck: this is a bug of mtcheck; please report it with the lines above", err=True
        )
        return BUG
    return result if isinstance(result, int) else CLEAN
