"""Kind `names`, problem `official-names`: wrong names are found, right ones are not."""

from __future__ import annotations

import pytest

from mtcheck.engine.kinds import names
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

ENTITIES = {
    "central bank of Norland": {
        "see": "bank.example",
        "names": {
            "Bank of Norland": ["Norland Bank", "Central Norland Bank"],
            "Norland Bank for Harbours": [],
        },
    },
    "company": {
        "see": "x.example",
        "article": "none",
        "names": {"Orda": ["Big Horde", "Hordeland"], "Ministry of Oats and Rye": ["2nd Rye Shop"]},
    },
}


def make(entities: object = ENTITIES) -> Rule:
    params = {"problem": "official-names", "entities": entities}
    return Rule("x/y/z", "names", "m", "error", "entity", params=params)


def found(text: str) -> list[tuple[str, str]]:
    view = View(read_text(text))
    hits = names.check(make(), names.plan(make()))(view, [])
    return sorted((view.text[h.start : h.end], h.replacements[0]) for h in hits)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The Norland Bank cut rates.", "Norland Bank", "Bank of Norland"),
        ("It is the Norland Bank's rate.", "Norland Bank", "Bank of Norland"),
        ("“Norland  Bank” cut rates.", "Norland Bank", "Bank of Norland"),
        ("The Central Norland Bank met.", "Central Norland Bank", "Bank of Norland"),
        ("We met the Big Horde there.", "the Big Horde", "Orda"),
        ("Hordeland fell.", "Hordeland", "Orda"),
        ("Shares of the Hordeland.", "the Hordeland", "Orda"),
        ("Norland's Norland Bank met.", "Norland Bank", "Bank of Norland"),
        ("The Central Norland Bank President met us.", "Central Norland Bank", "Bank of Norland"),
        ("Central Norland Bank Will Pay", "Central Norland Bank", "Bank of Norland"),
        ("Central Norland Bank Orda, May 6", "Central Norland Bank", "Bank of Norland"),
        ("On Friday Central Norland Bank met.", "Central Norland Bank", "Bank of Norland"),
        ("The U.S. Central Norland Bank met.", "Central Norland Bank", "Bank of Norland"),
        ("At the 2nd Rye Shop.", "the 2nd Rye Shop", "Ministry of Oats and Rye"),
    ],
)
def test_wrong_name_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of Norland cut rates.",
        "The Norland Bank for Harbours lent a ship.",
        "The norland bank and the big horde met.",
        "The Norland Banks met; a Norland Bank-like thing and the Sub-Norland Bank too.",
        "In Norland Bank of Norland notes are green.",
        "NORLAND BANK CUTS RATES",
        "The Central Norland Bank Council and the Royal Central Norland Bank met.",
        "The East Norland Bank and the Norland Bank Trust are others.",
        "Orda (“Big Horde”) and the 2nd Rye Shop (Ministry of Oats and Rye) are glossed.",
    ],
)
def test_near_miss_is_silent(text: str) -> None:
    assert found(text) == []


def test_values_say_where_it_can_be_looked_up() -> None:
    view = View(read_text("The Norland Bank met."))
    (hit,) = names.check(make(), names.plan(make()))(view, [])
    assert hit.values == {
        "main": "Bank of Norland",
        "what": "central bank of Norland",
        "see": "bank.example",
    }


def test_the_plan_looks_for_the_wrong_names_as_whole_words() -> None:
    plan = names.plan(make())
    assert plan.whole
    assert "norland bank" in plan.literals
    assert all(literal == literal.lower() for literal in plan.literals)
