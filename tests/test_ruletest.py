"""What `rules test` and `rules lint` say about rules that are not as they say."""

import pytest

from mtcheck.engine.packs import load
from mtcheck.finding import Finding
from mtcheck.ruletest import apply_first, lint, run_examples
from mtcheck.text.span import Span

RULE = """about: Test.
defaults: {severity: error, category: style}
rules:
  - id: crown
    find: new (red|blue) crown
    suggest: [COVID-19]
    message: "{found} is {suggest}."
    bad: ["A <new red crown>.", "A <new blue crown>."]
    good: ["A crown.", "A new king."]
"""


def said(run, pack, old="", new=""):
    assert old in RULE
    return [failure.what for failure in run(load([pack(RULE.replace(old, new, 1))]))]


def test_a_rule_that_is_as_it_says(pack):
    assert said(run_examples, pack) == said(lint, pack) == []


def test_a_failure_names_file_line_and_rule(pack):
    path = pack(RULE.replace("    bad: [", "    bad: [A crown., "))
    (failure,) = run_examples(load([path])) or [None]
    assert failure is None or str(failure).startswith(f"{path}:4: area/own/crown: ")
    (failure,) = lint(load([path]))
    assert str(failure).startswith(f"{path}:4: area/own/crown: has a bad example without a mark")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<new red crown>", "<new> red crown", "should find “new”, finds “new red crown”: A new "),
        ("<new red crown>", "<new king>", "should find “new king”, finds nothing: A new king."),
        ("<new red crown>", "new red crown", "should find nothing, finds “new red crown”: A "),
        ('"A crown."', '"A new red crown."', "finds “new red crown” in its good example: A new "),
        (
            "    good",
            "    missed: [A new red crown.]\n    good",
            "now finds a known miss; make it ",
        ),
        ('"A <new red crown>."', "{text: A <new red crown>., fix: A cold.}", "its fix gives: A C"),
        (
            "suggest: [COVID-19]",
            "suggest: [new blue crown of old]\n    safe: true",
            "still finds something after its safe fix: A new blue crown of old.",
        ),
    ],
)
def test_examples(pack, old, new, says):
    assert any(what.startswith(says) for what in said(run_examples, pack, old, new))


def test_a_fix_that_comes_out_as_said(pack):
    right = "{text: A <new red crown>., fix: A COVID-19.}"
    assert said(run_examples, pack, '"A <new red crown>."', right) == []
    assert said(run_examples, pack, "    bad", "    safe: true\n    bad") == []


def test_the_article_that_goes_with_a_replacement_may_be_marked_or_not(pack):
    owl = RULE.replace("COVID-19", "owl")
    for marked in (owl, owl.replace("A <new", "<A new")):
        assert run_examples(load([pack(marked)])) == []
    whole = owl.replace("(red|blue)", "(red|a blue)").replace('"A <new blue', '"A <new a blue')
    assert lint(load([pack(whole.replace("A <new", "<A new"))])) == []
    (failure,) = run_examples(load([pack(RULE.replace('"A <new red', '"<A new red'))]))
    assert failure.what.startswith("should find “A new red crown”, finds “new red crown”")


def test_rules_that_need_the_source_are_tested_and_silent_in_other_languages(pack):
    waits = RULE.replace("about: Test.", "about: Test.\nfrom: zh") + "    needs-source: true\n"
    assert run_examples(load([pack(waits)])) == []
    (failure,) = run_examples(load([pack(waits.replace('"A crown."', '"A new red crown."'))]))
    assert failure.what.startswith("finds “new red crown” in its good example")
    other = RULE.replace("id: crown", "id: king").replace(
        "new (red|blue) crown", "old (red|blue) hat"
    )
    other = other.replace("new red crown", "old red hat").replace("new blue crown", "old blue hat")
    other = other.replace("A crown.", "A new red crown.")
    assert run_examples(load([pack(waits), pack(other, "own2")])) == []
    said = run_examples(
        load([pack(waits), pack(other.replace("about: Test.", "about: Test.\nfrom: zh"), "own2")])
    )
    assert [f.what for f in said] == [
        "area/own/crown finds “new red crown” in the good example: A new red crown."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "win …",
        "take ... away",
        "hit sb hard",
        "at one's best",
        "shoot oneself",
        "the X",
        "___",
    ],
)
def test_a_suggestion_that_leaves_words_to_be_filled_in(pack, words):
    failures = lint(load([pack(RULE.replace("[COVID-19]", f'["{words}"]'))]))
    assert any("to be filled in" in f.what and f"“{words}”" in f.what for f in failures)


@pytest.mark.parametrize("words", ["…", "someone else's", "an X-ray", "the oneness"])
def test_a_suggestion_that_leaves_none(pack, words):
    assert said(lint, pack, "COVID-19", f'"{words}"') == []


def test_another_rule_in_a_good_example(pack):
    other = """  - id: king
    find: new king
    message: x.
    severity: warning
    bad: ["A <new king>."]
    good: ["A king.", "A red king."]
"""
    (what,) = [f.what for f in run_examples(load([pack(RULE + other)]))]
    assert what == "area/own/king finds “new king” in the good example: A new king."
    assert run_examples(load([pack(RULE + other.replace("warning", "suggestion"))])) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('    bad: ["A <new red crown>.", "A <new blue crown>."]\n', "", "has no bad example"),
        (', "A new king."]', "]", "has 1 good examples; it needs 2 near misses"),
        ("A crown.", "A <crown>.", "has a good or missed example with a mark"),
        ("{suggest}", "{suggests}", "its message has {suggests}; a phrase knows only"),
        ("    suggest: [COVID-19]\n", "", "its message has {suggest}, but there is no suggestion"),
        (', "A <new blue crown>."', "", "no bad example needs the alternative “blue” of"),
        (
            "find: new (red|blue) crown",
            "find: [new (red|blue) crown, new pink crown]",
            "no bad example needs the pattern 'new pink crown'",
        ),
    ],
)
def test_lint(pack, old, new, says):
    (what,) = said(lint, pack, old, new)
    assert what.startswith(says)


def test_other_kinds_have_placeholders_of_their_own(pack):
    rule = """about: Test.
rules:
  - {id: a, kind: sentence, problem: long, words: 45, message: "{count} {suggest}.",
     severity: suggestion, category: style, bad: ["<x> y"], good: [x, y]}
"""
    assert lint(load([pack(rule)])) == []


def test_replacements_that_overlap_wait():
    def finding(start, end, *replacements):
        return Finding("x", Span(start, end), "error", "style", "x", "x", replacements)

    found = [finding(4, 6, "C"), finding(0, 2, "A", "B"), finding(1, 3, "X"), finding(3, 3)]
    assert apply_first("abcdefg", found) == "AcdCg"
