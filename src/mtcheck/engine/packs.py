"""Packs of rules: where they lie, how they are loaded, and how some are chosen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from mtcheck.engine import cache
from mtcheck.engine.evidence import Evidence
from mtcheck.engine.kind import Plan
from mtcheck.engine.rule import Example, Rule, RuleDoc
from mtcheck.engine.run import Engine
from mtcheck.errors import InputError, RuleError, UnknownRuleError, did_you_mean

EVIDENCE_SUFFIX = ".measured.json"


def shipped_rules() -> Path:
    """Return the folder of the packs that mtcheck brings along."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent.parent / "rules"


class RuleSet:
    """Rules ready to run. `docs` and `evidence`, which a run does not need, are read when asked."""

    def __init__(
        self,
        planned: Sequence[tuple[Rule, Plan]],
        cold: Callable[[], tuple[dict[str, RuleDoc], dict[str, Evidence]]],
    ) -> None:
        self._planned = tuple(planned)
        self._load_cold = cold

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of their packs."""
        return tuple(rule for rule, _ in self._planned)

    @cached_property
    def engine(self) -> Engine:
        """The engine that runs these rules."""
        return Engine(self._planned)

    @cached_property
    def _cold(self) -> tuple[dict[str, RuleDoc], dict[str, Evidence]]:
        return self._load_cold()

    @property
    def docs(self) -> dict[str, RuleDoc]:
        """What there is to read about each rule, by id."""
        return self._cold[0]

    @property
    def evidence(self) -> dict[str, Evidence]:
        """What was measured of a rule, by id; a rule that was never measured is not in it."""
        return self._cold[1]

    def __getitem__(self, id_: str) -> Rule:
        """Return a rule by id or old id; UnknownRuleError, with the closest id, otherwise."""
        by_id = {rule.id: rule for rule in self.rules}
        if id_ not in by_id:
            for doc in self.docs.values():
                if id_ in doc.aliases:
                    return by_id[doc.id]
            hint = did_you_mean(id_, list(by_id)) or "; `mtcheck rules list` shows them all"
            raise UnknownRuleError(f"there is no rule {id_!r}{hint}")
        return by_id[id_]

    def select(self, only: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """Return the rules named in `only` (all when empty) less those named in `ignore`.

        A name is a rule's id, a pack (`zh/pandemic`) or an area (`zh`). UnknownRuleError for a
        name that fits nothing.
        """
        wanted, unwanted = self._ids(only), self._ids(ignore)
        keep = [
            (rule, plan)
            for rule, plan in self._planned
            if (not wanted or rule.id in wanted) and rule.id not in unwanted
        ]
        return self if len(keep) == len(self._planned) else RuleSet(keep, lambda: self._cold)

    def _ids(self, names: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for name in names:
            prefix = name.rstrip("/") + "/"
            ids = {r.id for r in self.rules if r.id.startswith(prefix)}
            found |= ids or {self[name].id}
        return found


def load(folders: Sequence[Path] | None = None, *, use_cache: bool = True) -> RuleSet:
    """Return the rules of `folders` (the shipped packs when None), from the cache when it is fresh.

    Raises RuleError with every problem of every pack, InputError when a folder does not exist.
    """
    roots = [shipped_rules()] if folders is None else [Path(f) for f in folders]
    files = _pack_files(roots)
    contents = [(name, path, path.read_bytes()) for name, path in files]
    key = _key(contents)
    payload = cache.read(key) if use_cache else None
    if payload is None:
        payload = _compile(contents)
        if use_cache:
            cache.write(key, payload)
    hot, cold = payload
    return RuleSet([_thaw(row) for row in json.loads(hot)], lambda: _thaw_cold(json.loads(cold)))


def _pack_files(roots: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return (pack name, file) of every pack and of what was measured of it, each file once."""
    files: dict[Path, str] = {}
    for root in roots:
        if root.is_file():
            packs = [root]
        elif root.is_dir():
            packs = sorted(root.rglob("*.yaml"))
        else:
            raise InputError(f"{root}: there is no such file or folder of rules")
        for path in packs:
            inner = path.relative_to(root).with_suffix("") if path != root else Path(path.stem)
            # A pack's id has an area: the folder below the root, or else the one it lies in.
            name = (
                inner.as_posix() if inner.parent.name else f"{path.resolve().parent.name}/{inner}"
            )
            files.setdefault(path, name)
            measured = path.with_suffix(EVIDENCE_SUFFIX)
            if measured.is_file():
                files.setdefault(measured, name)
    return [(name, path) for path, name in files.items()]


def _key(contents: list[tuple[str, Path, bytes]]) -> str:
    """A digest of the packs and of the code that compiles them."""
    digest = sha256()
    package = Path(__file__).parent.parent
    for source in sorted((*package.glob("engine/**/*.py"), *package.glob("text/*.py"))):
        stat = source.stat()
        digest.update(f"{source.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    for name, path, data in contents:
        digest.update(
            f"{name}{path.suffix} {path} {len(data)}\n".encode("utf-8", "surrogateescape")
        )
        digest.update(data)
    return digest.hexdigest()


def _compile(contents: list[tuple[str, Path, bytes]]) -> tuple[str, str]:
    from mtcheck.engine.compile import compile_packs

    evidence: dict[str, Evidence] = {}
    packs = []
    for name, path, data in contents:
        if path.name.endswith(EVIDENCE_SUFFIX):
            rows = json.loads(data)["rules"]
            evidence.update({f"{name}/{rule}": Evidence(**row) for rule, row in rows.items()})
        else:
            packs.append((name, path, data))
    compiled, problems = compile_packs(packs)
    if problems:
        raise RuleError(problems)
    hot = [[*_freeze(rule), list(plan.literals), plan.data] for rule, _, plan in compiled]
    docs = {doc.id: asdict(doc) for _, doc, _ in compiled}
    cold = {"docs": docs, "evidence": {k: asdict(v) for k, v in evidence.items()}}
    return json.dumps(hot, ensure_ascii=False), json.dumps(cold, ensure_ascii=False)


def _freeze(rule: Rule) -> list[Any]:
    return [
        *(rule.id, rule.kind, rule.message, rule.severity, rule.category),
        *(rule.suggest, rule.safe, rule.penalty, rule.params),
    ]


def _thaw(row: list[Any]) -> tuple[Rule, Plan]:
    id_, kind, message, severity, category, suggest, safe, penalty, params, literals, data = row
    rule = Rule(id_, kind, message, severity, category, tuple(suggest), safe, penalty, params)
    return rule, Plan(tuple(literals), data)


def _thaw_cold(tree: dict[str, Any]) -> tuple[dict[str, RuleDoc], dict[str, Evidence]]:
    docs = {}
    for id_, fields in tree["docs"].items():
        made = {name: _examples(fields[name]) for name in ("bad", "good", "missed")}
        docs[id_] = RuleDoc(**{**fields, **made, "aliases": tuple(fields["aliases"])})
    return docs, {id_: Evidence(**fields) for id_, fields in tree["evidence"].items()}


def _examples(rows: list[dict[str, Any]]) -> tuple[Example, ...]:
    return tuple(Example(r["text"], tuple((a, b) for a, b in r["marks"]), r["fix"]) for r in rows)
