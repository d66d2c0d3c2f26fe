"""The group of commands: which there are, and how each of them ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from mtcheck.cli.main import BUG, CLEAN, INTERRUPTED, USER_ERROR
from mtcheck.cli.process import prepare
from mtcheck.errors import MtcheckError, RuleError, did_you_mean
from mtcheck.output.text import say, visible
from mtcheck.version import __version__

_COMMANDS = (
    *("apply", "baseline", "check", "config", "doctor", "explain"),
    *("gate", "ignore", "normalize", "report", "rules"),
)


class _Commands(click.Group):
    """Imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"mtcheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no such command {args[0]!r}{did_you_mean(args[0], list(_COMMANDS))}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtcheck")
def main() -> None:
    """Find what machine translation leaves behind in English text.

    \b
    Exit status: 0 clean, 1 findings, 2 your error (a bad file, rule or option), 3 a bug.
    """


def status(arguments: list[str]) -> int:
    """Run the command line `arguments` and return the exit status."""
    prepare()
    return _status(arguments)


def _status(arguments: list[str]) -> int:
    try:
        result: Any = main.main(arguments, prog_name="mtcheck", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        _show(error)
        return USER_ERROR
    except click.exceptions.Abort:
        return INTERRUPTED
    except RuleError as error:
        # As compilers write them: "file:line:column: what", a line each.
        click.echo("\n".join(visible(str(p)) for p in error.problems), err=True)
        return USER_ERROR
    except MtcheckError as error:
        say(error)
        return USER_ERROR
    except OSError as error:
        # Files are opened where their errors are told apart; what is left is a full disk.
        say(f"{error.filename or 'standard output'}: {error.strerror or error}")
        _forget_output()
        return USER_ERROR
    except Exception:
        import traceback

        traceback.print_exc()
        say("this is a bug of mtcheck; please report it with the lines above")
        return BUG
    return result if isinstance(result, int) else CLEAN


def _show(error: click.ClickException) -> None:
    """Print a mistake in the command line as one sentence; a help page as it is."""
    text = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    if "\n" in text or context is None:
        error.show()
    elif text.endswith("?"):
        say(text)
    else:
        say(f"{text.rstrip('.')}; see `{context.command_path} --help`")


def _forget_output() -> None:
    """Let what could not be written go; Python would try, and complain, once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
