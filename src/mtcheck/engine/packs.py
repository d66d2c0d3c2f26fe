"""Packs of rules: where they lie, how they are loaded, and how some are chosen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING

from mtcheck.engine import cache
from mtcheck.engine.pack_files import PackFile, Signature, key_of, read_packs
from mtcheck.engine.rule import Rule
from mtcheck.engine.run import Engine
from mtcheck.engine.shelf import Shelf
from mtcheck.engine.stopwatch import Stopwatch
from mtcheck.errors import RuleError, UnknownRuleError, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from mtcheck.engine.cold import Cold
    from mtcheck.engine.evidence import Evidence
    from mtcheck.engine.ruledoc import RuleDoc


def shipped_rules() -> Path:
    """Return the folder of the packs that mtcheck brings along."""
    from pathlib import Path

    return Path(_shipped())


def _shipped() -> str:
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    inside = os.path.join(package, "rules")
    return (
        inside
        if os.path.isdir(inside)
        else os.path.join(os.path.dirname(os.path.dirname(package)), "rules")
    )


class RuleSet:
    """Rules ready to run. `docs` and `evidence`, which a run does not need, are read when asked.

    `own` are those that no engine runs: what mtcheck has to say of a file beside its text. They are
    chosen and explained like the others.
    """

    def __init__(
        self,
        shelf: Shelf,
        cold: Callable[[], Cold],
        key: str | None = None,
        own: Mapping[str, tuple[Rule, RuleDoc]] = MappingProxyType({}),
    ) -> None:
        self.shelf = shelf
        self.key = key
        """A digest of the packs that all these rules are of, where they could be kept."""
        self._read_cold = cold
        self.own = own

    def __len__(self) -> int:
        return len(self.shelf)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules in full, in the order of their packs."""
        params = self.cold.params
        return tuple(
            rule._replace(params=params.get(rule.id, rule.params)) for rule, _ in self.shelf
        )

    @cached_property
    def engine(self) -> Engine:
        """The engine that runs these rules."""
        return Engine(self.shelf)

    def watch(self, stopwatch: Stopwatch) -> None:
        """Have everything that these rules find from now on measured."""
        self.engine = Engine(self.shelf, stopwatch)

    @cached_property
    def cold(self) -> Cold:
        """What no run needs: `docs` and `evidence`."""
        return self._read_cold()

    @property
    def docs(self) -> dict[str, RuleDoc]:
        """What there is to read about each rule, by id."""
        own = {id_: doc for id_, (_, doc) in self.own.items()}
        return {**self.cold.docs, **own} if own else self.cold.docs

    @property
    def evidence(self) -> dict[str, Evidence]:
        """What was measured of a rule, by id; a rule that was never measured is not in it."""
        return self.cold.evidence

    def __getitem__(self, id_: str) -> Rule:
        """Return a rule by id or old id; UnknownRuleError, with the closest id, otherwise."""
        if id_ in self.own:
            return self.own[id_][0]
        by_id = {rule.id: rule for rule in self.rules}
        if id_ in by_id:
            return by_id[id_]
        new = self.renamed([id_]).get(id_)
        if new in by_id:
            return by_id[new]
        packs = dict.fromkeys(id_.rpartition("/")[0] for id_ in by_id)
        areas = dict.fromkeys(pack.partition("/")[0] for pack in packs)
        hint = did_you_mean(id_, [*by_id, *packs, *areas, *self.own])
        hint = hint or "; `mtcheck rules list` shows them all"
        raise UnknownRuleError(f"there is no rule {id_!r}{hint}")

    def renamed(self, names: Iterable[str]) -> dict[str, str]:
        """Return old id -> id of those among `names` that are old ids of rules."""
        known = {*self.shelf.ids, *self.own}
        unknown = [n for n in names if n not in known and not self._under(n)]
        if not unknown:
            return {}
        ids = self.renames
        return {name: ids[name] for name in unknown if name in ids}

    @property
    def renames(self) -> dict[str, str]:
        """Old id -> id."""
        return {old: doc.id for doc in self.docs.values() for old in doc.aliases}

    def select(self, only: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """Return the rules named in `only` (all when empty) less those named in `ignore`.

        A name is a rule's id, a pack (`zh/pandemic`) or an area (`zh`). UnknownRuleError for a
        name that fits nothing.
        """
        wanted, unwanted = self.named(only), self.named(ignore)
        if not wanted and not unwanted:
            return self

        def is_kept(id_: str) -> bool:
            return (not wanted or id_ in wanted) and id_ not in unwanted

        keep = [index for index, id_ in enumerate(self.shelf.ids) if is_kept(id_)]
        own = {id_: each for id_, each in self.own.items() if is_kept(id_)}
        return RuleSet(self.shelf.only(keep), lambda: self.cold, self.key, own)

    def with_own(
        self,
        own: Mapping[str, tuple[Rule, RuleDoc]],
        evidence: Mapping[str, Evidence] | None = None,
    ) -> RuleSet:
        """Return these rules, and others that no engine runs, with what was measured of them."""

        def cold() -> Cold:
            measured = self.cold.evidence
            return self.cold._replace(evidence={**measured, **evidence}) if evidence else self.cold

        return RuleSet(self.shelf, cold, self.key, own)

    def named(self, names: Iterable[str]) -> set[str]:
        """Return the ids that names stand for, each a rule's id, a pack or an area;
        UnknownRuleError for a name that fits nothing."""
        found: set[str] = set()
        for name in names:
            found |= self._under(name) or {self[name].id}
        return found

    def _under(self, name: str) -> set[str]:
        """Return the ids of the rules in a pack or an area."""
        prefix = name.rstrip("/") + "/"
        return {id_ for id_ in (*self.shelf.ids, *self.own) if id_.startswith(prefix)}


def load(
    folders: Sequence[str | PathLike[str]] | None = None, *, use_cache: bool = True
) -> RuleSet:
    """Return the rules of `folders` (the shipped packs when None), from the cache when it is fresh.

    Raises RuleError with every problem of every pack, InputError when a file or folder cannot be
    read or a folder holds no pack.
    """
    roots = [_shipped()] if folders is None else [os.fspath(f) for f in folders]
    if not use_cache:
        return _compiled(roots)
    # Packs that look as they did when they were last read are not read to see what they hold.
    place, signature = "\n".join(roots), Signature(roots)
    key = cache.seen(place, signature.text)
    packed = cache.read(key) if key else None
    if key and packed is not None:
        return RuleSet(Shelf.unpack(packed), partial(_cold, roots, key), key)
    packs = read_packs(roots)
    key = key_of(packs)
    packed = cache.read(key)
    if packed is None:
        from mtcheck.engine.cold import pack_cold

        rules = _joined(roots) or _compiled(roots, packs)
        rules.key = key
        cache.write(key, rules.shelf.pack(), pack_cold(rules.cold))
    else:
        rules = RuleSet(Shelf.unpack(packed), partial(_cold, roots, key), key)
    if signature.settled:
        cache.see(place, signature.text, key)
    return rules


def _joined(roots: Sequence[str]) -> RuleSet | None:
    """Return the rules of several roots, of which each is kept by itself: who edits an own pack
    does not wait for the shipped ones. None where some of them share a rule."""
    if len(roots) == 1:
        return None
    parts, problems = [], []
    for root in roots:
        try:
            parts.append(load([root]))
        except RuleError as error:
            problems += error.problems
    if problems:
        raise RuleError(problems)
    known = [id_ for part in parts for id_ in (*part.shelf.ids, *part.renames)]
    if len(set(known)) < len(known):
        return None
    from mtcheck.engine.cold import joined_cold

    cold = joined_cold(part.cold for part in parts)
    return RuleSet(Shelf.joined([part.shelf for part in parts]), lambda: cold)


def _compiled(roots: Sequence[str], packs: Sequence[PackFile] | None = None) -> RuleSet:
    from mtcheck.engine.compile import compile_packs  # late: most runs find their packs cached

    shelf, cold = compile_packs(read_packs(roots) if packs is None else packs)
    return RuleSet(shelf, lambda: cold)


def _cold(roots: Sequence[str], key: str) -> Cold:
    from mtcheck.engine.cold import unpack_cold

    packed = cache.read_docs(key)
    return _compiled(roots).cold if packed is None else unpack_cold(packed)
