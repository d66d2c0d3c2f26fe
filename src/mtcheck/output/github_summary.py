"""A summary of a job on GitHub, in Markdown: the verdict, counts, and a table of findings.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.finding import SEVERITIES
from mtcheck.gate.result import Located, Result
from mtcheck.gate.verdict import count_of
from mtcheck.output.marked_up import escaped
from mtcheck.output.strict import path
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.output import Ended

MOST = 200
"""How many findings are told, and how many files that could not be read: GitHub drops a summary of
more than 1 MiB."""
_LONGEST = 200
_STEP = "GITHUB_STEP_SUMMARY"


class Writer:
    """Keeps the worst findings and writes them at the end, in text order.

    The file that GitHub itself names (`GITHUB_STEP_SUMMARY`) may hold the words of others: they
    stay, and these come behind them.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._counts: Counter[str] = Counter()
        self._rows: list[tuple[int, int, str]] = []

    def result(self, result: Result) -> None:
        """Keep the findings of one document."""
        for located in result.found:
            severity = located.finding.severity
            self._counts[severity] += 1
            rank = SEVERITIES.index(severity)
            if sum(self._counts[each] for each in SEVERITIES[: rank + 1]) <= MOST:
                self._rows.append((rank, len(self._rows), _row(result, located)))

    def end(self, ended: Ended) -> None:
        """Write all of it."""
        lines = ["## mtcheck", "", f"**{escaped(ended.verdict.line)}**", ""]
        unread = list(ended.unread.items())
        lines += [f"- {escaped(path(a))} could not be read: {escaped(b)}" for a, b in unread[:MOST]]
        lines += [""] * bool(unread)
        if self._rows:
            lines += ["| Where | Severity | Finding | Rule |", "|---|---|---|---|"]
            worst = sorted(self._rows)[:MOST]
            lines += [row for _, _, row in sorted(worst, key=lambda each: each[1])]
            more = self._counts.total() - len(worst)
            lines += ["", f"{count_of(more, 'finding')} more."] if more else []
            lines += [""]
        before = self._before()
        self._target.write(before + "\n".join(lines).encode("utf-8", "backslashreplace"))
        self._target.close()

    def _before(self) -> bytes:
        named = self._target.path
        if named is None or named != os.environ.get(_STEP) or not os.path.exists(named):
            return b""
        before = Path(named).read_bytes()
        return before + b"\n" * (2 if before and not before.endswith(b"\n") else bool(before))


def _row(result: Result, located: Located) -> str:
    finding = located.finding
    where = str(located.place) if located.place else f"{located.line}:{located.column}"
    name = f"{path(result.file)} [{result.record}]" if result.record else path(result.file)
    cells = (f"{name}:{where}", finding.severity, _short(finding.message), finding.rule)
    return f"| {' | '.join(map(escaped, cells))} |"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
