"""The shipped fact tables: right names stay silent, wrong ones are found, nothing contradicts."""

from __future__ import annotations

import pytest

from mtcheck.engine.entities import entities_of
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

PACKS = load([shipped_rules() / "facts"])
RULES = [rule for rule in PACKS.rules if "entities" in rule.params]
OFFICIAL = [rule for rule in RULES if rule.params.get("problem") == "official-names"]
ENTITIES = {entity.name: entity for rule in RULES for entity in entities_of(rule.params)}
RIGHT = {name: rule.id for rule in RULES for e in entities_of(rule.params) for name in e.names}
LEAST = 2_500
"""Entities that are not people."""


def findings(text: str) -> list[tuple[str, str]]:
    view = View(read_text(text))
    return sorted((rule.id, view.text[hit.start : hit.end]) for rule, hit in PACKS.engine.run(view))


def test_there_are_enough_facts() -> None:
    assert len(ENTITIES) >= LEAST
    assert sum(bool(entity.wrong) for entity in ENTITIES.values()) >= LEAST / 3


def test_no_wrong_name_of_one_table_is_right_in_another() -> None:
    wrong = {name: rule.id for rule in RULES for e in entities_of(rule.params) for name in e.wrong}
    assert {name: (wrong[name], RIGHT[name]) for name in wrong.keys() & RIGHT.keys()} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_right_names_are_silent(rule: Rule) -> None:
    for entity in entities_of(rule.params):
        for name in entity.names:
            said = findings(f"Yesterday they saw the {name} there.")
            assert said == [], name


@pytest.mark.parametrize("rule", OFFICIAL, ids=lambda rule: rule.id)
def test_every_wrong_name_is_found(rule: Rule) -> None:
    for entity in entities_of(rule.params):
        for name in entity.wrong:
            the = "the " if entity.bare else ""
            assert (rule.id, the + name) in findings(f"They saw the {name} there."), name
