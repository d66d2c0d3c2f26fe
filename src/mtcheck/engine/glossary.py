"""Glossaries as packs: terms to avoid become rules, the terms to use instead their suggestions.

CSV (also with semicolons or tabs): a first row names the columns `avoid` and `use`, and where
wanted `why`, `severity` (`warning` when empty) and `case` (`true`: capitals as written); both
columns may hold several terms separated by `|`. TBX (ISO 30042, any dialect): a concept whose
English terms have an administrative status, deprecated or superseded ones to avoid, preferred ones
to use; its definition is the reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from mtcheck.engine.pattern import literally
from mtcheck.engine.read import PackRule
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import RuleDoc
from mtcheck.engine.yamlnodes import Item
from mtcheck.errors import Problem, did_you_mean
from mtcheck.finding import SEVERITIES

GLOSSARY_SUFFIXES = (".csv", ".tbx")

_COLUMNS = ("avoid", "use", "why", "severity", "case")
_YES = ("true", "yes", "1")
_NO = ("", "false", "no", "0")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_AVOIDED = ("deprecatedterm", "supersededterm", "deprecated", "superseded", "forbidden")
_PREFERRED = ("preferredterm", "preferred")


class _Entry(NamedTuple):
    line: int
    avoid: tuple[str, ...]
    use: tuple[str, ...]
    why: str = ""
    severity: str = ""
    case: str = ""


def read_glossary(text: str, name: str, file: str) -> tuple[list[PackRule], list[Problem]]:
    """Return the rules of a glossary, ids below `name`, and what is wrong with it by line."""
    problems: list[Problem] = []
    entries = _tbx if file.endswith(".tbx") else _csv
    rules: dict[str, PackRule] = {}
    for entry in entries(text, file, problems):
        if not entry.avoid:
            problems.append(Problem(file, entry.line, 1, "there is no term to avoid"))
            continue
        if entry.severity and entry.severity not in SEVERITIES:
            hint = did_you_mean(entry.severity, list(SEVERITIES))
            what = f"expected {', '.join(SEVERITIES)}, not {entry.severity!r}{hint}"
            problems.append(Problem(file, entry.line, 1, what))
            continue
        if entry.case.lower() not in (*_YES, *_NO):
            what = f"`case` is true or false, not {entry.case!r}"
            problems.append(Problem(file, entry.line, 1, what))
            continue
        slug = _NO_SLUG.sub("-", entry.avoid[0].lower()).strip("-") or f"line-{entry.line}"
        id_ = f"{name}/{slug}"
        while id_ in rules:
            id_ += "-too"
        rules[id_] = _rule(id_, entry, file)
    return list(rules.values()), problems


def _rule(id_: str, entry: _Entry, file: str) -> PackRule:
    use = ", write {suggest}" if entry.use else ""
    # The same words in other capitals: it is the capitals that are wrong.
    only_capitals = {a.lower() for a in entry.avoid} & {u.lower() for u in entry.use}
    rule = Rule(
        id_,
        "phrase",
        f"{{found}} is to be avoided here{use}.",
        entry.severity or "warning",  # type: ignore[arg-type]
        "terminology",
        entry.use,
        params={
            "find": [literally(term) for term in entry.avoid],
            "case": bool(only_capitals) or entry.case.lower() in _YES,
        },
    )
    doc = RuleDoc(id_, "A glossary.", why=entry.why or None, file=file, line=entry.line)
    return PackRule(rule, doc, Item("scalar", file, entry.line, 1))


def _terms(cell: str | None) -> tuple[str, ...]:
    return tuple(term.strip() for term in (cell or "").split("|") if term.strip())


def _csv(text: str, file: str, problems: list[Problem]) -> Iterator[_Entry]:
    first = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(
        io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")),
        delimiter=separator,
        strict=True,
    )
    begins = 1
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        begins = rows.line_num + 1
        while header and not header[-1]:  # as spreadsheets write empty columns
            header.pop()
        if unknown := _unknown(header):
            problems.append(Problem(file, 1, 1, unknown))
            return
        for row in rows:
            begins = rows.line_num + 1
            cells = dict(zip(header, row, strict=False))
            if any(map(str.strip, row[len(header) :])):
                what = (
                    f"this row has {len(row)} cells under {len(header)} columns; a text that "
                    f"holds {separator!r} stands in quotation marks"
                )
                problems.append(Problem(file, rows.line_num, 1, what))
            elif any(map(str.strip, row)):
                yield _Entry(
                    rows.line_num,
                    _terms(cells.get("avoid")),
                    _terms(cells.get("use")),
                    *((cells.get(key) or "").strip() for key in _COLUMNS[2:]),
                )
    except csv.Error as error:
        what = f"this row cannot be read: {error}; is a quotation mark left open?"
        problems.append(Problem(file, begins, 1, what))


def _unknown(header: Sequence[str]) -> str | None:
    """Return what is wrong with the names of the columns."""
    wrong = [cell for cell in header if cell not in _COLUMNS]
    if "avoid" not in header:
        return (
            f"a glossary needs a first row with the columns {', '.join(_COLUMNS)}: `avoid` at least"
        )
    if wrong:
        return f"there is no column {wrong[0]!r}{did_you_mean(wrong[0], list(_COLUMNS))}"
    return None


def _tbx(text: str, file: str, problems: list[Problem]) -> Iterator[_Entry]:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        what = error.msg.partition(": line ")[0]
        problems.append(Problem(file, line, column + 1, f"this is no XML: {what}"))
        return
    found = False
    for number, concept in enumerate(_all(root, "conceptEntry", "termEntry"), 1):
        avoid, use = [], []
        for section in _all(concept, "langSec", "langSet"):
            language = next((v for k, v in section.attrib.items() if k.endswith("lang")), "")
            if language.lower().split("-")[0] != "en":
                continue
            for term in _all(section, "termSec", "tig", "ntig"):
                words = " ".join("".join(t.itertext()).strip() for t in _all(term, "term"))
                status = _status(term)
                if status.startswith(_AVOIDED):
                    avoid.append(words)
                elif status.startswith(_PREFERRED) or not status:
                    use.append(words)
        why = next((" ".join("".join(d.itertext()).split()) for d in _all(concept, "descrip")), "")
        if avoid:
            found = True
            yield _Entry(number, tuple(avoid), tuple(use), why)
    if not found:
        what = "no English term has the status deprecated or superseded: there is nothing to avoid"
        problems.append(Problem(file, 1, 1, what))


def _status(term: ElementTree.Element) -> str:
    """Return the administrative status of a term: "deprecatedTerm-admn-sts", in small letters."""
    for note in term.iter():
        named = _name(note) == "administrativeStatus"
        if named or note.get("type") in ("administrativeStatus", "normativeAuthorization"):
            return "".join(note.itertext()).strip().lower()
    return ""


def _all(root: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if _name(element) in names)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
