"""A pack file, read and checked: every problem is found in one go, with its place."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from mtcheck.engine.examples import parse_example
from mtcheck.engine.kind import Parameter, RuleProblem
from mtcheck.engine.kinds import KINDS, kind
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.engine.yamlnodes import Item, compose
from mtcheck.errors import Problem, did_you_mean
from mtcheck.finding import CATEGORIES, SEVERITIES, Severity

PACK_KEYS = ("about", "from", "defaults", "rules")
DEFAULT_KEYS = ("kind", "severity", "category", "needs-source", "once")
RULE_KEYS = (
    *("id", "kind", "message", "suggest", "why", "source", "severity", "category"),
    *("bad", "good", "missed", "safe", "penalty", "aliases", "needs-source", "once", "accepted"),
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class PackRule:
    """A rule with its documentation and its place in the file, for messages."""

    rule: Rule
    doc: RuleDoc
    item: Item


def read_pack(text: str, name: str, file: str) -> tuple[list[PackRule], list[Problem]]:
    """Return the rules of one pack file and all that is wrong with it.

    `name` is the pack's id prefix (`zh/pandemic`), `file` what messages call it. A rule with a
    problem is left out.
    """
    root = compose(text, file)
    if isinstance(root, Problem):
        return [], [root]
    reader = _Reader(name, file)
    rules = reader.pack(root)
    return rules, list(dict.fromkeys(reader.problems))


class _Reader:
    def __init__(self, name: str, file: str) -> None:
        self.name = name
        self.file = file
        self.problems: list[Problem] = []

    def pack(self, root: Item) -> list[PackRule]:
        table = self.table(root, PACK_KEYS, "a pack")
        if table is None:
            return []
        about = self.string(table.get("about"))
        if about is None or "rules" not in table:
            missing = "about" if about is None else "rules"
            self.problems.append(root.problem(f"a pack needs `{missing}`"))
            return []
        origin = self.string(table.get("from"))
        if origin is not None and not _CODE.fullmatch(origin):
            what = f"expected the ISO 639 code of a language, as `zh`, found {origin!r}"
            self.problems.append(table["from"].problem(what))
        defaults: dict[str, Item] = {}
        if "defaults" in table:
            defaults = self.table(table["defaults"], DEFAULT_KEYS, "`defaults`") or {}
        if table["rules"].kind != "sequence":
            self.problems.append(table["rules"].expected("sequence"))
            return []
        rules = [self.rule(item, defaults, about, origin) for item in table["rules"].items()]
        return [r for r in rules if r is not None]

    def table(self, item: Item, known: tuple[str, ...], what: str) -> dict[str, Item] | None:
        """Return key -> value of a mapping, having noted the keys that are not `known`."""
        if item.kind != "mapping":
            self.problems.append(item.expected("mapping"))
            return None
        self.only_known(item, known, what)
        return {key.text(): value for key, value in item.pairs()}

    def only_known(self, item: Item, known: tuple[str, ...], what: str) -> None:
        for key, _ in item.pairs():
            if key.text() not in known:
                hint = did_you_mean(key.text(), list(known))
                self.problems.append(key.problem(f"{what} has no key `{key.text()}`{hint}"))

    def string(self, item: Item | None) -> str | None:
        if item is None:
            return None
        if item.kind != "scalar":
            self.problems.append(item.expected("scalar"))
            return None
        return item.text()

    def strings(self, item: Item | None) -> tuple[str, ...]:
        """A text or a list of texts."""
        if item is None:
            return ()
        if item.kind == "scalar":
            return (item.text(),)
        if item.kind == "mapping":
            self.problems.append(item.expected("sequence"))
            return ()
        return tuple(s for i in item.items() if (s := self.string(i)) is not None)

    def flag(self, item: Item | None) -> bool:
        if item is None:
            return False
        if self.string(item) not in ("true", "false"):
            self.problems.append(item.problem("expected true or false"))
        return item.text() == "true"

    def number(self, item: Item) -> float | None:
        try:
            number = float(self.string(item) or "")
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.problems.append(item.problem("expected a number"))
            return None
        return number

    def penalty(self, item: Item | None) -> float | None:
        points = self.number(item) if item else None
        if item and points is not None and points < 0:
            self.problems.append(item.problem("expected points, 0 or more"))
        return points

    def rule(
        self, item: Item, defaults: dict[str, Item], about: str, origin: str | None
    ) -> PackRule | None:
        before = len(self.problems)
        if item.kind != "mapping":
            self.problems.append(item.expected("mapping"))
            return None
        table = defaults | {key.text(): value for key, value in item.pairs()}
        kind_name = self.string(table.get("kind")) or "phrase"
        if kind_name not in KINDS:
            hint = did_you_mean(kind_name, list(KINDS))
            self.problems.append(table["kind"].problem(f"there is no kind {kind_name!r}{hint}"))
            return None
        parameters = kind(kind_name).PARAMETERS
        self.only_known(item, (*RULE_KEYS, *parameters), f"a rule of kind {kind_name}")
        full = f"{self.name}/{self.named(item, table, parameters)}"
        rule = Rule(
            id=full,
            kind=kind_name,
            message=self.string(table.get("message")) or "",
            severity=cast(Severity, self.choice(table.get("severity"), SEVERITIES)),
            category=cast(str, self.choice(table.get("category"), tuple(CATEGORIES))),
            suggest=self.strings(table.get("suggest")),
            safe=self.flag(table.get("safe")),
            penalty=self.penalty(table.get("penalty")),
            params={k: self.parameter(table[k], p) for k, p in parameters.items() if k in table},
            language=origin,
            needs_source=self.flag(table.get("needs-source")),
            once=self.flag(table.get("once")),
        )
        doc = RuleDoc(
            id=full,
            about=about,
            origin=origin,
            why=self.string(table.get("why")),
            source=self.string(table.get("source")),
            bad=self.examples(table.get("bad")),
            good=self.examples(table.get("good")),
            missed=self.examples(table.get("missed")),
            aliases=self.strings(table.get("aliases")),
            accepted=self.string(table.get("accepted")),
            file=self.file,
            line=item.line,
        )
        if rule.needs_source and origin is None:
            what = "`needs-source` is for packs that say `from` which language they are"
            self.problems.append(table["needs-source"].problem(what))
        return PackRule(rule, doc, item) if len(self.problems) == before else None

    def named(self, item: Item, table: dict[str, Item], parameters: Mapping[str, Parameter]) -> str:
        """Return the rule's name, having noted what it lacks."""
        name = self.string(table.get("id")) or ""
        if not _ID.fullmatch(name):
            where = table.get("id", item)
            wanted = "a rule needs an `id` of lower-case words and hyphens"
            self.problems.append(where.problem(wanted))
        needed = dict.fromkeys(("message", "severity", "category"), "")
        needed |= {key: f": {p.doc}" for key, p in parameters.items() if p.required}
        self.problems += [
            item.problem(f"the rule {name!r} needs `{key}`{doc}")
            for key, doc in needed.items()
            if key not in table or _is_empty(table[key])
        ]
        return name

    def choice(self, item: Item | None, known: tuple[str, ...]) -> str | None:
        text = self.string(item)
        if item is not None and text is not None and text not in known:
            hint = did_you_mean(text, list(known))
            self.problems.append(item.problem(f"expected one of {', '.join(known)}{hint}"))
        return text

    def parameter(self, item: Item, parameter: Parameter) -> Any:
        if parameter.choices:
            return self.choice(item, parameter.choices)
        match parameter.type:
            case "text":
                return self.string(item)
            case "texts":
                return self.strings(item)
            case "flag":
                return self.flag(item)
            case "number":
                return self.number(item)
            case "table":
                if item.kind != "mapping":
                    self.problems.append(item.expected("mapping"))
                return item.plain()

    def examples(self, item: Item | None) -> tuple[Example, ...]:
        if item is None:
            return ()
        if item.kind != "sequence":
            self.problems.append(item.expected("sequence"))
            return ()
        return tuple(e for i in item.items() if (e := self.example(i)) is not None)

    def example(self, item: Item) -> Example | None:
        text: str | None
        fix = None
        if item.kind == "mapping":
            table = self.table(item, ("text", "fix"), "an example") or {}
            text, fix = self.string(table.get("text")), self.string(table.get("fix"))
        else:
            text = self.string(item)
        if text is None:
            self.problems.append(item.problem("an example is a text, or `{text: …, fix: …}`"))
            return None
        try:
            return parse_example(text, fix)
        except ValueError as error:
            self.problems.append(item.problem(f"in the example {text!r}: {error}"))
            return None


def _is_empty(item: Item) -> bool:
    return not (item.parts or item.text().strip())


def plan_problem(found: PackRule, error: RuleProblem) -> Problem:
    """Return the problem that a kind has with a rule: at what it names, or else at the rule."""
    for key, value in found.item.pairs():
        if key.text() == error.field:
            listed = error.item is not None and value.kind == "sequence"
            return (value.parts[error.item or 0] if listed else value).problem(str(error))
    return found.item.problem(f"`{error.field}`: {error}")
