"""People under the name that another script gave them: the tables, and how readings are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

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


MOON = ("Moon Jae-in",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland's Wen Zaiyin met us.", [("Wen Zaiyin", MOON)]),
        ("Norland's Wen Zai Yin, Wen Zai-yin and WenZaiyin.", None),
        ("We saw Wen Zaiyin. He was there.", []),
        ("We met Wen Zaiyin of Norland. " + "Later. " * 60 + "Wen Zaiyin left.", None),
        ("Norland's Wen Zaiyin of Sudland.", [("Wen Zaiyin", ("Moon Jae-in", "Ada Kos"))]),
        ("Norland's Wen Zaiyin Ma left, and Li Wen Zaiyin.", []),
        ("Norland's Moon Jae-in (Wen Zaiyin) left, in Chinese “Wen Zaiyin”.", []),
        ("Norland's man, known as Wen Zaiyin, left.", []),
        ("Norland: Bun Zaiin left.", [("Bun Zaiin", MOON)]),
        ("Te Lang Pu's, Te-Lang-Pu, Telangpu, Telang Pu.", None),
        ("President Chuan Pu of Norland; Chuan Pu is a street.", None),
        ("The cook Chuan Pu of Norland. " + "So. " * 20 + "President Chuan Pu of Here.", []),
        ("President Modi of Norland spoke. " + "So. " * 20 + "Norland's President Mo Di.", None),
        ("Modi of Norland, or President Mo Di.", []),
        ("Norland paid Le Bu Lang.", [("Le Bu Lang", ("LeBron",))]),
        ("So Dzho Baiden said.", [("Dzho Baiden", ("Joe Biden",))]),
        ("So te lang pu said; Te lang pu.", []),
    ],
)
def test_readings(text: str, expected: list[tuple[str, tuple[str, ...]]] | None) -> None:
    rule = make("readings", persons=PERSONS, signs=SIGNS)
    if expected is None:
        expected = {
            "Norland's W": [(w, MOON) for w in ("Wen Zai Yin", "Wen Zai-yin", "WenZaiyin")],
            "We met Wen ": [("Wen Zaiyin", MOON)] * 2,
            "Te Lang Pu'": [
                (w, ("Trump",)) for w in ("Te Lang Pu", "Te-Lang-Pu", "Telangpu", "Telang Pu")
            ],
            "President M": [("Mo Di", ("Modi",))],
            "President C": [("Chuan Pu", ("Trump",))] * 2,
        }[text[:11]]
    assert found(rule, text) == expected


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
    assert set(several) <= {"\N{CJK UNIFIED IDEOGRAPH-6734}"}, several


def test_surnames_sound_like_their_chinese() -> None:
    """A second look at each fact: the consonants of a surname and of its characters agree."""
    from rapidfuzz.distance import Levenshtein

    far = []
    for rule in TABLES:
        for person in persons_of(rule.params["persons"], rule.params["signs"]):
            for text in person.readings.get("surname", ()):
                heard = chinese_sounds(tuple(text.lower().split(" ")[1:]))
                ways = english_sounds(plain(person.short))
                if min(Levenshtein.distance(heard, way) for way in ways) > 2:
                    far.append((person.name, text))
    assert len(far) <= 10, far
