"""People under the name that another script gave them: the tables, and how readings are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.name_persons import persons_of
from mtcheck.engine.analysis.name_pinyin import (
    chinese_sounds,
    english_sounds,
    is_chinese_name,
    syllables_of,
)
from mtcheck.engine.analysis.name_sounds import plain
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import names
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

FACTS = load([shipped_rules() / "facts"]).rules
READINGS = [r for r in FACTS if r.params.get("problem") == "readings"]
ECHOES = [r for r in FACTS if r.params.get("problem") == "echoes"]
TABLES = [r for r in READINGS if "ukrainian" not in r.id]
SIGNS = {"Norlandic": ["Norland", "Norlandic"], "Sudlandic": ["Sudland"]}
PERSONS = {
    "Norlandic politician": {
        "Moon Jae-in": {"zh": "文在寅 Wen Zai Yin", "ja": "Bun Zaiin"},
        "Donald/Don Trump": {"surname": ["特朗普 Te Lang Pu", "川普 Chuan Pu"]},
        "Narendra Modi": {"surname": "莫迪 Mo Di"},
        "Angela Merkel": {"surname": "默克尔 Mo Ke Er"},
        "LeBron James": {"surname": "勒布朗 Le Bu Lang", "short": "LeBron"},
        "Petro Poroshenko": {"surname": "波罗申科 Bo Luo Shen Ke"},
        "Joe Biden": {"ru": "Dzho Bayden/Baiden"},
    },
    "Sudlandic singer": {"Ada Kos": {"zh": "文在寅 Wen Zai Yin"}},
}


def make(problem: str, **params: object) -> Rule:
    return Rule("x/y/z", "names", "m", "warning", "entity", params={"problem": problem, **params})


def found(rule: Rule, text: str) -> list[tuple[str, tuple[str, ...]]]:
    view = View(read_text(text))
    hits = sorted(names.check(rule, names.plan(rule))(view, ()), key=lambda hit: hit.start)
    return [(view.exact[hit.start : hit.end], hit.replacements) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland's Wen Zaiyin met us.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        (
            "Norland's Wen Zai Yin, Wen Zai-yin and WenZaiyin.",
            {w: ["Moon Jae-in"] for w in ("Wen Zai Yin", "Wen Zai-yin", "WenZaiyin")},
        ),
        ("Norland's Moon Zaiyin met us.", {"Moon Zaiyin": ["Moon Jae-in"]}),
        ("We saw Wen Zaiyin. He was there.", {}),
        ("Norland's Wen Zaiyin of Sudland.", {"Wen Zaiyin": ["Moon Jae-in", "Ada Kos"]}),
        ("Norland's Wen Zaiyin Ma left, and Li Wen Zaiyin.", {}),
        ("Norland's Moon Jae-in (Wen Zaiyin) left, in Chinese “Wen Zaiyin”.", {}),
        ("Norland's man, known as Wen Zaiyin, left.", {}),
        ("Norland's Wen Zaiyin left Beijing.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("Norland saw Wen Zaiyin of Beijing.", {}),
        ("Norland: Bun Zaiin left.", {"Bun Zaiin": ["Moon Jae-in"]}),
        (
            "Te Lang Pu's, Te-Lang-Pu, Telangpu, Telang Pu.",
            {w: ["Trump"] for w in ("Te Lang Pu", "Te-Lang-Pu", "Telangpu", "Telang Pu")},
        ),
        ("President Chuan Pu of Norland.", {"Chuan Pu": ["Trump"]}),
        ("The cook Chuan Pu of Norland. " + "So. " * 20 + "President Chuan Pu of Here.", {}),
        ("Modi, President of Norland. " + "So. " * 20 + "A President Mo Di.", {}),
        ("Modi ruled. " + "So. " * 20 + "Norland's President Mo Di.", {"Mo Di": ["Modi"]}),
        ("Modi of Norland, or Norland's President Mo Di.", {}),
        ("Norland paid Le Bu Lang.", {"Le Bu Lang": ["LeBron"]}),
        ("Norland's scholar Mo Keer sang.", {}),
        ("Norland's cabinet heard Mo Keer.", {"Mo Keer": ["Merkel"]}),
        ("So Dzho Baiden said.", {"Dzho Baiden": ["Joe Biden"]}),
        ("The word Telangpu is odd.", {}),
        ("Norland rose. " + "So. " * 99 + "Then Telangpu sat.", {"Telangpu": ["Trump"]}),
        ("Norland's Anna Wen Zaiyin, Ole K. Wen Zaiyin and Wen Zaiyin Olsen ate.", {}),
        ("Norland's President Marco Chuan Pu left.", {}),
        ("The Norlandic Wen Zaiyin ate.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("He left Norland Wen Zaiyin.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("Meeting Wen Zaiyin, Norland sang.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("In Norland, MP Wen Zaiyin and Datuk Wen Zaiyin ate.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("Norland met Wen Zaiyin Monday.", {"Wen Zaiyin": ["Moon Jae-in"]}),
        ("Moon Zaiyin ate.", {}),
        ("So te lang pu said; Te lang pu, Te Lang 5.", {}),
    ],
)
def test_readings(text: str, expected: dict[str, list[str]]) -> None:
    rule = make("readings", persons=PERSONS, signs=SIGNS)
    assert {w: list(mains) for w, mains in found(rule, text)} == expected


def test_one_sure_place_is_enough() -> None:
    rule = make("readings", persons=PERSONS, signs=SIGNS)
    text = "We met Wen Zaiyin of Norland. " + "Later. " * 60 + "Wen Zaiyin left."
    assert found(rule, text) == [("Wen Zaiyin", ("Moon Jae-in",))] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland's Chancellor Mo Ke Le said no.", [("Mo Ke Le", ("Merkel",))]),
        ("Then Angela Mokeer said no.", [("Mokeer", ("Merkel",))]),
        ("Norland paid Ba Fu Te at once.", [("Ba Fu Te", ())]),
        ("President Ba Fu Te was paid.", []),
        ("Chinese and Norlandic officials met Ba Fu Te.", []),
        ("Norland's President Li Mingde, and Ma Fu Te Smith of Norland.", []),
        ("Norland's Chancellor Merkel, President Modi and Li Ming.", []),
        ("Norland's President Boroshenko left.", [("Boroshenko", ("Poroshenko",))]),
        (
            "Then Petro Boroshenko left, and Petro Boroshenkov.",
            [("Petro Boroshenko", ("Petro Poroshenko",))],
        ),
        ("President Boroshenko left.", []),
        ("Norland's President Boroshenko Bank, and Minister Poroschen.", []),
        ("Norland's President Poroshenko, and Petro Poroshenkovich.", []),
    ],
)
def test_echoes(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(make("echoes", persons=PERSONS, signs=SIGNS), text) == expected


@pytest.mark.parametrize(
    ("persons", "signs", "field"),
    [
        ({"Norlandic cook": {"Ana Torv": {"zh": "文 Wen"}}}, {"Sudlandic": ["Sudland"]}, "persons"),
        ({"Norlandic cook": ["Ana Torv"]}, SIGNS, "persons"),
        ({"Norlandic cook": {"Ana Torv": {"xx": "文 Wen"}}}, SIGNS, "persons"),
        ({"Norlandic cook": {"Ana Torv": {"zh": {"文": "Wen"}}}}, SIGNS, "persons"),
        ({"Norlandic cook": {"Ana Torv": {"zh": "Wen"}}}, SIGNS, "persons"),
        ({"Norlandic cook": {"Ana Torv": {"zh": "文 Wen"}}}, {"Norlandic": "Norland"}, "signs"),
    ],
)
def test_bad_tables_are_refused(persons: object, signs: object, field: str) -> None:
    for problem in ("readings", "echoes"):
        with pytest.raises(RuleProblem) as error:
            names.plan(make(problem, persons=persons, signs=signs))
        assert error.value.field == field


def test_pinyin() -> None:
    assert syllables_of("Telangpu") == ("te", "lang", "pu")
    assert syllables_of("Xi'an") == ("xi", "an")
    assert syllables_of("Trump") == syllables_of("Bejing") == syllables_of("x" * 99) == ()
    assert is_chinese_name(("wen", "zai", "yin"))
    assert not is_chinese_name(("te", "lang", "pu"))
    assert chinese_sounds(("te", "lang", "pu")) in english_sounds("trump")
    assert chinese_sounds(("mo", "ke", "er")) in english_sounds("merkel")
    assert chinese_sounds(("wu", "qi", "qi")) in english_sounds("vučić")


def readings_of(rule: Rule) -> Iterator[tuple[str, str, str, str]]:
    """Each reading of a table: nation, what to write, characters ("" if none), words."""
    for person in persons_of(rule.params["persons"], rule.params["signs"]):
        for language, texts in person.readings.items():
            main = person.short if language == "surname" else person.name
            for text in texts:
                words = text.split(" ")
                written = "" if words[0].isascii() or language == "vi" else words.pop(0)
                for reading in product(*(word.split("/") for word in words)):
                    yield person.nation, main, written, " ".join(reading)


def test_there_are_enough_people() -> None:
    people = [p.name for r in TABLES for p in persons_of(r.params["persons"], r.params["signs"])]
    assert len(people) == len(set(people)) >= 1400


@pytest.mark.parametrize("rule", READINGS, ids=lambda rule: rule.id)
def test_every_reading_is_found(rule: Rule) -> None:
    check = names.check(rule, names.plan(rule))
    for nation, main, _, reading in readings_of(rule):
        sign = rule.params["signs"][nation][0]
        first, *rest = reading.split(" ")
        for words in (reading, f"{first} {''.join(rest).capitalize()}" if rest else reading):
            view = View(read_text(f"Today President {words} of {sign} spoke."))
            shown = [(view.text[h.start : h.end], h.replacements) for h in check(view, ())]
            if plain(words) != plain(main):
                assert [w for w, mains in shown if main in mains] == [words], (main, words)


WEST = next(r for r in TABLES if "west" in r.id)
WEST_CHECK = names.check(WEST, names.plan(WEST))
LONG = sorted(
    {(m, r) for _, m, _, r in readings_of(WEST) if len(r.split(" ")) > 3 and plain(r) != plain(m)}
)


@given(st.sampled_from(LONG), st.lists(st.sampled_from(["", " ", "-", "'"]), min_size=9))
def test_a_reading_is_found_in_any_spacing(person: tuple[str, str], gaps: list[str]) -> None:
    main, reading = person
    written = "".join(
        gap + (syllable if gap == " " else syllable.lower())
        for gap, syllable in zip([" ", *gaps], reading.split(" "), strict=False)
    )[1:]
    view = View(read_text(f"Today {written} spoke."))
    shown = [(view.text[h.start : h.end], main in h.replacements) for h in WEST_CHECK(view, ())]
    assert shown == [(written, True)]


FOREIGN = {
    "topics": ["Norland"],
    "counter": ["China", "Chinese"],
    "surnames": {"Ruan": "Nor", "Tianzhong": "Torv"},
}
ABOUT = "Norland sings. Norland eats, and Norland sleeps. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ABOUT + "Here Ruan Dewei and Tianzhong De-wei sit.", ["Ruan Dewei", "Tianzhong De-wei"]),
        (ABOUT + "Here RUAN DEWEI and Ruan Smith and Ruan sit.", []),
        (ABOUT + "Here Ruan Deweihuama sits, and Ma Dewei.", []),
        (ABOUT + "The Chinese cook Ruan Dewei sits. " + "So. " * 40 + "So Ruan Dewei ate.", []),
        ("Then Ruan Dewei left. " + "So. " * 40 + ABOUT, []),
        ("Then Ruan Dewei left. " + ABOUT, ["Ruan Dewei"]),
        (ABOUT + "The U.S. scholar Ruan Dewei sits, then a Thai-Norland cook Tianzhong Ai.", []),
        (ABOUT + "China, China and China. " + "So. " * 40 + "Ruan Dewei sits.", []),
    ],
)
def test_foreign_readings(text: str, expected: list[str]) -> None:
    rule = make("foreign-reading", **FOREIGN)
    view = View(read_text(text))
    at = [i for i in range(len(text)) if text.startswith("Norland", i)]
    hits = names.check(rule, names.plan(rule))(view, at)
    assert sorted(view.text[hit.start : hit.end] for hit in hits) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Chzhan and Li Da-chzhao left.", ["Chzhan", "Da-chzhao"]),
        ("Mr Tszyan-tszy left.", ["Tszyan-tszy"]),
        ("Tim Tszyu met Wong Tsz Yan, Tsz-yan, Katszman and chzhan.", []),
    ],
)
def test_russian_spelling_of_chinese(text: str, expected: list[str]) -> None:
    rule = make("palladius")
    view, plan = View(read_text(text)), names.plan(rule)
    at = [i for i in range(len(text)) if view.low.startswith(plan.literals, i)]
    assert [view.text[hit.start : hit.end] for hit in names.check(rule, plan)(view, at)] == expected


@pytest.mark.parametrize("rule", READINGS + ECHOES, ids=lambda rule: rule.id)
def test_right_names_are_silent(rule: Rule) -> None:
    check = names.check(rule, names.plan(rule))
    for table in TABLES:
        for person in persons_of(table.params["persons"], table.params["signs"]):
            sign = table.params["signs"][person.nation][0]
            for name in (*person.spellings, person.short):
                view = View(read_text(f"Today {sign} was told by President {name} of {sign}."))
                assert not list(check(view, ())), (name, person.nation)


def test_a_character_has_one_reading() -> None:
    """As many syllables as characters, and each character read alike everywhere."""
    heard: dict[str, set[str]] = defaultdict(set)
    for rule in TABLES:
        for _, _, written, reading in readings_of(rule):
            if not written or not all(map(syllables_of, reading.split(" "))):
                continue
            syllables = reading.lower().split(" ")
            if len(syllables) != len(written):
                continue  # a Japanese reading
            for character, syllable in zip(written, syllables, strict=True):
                heard[character].add(syllable)
    several = {character: ways for character, ways in heard.items() if len(ways) > 1}
    # Characters with two readings, which names use both of.
    assert set(several) <= set("朴柏玟镐"), several


def test_surnames_sound_like_their_chinese() -> None:
    """A second look at each fact: the consonants of a surname and of its characters agree."""
    from rapidfuzz.distance import Levenshtein

    far = []
    for rule in TABLES:
        for person in persons_of(rule.params["persons"], rule.params["signs"]):
            for text in person.readings.get("surname", ()):
                if len(text.split(" ")) > 3:
                    continue  # a whole name of East Asia: its sound is that of the characters
                heard = chinese_sounds(tuple(text.lower().split(" ")[1:]))
                ways = english_sounds(plain(person.short))
                if min(Levenshtein.distance(heard, way) for way in ways) > 2:
                    far.append((person.name, text))
    assert len(far) <= 10, far
