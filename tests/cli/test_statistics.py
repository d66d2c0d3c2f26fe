"""`check --statistics` and `check --show-timing`: on standard error, beside what is found."""

import re

import pytest

from mtcheck.checker import examine, shipped
from mtcheck.engine.packs import load
from mtcheck.engine.run import SEARCH
from mtcheck.engine.stopwatch import Stopwatch
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text
from repository import ROOT

TEXT = "Two cases of new crown pneumonia. New crown pneumonia again, , he said.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def test_statistics_count_by_rule_and_by_category(mtcheck, folder):
    plain = mtcheck("check", "--format", "jsonl", ".", cwd=folder)
    done = mtcheck("check", "--format", "jsonl", "--statistics", ".", cwd=folder)
    assert (done.stdout, done.returncode) == (plain.stdout, 1)
    first, *lines = done.stderr.decode().splitlines()
    assert first == "      4  error       zh/pandemic/new-crown-pneumonia  (2 files)"
    assert "      4  Wrong term" in lines
    counted = sum(int(line.split()[0]) for line in [first, *lines] if "/" in line)
    assert counted == len(plain.stdout.splitlines())


def test_statistics_are_of_what_is_shown(mtcheck, folder):
    done = mtcheck("check", "--show", "error", "--statistics", "a.txt", cwd=folder)
    rows = [line.split()[1:3] for line in done.stderr.decode().splitlines()]
    assert rows == [["error", "zh/pandemic/new-crown-pneumonia"], ["Wrong", "term"]]


def test_timing_names_the_slowest_and_changes_nothing(mtcheck, folder):
    plain = mtcheck("check", "--format", "jsonl", ".", cwd=folder)
    for _ in range(2):  # what is kept of a first run is not used
        done = mtcheck("check", "--format", "jsonl", "--show-timing", ".", cwd=folder)
        assert (done.stdout, done.returncode) == (plain.stdout, 1)
        head, *rows, last, _ = done.stderr.decode().splitlines()
        assert head.split() == ["ms", "share", "calls", "rule"]
        assert len(rows) == 20
        times = [float(row.split()[0]) for row in rows]
        assert times == sorted(times, reverse=True)
        assert any(row.endswith(SEARCH) for row in rows)
        assert re.fullmatch(r"\d+ more took less each; all rules [\d.]+ s of [\d.]+ s\.", last)


def test_without_rules_that_ran_the_table_is_empty(mtcheck, folder):
    done = mtcheck("check", "--show-timing", "none.txt", cwd=folder)
    assert b"all rules 0.00 s of " in done.stderr


def test_rules_under_a_stopwatch_find_the_same():
    text = (ROOT / "examples" / "strait-visit.txt").read_text("utf-8")
    watched = load()
    watch = Stopwatch()
    watched.watch(watch)
    found = examine(View(read_text(text)), watched, "zh")
    assert found == examine(View(read_text(text)), shipped(), "zh")
    fired = {finding.rule for finding in found.findings}
    assert fired & set(watch.calls)  # the others only take what an analysis found
    assert watch.calls[SEARCH] == 1
    assert any(name.endswith(", for several rules)") for name in watch.calls)
    assert set(watch.calls) == set(watch.seconds)
