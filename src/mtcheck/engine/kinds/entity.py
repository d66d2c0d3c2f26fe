"""Kind `entity`: a known thing called by the noun of another class ("the Iskander fighter jet").

Machine translation guesses the noun that a foreign name goes with. A rule holds facts (what a
name is), classes of nouns, and for each type of thing the classes that it can never be. Found are
the compound ("Iskander fighter jets"), the noun before the name ("the fighter jet Iskander", "a
fighter jet called Iskander") and the apposition ("Iskander, a fighter jet,", "Iskander (a fighter
jet)", "the Iskander is a fighter jet").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.entity_nouns import Called, Nouns, plural, with_article
from mtcheck.engine.kind import Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

PARAMETERS: Mapping[str, Parameter] = {
    "classes": Parameter("table", "class: [its nouns, in the singular]", required=True),
    "types": Parameter(
        "table",
        "type of thing: {noun: what to write, is: [classes], not: [classes that it never is], "
        "not-a: [classes that it is not said to be, though it may stand before their nouns]}",
        required=True,
    ),
    "facts": Parameter("table", "type: {what it is: [names]}", required=True),
}

_TYPE_KEYS = {"noun", "is", "not", "not-a"}


def plan(rule: Rule) -> Plan:
    """Return the names as literals.

    Raises RuleProblem when a table is misshapen, a type or class is unknown, or a name is given
    twice.
    """
    classes, types = rule.params["classes"], rule.params["types"]
    for name, found in types.items():
        if not isinstance(found, Mapping) or "noun" not in found or not set(found) <= _TYPE_KEYS:
            raise RuleProblem("types", f"{name!r} must be a table of noun, is, not, not-a")
        for key in _TYPE_KEYS - {"noun"}:
            for unknown in set(found.get(key, ())) - set(classes):
                raise RuleProblem("types", f"{name!r} speaks of an unknown class {unknown!r}")
    names: list[str] = []
    for kind, _, name in facts_of(rule.params["facts"]):
        if kind not in types:
            raise RuleProblem("facts", f"{kind!r} is no type of this rule")
        if name in names:
            raise RuleProblem("facts", f"{name!r} is given twice")
        names.append(name)
    return Plan(tuple(dict.fromkeys(name.lower() for name in names)))


def facts_of(facts: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (type, what it is, name) for every name of a table of facts."""
    for kind, groups in facts.items():
        for what, names in groups.items():
            yield from ((kind, what, name) for name in names)


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that runs the rule; its patterns are compiled at the first hit."""
    checker: list[_Facts] = []

    def hits(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        if not checker:
            checker.append(_Facts(rule.params))
        return checker[0].hits(view, positions)

    return hits


class _Facts:
    """The tables of a rule, made ready to look into a text."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        self._types = params["types"]
        self._nouns = Nouns(params["classes"])
        self._facts = {fact[2].lower(): fact for fact in facts_of(params["facts"])}
        self._lengths = sorted({len(name) for name in self._facts}, reverse=True)

    def hits(self, view: View, positions: Sequence[int]) -> Iterator[Hit]:
        done = 0
        for start in sorted(set(positions)):
            if start < done or _inside_word(view.text, start):
                continue
            found = self._name_at(view.text, start)
            if found is None:
                continue
            done, kind, what = found
            for called in self._nouns.around(view.low, start, done, self._own(kind)):
                if self._contradicts(kind, called):
                    yield self._hit(view, (start, done), kind, what, called)
                    break

    def _name_at(self, text: str, start: int) -> tuple[int, str, str] | None:
        """Return the end of the longest name that stands at `start`, its type and what it is."""
        for length in self._lengths:
            end = start + length
            fact = self._facts.get(text[start:end].lower())
            if fact is None or text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            kind, what, name = fact
            # Designations are written SU-35 and su-35 too; plain names keep their capitals.
            if text[start:end] == name or any(c.isdigit() for c in name) or name.islower():
                return end, kind, what
        return None

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
                new.insert(0, _like(called, f"{shown} {noun}"))
        if view.text[start].isupper():
            new = [text[0].upper() + text[1:] for text in new]
        return Hit(start, end, tuple(dict.fromkeys(new)), values)


def _like(called: Called, noun: str) -> str:
    """Return a noun with the article that the wrong one had."""
    if not called.article:
        return noun
    return with_article(noun) if called.indefinite else f"the {noun}"


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return bool(before) and (before.isalnum() or before == "-")
