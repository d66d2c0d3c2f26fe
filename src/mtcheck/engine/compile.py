"""From pack files to rules with plans; imported only when the cache has no answer."""

from __future__ import annotations

from pathlib import Path

from mtcheck.engine.kind import Plan, RuleProblem
from mtcheck.engine.kinds import kind
from mtcheck.engine.read import plan_problem, read_pack
from mtcheck.engine.rule import Rule, RuleDoc
from mtcheck.errors import Problem

Compiled = tuple[Rule, RuleDoc, Plan]


def compile_packs(
    packs: list[tuple[str, Path, bytes]],
) -> tuple[list[Compiled], list[Problem]]:
    """Return every rule of `packs` (name, path, content) that is right, and all problems."""
    compiled: list[Compiled] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for name, path, data in packs:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(
                Problem(str(path), 1, 1, f"byte {error.start} is no UTF-8; save it as that")
            )
            continue
        rules, wrong = read_pack(text, name, str(path))
        problems += wrong
        for found in rules:
            for id_ in (found.rule.id, *found.doc.aliases):
                if id_ in seen:
                    what = f"the id {id_!r} is used in {seen[id_]} too"
                    problems.append(found.item.problem(what))
                seen[id_] = f"{path}:{found.item.line}"
            try:
                plan = kind(found.rule.kind).plan(found.rule)
            except RuleProblem as error:
                problems.append(plan_problem(found, error))
                continue
            compiled.append((found.rule, found.doc, plan))
    return compiled, problems
