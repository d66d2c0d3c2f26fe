"""The table `entities`: what is read from it, and every shape that is refused."""

from __future__ import annotations

import pytest

from mtcheck.engine.entities import Entity, entities_of
from mtcheck.engine.entity_tables import read_entities
from mtcheck.engine.kind import RuleProblem

GROUP = {"type": "ministry", "see": "norland.example"}


def group(**names: object) -> dict[str, object]:
    """A rule's parameters with one group; underscores in names are spaces."""
    return {
        "entities": {"ministry": GROUP | {"names": {k.replace("_", " "): names[k] for k in names}}}
    }


def test_short_and_long_entries_inherit_from_their_group() -> None:
    long = {"acronym": "MS", "also": ["Ship Ministry"], "wrong": ["Boat Ministry"], "see": "y"}
    params = group(Grain_Office=["Corn Office"], Ministry_of_Ships=long)
    params["entities"]["port"] = {"see": "z", "article": "none", "names": ["Port Ute"]}  # type: ignore[index]
    assert read_entities(params) == [
        Entity("Grain Office", "ministry", "ministry", "norland.example", wrong=("Corn Office",)),
        Entity(
            "Ministry of Ships",
            "ministry",
            "ministry",
            "y",
            ("MS",),
            ("Ship Ministry",),
            ("Boat Ministry",),
        ),
        Entity("Port Ute", "port", None, "z", bare=True),
    ]
    assert [entity.names for entity in entities_of(params)][1] == (
        "Ministry of Ships",
        "Ship Ministry",
    )


def test_a_rule_without_the_table_knows_nothing() -> None:
    assert read_entities({}) == []


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"entities": ["x"]}, "table of keys"),
        ({"entities": {"port": ["x"]}}, "'port'"),
        ({"entities": {"port": {"see": "x", "names": ["A"], "kind": "y"}}}, "no key `kind`"),
        ({"entities": {"port": {"see": "x"}}}, "names"),
        ({"entities": {"port": {"see": "x", "names": "A"}}}, "names"),
        ({"entities": {"port": {"see": "x", "names": [["A"]]}}}, "names"),
        ({"entities": {"port": {"names": ["A"]}}}, "`see`"),
        ({"entities": {"port": {"see": [], "names": ["A"]}}}, "`see`"),
        ({"entities": {"port": {"see": "x", "type": ["y"], "names": ["A"]}}}, "`type`"),
        ({"entities": {"port": {"see": "x", "article": "the", "names": ["A"]}}}, "`article`"),
        (group(A={"nick": "x"}), "no key `nick`"),
        (group(A="x"), "`wrong` of 'A'"),
        (group(A={"also": "x"}), "`also` of 'A'"),
        (group(A={"also": [""]}), "`also` of 'A'"),
        (group(A={"wrong": [["x"]]}), "`wrong` of 'A'"),
        (group(A={"acronym": ""}), "`acronym` of 'A'"),
        (group(A={"acronym": {"x": "y"}}), "`acronym` of 'A'"),
        (group(A={"see": ""}), "`see`"),
        (group(A={"article": "a"}), "`article` of 'A'"),
        (group(A=[], B={"also": ["A"]}), "twice"),
        (group(A=["Big B"], Big_B=[]), "right name of 'Big B'"),
        (group(A=["Big B"], C=["Big B"]), "wrong for 'A' and 'C'"),
        (group(A=["big b"]), "capital"),
        (group(A=[" Big B"]), "capital"),
        (group(A=["Big"]), "too short"),
    ],
)  # fmt: skip
def test_bad_tables_are_refused(params: dict[str, object], says: str) -> None:
    with pytest.raises(RuleProblem) as error:
        read_entities(params)
    assert error.value.field == "entities"
    assert says in str(error.value)
