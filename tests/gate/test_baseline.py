"""A baseline: old findings stay known wherever they go, new ones are never hidden."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.finding import Finding
from mtcheck.gate.baseline import Baseline, Entry, as_bytes, gathered, read_baseline
from mtcheck.gate.result import Located, Result
from mtcheck.text.span import Span


def located(words):
    rule, _, shown = words.partition(":")
    finding = Finding(rule, Span(0, 1), "error", "style", "Wrong.", shown)
    return Located(finding, 0, 1, 1, 1, 1, 2, shown, f"It is {shown}.")


def result(file, *found):
    return Result(str(file), "", "text", tuple(map(located, found)))


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("")
    return tmp_path


def kept(folder, *results):
    """The baseline of some results, written and read."""
    path = folder / ".mtcheck-baseline.json"
    path.write_bytes(as_bytes(gathered(results, str(folder))))
    return Baseline(read_baseline(str(path)), str(folder))


def new(baseline, result):
    return [f"{each.finding.rule}:{each.shown}" for each in baseline.known(result).found]


def test_old_findings_are_known_and_new_ones_are_not(folder):
    baseline = kept(folder, result(folder / "a.txt", "x:one", "x:two"))
    checked = baseline.known(result(folder / "a.txt", "x:two", "y:one", "x:one"))
    assert [each.finding.rule for each in checked.found] == ["y"]
    assert [(s.located.shown, s.by) for s in checked.suppressed] == [
        ("two", "baseline"),
        ("one", "baseline"),
    ]
    assert baseline.fixed() == []


def test_what_stands_more_often_than_before_is_new(folder):
    baseline = kept(folder, result(folder / "a.txt", "x:one", "x:one"))
    assert new(baseline, result(folder / "a.txt", *["x:one"] * 3)) == ["x:one"]


def test_a_file_with_another_name_keeps_its_findings(folder):
    baseline = kept(folder, result(folder / "gone.txt", "x:one"))
    assert new(baseline, result(folder / "a.txt", "x:one", "x:one")) == ["x:one"]


def test_a_paragraph_may_move_to_a_later_file(folder):
    baseline = kept(folder, result(folder / "a.txt", "x:one"))
    assert new(baseline, result(folder / "a.txt")) == []
    assert new(baseline, result(folder / "b.txt", "x:one")) == []


def test_a_copy_is_new_while_the_old_one_may_still_come(folder):
    baseline = kept(folder, result(folder / "b.txt", "x:one"))
    assert new(baseline, result(folder / "a.txt", "x:one")) == ["x:one"]
    assert new(baseline, result(folder / "b.txt", "x:one")) == []


def test_records_of_one_file_share_its_entries(folder):
    baseline = kept(folder, result(folder / "a.txt", "x:one", "x:two"))
    assert new(baseline, result(folder / "a.txt", "x:two")) == []
    assert new(baseline, result(folder / "a.txt", "x:one")) == []


def test_what_is_fixed_drops_out_and_what_was_not_checked_stays(folder):
    before = [result(folder / "a.txt", "x:one", "x:two"), result(folder / "b.txt", "x:three")]
    baseline = kept(folder, *before, result(folder / "gone.txt", "x:four"))
    entries = gathered([result(folder / "a.txt", "x:two", "x:new")], str(folder), baseline)
    assert [(e.file, e.text) for e in entries] == [("a.txt", "two"), ("b.txt", "three")]
    assert sorted(entry.text for entry in baseline.fixed()) == ["four", "one"]


def test_a_baseline_is_a_line_an_entry_in_order(folder):
    results = [result(folder / "b.txt", "x:é\udcff"), result(folder / "a.txt", "x:one", "x:one")]
    text = as_bytes(gathered(results, str(folder)))
    assert [row["times"] for row in json.loads(text)["findings"]] == [2, 1]
    assert len(text.splitlines()) == 4
    assert text == as_bytes(gathered(results[::-1], str(folder)))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[", "this is no JSON"),
        ("[]", "no baseline of mtcheck"),
        ('{"mtcheck-baseline": 2}', "no baseline of mtcheck"),
        ('{"mtcheck-baseline": 1}', 'expected "findings"'),
        ('{"mtcheck-baseline": 1, "findings": [1]}', "finding 1: expected a table"),
        ('{"mtcheck-baseline": 1, "findings": [{"file": 1}]}', "expected 'file' to be a text"),
        (
            '{"mtcheck-baseline": 1, "findings": '
            '[{"file": "a", "fingerprint": "b", "rule": "c", "text": "d", "times": true}]}',
            "expected 'times' to be a whole number",
        ),
    ],
)
def test_a_damaged_baseline_is_said(tmp_path, content, says):
    path = tmp_path / "b.json"
    path.write_text(content)
    with pytest.raises(InputError, match=f"^{path}: .*{says}"):
        read_baseline(str(path))


def test_no_baseline_says_how_to_make_one(tmp_path):
    with pytest.raises(InputError, match="mtcheck baseline create"):
        read_baseline(str(tmp_path / "none"))


FILES = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "gone.txt"]),
    st.lists(st.sampled_from(["x:one", "x:two", "y:one"]), max_size=4),
)


@given(FILES, FILES)
def test_where_files_are_gone_as_many_are_known_as_there_were(tmp_path_factory, before, after):
    folder = str(tmp_path_factory.getbasetemp())
    baseline = Baseline(
        [
            Entry(file, located(words).fingerprint, found.count(words), "", "")
            for file, found in before.items()
            for words in dict.fromkeys(found)
        ],
        folder,
    )
    was = [words for found in before.values() for words in found]
    now = [words for found in after.values() for words in found]
    fresh = [
        words
        for file, found in after.items()
        for words in new(baseline, result(f"{folder}/{file}", *found))
    ]
    for words in set(now):
        assert fresh.count(words) == max(0, now.count(words) - was.count(words))
