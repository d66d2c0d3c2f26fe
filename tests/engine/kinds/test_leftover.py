"""`leftover`: other scripts, broken characters, debris of programs, lines of the web page."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.checker import check
from mtcheck.engine.analysis.leftover_lines import compile_lines, line_finder
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import leftover
from mtcheck.engine.packs import load
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.errors import RuleError
from mtcheck.formats.plain import read_text

PACK = load([Path(__file__).parents[3] / "rules" / "any" / "leftovers.yaml"])
RULES = PACK.select(only=[rule.id for rule in PACK.rules if rule.kind == "leftover"])
LINES = [rule for rule in RULES.rules if rule.params["problem"] == "line"]


def found(text):
    findings = check(text, RULES)
    assert all(f.text == text[f.span.start : f.span.end] for f in findings)
    return [(f.rule.rsplit("/", 1)[1], f.text, *f.replacements) for f in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met 王 Wang.", [("other-script", "王")]),
        ("He said 你好，世界 and left.", [("other-script", "你好，世界")]),
        ("One 王\ntwo 李.", [("other-script", "王"), ("other-script", "李")]),
        ("At Xiamen (厦门) it rained.", [("script-in-brackets", "厦门")]),
        ("It rained (厦门 and so on).", [("other-script", "厦门")]),
        ("In Москва.", [("other-script", "Москва")]),
        ("The caf� is open.", [("lost-character", "caf�")]),
        ("one<br/>two", [("html-tag", "<br/>", " ")]),
        ("<url> (<url>)", [("engine-token", "<url> (<url>")]),
        ("go go go go go", []),
        ("port port port port", [("engine-loop", "port port port", "")]),
        ("port " + "of the " * 5 + "sea", [("engine-loop", "of the of the of the of the", "")]),
        ("port port\n\nport port", []),
        ("x" * 300 + " port port port port", [("engine-loop", "port port port", "")]),
        ("at 9 Uhr", [("german-uhr", "Uhr")]),
        ("Source: Coast, source: Port", [("source-line", "Source: Coast, source: Port", "")]),
        ("at 9 Fuhr, 9 uhren, Uhr 9", []),
        (
            "Reproduction without permission, the copyright belongs to the original author.",
            [
                (
                    "disclaimer",
                    "Reproduction without permission, the copyright belongs to the original author.",
                    "",
                )
            ],
        ),
    ],
)
def test_finds(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("pattern", "line", "fits"),
    [
        ("Read more", "Read more", True),
        ("Read more", "» READ MORE…", True),
        ("Read more", "Read more about it", False),
        ("Read more", "Do read more", False),
        ("Read more: …", "Read more: the end", True),
        ("Read more: …", "Read more：the end", True),
        ("You may [also] like", "You may also like", True),
        ("You may [also] like", "You may like", True),
        ("(Reporter {name})", "【Reporter Li Na】", True),
        ("(Reporter {name})", "(Reporter of the year)", False),
        ("The {name} Times", "The New York Times", True),
        ("The {name} Times", "The best of Times", False),
        ("Posted on {date}", "Posted on 2021-03-14", True),
        ("Posted on {date}", "Posted on March 14, 2021", True),
        ("Comments ({number})", "Comments (1,204)", True),
        ("Editor’s picks", "Editor's picks", True),
    ],
)
def test_line_patterns(pattern, line, fits):
    literals, expressions = compile_lines([pattern])
    assert literals[0] in line.lower() or not fits
    assert bool(line_finder(expressions).fullmatch(line)) is fits


def test_a_line_pattern_needs_words():
    with pytest.raises(RuleProblem, match="no words"):
        compile_lines(["… {name}"])


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ("problem: line", "needs `lines`"),
        ("problem: words", "needs `words`"),
        ("problem: line\n    lines: ['{date}']", "no words"),
    ],
)
def test_a_bad_rule_is_refused(pack, params, said):
    text = f"""about: Test.
defaults: {{kind: leftover, severity: error, category: addition}}
rules:
  - id: x
    message: "{{found}}."
    {params}
"""
    with pytest.raises(RuleError, match=re.escape(said)):
        load([pack(text)])


@pytest.mark.parametrize("rule", LINES, ids=lambda r: r.id.rsplit("/", 1)[1])
def test_every_line_pattern_has_an_example_of_its_own(rule):
    marked = [
        example.text[start:end].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        for example in RULES.docs[rule.id].bad
        for start, end in example.marks
    ]
    finders = [line_finder(compile_lines([p])[1]) for p in rule.params["lines"]]
    fits = [[bool(f.fullmatch(line)) for f in finders] for line in marked]
    alone = {row.index(True) for row in fits if sum(row) == 1}
    unneeded = [p for i, p in enumerate(rule.params["lines"]) if i not in alone]
    assert unneeded == []


@pytest.mark.parametrize(
    "rule", [r for r in RULES.rules if "words" in r.params], ids=lambda r: r.id
)
def test_every_word_has_an_example(rule):
    marked = " ".join(
        example.text[start:end].lower()
        for example in RULES.docs[rule.id].bad
        for start, end in example.marks
    )
    assert [w for w in rule.params["words"] if w not in marked] == []


def test_every_problem_has_a_rule():
    used = {rule.params["problem"] for rule in RULES.rules}
    assert used == set(leftover.PARAMETERS["problem"].choices)


def test_a_sentence_is_no_line_of_furniture():
    assert found("Photo: it was the only one that ever showed the whole crew.") == []
    assert found("Photo: the crew") == [("photo-credit", "Photo: the crew", "")]


def test_a_long_line_ends_the_tail():
    article = "The crews stopped work on Friday.\n" * 3 + "They will meet again on Sunday.\n"
    teaser = "No bread on the islands\n"
    end = "Source: coast1\n"
    assert [f[0] for f in found(article + teaser + end)] == ["teaser", "source-line"]
    assert [
        f[0] for f in found(article + teaser + " ".join(f"w{n}" for n in range(99)) + "\n" + end)
    ] == ["source-line"]


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("<br>", {"problem": "tag"}),
        ("Read more", {"problem": "line", "lines": ["Read more"]}),
        ("I was translated by machine.", {"problem": "sentence", "words": ["translated"]}),
    ],
)
def test_code_is_left_alone(text, params):
    rule = Rule("a/b/c", "leftover", "m", "error", "addition", params=params)
    plan = leftover.plan(rule)
    place = min(text.lower().find(literal) for literal in plan.literals if literal in text.lower())
    prose = read_text(f"Title\n{text}")
    first, second = prose.blocks
    coded = prose._replace(blocks=(first, second._replace(kind="code")))
    assert len(list(leftover.check(rule, plan)(View(prose), [place + 6]))) == 1
    assert list(leftover.check(rule, plan)(View(coded), [place + 6])) == []


@settings(deadline=None)
@given(st.text(alphabet="aС°中，。（） 厦\n|<br>&;Ã©\N{ZERO WIDTH SPACE}�", max_size=40))
def test_nothing_breaks_it(text):
    for _, marked, *_ in found(text):
        assert marked
