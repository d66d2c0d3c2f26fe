"""What was found in one document, with all that outputs need of it.

A result can be kept, and sent from one process to another: it holds no document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.finding import Finding
from mtcheck.formats.places import ContainerPlace

if TYPE_CHECKING:
    from mtcheck.report import Report


class Located(NamedTuple):
    """A finding and where it stands in its file.

    `start` and `end` are code points of the decoded file, end exclusive; lines and columns count
    from 1, columns in code points, and (`end_line`, `end_column`) is behind the last one. `place`
    is where it stands in a container, None in other files. `shown` is what a reader sees of what
    was found, `context` the sentence around it, both in one line. `written` are the replacements of
    the finding as they stand in the file instead of `finding.text`, escapes and markup included;
    none in a container. `byte_columns` are `column` and `end_column` in UTF-8 bytes; None where
    the line begins in another document of the file.
    """

    finding: Finding
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    shown: str
    context: str
    place: ContainerPlace | None = None
    written: tuple[str, ...] = ()
    byte_columns: tuple[int, int] | None = None

    @property
    def fingerprint(self) -> str:
        """What this finding is known by wherever it stands: 32 hexadecimal digits over its rule,
        its words and the sentence around them, whatever their white space and case."""
        from hashlib import sha256  # late: few outputs ask for it

        known_by = "\n".join((self.finding.rule, self.shown, self.context)).casefold()
        return sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Suppressed(NamedTuple):
    """A finding that does not count, and why: `by` is "comment", "config", "baseline" or "diff",
    `reason` what its author wrote."""

    located: Located
    by: str
    reason: str = ""


class Result(NamedTuple):
    """One document of a file, checked.

    `file` is the name of the file, `record` what the document is called in it ("" where it is all
    of it). `remarks` are sentences about how it was read, `found` is in text order. `words` and
    `score` (MQM's raw score, 100 is best; None for a text that is too short) are there only when
    they were asked for, as is `report`. `used` are the numbers of those `ignores` of the settings
    that ignored something. `lacks` says why findings of LanguageTool are missing.
    """

    file: str
    record: str
    format: str
    found: tuple[Located, ...]
    remarks: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    words: int | None = None
    score: float | None = None
    report: Report | None = None
    used: tuple[int, ...] = ()
    lacks: str | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be said of it beside the findings."""
        return (
            (*self.remarks, f"without LanguageTool: {self.lacks}") if self.lacks else self.remarks
        )

    @property
    def findings(self) -> list[Finding]:
        """All findings, those that do not count among them."""
        return [each.finding for each in (*self.found, *(s.located for s in self.suppressed))]

    @property
    def title(self) -> str:
        """The name of the file, and of the record where the file holds many."""
        return f"{self.file} [{self.record}]" if self.record else self.file

    def without(self, found: Sequence[Located], by: str) -> Result:
        """Return the same with some of what was `found` among that which does not count."""
        if not found:
            return self
        left_out = set(map(id, found))
        counts = tuple(each for each in self.found if id(each) not in left_out)
        why = (Suppressed(each, by) for each in found)
        return self._replace(found=counts, suppressed=(*self.suppressed, *why))
