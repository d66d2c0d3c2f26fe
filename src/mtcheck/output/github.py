"""Annotations on GitHub: a workflow command a finding.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from mtcheck.gate.result import Located, Result
from mtcheck.gate.verdict import count_of
from mtcheck.output.concise import line
from mtcheck.output.strict import path, printable
from mtcheck.output.target import Target
from mtcheck.output.text import visible

if TYPE_CHECKING:
    from mtcheck.output import Ended

COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}

MOST = 10
"""How many annotations of each kind GitHub shows of a step; it drops the others without a word."""


class Writer:
    """Prints at most ten errors, warnings and notices. When there are more, the last notice says
    so, and all that is not annotated stands in a group of the log that can be unfolded.

    The tenth notice waits for the end: its place may be needed.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._left = {**dict.fromkeys(COMMANDS.values(), MOST), "notice": MOST - 1}
        self._over: list[str] = []
        self._waiting: list[str] = []

    def result(self, result: Result) -> None:
        """Print the findings of one document, or keep them where there are too many."""
        for located in result.found:
            command = COMMANDS[located.finding.severity]
            if self._left[command]:
                self._left[command] -= 1
                self._print(_annotation(result.file, located))
                continue
            if command == "notice" and not self._waiting:
                self._waiting.append(_annotation(result.file, located))
            self._over.append(line(path(result.file), located))

    def end(self, ended: Ended) -> None:
        """Print errors for what could not be read, and what there was too much of."""
        for name, why in ended.unread.items():
            if self._left["error"]:
                self._left["error"] -= 1
                self._print(_command("error", why, file=path(name), title="mtcheck: not read"))
            else:
                self._over.append(visible(f"{path(name)}: {why}"))
        if self._waiting and len(self._over) == 1:
            self._print(self._waiting[0])
        elif self._over:
            self._print_rest()
        self._target.close()

    def _print_rest(self) -> None:
        missing = f"{count_of(len(self._over), 'finding')} more"
        why = f"GitHub shows {MOST} annotations of a kind in a step; the log of the step has all."
        self._print(_command("notice", f"{missing}. {why}", title="mtcheck"))
        # No text of strangers is a command while these are stopped. A hash of the lines is a word
        # that none of them can hold.
        stop = sha256("\n".join(self._over).encode("utf-8", "surrogatepass")).hexdigest()
        self._print(f"::group::{missing}\n::stop-commands::{stop}")
        self._print("\n".join(self._over))
        self._print(f"::{stop}::\n::endgroup::")

    def _print(self, lines: str) -> None:
        self._target.write(f"{lines}\n".encode("utf-8", "backslashreplace"))


def _annotation(file: str, located: Located) -> str:
    finding, place = located.finding, located.place
    where: dict[str, object] = {"file": path(file)}
    said = f"{place}: {finding.message}" if place else finding.message
    if not place:
        where |= {"line": located.line, "endLine": located.end_line}
        if located.line == located.end_line:  # columns of several lines are refused
            where |= {"col": located.column, "endColumn": located.end_column}
    return _command(COMMANDS[finding.severity], said, **where, title=finding.rule)


def _command(name: str, said: str, **properties: object) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(said)}"


def _data(text: str) -> str:
    # As the runner takes it back: https://github.com/actions/toolkit, packages/core/src/command.ts
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
