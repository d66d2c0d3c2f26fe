"""Kind `acronym`: known bodies, words that spell and words that do not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.acronym_expansions import Word, expansions_of, spells, stems
from mtcheck.engine.entities import entities_of
from mtcheck.engine.kind import Hit, RuleProblem
from mtcheck.engine.kinds import acronym
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

FACTS_PACKS = load([shipped_rules() / "facts"])


def table(names: Mapping[str, object]) -> dict[str, object]:
    return {"body of Norland": {"see": "norland.example", "names": names}}


BODIES = table(
    {
        "Office for Grain Statistics": {"acronym": "OGS"},
        "World Rivers Council": {"acronym": "WRC", "also": ["Council of the World's Rivers"]},
        "Northern Boatmen's League": {"acronym": ["KRB"]},
        "Harbour Fund": [],
    }
)


def make(problem: str, **params: object) -> Rule:
    return Rule("x/y/z", "acronym", "m", "error", "entity", params={"problem": problem, **params})


def hits(text: str, rule: Rule) -> list[tuple[str, Hit]]:
    plan = acronym.plan(rule)
    view = View(read_text(text))
    places = [i for i in range(len(view.low)) if view.low.startswith(plan.literals, i)]
    return [(view.exact[h.start : h.end], h) for h in acronym.check(rule, plan)(view, places)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "Experts of the Office of Statistics for Grain (OGS) left.",
            "Office of Statistics for Grain",
        ),
        ("The OGS (Grain Statistical Bureau) is small.", "Grain Statistical Bureau"),
        ("France's Grain Statistics Agency (OGS) is small.", "Grain Statistics Agency"),
        ("The US Grain Statistics Agency (OGS) is small.", "Grain Statistics Agency"),
        ("On Friday the World Council for River Works (WRC) met.", "World Council for River Works"),
    ],
)
def test_renamed_body_is_found(text: str, marked: str) -> None:
    assert [words for words, _ in hits(text, make("wrong-name", entities=BODIES))] == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "The Office for Grain Statistics (OGS) is small.",
        "The French Office for Grain Statistics (OGS) is small.",
        "The Office of Grain Statistic (OGS) is small.",
        "The Council of the World's Rivers (WRC) and the World Rivers Council (WRC) met.",
        "The Oslo Grain Society (OGS) is small.",
        "The Big Harbour Fund (OGS) is small.",
        "We met the French of Grain (OGS) there.",
        "The Order of Good Sheep (OGS) met.",
        "Minister Olga Grain (OGS) left; grain statistics (OGS) stayed.",
        "The Wide Rivers Council (WRC) is another body.",
    ],
)
def test_own_name_and_other_bodies_are_silent(text: str) -> None:
    assert hits(text, make("wrong-name", entities=BODIES)) == []


def test_unique_acronym_has_no_other_body() -> None:
    rule = make("wrong-name", entities=BODIES, unique=["WRC"])
    ((words, hit),) = hits("The World Rivers Committee (WRC) met.", rule)
    assert words == "World Rivers Committee"
    assert hit.replacements == ("World Rivers Council",)
    assert hit.values == {"acronym": "WRC", "main": "World Rivers Council"}


def test_two_bodies_with_one_acronym_are_both_right() -> None:
    rivers = {"Wild Roses Club": {"acronym": "WRC"}, "World Rivers Council": {"acronym": "WRC"}}
    rule = make("wrong-name", entities=table(rivers))
    assert hits("The Wild Roses Club (WRC) met the World Rivers Council (WRC).", rule) == []
    assert acronym.plan(rule).literals == ("(wrc", "( wrc", "wrc (")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Public Harbour Building Fund (PHOF) paid.", True),
        ("The Public Harbour Oversight Fund (PHOF) paid.", False),
        ("The Harbour Public Oversight Fund (PHOF) paid.", False),
        ("The Public Fund (PHOF) paid.", False),
        ("The Public Harbour Building Fund (PKKX) paid.", False),
        ("The Public Harbour Building Fund (PHOX) paid.", False),
        ("The Big Harbour Fund (PHF) paid.", False),
    ],
)
def test_one_word_does_not_fit(text: str, found: bool) -> None:
    assert bool(hits(text, make("mismatch"))) is found


def test_foreign_and_known_acronyms_do_not_mismatch() -> None:
    text = "The Public Harbour Building Fund (PHOF) paid."
    assert hits(text, make("mismatch", foreign=["PHOF"])) == []
    known = table({"Public Harbour Oversight Fund": {"acronym": "PHOF"}})
    assert hits(text, make("mismatch", entities=known)) == []


def test_two_expansions() -> None:
    text = (
        "The Harbour Workers' Union (HWU) met. The Polish Harbour Workers' Union (HWU) met. "
        "The Harbour Labourers' Union (HWU) met. The Hill Women's Unit (HWU) met."
    )
    found = hits(text, make("two-expansions"))
    assert [words for words, _ in found] == ["Harbour Labourers' Union"]
    assert found[0][1].replacements == ("Harbour Workers' Union",)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Workers' Union (HWU), then called the Harbour Labourers' Union (HWU), met.",
        "The Hill Wool Union (HWU) and the Harbour Workers' Union (HWU) met.",
        "The Harbour Workers' Union (HWU) and Workers of the Harbour (HWU) met.",
        "The former Harbour Workers' Union (HWU) and the Harbour Labourers' Union (HWU) met.",
    ],
)
def test_two_names_that_are_explained_or_two_bodies(text: str) -> None:
    assert hits(text, make("two-expansions")) == []


def test_nation_with_a_word_of_the_name_stays() -> None:
    rule = make("wrong-name", entities=table({"Norwegian Grain Office": {"acronym": "NGO"}}))
    ((words, _),) = hits("We saw the Norwegian Grain Agency (NGO) there.", rule)
    assert words == "Norwegian Grain Agency"


PIECES = st.sampled_from(
    [
        *("of", "the", "US", "China's", "Office", "for", "Grain", "Statistics", "On", "Norwegian"),
        *("(OGS)", "(OGSs)", "OGS (", ")", ",", "and", "Friday", "World", "a", "&", "Rivers"),
    ]
)


@given(st.lists(PIECES, max_size=16))
def test_any_text_can_be_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for problem in ("wrong-name", "mismatch", "two-expansions"):
        for words, _ in hits(text, make(problem, entities=BODIES)):
            assert words == words.strip()
            assert words


def test_expansions_are_read_with_their_places() -> None:
    view = View(
        read_text("Later the “Fund for Old Ships” (FOS) and the GTA (Grain Trade Act) came.")
    )
    read = [(e.acronym, view.text[e.start : e.end]) for e in expansions_of(view)]
    assert read == [("FOS", "Fund for Old Ships"), ("GTA", "Grain Trade Act")]


@pytest.mark.parametrize(
    ("name", "letters", "fits"),
    [
        ("Fund for Old Ships", "FOS", True),
        ("Fund for Old Ships", "FFOS", True),
        ("Asia-Pacific Rowing", "APR", True),
        ("Interior Police", "Interpol", True),
        ("Old Ships Fund", "FOS", False),
        ("Grain Trade Act", "GTX", False),
    ],
)
def test_spells(name: str, letters: str, fits: bool) -> None:
    assert spells([Word(word, 0, 0) for word in name.split()], letters) is fits


def test_stems_join_spellings() -> None:
    assert stems("Organisation for Defence") == stems("Organization of Defense")
    assert stems("Centre for Studies") == stems("Center for the Study")


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (make("wrong-name"), "entities"),
        (make("wrong-name", entities=table({"Grain Office": []})), "entities"),
        (make("wrong-name", entities=["x"]), "entities"),
        (make("mismatch", entities=["x"]), "entities"),
    ],
)
def test_bad_tables_are_refused(rule: Rule, field: str) -> None:
    with pytest.raises(RuleProblem) as error:
        acronym.plan(rule)
    assert error.value.field == field


RULES = [rule for rule in FACTS_PACKS.rules if rule.kind == "acronym"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_known_name_is_silent(rule: Rule) -> None:
    for letters, known in acronym.names_by_acronym(entities_of(rule.params)).items():
        for name in known:
            assert hits(f"They joined the {name} ({letters}).", rule) == [], name
            assert hits(f"They joined {letters} ({name}).", rule) == [], name


KNOWN = Path(__file__).with_name("known_acronyms.txt").read_text(encoding="utf-8").splitlines()
"""Names with acronyms that mostly spell the name in its own language, one a line."""


def test_there_are_enough_known_acronyms() -> None:
    assert len(set(KNOWN)) == len(KNOWN) > 180


@pytest.mark.parametrize("rule", [*RULES, make("two-expansions")], ids=lambda rule: rule.id)
def test_acronyms_of_other_languages_are_silent(rule: Rule) -> None:
    for line in KNOWN:
        name, _, letters = line.removesuffix(")").rpartition(" (")
        text = (
            f"Leaders of the {line} met. Foreign {line} staff left. Italy's {line} spoke. "
            f"Former members of the Danish {line} met in Rome. In Rome {letters} ({name}) said no."
        )
        assert hits(text, rule) == [], line


@pytest.mark.parametrize(
    ("acronym_", "official", "text", "found"),
    [
        ("SFK", "Danish Rail Company", "Rail Company of Denmark", False),
        ("SFK", "Danish Rail Company", "Company of Rail Traffic", True),
        ("SFK", "National Grain Institute", "National Salt Institute", False),
        ("NGI", "National Grain Institute", "National Institute of Grains", True),
        ("SFK", "Grain Non-Export Treaty", "Grain Nonexport Treaty", False),
        ("OHF", "Old Harbour Fund", "Foreign Old Harbour Fund", False),
    ],
)
def test_variants_of_foreign_names(acronym_: str, official: str, text: str, found: bool) -> None:
    rule = make("wrong-name", entities=table({official: {"acronym": acronym_}}))
    assert bool(hits(f"So the {text} ({acronym_}) met.", rule)) is found


def test_owners_and_openers() -> None:
    text = (
        "Women's Golf Club (WGC), Norland's Old Fund Club (FC), the States' Grain Club (GC) and "
        "the Workers' Golf League (KGB). Officials of the Salt Golf Club (SGC) and Young Dogs (HH)."
    )
    read = [" ".join(word.text for word in e.words) for e in expansions_of(View(read_text(text)))]
    assert read == [
        "Women's Golf Club",
        "Old Fund Club",
        "Grain Club",
        "Workers' Golf League",
        "Salt Golf Club",
        "Young Dogs",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Friends of the Port Harbour Fund (XPHF) and", False),
        ("Danish Port Harbour Fund (XPHF) and", False),
        ("the Quay Port Harbour Fund (XPHF) and", True),
    ],
)
def test_an_owner_is_no_letter_off(text: str, found: bool) -> None:
    assert bool(hits(f"They met {text} left.", make("mismatch"))) is found
