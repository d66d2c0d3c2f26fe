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
from mtcheck.engine.rule import Example, Rule, RuleDoc
from mtcheck.engine.run import Engine
from mtcheck.engine.shelf import Shelf
from mtcheck.errors import InputError, Problem, RuleError, UnknownRuleError, did_you_mean

PACK_SUFFIXES = (".yaml", ".yml")
EVIDENCE_SUFFIX = ".measured.json"


def shipped_rules() -> Path:
    """Return the folder of the packs that mtcheck brings along."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent.parent / "rules"


class RuleSet:
    """Rules ready to run. `docs` and `evidence`, which a run does not need, are read when asked."""

    def __init__(
        self,
        shelf: Shelf,
        cold: Callable[[], tuple[dict[str, RuleDoc], dict[str, Evidence]]],
    ) -> None:
        self._shelf = shelf
        self._load_cold = cold

    def __len__(self) -> int:
        return len(self._shelf)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of their packs."""
        return tuple(rule for rule, _ in self._shelf)

    @cached_property
    def engine(self) -> Engine:
        """The engine that runs these rules."""
        return Engine(self._shelf)

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
        if id_ in by_id:
            return by_id[id_]
        new = self.renamed([id_]).get(id_)
        if new in by_id:
            return by_id[new]
        packs = dict.fromkeys(id_.rpartition("/")[0] for id_ in by_id)
        areas = dict.fromkeys(pack.partition("/")[0] for pack in packs)
        hint = did_you_mean(id_, [*by_id, *packs, *areas])
        hint = hint or "; `mtcheck rules list` shows them all"
        raise UnknownRuleError(f"there is no rule {id_!r}{hint}")

    def renamed(self, names: Iterable[str]) -> dict[str, str]:
        """Return old id -> id of those among `names` that are old ids of rules."""
        known = {id_ for id_, *_ in self._shelf.entries}
        unknown = [n for n in names if n not in known and not self._under(n)]
        if not unknown:
            return {}
        ids = {old: doc.id for doc in self.docs.values() for old in doc.aliases}
        return {name: ids[name] for name in unknown if name in ids}

    def select(self, only: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """Return the rules named in `only` (all when empty) less those named in `ignore`.

        A name is a rule's id, a pack (`zh/pandemic`) or an area (`zh`). UnknownRuleError for a
        name that fits nothing.
        """
        wanted, unwanted = self._ids(only), self._ids(ignore)
        if not wanted and not unwanted:
            return self
        keep = [
            index
            for index, (id_, *_) in enumerate(self._shelf.entries)
            if (not wanted or id_ in wanted) and id_ not in unwanted
        ]
        return RuleSet(self._shelf.only(keep), lambda: self._cold)

    def _ids(self, names: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for name in names:
            found |= self._under(name) or {self[name].id}
        return found

    def _under(self, name: str) -> set[str]:
        """Return the ids of the rules in a pack or an area."""
        prefix = name.rstrip("/") + "/"
        return {id_ for id_, *_ in self._shelf.entries if id_.startswith(prefix)}


def load(folders: Sequence[Path] | None = None, *, use_cache: bool = True) -> RuleSet:
    """Return the rules of `folders` (the shipped packs when None), from the cache when it is fresh.

    Raises RuleError with every problem of every pack, InputError when a file or folder cannot be
    read or a folder holds no pack.
    """
    roots = [shipped_rules()] if folders is None else [Path(f) for f in folders]
    files = _pack_files(roots)
    contents = [(name, path, _content(path)) for name, path in files]
    key = _key(contents)
    payload = cache.read(key) if use_cache else None
    if payload is None:
        payload = _compile(contents)
        if use_cache:
            cache.write(key, payload)
    *hot, cold = payload
    return RuleSet(Shelf.unpack(hot), lambda: _thaw_cold(json.loads(cold)))


def _pack_files(roots: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return (pack name, file) of every pack and of what was measured of it, each file once."""
    files: dict[Path, tuple[str, Path]] = {}
    for root in roots:
        if not root.is_dir():
            packs = [root]
        else:
            packs = sorted(p for p in root.rglob("*") if p.suffix in PACK_SUFFIXES and p.is_file())
            if not packs:
                raise InputError(f"{root}: no pack of rules in this folder ({PACK_SUFFIXES[0]})")
        for path in packs:
            inner = path.relative_to(root).with_suffix("") if path != root else Path(path.stem)
            # A pack's id has an area: the folder below the root, or else the one it lies in.
            name = (
                inner.as_posix() if inner.parent.name else f"{path.resolve().parent.name}/{inner}"
            )
            for file in (path, path.with_suffix(EVIDENCE_SUFFIX)):
                if file is path or file.is_file():
                    files.setdefault(file.resolve(), (name, file))
    return list(files.values())


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file or folder of rules") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def _key(contents: list[tuple[str, Path, bytes]]) -> str:
    """A digest of the packs and of the code that compiles them."""
    digest = sha256()
    package = Path(__file__).parent.parent
    code = (package / "finding.py", *package.glob("engine/**/*.py"), *package.glob("text/*.py"))
    for source in sorted(code):
        stat = source.stat()
        digest.update(f"{source.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    for name, path, data in contents:
        digest.update(
            f"{name}{path.suffix} {path} {len(data)}\n".encode("utf-8", "surrogateescape")
        )
        digest.update(data)
    return digest.hexdigest()


def _compile(contents: list[tuple[str, Path, bytes]]) -> list[bytes]:
    from mtcheck.engine.compile import compile_packs

    evidence: dict[str, Evidence] = {}
    packs, unread = [], []
    for name, path, data in contents:
        if not path.name.endswith(EVIDENCE_SUFFIX):
            packs.append((name, path, data))
            continue
        try:
            rows = json.loads(data)["rules"].items()
            evidence.update({f"{name}/{rule}": Evidence(**row) for rule, row in rows})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = f"this is not what was measured of a pack, measure it again: {error}"
            unread.append(Problem(str(path), 1, 1, what))
    compiled, problems = compile_packs(packs)
    problems += unread
    if problems:
        raise RuleError(problems)
    shelf = Shelf.pack((rule, plan) for rule, _, plan in compiled)
    docs = {doc.id: asdict(doc) for _, doc, _ in compiled}
    cold = {"docs": docs, "evidence": {k: asdict(v) for k, v in evidence.items()}}
    return [*shelf.lines, json.dumps(cold).encode()]


def _thaw_cold(tree: dict[str, Any]) -> tuple[dict[str, RuleDoc], dict[str, Evidence]]:
    docs = {}
    for id_, fields in tree["docs"].items():
        made = {name: _examples(fields[name]) for name in ("bad", "good", "missed")}
        docs[id_] = RuleDoc(**{**fields, **made, "aliases": tuple(fields["aliases"])})
    return docs, {id_: Evidence(**fields) for id_, fields in tree["evidence"].items()}


def _examples(rows: list[dict[str, Any]]) -> tuple[Example, ...]:
    return tuple(Example(r["text"], tuple((a, b) for a, b in r["marks"]), r["fix"]) for r in rows)
