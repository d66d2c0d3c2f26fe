"""From pack files to rules with plans; imported only when the cache has no answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from mtcheck.engine.cold import Cold
from mtcheck.engine.evidence import Evidence
from mtcheck.engine.glossary import GLOSSARY_SUFFIXES, read_glossary
from mtcheck.engine.kind import Plan, RuleProblem
from mtcheck.engine.kinds import kind
from mtcheck.engine.pack_files import EVIDENCE_SUFFIX, PackFile
from mtcheck.engine.read import PackRule, plan_problem, read_pack
from mtcheck.engine.rule import Rule
from mtcheck.engine.shelf import Shelf, params_left_out
from mtcheck.errors import Problem, RuleError


def compile_packs(packs: Sequence[PackFile]) -> tuple[Shelf, Cold]:
    """Return every rule of `packs`; RuleError with all problems of all packs."""
    problems: list[Problem] = []
    planned: list[tuple[Rule, Plan]] = []
    cold = Cold({}, {}, {})
    for found in _rules(packs, problems):
        try:
            planned.append((found.rule, kind(found.rule.kind).plan(found.rule)))
        except RuleProblem as error:
            problems.append(plan_problem(found, error))
        cold.docs[found.doc.id] = found.doc
        if params_left_out(found.rule):
            # As JSON gives it back: a rule is the same before and after it was cached.
            cold.params[found.rule.id] = {
                key: list(value) if isinstance(value, tuple) else value
                for key, value in found.rule.params.items()
            }
    for name, path, data in packs:
        if path.name.endswith(EVIDENCE_SUFFIX):
            try:
                rows = json.loads(data)["rules"].items()
                # A rule that has no line was measured too, and found nothing.
                own = (id_ for id_ in cold.docs if id_.rpartition("/")[0] == name)
                cold.evidence.update(dict.fromkeys(own, Evidence()))
                for rule, row in rows:
                    cold.evidence[f"{name}/{rule}"] = Evidence(*map(row.pop, Evidence._fields))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                what = f"this is not what was measured of a pack, measure it again: {error}"
                problems.append(Problem(str(path), 1, 1, what))
    if problems:
        raise RuleError(problems)
    return Shelf.of(planned), cold


def _rules(packs: Sequence[PackFile], problems: list[Problem]) -> Iterator[PackRule]:
    """Yield the rules of `packs` that are well formed, and collect what is wrong with others."""
    seen: dict[str, str] = {}
    for name, path, data in packs:
        if path.name.endswith(EVIDENCE_SUFFIX):
            continue
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            what = f"byte {error.start} is no UTF-8; save it as that"
            problems.append(Problem(str(path), 1, 1, what))
            continue
        read = read_glossary if path.suffix in GLOSSARY_SUFFIXES else read_pack
        rules, wrong = read(text, name, str(path))
        problems += wrong
        for found in rules:
            for id_ in (found.rule.id, *found.doc.aliases):
                if id_ in seen:
                    what = f"the id {id_!r} is used in {seen[id_]} too"
                    problems.append(found.item.problem(what))
                seen[id_] = f"{path}:{found.item.line}"
            yield found
