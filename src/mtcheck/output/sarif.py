"""SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mtcheck.gate.result import Located, Result, Suppressed
from mtcheck.output.sarif_rule import LEVELS, descriptor
from mtcheck.output.strict import as_json, uri, writable
from mtcheck.output.target import Target
from mtcheck.version import __version__

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
    from mtcheck.output import Ended

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"  # the name that SARIF and GitHub have for the top folder of a repository
_FINGERPRINT = "mtcheckFinding/v1"


class Writer:
    """Writes one run: a result a line, those that do not count with their suppressions, then the
    rules that fired. Columns are code points; findings that stand in lines that did not change are
    left out."""

    suppressed = True
    """Whether those that do not count are written."""
    line_in_containers: int | None = None
    """The line that is named of a container, which has none."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._begun = False
        self._rules: dict[str, int] = {}  # with their places in the list of rules
        self._notes: list[dict[str, Any]] = []

    def result(self, result: Result) -> None:
        """Write the findings of one document."""
        self._notes += (_notification("note", result.file, said) for said in result.notes)
        self._target.put(self._lines(result))

    def end(self, ended: Ended) -> None:
        """Write what is known of the run."""
        if not self._begun:
            self._target.write(_HEAD)
        unread = [_notification("error", *each) for each in ended.unread.items()]
        driver = {
            "name": "mtcheck",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": self._descriptors(ended.rules),
        }
        invocation = {
            "executionSuccessful": not ended.unread,
            "exitCode": ended.status,
            "toolExecutionNotifications": [*unread, *self._notes],
        }
        root = {"description": {"text": "The folder in which mtcheck ran."}}
        rest = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "originalUriBaseIds": {_ROOT: root},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\r", "\n"],
        }
        self._target.write(b"\n],\n" + as_json(rest).removeprefix(b"{") + b"]}\n")
        self._target.close()

    def _descriptors(self, rules: RuleSet) -> list[dict[str, Any]]:
        if not self._rules:
            return []
        at = {id_: index for index, id_ in enumerate(rules.shelf.ids)}  # none but these are opened
        docs = rules.docs
        return [
            descriptor(
                rules.own[id_][0] if id_ in rules.own else rules.shelf[at[id_]][0],
                docs[id_],
                rules.evidence.get(id_),
            )
            for id_ in self._rules
        ]

    def _lines(self, result: Result) -> Iterator[bytes]:
        for each in self._results(result):
            yield (b",\n" if self._begun else _HEAD) + as_json(each)
            self._begun = True

    def _results(self, result: Result) -> Iterator[dict[str, Any]]:
        for located in result.found:
            yield self._result(result, located)
        for each in result.suppressed if self.suppressed else ():
            if each.by != "diff":
                yield {
                    **self._result(result, each.located),
                    "suppressions": [_suppression(each)],
                }

    def _result(self, result: Result, located: Located) -> dict[str, Any]:
        finding = located.finding
        told: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self._rules.setdefault(finding.rule, len(self._rules)),
            "level": LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [self._location(result, located)],
            "partialFingerprints": {_FINGERPRINT: located.fingerprint},
        }
        if finding.origin:
            told["properties"] = finding.origin._asdict()
        if written := writable(located.written):
            told["fixes"] = [_fix(result.file, located, text) for text in written]
        return told

    def _location(self, result: Result, located: Located) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": _artifact(result.file)}
        if located.place is None:
            snippet = {"text": located.finding.text}
            physical["region"] = {**_region(located), "snippet": snippet}
        elif self.line_in_containers:
            physical["region"] = {"startLine": self.line_in_containers}
        logical = list(_logical(result, located))
        where: dict[str, Any] = {"physicalLocation": physical}
        return {**where, "logicalLocations": logical} if logical else where


_HEAD = (
    as_json({"$schema": SCHEMA, "version": "2.1.0"}).removesuffix(b"}")
    + b', "runs": [{"results": [\n'
)


def _artifact(name: str) -> dict[str, str]:
    where = uri(name)
    inside = not where.startswith(("file:", "../")) and name != "-"
    return {"uri": where, "uriBaseId": _ROOT} if inside else {"uri": where}


def _region(located: Located) -> dict[str, int]:
    return {
        "startLine": located.line,
        "startColumn": located.column,
        "endLine": located.end_line,
        "endColumn": located.end_column,
    }


def _logical(result: Result, located: Located) -> Iterator[dict[str, str]]:
    names: Sequence[tuple[str, str]] = [("record", result.record)] if result.record else []
    if place := located.place:
        names = [*names, ("part", place.part), ("paragraph", str(place.paragraph))]
        names = [*names, ("run", str(place.run)), ("column", str(place.column))]
    if names:
        full = "/".join(f"{kind} {name}" for kind, name in names)
        kind = "element" if located.place else "object"
        yield {"name": " ".join(names[-1]), "fullyQualifiedName": full, "kind": kind}


def _fix(file: str, located: Located, text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(located), "insertedContent": {"text": text}}
    change = {"artifactLocation": _artifact(file), "replacements": [replacement]}
    said = f"Write “{text}”." if text else "Leave it out."
    return {"description": {"text": said}, "artifactChanges": [change]}


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    kind = "inSource" if suppressed.by == "comment" else "external"
    why = suppressed.reason or ("In the baseline." if suppressed.by == "baseline" else "")
    about = {"kind": kind, "status": "accepted"}
    return {**about, "justification": why} if why else about


def _notification(level: str, file: str, said: str) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(file)}}
    return {"level": level, "message": {"text": said}, "locations": [location]}
