"""The source language: what a text shows of it, and which rules wait for it."""

import pytest

from mtcheck.checker import check, examine
from mtcheck.engine.packs import load
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text
from mtcheck.source import ANY_SOURCE, LANGUAGES, NO_SOURCE, Source, source_of


def rule(name, language, severity="error"):
    return Rule(f"{language}/own/{name}", "phrase", "x.", severity, "style", language=language)


def shown(text, *fired):
    return source_of(View(read_text(text)), fired)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("SEOUL, June 3 (Yonhap) The band 방탄소년단 played.", "ko"),
        ("Kyodo said Kenji Nakamura met Yuki Morishima on Friday.", "ja"),
        ("The word дорога was on the sign, Interfax said.", "ru"),
        ("The word дорогі was on the sign, Ukrinform said.", "uk"),
        ("The film ドラマ opened, Asahi Shimbun said.", "ja"),
        ("The film 电影 opened, and Zhang Wei and Li Xiaoming were there.", "zh"),
        ("Ivan Petrovich and Anna Sergeevna read TASS.", "ru"),
    ],
)
def test_two_signs_are_enough(text, language):
    found = shown(text)
    assert found is not None
    assert found.language == language
    assert len(found.why) == 2
    assert LANGUAGES[language] in found.words


@pytest.mark.parametrize(
    "text",
    [
        "The word дорога was on the sign.",  # one sign
        "Zhang Wei met Li Xiaoming.",
        "Xinhua and TASS wrote about Zhang Wei, Li Xiaoming and дорога.",  # two each
        "An ordinary text about an ordinary day.",
    ],
)
def test_less_than_two_or_as_many_for_another_is_not(text):
    assert shown(text) is None


def test_rules_of_one_language_are_signs_each_once_and_taste_is_none():
    one, two = rule("a", "zh"), rule("b", "zh")
    assert shown("A text.", one, one) is None
    assert shown("A text.", one, rule("b", "zh", "suggestion")) is None
    found = shown("A text.", one, two)
    assert found == Source("zh", ("2 rules about Chinese found something",))
    assert shown("A text.", one, two, rule("c", "ru")) == found
    assert shown("A text.", one, two, rule("c", "ru"), rule("d", "ru")) is None


PACK = """
about: Test.
from: zh
defaults: {category: style, severity: warning}
rules:
  - id: sure
    find: walk the middle line
    message: "{found}."
    bad: ["They <walk the middle line>."]
    good: [They walk., "A line."]
  - id: sure-too
    find: golden autumn season
    message: "{found}."
    bad: ["A <golden autumn season>."]
    good: [Autumn., "A season."]
  - id: waits
    find: relevant departments
    needs-source: true
    once: true
    message: "{found}."
    bad: ["The <relevant departments>."]
    good: [Departments., "It is relevant."]
"""
TEXT = "The relevant departments met. Other relevant departments did not."
CHINESE = f"{TEXT} They walk the middle line in the golden autumn season."


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "own" / "pack.yaml"
    path.parent.mkdir()
    path.write_text(PACK)
    return load([path])


@pytest.mark.parametrize(
    ("text", "source", "waiting_speaks"),
    [
        (TEXT, None, False),
        (TEXT, "zh", True),
        (TEXT, "ru", False),
        (TEXT, ANY_SOURCE, True),
        (CHINESE, None, True),
        (CHINESE, NO_SOURCE, False),
        (CHINESE, "ru", False),
    ],
)
def test_a_rule_that_needs_the_source_waits_for_it(rules, text, source, waiting_speaks):
    found = {f.rule for f in check(text, rules, source=source)}
    assert ("own/pack/waits" in found) is waiting_speaks


def test_what_counts_once_weighs_once(rules):
    findings = [f for f in check(TEXT, rules, source="zh") if f.rule == "own/pack/waits"]
    assert [(f.severity, f.penalty) for f in findings] == [("warning", 1.0), ("suggestion", 0.0)]


def test_the_source_is_said_and_only_asked_for_where_it_matters(rules):
    view = View(read_text("They walk the middle line in the golden autumn season."))
    assert examine(view, rules).source is None
    assert examine(view, rules, conclude=True).source.language == "zh"
    assert examine(view, rules, "ru").source == Source("ru")
    assert examine(view, rules, "ru").source.words == "Translated from Russian, as was said."


def test_a_pack_of_no_language_cannot_wait_for_one(tmp_path):
    path = tmp_path / "own" / "pack.yaml"
    path.parent.mkdir()
    path.write_text(PACK.replace("from: zh\n", ""))
    with pytest.raises(Exception, match="packs that say `from`"):
        load([path])
