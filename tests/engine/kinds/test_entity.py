"""Kind `entity`: every fact of the shipped packs, and the forms in which a noun contradicts it."""

from __future__ import annotations

import pytest

from mtcheck.engine.analysis.entity_nouns import plural, with_article
from mtcheck.engine.entities import entities_of
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import entity
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

FACTS_PACKS = load([shipped_rules() / "facts"])
CLASSES = {
    "missile": ["missile", "rocket"],
    "fighter": ["fighter jet", "fighter aircraft"],
    "plane": ["aircraft"],
    "tank": ["tank"],
}
TYPES = {
    "missile": {
        "noun": "missile",
        "is": ["missile"],
        "not": ["fighter", "tank"],
        "not-a": ["plane"],
    },
    "tank": {"noun": "tank", "is": ["tank"], "not": ["fighter", "plane"]},
}
ENTITIES = {
    "cruise missile": {
        "type": "missile",
        "see": "x",
        "names": {"Arrowhead": {"also": ["Kh-9", "Missile Nine"]}, "Arrowhead Two": []},
    },
    "main battle tank": {"type": "tank", "see": "x", "names": ["Boulder 2"]},
    "harbour": {"see": "x", "names": ["Port Arrow"]},
}


def make(**params: object) -> Rule:
    tables = {"classes": CLASSES, "types": TYPES, "entities": ENTITIES, **params}
    return Rule("x/y/z", "entity", "{name} is {what}, not {noun}", "error", "entity", params=tables)


def hits(text: str, rule: Rule | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """What the rule finds in a text: the marked words and their replacements."""
    rule = rule or make()
    plan = entity.plan(rule)
    view = View(read_text(text))
    places = [i for i in range(len(view.low)) if view.low.startswith(plan.literals, i)]
    found = entity.check(rule, plan)(view, places)
    return [(view.exact[h.start : h.end], h.replacements) for h in found]


@pytest.mark.parametrize(
    ("text", "marked", "first"),
    [
        ("It sent one Arrowhead fighter jet.", "Arrowhead fighter jet", "Arrowhead missile"),
        ("It sent Arrowhead fighter jets.", "Arrowhead fighter jets", "Arrowhead missiles"),
        ("Two Arrowhead Two tanks burned.", "Arrowhead Two tanks", "Arrowhead Two missiles"),
        ("The KH-9 fighter jet fell.", "KH-9 fighter jet", "KH-9 missile"),
        (
            "The “Arrowhead” fighter jet fell.",
            "Arrowhead” fighter jet",
            "Arrowhead” missile",
        ),
        (
            "The new Arrowhead tactical fighter jet fell.",
            "Arrowhead tactical fighter jet",
            "Arrowhead tactical missile",
        ),
        (
            "They saw the Arrowhead, a fighter jet that can turn.",
            "Arrowhead, a fighter jet",
            "Arrowhead, a cruise missile",
        ),
        (
            "They saw the Arrowhead (a fast new aircraft) fall.",
            "Arrowhead (a fast new aircraft",
            "Arrowhead (a cruise missile",
        ),
        (
            "An Arrowhead is an aircraft.",
            "Arrowhead is an aircraft",
            "Arrowhead is a cruise missile",
        ),
        (
            "They lost the fighter jet Arrowhead.",
            "the fighter jet Arrowhead",
            "the Arrowhead missile",
        ),
        ("The tank Arrowhead was lost.", "The tank Arrowhead", "The Arrowhead missile"),
        (
            "It showed an aircraft called “Boulder 2” then.",
            "an aircraft called “Boulder 2",
            "a tank called “Boulder 2",
        ),
        (
            "They lost tanks called Arrowhead.",
            "tanks called Arrowhead",
            "missiles called Arrowhead",
        ),
        ("It sold Boulder 2 aircraft abroad.", "Boulder 2 aircraft", "Boulder 2 tank"),
        ("A Russian tank Arrowhead fell.", "tank Arrowhead", "Arrowhead missile"),
        ("They saw the tank Missile Nine.", "the tank Missile Nine", "the Missile Nine"),
        ("He and the tank Arrowhead said so.", "the tank Arrowhead", "the Arrowhead missile"),
        ("They say the tank Arrowhead hit it.", "the tank Arrowhead", "the Arrowhead missile"),
        ("It was old, and the tank Arrowhead fell.", "the tank Arrowhead", "the Arrowhead missile"),
        ("It is 'Arrowhead, a tank', he says.", "Arrowhead, a tank", "Arrowhead, a cruise missile"),
    ],
)
def test_noun_of_another_class_is_found(text: str, marked: str, first: str) -> None:
    found = hits(text)
    assert [words for words, _ in found] == [marked]
    assert found[0][1][0] == first


@pytest.mark.parametrize(
    "text",
    [
        "It sent Arrowhead missiles and fighter jets.",
        "It sent fighter jets, Arrowhead missiles and tanks.",
        "It sent an Arrowhead, a fighter jet, and a truck.",
        "It sent the Arrowhead, a fighter jet and a truck.",
        "It sent two Arrowhead, a fighter jet.",
        "An Arrowhead-carrying fighter jet and an anti-Arrowhead tank met.",
        "The Arrowhead's fighter jet escort turned.",
        "The arrowhead fighter jet pin is a toy.",
        "The Arrowhead aircraft carried was heavy.",
        "From the fighter jet Arrowhead missiles were fired.",
        "The Arrowhead fighter aircraft missile was new.",
        "The Arrowheads tank up; the Arrowhead fighter jet-launched version waits.",
        "It sent fleets, Arrowhead fighter jets, and ships and Arrowhead tanks.",
        "Two Grand Tank Arrowhead owners met.",
        "The Arrowhead, of which no fighter jet is safe, fell.",
        "The Arrowhead, the fighter jet's worst enemy, and Boulder 2, a plane's prey, were sold.",
        "The Arrowhead, the fighter jets' worst enemy, was sold.",
        "It is a rebel tank Arrowhead crews hunt, and the tank Arrowhead destroyed was old.",
        "They sold the tank Arrowhead teams had used, and a tank Arrowhead men know.",
        "The tank Arrowhead relied on for shelter was gone; the tank Arrowhead hit went up.",
        "In the tank Arrowhead launchers were hidden.",
    ],
)
def test_near_miss_is_silent(text: str) -> None:
    assert hits(text) == []


def test_values_say_what_it_is_and_what_it_was_called() -> None:
    rule = make()
    view = View(read_text("One Arrowhead fighter jet."))
    (hit,) = entity.check(rule, entity.plan(rule))(view, [4])
    assert hit.values == {
        "name": "Arrowhead",
        "what": "a cruise missile",
        "noun": "a fighter jet",
    }


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"types": {"missile": {"is": ["missile"]}}}, "types"),
        ({"types": {"missile": {"noun": "missile", "not": ["ships"]}}}, "types"),
        ({"types": {"missile": {"noun": "missile", "never": ["tank"]}}}, "types"),
        ({"types": {"missile": {"noun": "missile", "is": "missile"}}}, "types"),
        ({"types": {"missile": "missile"}}, "types"),
        ({"types": ["missile"]}, "types"),
        ({"classes": {"missile": "missile"}}, "classes"),
        ({"classes": {"missile": [["missile"]]}}, "classes"),
        ({"entities": {"boat": {"type": "boat", "see": "x", "names": ["Arrowhead"]}}}, "entities"),
        ({"entities": {"boat": {"see": "x", "names": ["Arrowhead"]}}}, "entities"),
        ({"entities": {}}, "entities"),
        ({"entities": {"boat": ["Arrowhead"]}}, "entities"),
    ],
)
def test_bad_tables_are_refused(params: dict[str, object], field: str) -> None:
    with pytest.raises(RuleProblem) as error:
        entity.plan(make(**params))
    assert error.value.field == field


def test_names_that_begin_alike_are_looked_for_once() -> None:
    assert entity.plan(make()).literals == ("arrowhead", "boulder 2", "kh-9", "missile nine")
    lakes = {"lake": {"type": "tank", "see": "x", "names": ["Lake Ann", "Lake Ute", "Lake Eva"]}}
    assert entity.plan(make(entities=lakes)).literals == ("lake ",)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("fighter jet", "fighter jets"),
        ("aircraft", "aircraft"),
        ("gunboat", "gunboats"),
        ("battery", "batteries"),
        ("virus", "viruses"),
        ("bacterium", "bacteria"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_article() -> None:
    assert with_article("aircraft") == "an aircraft"
    assert with_article("tank") == "a tank"


FACT_RULES = [rule for rule in FACTS_PACKS.rules if rule.kind == "entity"]


@pytest.mark.parametrize("rule", FACT_RULES, ids=lambda rule: rule.id)
def test_every_fact_contradicts_and_agrees(rule: Rule) -> None:
    """A name with a noun of each class that it never is, is found; with its own, it is not."""
    run = entity.check(rule, entity.plan(rule))
    classes, types = rule.params["classes"], rule.params["types"]
    for known in entities_of(rule.params):
        for name in known.names if known.type else ():
            for noun_class in types[known.type].get("not", ()):
                text = f"They saw the {name} {classes[noun_class][0]} there."
                view = View(read_text(text))
                marked = [view.text[h.start : h.end] for h in run(view, [13])]
                assert marked == [f"{name} {classes[noun_class][0]}"]
            for noun_class in types[known.type].get("is", ()):
                for noun in classes[noun_class]:
                    view = View(read_text(f"They saw the {name} {noun} there."))
                    assert not list(run(view, [13])), (name, noun)
