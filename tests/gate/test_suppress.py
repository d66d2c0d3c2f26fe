"""Findings that comments and settings ignore, and what is wrong with comments."""

import pytest

from mtcheck.errors import UnknownRuleError
from mtcheck.gate.own import OWN
from mtcheck.gate.rules import loaded
from mtcheck.gate.settings import Ignore
from suppressing import checked, counted, settings

NEXT = "<!-- mtcheck: ignore-next-line zh -- a ship -->"
LINE = "<!-- mtcheck: ignore-line zh -- a ship -->"
START, END = "<!-- mtcheck: ignore-start zh -- a ship -->", "<!-- mtcheck: ignore-end -->"
CROWN = "A new crown case."


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        # The next block, all of it, and nothing else.
        ("a.md", f"{CROWN}\n\n{NEXT}\n{CROWN}\n{CROWN}\n\n{CROWN}\n", [1, 7]),
        ("a.md", f"{NEXT}\n# {CROWN}\n\n{CROWN}\n", [4]),
        ("a.md", f"- {CROWN}\n\n  {NEXT}\n\n- {CROWN}\n- {CROWN}\n", [1, 6]),
        ("a.html", f"<p>{CROWN}</p>{NEXT}<p>{CROWN}</p>\n<p>{CROWN}</p>", [1, 2]),
        # Inside of a block the next line, or without one the next block.
        ("a.md", f"{CROWN} {NEXT}\n{CROWN}\n{CROWN}\n", [1, 3]),
        ("a.html", f"<p>{CROWN}{NEXT}<br>\n{CROWN}<br>\n{CROWN}</p>", [1, 3]),
        ("a.html", f"<p>{CROWN}{NEXT}{CROWN}</p>\n<p>{CROWN}</p>", [1, 1]),
        ("a.md", f"{CROWN}\n\n{NEXT}\n", [1]),
        # The line in which it stands, in its block or beside one.
        ("a.md", f"{CROWN}\n{CROWN} {LINE}\n{CROWN}\n", [1, 3]),
        ("a.md", f"A {LINE}new crown\n{CROWN}\n", [2]),
        ("a.html", f"<p>{CROWN}</p>\n{LINE}<p>{CROWN}<br>\n{CROWN}</p>", [1, 3]),
        ("a.html", f"<p>{CROWN}</p>\n<p>{CROWN}</p> {LINE}\n<p>{CROWN}</p>", [1, 3]),
        ("a.md", f"{CROWN}\n\n{LINE}\n\n{CROWN}\n", [1, 5]),
        # From here to there.
        ("a.md", f"{CROWN}\n\n{START}\n\n{CROWN}\n\n{CROWN}\n\n{END}\n\n{CROWN}\n", [1, 11]),
        ("a.html", f"<p>{CROWN}{START}{CROWN}{END}{CROWN}</p>", [1, 1]),
        ("a.md", f"{START}\n\n{CROWN}\n\n<!-- mtcheck: ignore-end zh -->\n\n{CROWN}\n", [7]),
        # The whole file, wherever it stands.
        ("a.md", f"{CROWN}\n\n<!-- mtcheck: ignore-file zh -- a ship -->\n\n{CROWN}\n", []),
        # Words, whatever their case, spaces and marks.
        ("a.md", f'<!-- mtcheck: ignore "New  crown" zh -- a ship -->\n\n{CROWN}\n\nNEW\nCROWN\n', []),
        ("a.md", f'<!-- mtcheck: ignore "“new crown” case" zh -- a -->\n\nA "new crown" case.\n\n{CROWN}\n', [5]),
        ("a.md", f'<!-- mtcheck: ignore "new" zh -- it is not in these words -->\n\n{CROWN}\n', [3]),
        # Code and prose are no comments.
        ("a.md", f"`{LINE}` {CROWN}\n\n    <!-- mtcheck: ignore-file all -- a -->\n", [1]),
        ("a.md", f"```\n<!-- mtcheck: ignore-file all -- a -->\n```\n{CROWN}\n", [4]),
        ("a.md", f"Write mtcheck: ignore-file all -- why. {CROWN}\n", [1]),
        ("a.html", f"<script>{LINE}</script><p>&lt;!-- mtcheck: ignore-file zh -- a --> {CROWN}</p>", [1]),
        ("a.html", f"<!-- see mtcheck: ignore-file all -- a --><p>{CROWN}</p>", [1]),
        ("a.txt", f"{CROWN} {LINE}\n", [1]),
        # In a list, a quotation, a table, a block of HTML, and behind front matter.
        ("a.md", f"- {CROWN} {LINE}\n- {CROWN}\n", [2]),
        ("a.md", f"> {NEXT}\n> {CROWN}\n>\n> {CROWN}\n", [4]),
        ("a.md", "> <!-- mtcheck: ignore-file zh\n> -- a\n> b -->\n> A new crown.\n", []),
        ("a.md", f"| a |\n|---|\n| {CROWN} {LINE} |\n| {CROWN} |\n", [4]),
        ("a.md", f"<div>\n{NEXT}\n</div>\n\n{CROWN}\n", []),
        ("a.md", f"---\nx: y\n---\r\n{NEXT}\r\n{CROWN}\r\n\r\n{CROWN}\r\n", [7]),
    ],
)  # fmt: skip
def test_where_a_comment_acts(tmp_path, name, text, left):
    found = counted(checked(name, text, settings(tmp_path, choice={"ignore": ("mtcheck",)})))
    assert found == [(line, "crown") for line in left]


def test_only_its_rules_are_ignored(tmp_path):
    text = "<!-- mtcheck: ignore-next-line zh/test/crown -- a ship -->\nA new crown, the middle line.\n"
    result = checked("a.md", text, settings(tmp_path))
    assert counted(result) == [(2, "line")]
    [(located, by, reason)] = result.suppressed
    assert (located.finding.rule, by, reason) == ("zh/test/crown", "comment", "a ship")


@pytest.mark.parametrize("rules", ["zh/test/crown, zh/test/line", "zh/test", "zh", "all"])
def test_rules_packs_and_areas_are_named(tmp_path, rules):
    text = f"<!-- mtcheck: ignore-file {rules} -- a -->\n\nA new crown, the middle line.\n"
    result = checked("a.md", text, settings(tmp_path))
    assert (result.found, len(result.suppressed)) == ((), 2)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("<!-- mtcheck: ignore-file zh -->\n\nA new crown.\n", [(1, "no-reason"), (3, "crown")]),
        ("Text.\n\n<!-- mtcheck: ignore-file zh/test -- a -->\n", [(3, "unused")]),
        ("<!-- mtcheck: ignore-file zh/tset -- a -->\n\nA new crown.\n", [(1, "unknown-rule"), (3, "crown")]),
        ("<!-- mtcheck: ignore-fiel zh -- a -->\n\nA new crown.\n", [(1, "malformed"), (3, "crown")]),
        ("<!-- mtcheck: ignore-end -->\n\nA new crown.\n", [(1, "malformed"), (3, "crown")]),
        ("<!-- mtcheck: ignore-start zh -- a -->\n\nA new crown.\n", [(1, "unclosed"), (3, "crown")]),
        # What is right beside what is wrong still acts.
        ("<!-- mtcheck: ignore-file zhh, zh -- a -->\n\nA new crown.\n", [(1, "unknown-rule")]),
        # Blocks in each other.
        (
            "<!-- mtcheck: ignore-start zh/test/line -- a -->\n\n<!-- mtcheck: ignore-start zh/test/crown -- a -->\n\n"
            "A new crown.\n\n<!-- mtcheck: ignore-end zh/test/line -->\n\nA new crown.\n\n<!-- mtcheck: ignore-end -->\n",
            [(1, "unused")],
        ),
        # A problem is not suppressed by what ignores all.
        ("<!-- mtcheck: ignore-file all -- a -->\n\n<!-- mtcheck: ignore-line zh -->\n\nA new crown.\n", [(3, "no-reason")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_stands(tmp_path, text, problems):
    result = checked("a.md", text, settings(tmp_path))
    assert counted(result) == problems
    for located in result.found:
        if located.finding.rule in OWN:
            assert text[located.start : located.end] == located.finding.text
            assert located.finding.text.startswith("<!-- mtcheck:")
            assert (located.finding.severity, located.finding.penalty) == ("warning", 0.0)
            assert located.finding.message.endswith((".", "?"))


def test_messages_say_what_to_do(tmp_path):
    text = "<!-- mtcheck: ignore-file zh/tset, zh/test/line -- a -->\n\nA new crown.\n"
    unknown, unused, _ = checked("a.md", text, settings(tmp_path)).found
    assert unknown.finding.message == "There is no rule 'zh/tset'; did you mean 'zh/test'?"
    assert "no finding of zh/test/line here" in unused.finding.message


def test_reasons_can_be_left_out_where_the_settings_say_so(tmp_path):
    text = "<!-- mtcheck: ignore-file zh -->\n\nA new crown.\n"
    assert checked("a.md", text, settings(tmp_path, require_reason=False)).found == ()


@pytest.mark.parametrize(
    "choice",
    [{"only": ("zh/test/crown",)}, {"ignore": ("zh/test/line",)}, {"ignore": ("mtcheck",)}],
)
def test_nothing_is_called_unused_whose_rules_were_not_asked(tmp_path, choice):
    text = (
        "<!-- mtcheck: ignore-file zh -- a -->\n\n<!-- mtcheck: ignore-file all -- a -->\n\nText.\n"
    )
    assert checked("a.md", text, settings(tmp_path, choice=choice)).found == ()


def test_settings_ignore_by_rule_and_words(tmp_path):
    ignores = (Ignore("zh/test/crown", "", "a ship"), Ignore("all", "Middle  line", "a border"))
    text = "A new crown. The middle line.\n"
    result = checked("a.txt", text, settings(tmp_path, ignores=ignores))
    assert result.found == ()
    assert [each[1:] for each in result.suppressed] == [
        ("config", "a ship"),
        ("config", "a border"),
    ]
    result = checked("a.txt", text, settings(tmp_path, ignores=(Ignore("zh", "middle", "a"),)))
    assert len(result.found) == 2
    with pytest.raises(UnknownRuleError, match="zh/tset"):
        checked("a.txt", text, settings(tmp_path, ignores=(Ignore("zh/tset", "", "a"),)))


def test_what_is_ignored_has_no_part_in_the_score(tmp_path):
    words = "The cat sat on the mat all day. " * 10
    text = f"<!-- mtcheck: ignore-file zh -- a -->\n\n{words}\n\nA new crown.\n"
    ignored = checked("a.md", text, settings(tmp_path, measured=True))
    counts = checked("a.md", text.replace("zh --", "ru --"), settings(tmp_path, measured=True))
    assert ignored.score == 100
    assert counts.score < 100


def test_a_report_has_what_counts_only_and_tells_the_problems(tmp_path):
    text = "<!-- mtcheck: ignore-file zh -- a -->\n\nA new crown.\n\n<!-- mtcheck: ignore-line zh -->\n"
    result = checked("a.md", text, settings(tmp_path, reported=True))
    assert result.report.findings == ()
    [note] = result.report.document.notes
    assert note.startswith("line 5: This ignores nothing")


def test_their_rules_are_chosen_and_explained_like_others(tmp_path):
    rules = loaded(settings(tmp_path).rules.packs)
    assert rules["mtcheck/suppression/unused"].severity == "warning"
    assert set(OWN) <= set(rules.docs)
    assert set(rules.select(["mtcheck/suppression/unused"]).own) == {"mtcheck/suppression/unused"}
    assert not rules.select(ignore=["mtcheck/suppression"]).own
    assert rules.renamed([*OWN]) == {}
    with pytest.raises(UnknownRuleError, match="did you mean 'mtcheck/suppression/unused'"):
        rules["mtcheck/suppression/unusd"]


@pytest.mark.parametrize("id_", OWN)
def test_the_examples_of_these_rules_are_true(tmp_path, id_):
    _, doc = OWN[id_]
    for examples, is_bad in ((doc.bad, True), (doc.good, False)):
        [example] = examples
        text = example.text if is_bad else example.text.replace("ignore-end", "ignore-end zh")
        result = checked("a.md", f"{text}\n", settings(tmp_path))
        # Nothing is here to ignore, and the test's pack has no zh/pandemic.
        found = {each.finding.rule for each in result.found}
        if "zh/pandemic" not in text:
            assert (id_ in found) == is_bad
