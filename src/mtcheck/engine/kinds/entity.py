"""Kind `entity`: a known thing called by the noun of another class ("the Iskander fighter jet").

Machine translation guesses the noun that a foreign name goes with. A rule holds facts (what a
name is), classes of nouns, and for each type of thing the classes that it can never be. Found are
the compound ("Iskander fighter jets"), the noun before the name ("the fighter jet Iskander", "a
fighter jet called Iskander") and the apposition ("Iskander, a fighter jet,", "Iskander (a fighter
jet)", "the Iskander is a fighter jet").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.entity_nouns import NATION, Called, Nouns, plural, with_article
from mtcheck.engine.entities import PARAMETER
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

PARAMETERS: Mapping[str, Parameter] = {
    "classes": Parameter("table", "class: [its nouns, in the singular]", required=True),
    "types": Parameter(
        "table",
        "type of thing: {noun: what to write, is: [classes], not: [classes that it never is], "
        "not-a: [classes that it is not said to be, though it may stand before their nouns]}",
        required=True,
    ),
    "entities": PARAMETER,
}

_TYPE_KEYS = ("noun", "is", "not", "not-a")
_NOUNS = "missile: [missile, rocket]"
_NEAR = 200  # code points
_SEVERAL = 3
_LISTED = (", ", " and ", " or ")
_CAPITAL = lazy(r"(?<=[^.!?] )([A-Z][\w-]*) \Z")


_OPENING = 3  # letters by which the names that may stand at a place are chosen


def plan(rule: Rule) -> Plan:
    """Return the names as literals.

    Raises RuleProblem when a table is misshapen or has no entities, or a type or class is unknown.
    """
    from mtcheck.engine.entity_tables import read_entities  # late: a cached rule has its plan
    from mtcheck.engine.tables import as_table, as_table_of_texts, as_text, as_texts, only_keys

    classes = as_table_of_texts(rule.params["classes"], "classes", _NOUNS)
    types = as_table(rule.params["types"], "types")
    for name, found in types.items():
        only_keys(
            as_table(found, "types", f"a table for {name!r}"), _TYPE_KEYS, "types", repr(name)
        )
        as_text(found.get("noun"), "types", f"a text as `noun` of {name!r}")
        for key in _TYPE_KEYS[1:]:
            listed = as_texts(
                found.get(key, ()), "types", f"a list of classes as `{key}` of {name!r}"
            )
            for unknown in set(listed) - set(classes):
                raise RuleProblem("types", f"{name!r} speaks of an unknown class {unknown!r}")
    facts: dict[str, tuple[str, str, str]] = {}
    for entity in read_entities(rule.params):
        if entity.type is not None:
            if entity.type not in types:
                raise RuleProblem("entities", f"{entity.type!r} is no type of this rule")
            facts |= {name.lower(): (entity.type, entity.what, name) for name in entity.names}
    if not facts:
        raise RuleProblem("entities", "this rule needs entities with a type")
    return Plan(_openings(facts), facts)


def _openings(names: Iterable[str]) -> tuple[str, ...]:
    """Return the least that names begin with: words that several begin with, and names that no
    other one begins with. Whatever begins with them is found there too."""
    known = sorted(set(names))
    first = Counter(name.partition(" ")[0] for name in known if " " in name)
    shared = {f"{word} " for word, count in first.items() if count >= _SEVERAL and len(word) > 2}
    chosen: list[str] = []
    for name in sorted(shared.union(known)):
        if not chosen or not name.startswith(chosen[-1]):
            chosen.append(name)
    return tuple(chosen)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that runs the rule; its patterns are compiled at the first hit."""
    checker: list[_Facts] = []

    def hits(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        if not checker:
            checker.append(_Facts(rule.params, plan.data))
        return checker[0].hits(view, positions)

    return hits


class _Facts:
    """The tables of a rule, made ready to look into a text."""

    def __init__(self, params: Mapping[str, Any], facts: Mapping[str, Sequence[str]]) -> None:
        self._types = params["types"]
        self._classes = params["classes"]
        self._nouns: Nouns | None = None
        self._never: dict[str, list[str]] = {}
        self._facts = facts
        by_opening: defaultdict[str, set[int]] = defaultdict(set)
        for name in facts:
            by_opening[name[:_OPENING]].add(len(name))
        self._lengths = {
            opening: sorted(found, reverse=True) for opening, found in by_opening.items()
        }

    def hits(self, view: View, positions: Sequence[int]) -> Iterator[Hit]:
        done = 0
        for start in sorted(set(positions)):
            if start < done or _inside_word(view.text, start):
                continue
            found = self._name_at(view, start)
            if found is None:
                continue
            done, kind, what = found
            if not self._is_noun_near(view.low, start, done, kind):
                continue
            if self._nouns is None:
                self._nouns = Nouns(self._classes)
            for called in self._nouns.around(view.low, start, done, self._own(kind)):
                if self._contradicts(kind, called) and not _is_of_another(view, start, called):
                    yield self._hit(view, (start, done), kind, what, called)
                    break

    def _name_at(self, view: View, start: int) -> tuple[int, str, str] | None:
        """Return the end of the longest name that stands at `start`, its type and what it is."""
        low, text = view.low, view.text
        for length in self._lengths.get(low[start : start + _OPENING], ()):
            end = start + length
            fact = self._facts.get(low[start:end])
            if fact is None or text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            kind, what, name = fact
            # Designations are written SU-35 and su-35 too; plain names keep their capitals.
            if text[start:end] == name or any(c.isdigit() for c in name) or name.islower():
                return end, kind, what
        return None

    def _is_noun_near(self, low: str, start: int, end: int, kind: str) -> bool:
        """Whether a noun that contradicts is near: it mostly is not, and patterns take longer."""
        forms = self._never.get(kind)
        if forms is None:
            found = self._types[kind]
            never = (*found.get("not", ()), *found.get("not-a", ()))
            nouns = [noun for name in never for noun in self._classes[name]]
            forms = self._never[kind] = [
                form for noun in nouns for form in dict.fromkeys((noun, plural(noun)))
            ]
        window = low[max(0, start - _NEAR) : end + _NEAR]
        return any(form in window for form in forms)

    def _own(self, kind: str) -> frozenset[str]:
        return frozenset(self._types[kind].get("is", ()))

    def _contradicts(self, kind: str, called: Called) -> bool:
        found = self._types[kind]
        never = list(found.get("not", ()))
        if called.form != "compound":
            never += found.get("not-a", ())
        return called.noun_class in never

    def _hit(self, view: View, name: tuple[int, int], kind: str, what: str, called: Called) -> Hit:
        shown = view.text[name[0] : name[1]]
        values = {"name": shown, "what": with_article(what), "noun": with_article(called.noun)}
        noun = str(self._types[kind]["noun"])
        if called.plural:
            noun, what = plural(noun), plural(what)
        start, end = min(name[0], called.start), max(name[1], called.end)
        between = view.exact[name[1] : called.start] if called.start > name[0] else ""
        if called.form == "compound":
            new = [f"{shown}{between}{noun}"]
            if between.endswith(" ") and not between[:-1].strip(
                "\"'\N{RIGHT DOUBLE QUOTATION MARK}"
            ):
                new.append(f"{shown}{between}{what}")
        elif called.form == "apposition":
            new = [f"{shown}{between}{_like(called, what)}"]
        else:
            between = view.exact[called.end : name[0]]
            new = [f"{_like(called, noun)}{between}{shown}"]
            if called.form == "before" and between == " ":
                named = shown if noun in shown.lower() else f"{shown} {noun}"
                new.insert(0, _like(called, named))
        if view.text[start].isupper():
            new = [text[0].upper() + text[1:] for text in new]
        return Hit(start, end, tuple(dict.fromkeys(new)), values)


def _is_of_another(view: View, start: int, called: Called) -> bool:
    """Whether the noun belongs to another name: "Hunan province Changsha", or to several:
    "Sichuan and Chongqing provinces"."""
    if called.form == "compound":
        return called.plural and view.low.endswith(_LISTED, 0, start)
    if called.form != "before" or called.article:
        return False
    before = _CAPITAL.search(view.text, max(0, called.start - 30), called.start)
    return bool(before and not NATION.fullmatch(before[1].lower()))


def _like(called: Called, noun: str) -> str:
    """Return a noun with the article that the wrong one had."""
    if not called.article:
        return noun
    return with_article(noun) if called.indefinite else f"the {noun}"


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return bool(before) and (before.isalnum() or before == "-")
