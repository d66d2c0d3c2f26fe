"""JUnit's XML: a text is a suite, a finding a test case; build servers draw their curves of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.gate.result import Located, Result, Suppressed
from mtcheck.output.concise import line
from mtcheck.output.strict import attributes, content, path
from mtcheck.output.target import Target

if TYPE_CHECKING:
    from mtcheck.gate.verdict import Verdict
    from mtcheck.output import Ended


class Writer:
    """Writes all at the end: what counts is a failure, what does not a case that is skipped, what
    could not be read an error, and a text without findings one case that passes."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._kept: list[Result] = []

    def result(self, result: Result) -> None:
        """Keep the findings of one document; which of them count is known at the end."""
        self._kept.append(result._replace(report=None))

    def end(self, ended: Ended) -> None:
        """Write all of it."""
        suites, tests, failures = [], 0, 0
        for result in self._kept:
            cases = list(_cases(result, ended.verdict))
            failed = sum("<failure" in case for case in cases)
            skipped = sum("<skipped" in case for case in cases)
            suites.append(_suite(path(result.file), result.record, cases, failed, skipped))
            tests, failures = tests + len(cases), failures + failed
        for name, why in ended.unread.items():
            case = _case(path(name), "read", f"<error{attributes(message=why)}/>")
            suites.append(_suite(path(name), "", [case], errors=1))
        missed = len(ended.unread)
        counts = attributes(name="mtcheck", tests=tests + missed, failures=failures, errors=missed)
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{counts}>\n'
        self._target.put(text.encode() for text in (head, *suites, "</testsuites>\n"))
        self._target.close()


def _cases(result: Result, verdict: Verdict) -> Iterator[str]:
    name = path(result.file)
    for located in result.found:
        finding = located.finding
        about = attributes(message=finding.message, type=finding.severity)
        if verdict.counts(finding):
            said = f"{line(name, located)}\n{located.context}"
            inside = f"<failure{about}>{content(said)}</failure>"
        else:
            inside = f"<skipped{about}/>"
        yield _case(name, _title(located), inside)
    suppressed = [each for each in result.suppressed if each.by != "diff"]
    for each in suppressed:
        yield _case(name, _title(each.located), f"<skipped{attributes(message=_why(each))}/>")
    if not result.found and not suppressed:
        yield _case(name, "no findings", "")


def _title(located: Located) -> str:
    where = str(located.place) if located.place else f"{located.line}:{located.column}"
    return f"{where} {located.finding.rule}"


def _why(suppressed: Suppressed) -> str:
    reason = f": {suppressed.reason}" if suppressed.reason else ""
    return f"does not count ({suppressed.by}{reason}): {suppressed.located.finding.message}"


def _case(file: str, title: str, inside: str) -> str:
    shown = f"    <testcase{attributes(name=title, classname=file)}"
    return f"{shown}>{inside}</testcase>\n" if inside else f"{shown}/>\n"


def _suite(
    file: str, record: str, cases: list[str], failed: int = 0, skipped: int = 0, errors: int = 0
) -> str:
    name = f"{file} [{record}]" if record else file
    counts = attributes(
        name=name, tests=len(cases), failures=failed, errors=errors, skipped=skipped
    )
    return f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n"
