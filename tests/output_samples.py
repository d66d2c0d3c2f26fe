"""Runs of a check that writers are tested with: one, and many odd ones."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from mtcheck.finding import Origin
from mtcheck.formats.file import File
from mtcheck.gate.checking import results
from mtcheck.gate.others import described
from mtcheck.gate.result import Located, Result, Suppressed
from mtcheck.gate.rules import loaded
from mtcheck.gate.settings import RuleChoice, Settings
from mtcheck.gate.verdict import Limits, Verdict
from mtcheck.output import Ended, writer
from mtcheck.output.target import Target
from word import docx, p

PACK = """
about: Words for tests.
rules:
  - id: crown
    find: new crown
    suggest: [COVID-19, coronavirus]
    message: "{found} is 新冠 word for word; English says {suggest}."
    why: A crown is a corona, and <b>this</b> | that.
    severity: error
    category: terminology
    bad: ["Cases of <new crown> rose."]
    good: ["A crown."]
  - id: middle
    find: walk the middle line
    message: "{found} means 50%, that is: both; [see](this)."
    severity: warning
    category: overly-literal
    bad: ["They <walk the middle line>."]
    good: ["They walk."]
  - id: actively
    find: actively
    suggest: [""]
    message: "{found} says nothing."
    severity: suggestion
    category: style
    bad: ["They <actively> help."]
    good: ["Active people."]
"""

TEXT = """Über 😀 alles: the new
crown spread, and they walk the middle line.

They actively, actively help.
"""

RECORDS = (
    '{"id": "a\\u00e9/1", "text": "Cases of new crown rose."}\n'
    '{"id": "b", "text": "Nothing here is wrong."}\n'
    '{"id": "c", "text": "They \\"walk the middle line\\" now."}\n'
)

WORD = docx(p("First.") + p("Cases of new ", "crown rose &amp; fell."))

ODD_NAMES = (
    "a b%41,c:d;e&f<g>\"h'i`j|k*[l](m).txt",
    "two\nlines\r.txt",
    "half \udcff\\.txt",
    "alone \ud800.txt",
    "escape \x1b[31m\x07.txt",
    "中文/\N{RIGHT-TO-LEFT OVERRIDE}txt.txt",
    "=1+1.txt",
    "::error::x.txt",
    "../beside.txt",
    "./here//a.txt",
    "-",
)


class Sample(NamedTuple):
    """A run: its results, what was not read, and from which severity on findings count."""

    results: tuple[Result, ...] = ()
    unread: Mapping[str, str] = MappingProxyType({})
    fail_on: str = "warning"


def made(folder: Path) -> Iterator[tuple[str, Sample]]:
    """Yield the samples by their names; the pack is written into `folder`."""
    plain = checked(folder, "texts/a.txt", TEXT)
    [one] = plain
    records = checked(folder, "feed.jsonl", RECORDS)
    word = checked(folder, "in/report.docx", WORD)
    two = ("the reason: \N{NO-BREAK SPACE}“x” | <y>", "")
    first, second, third, fourth = one.found
    some = one._replace(
        found=(second,),
        suppressed=(
            Suppressed(first, "comment", two[0]),
            Suppressed(third, "baseline"),
            Suppressed(fourth, "diff"),
        ),
        remarks=("It was read as UTF-8.",),
    )
    unread = {"gone.txt": "there is no such file or folder", "b\n\x08\udcff.txt": "is “odd” & <x>"}
    yield "nothing", Sample()
    yield "clean", Sample((one._replace(found=()),))
    yield "plain", Sample(plain)
    yield "records", Sample(records)
    yield "container", Sample(word)
    yield "unread", Sample(plain, unread, "never")
    yield "suppressed", Sample((some,))
    yield "odd names", Sample(tuple(one._replace(file=name) for name in ODD_NAMES), fail_on="error")
    yield "controls", Sample((_with_controls(one),))
    yield "many", Sample(checked(folder, "many.txt", (TEXT + "\n") * 120), fail_on="error")
    theirs = one._replace(file="texts/b.txt", found=_of_languagetool(one.found))
    yield "languagetool", Sample((one, theirs))
    yield "mixed", Sample((*records, some, *word, theirs), unread)


def checked(folder: Path, name: str, content: str | bytes) -> tuple[Result, ...]:
    """Return the results of a file."""
    pack = folder / "test" / "words.yaml"
    pack.parent.mkdir(exist_ok=True)
    pack.write_text(textwrap.dedent(PACK), "utf-8")
    data = content.encode() if isinstance(content, str) else content
    choice = RuleChoice(packs=(str(folder),))
    return tuple(results(File(name, data), Settings(choice)))


def _of_languagetool(found: tuple[Located, ...]) -> tuple[Located, ...]:
    """Return findings as if LanguageTool had made some of them: one of a rule that was measured,
    with a page, and one of a rule that nobody knows."""
    first, second, *rest = found
    page = "https://languagetool.org/insights/post/spelling/#a(b)"
    known = first.finding._replace(
        rule="languagetool/en-a-vs-an",
        category="grammar",
        severity="warning",
        penalty=1.0,
        origin=Origin("languagetool", "EN_A_VS_AN", page),
    )
    unknown = second.finding._replace(
        rule="languagetool/of-2-31", severity="suggestion", origin=Origin("languagetool", "OF_2.31")
    )
    theirs = (first._replace(finding=known), second._replace(finding=unknown))
    return (*theirs, *rest)


def _with_controls(result: Result) -> Result:
    odd = "\x00\x08\x1b[31m\x85\N{LINE SEPARATOR}\ufffe\ud800]]>%0A\r\n::error::\t|`<b>"

    def changed(located: Located) -> Located:
        message = f"“{odd}” is odd."
        finding = located.finding._replace(message=message, text=odd, replacements=(odd,))
        return located._replace(finding=finding, shown=odd, context=odd, written=(odd,))

    return result._replace(record=f"r{odd}", found=tuple(map(changed, result.found)))


def written(sample: Sample, folder: Path, form: str, path: Path | None) -> None:
    """Write a sample in a format, to a file or to standard output."""
    out = writer(form, Target(None if path is None else os.fspath(path)))
    verdict = Verdict(Limits(sample.fail_on))
    for result in sample.results:
        verdict.add(result)
        out.result(result)
    verdict.unread = len(sample.unread)
    findings = [each for result in sample.results for each in result.findings]
    out.end(Ended(sample.unread, described(loaded((str(folder),)), findings), verdict))
