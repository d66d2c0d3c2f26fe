"""Packs: what is wrong with one is said with its place; compiled packs are cached and never trusted."""

import os
import time
from pathlib import Path

import pytest

from mtcheck.checker import check
from mtcheck.engine import cache
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.errors import InputError, RuleError, UnknownRuleError

RULE = """about: Test.
rules:
  - id: new-crown
    find: new crown
    message: "{found}."
    severity: error
    category: terminology
    bad: ["A <new crown> case."]
"""


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("", 1, 1, "empty"),
        ("about: x\nrules: [", 3, 1, "no YAML"),
        ("rules: []\n", 1, 1, "needs `about`"),
        ("about: x\nabout: y\nrules: []", 2, 1, "given twice"),
        ("about: x\nrules:\n  a: b", 3, 3, "expected a list"),
        ("about: x\nfrom: chinese\nrules: []\n", 2, 7, "ISO 639 code"),
        ("about: x\nruels: []\n", 2, 1, "did you mean 'rules'"),
        (RULE.replace("error", "eror"), 6, 15, "did you mean 'error'"),
        (RULE.replace("terminology", "terms"), 7, 15, "expected one of"),
        (RULE.replace("new-crown", "New Crown"), 3, 9, "lower-case"),
        (RULE.replace("    find", "    fnid"), 4, 5, "did you mean 'find'"),
        (RULE.replace("    find: new crown\n", ""), 3, 5, "needs `find`"),
        (RULE.replace('    message: "{found}."\n', ""), 3, 5, "needs `message`"),
        (RULE.replace("find: new crown", "find: new (crown"), 4, 11, "never closed"),
        (RULE.replace("find: new crown", "find: '{word}'"), 4, 11, "no stretch of fixed words"),
        (
            RULE.replace("find: new crown", "find: new crown\n    near: '{word}'"),
            5,
            11,
            "not finite",
        ),
        (
            RULE.replace("find: new crown", "find: new crown\n    suggest: '{verb:go}'"),
            5,
            14,
            "no pattern has",
        ),
        (RULE.replace("<new crown>", "<new crown"), 8, 11, "never closed"),
        (RULE.replace("severity: error", "severity: error\n    safe: yes"), 7, 11, "true or false"),
        (RULE.replace("severity: error", "severity: error\n    penalty: high"), 7, 14, "a number"),
        (
            RULE.replace("find: new crown", "kind: phrases\n    find: new crown"),
            4,
            11,
            "did you mean 'phrase'",
        ),
        (RULE + RULE.split("rules:\n")[1], 9, 5, "used in"),
        ("about: [x]\nrules: []", 1, 8, "expected a text, found a list"),
        ("about: x\nrules: [a]", 2, 9, "expected a table of keys, found a text"),
        (RULE.replace('"{found}."', "''"), 3, 5, "needs `message`"),
        (RULE.replace("find: new crown", "find: []"), 3, 5, "needs `find`"),
        (RULE.replace("find: new crown", "find: {a: b}"), 4, 11, "expected a list, found a table"),
        (RULE.replace("    find", "    penalty: nan\n    find"), 4, 14, "expected a number"),
        (RULE.replace("    find", "    penalty: -1\n    find"), 4, 14, "0 or more"),
        (RULE.replace("    find", "    aliases: area/own/new-crown\n    find"), 3, 5, "used in"),
        (RULE.replace("find: new crown", f"find: {'x' * 1001}"), 4, 11, "longer than 1000"),
        (RULE.replace("find: new crown", f"find: {'(' * 450}"), 4, 11, "more than 10 deep"),
        (RULE.replace("find: new crown", "find: [new crown, 'a (']"), 4, 23, "at character 3"),
        (RULE.replace("find: new crown", "find: [new crown, a]"), 4, 23, "no stretch of fixed"),
        (RULE.replace("find: new crown", "find: '{verb:-} crown'"), 4, 11, "is no verb"),
        (RULE.replace("    find", "    unless: [a b, ^a crown]\n    find"), 4, 19, "no ^ and no $"),
        (
            RULE.replace("    find", f"    near: ['{'(a|b|c|d)' * 5}']\n    find"),
            *(4, 12),
            "more than 400 forms",
        ),
        (
            RULE.replace("    find", "    quotations: both sides\n    find"),
            4,
            17,
            "expected one of",
        ),
        (RULE.replace("    bad: [", "    bad: [{fix: x}, "), 8, 11, "an example is a text"),
        (RULE.replace('    bad: ["A <new crown> case."]', "    bad: A case."), 8, 10, "a list"),
        (RULE.replace("A <new crown>", "A <new <crown>"), 8, 11, "inside a mark"),
        (RULE.replace("A <new crown>", "A <>"), 8, 11, "a mark is empty"),
        (RULE.replace("A <new crown>", "A new> crown"), 8, 11, "closes no mark"),
        (
            RULE.replace("find: new crown", "kind: entity\n    classes: [a]"),
            5,
            14,
            "a table of keys",
        ),
        (RULE.replace("find: new crown", "kind: sentence\n    problem: long"), 3, 5, "`words`: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(pack, text, line, column, says):
    path = pack(text)
    with pytest.raises(RuleError) as caught:
        load([path])
    problem = next(p for p in caught.value.problems if says in p.what)
    assert (problem.file, problem.line, problem.column) == (str(path), line, column)


def test_all_problems_are_found_in_one_go(pack):
    with pytest.raises(RuleError) as caught:
        load([pack(RULE.replace("error", "eror").replace("terminology", "terms"))])
    assert len(caught.value.problems) == 2


def test_a_problem_of_the_defaults_is_said_once(pack):
    two = "  - {id: a, find: new crown, message: x}\n  - {id: b, find: new crown, message: x}\n"
    with pytest.raises(RuleError) as caught:
        load([pack(f"about: x\ndefaults: {{severity: eror, category: style}}\nrules:\n{two}")])
    assert [p.line for p in caught.value.problems] == [2]


@pytest.mark.parametrize("written", ["people\N{RIGHT SINGLE QUOTATION MARK}s war", "people's war"])
def test_a_pattern_is_read_as_the_text_is(pack, written):
    rules = load([pack(RULE.replace("find: new crown", f'find: "{written}"'))])
    assert len(check("A people's war, a people\N{RIGHT SINGLE QUOTATION MARK}s war.", rules)) == 2


def test_yaml_words_stay_words(pack):
    path = pack(
        RULE.replace("find: new crown", "find: [no, on 1:30 sharp]").replace(
            "new crown>", "on 1:30 sharp>"
        )
    )
    with pytest.raises(RuleError, match="'no' is refused"):
        load([path])


def test_a_pack_that_is_no_utf8(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"about: \xff")
    with pytest.raises(RuleError, match="byte 7 is no UTF-8"):
        load([path])


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        load([tmp_path / "none"])


def test_a_folder_without_packs_is_an_error_and_no_empty_set(tmp_path):
    (tmp_path / "pack.yaml").mkdir()
    with pytest.raises(InputError, match="no pack of rules in this folder"):
        load([tmp_path])


def test_both_endings_are_packs_and_each_file_is_read_once(pack, tmp_path):
    path = pack(RULE)
    path.with_name("two.yml").write_text(RULE, "utf-8")
    (tmp_path / "link").symlink_to(path.parent)
    rules = load([path, path.parent, tmp_path / "link"])
    assert [r.id for r in rules.rules] == ["area/own/new-crown", "area/two/new-crown"]


def test_a_pack_that_cannot_be_read(pack, monkeypatch):
    path = pack(RULE)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"own\.yaml: cannot be read: Permission denied"):
        load([path], use_cache=False)


def test_a_pack_whose_name_is_no_utf8(pack):
    path = pack(RULE, os.fsdecode(b"bad\xff"))
    first, second = load([path]), load([path])
    assert first.docs == second.docs
    assert first.rules[0].id == "area/bad\udcff/new-crown"


EVIDENCE = """{"rules": {"new-crown": {"documents": 2, "rated": 3, "marked": 2, "chance": 0.5,
"rated_by_two": 0, "agreed": 0, "native_per_million": 0.0, "human_per_million": 1.5,
"mt_per_million": 2.0}}}"""


def test_what_was_measured_is_read_from_beside_the_pack(pack):
    path = pack(RULE)
    path.with_suffix(".measured.json").write_text(EVIDENCE)
    (evidence,) = load([path.parent]).evidence.items()
    assert evidence[0] == "area/own/new-crown"
    assert evidence[1].human_per_million == 1.5


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"rules": {"x": {"rated": 1}}}', "[" * 99_999])
def test_what_was_measured_but_cannot_be_read(pack, text):
    path = pack(RULE)
    path.with_suffix(".measured.json").write_text(text)
    with pytest.raises(RuleError, match=r"own\.measured\.json:1:1: .* measure it again"):
        load([path])


def test_rules_are_chosen_by_id_pack_and_area(pack):
    own, other = pack(RULE), pack(RULE, "other")
    rules = load([own.parent, own, other])
    both = ["area/other/new-crown", "area/own/new-crown"]
    assert [r.id for r in rules.rules] == both
    assert [r.id for r in load([own.parent.parent]).rules] == both
    assert [r.id for r in rules.select(only=["area"]).rules] == both
    assert [r.id for r in rules.select(only=["area/own"]).rules] == both[1:]
    assert [r.id for r in rules.select(ignore=["area/own/new-crown"]).rules] == both[:1]
    with pytest.raises(UnknownRuleError, match="did you mean 'area/own/new-crown'"):
        rules.select(only=["area/own/new-crwon"])


def test_an_old_id_still_finds_its_rule(pack):
    own = pack(RULE.replace("    find", "    aliases: area/own/crown\n    find"))
    rules = load([own, pack(RULE, "other")])
    assert rules["area/own/crown"].id == "area/own/new-crown"
    assert rules.renamed(["area/own/crown", "area", "x"]) == {
        "area/own/crown": "area/own/new-crown"
    }
    assert rules.select(["area/own/crown"]).rules == (rules["area/own/new-crown"],)
    with pytest.raises(UnknownRuleError):
        rules.select(["area/other"])["area/own/crown"]


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """The folder where compiled packs are kept."""
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def later(monkeypatch, seconds=60):
    """Let the files of a test look as if they had not been changed for some time."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)


def test_a_second_load_takes_the_cache(pack, monkeypatch, kept):
    path = pack(RULE)
    first = load([path])
    assert len(list(kept.glob("*.packs"))) == 1
    # These would fail if they were called.
    monkeypatch.setattr("mtcheck.engine.compile.compile_packs", None)
    second = load([path])
    assert second.rules == first.rules
    assert second.docs == first.docs


def test_packs_that_look_the_same_are_not_read_again(pack, monkeypatch, kept):
    later(monkeypatch)
    path = pack(RULE)
    first = load([path])
    monkeypatch.setattr("mtcheck.engine.packs.read_packs", None)
    second = load([path])
    assert second.rules == first.rules
    assert second.docs == first.docs


def test_packs_changed_a_moment_ago_are_read_again(pack, monkeypatch, kept):
    path = pack(RULE)
    load([path])
    monkeypatch.setattr("mtcheck.engine.packs.read_packs", None)
    with pytest.raises(TypeError):
        load([path])


@pytest.mark.parametrize("change", ["touch", "evidence", "other", "gone"])
def test_packs_that_look_different_are_read_again(pack, monkeypatch, kept, change):
    later(monkeypatch)
    path = pack(RULE)
    load([path.parent])
    match change:
        case "touch":
            os.utime(path, ns=(1, 1))
        case "evidence":
            path.with_suffix(".measured.json").write_text(EVIDENCE)
        case "other":
            pack(RULE, "other")
        case "gone":
            path.unlink()
    read = []
    monkeypatch.setattr("mtcheck.engine.packs.read_packs", lambda roots: read.append(roots) or [])
    load([path.parent])
    assert read


def test_docs_that_were_lost_are_compiled_again(pack, monkeypatch, kept):
    path = pack(RULE)
    first, second = load([path]), load([path])
    for file in kept.iterdir():
        file.unlink()
    assert second.docs == first.docs


@pytest.mark.parametrize("damage", [b"", b"mtcheck-packs 1 0\n[]\n{}", b"\xff\xfe", None])
def test_a_corrupt_cache_is_rebuilt(pack, kept, damage):
    path = pack(RULE)
    first = load([path])
    (file,) = kept.glob("*.packs")
    good = file.read_bytes()
    file.write_bytes(good.replace(b"new crown", b"old crown", 1) if damage is None else damage)
    assert load([path]).rules == first.rules
    assert file.read_bytes() == good


def test_a_changed_pack_is_compiled_again(pack):
    load([pack(RULE)])
    assert load([pack(RULE.replace("error", "warning"))]).rules[0].severity == "warning"


def test_a_cache_that_cannot_be_written_is_no_error(pack, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(blocked / "cache"))
    assert load([pack(RULE)]).rules


def test_no_home_is_no_error(pack, monkeypatch):
    monkeypatch.delenv("MTCHECK_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cache.folder() is None
    assert load([pack(RULE)]).rules


def test_only_the_newest_are_kept(pack, monkeypatch, tmp_path):
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(12):
        load([pack(RULE.replace("Test", f"Test {number}"))])
    assert len(list((tmp_path / "cache").glob("*.packs"))) == 8


def test_shipped_rules_are_found():
    assert (Path(shipped_rules()) / "any").is_dir()
