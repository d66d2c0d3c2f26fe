"""Measuring rules: what is counted, against which marks, and where it is written."""

import json
from pathlib import Path

import pytest

from mtcheck.engine.packs import load
from mtcheck.errors import InputError
from mtcheck.measure import measure, room, samples, write_evidence

PACK = """
about: Test.
from: zh
defaults: {severity: warning, category: style}
rules:
  - {id: crown, find: new crown, message: "{found}."}
  - {id: waits, find: red crown, message: "{found}.", needs-source: true}
  - {id: silent, find: blue crown, message: "{found}."}
"""
TEXT = "A new crown and a red crown, and a new crown."


def span(start, end, rater, category="Accuracy/Mistranslation"):
    return {"start": start, "end": end, "rater": rater, "category": category, "severity": "Major"}


DOCUMENTS = [
    {"id": "sys1/001", "set": "x-zh-en21", "kind": "mt", "text": TEXT, "raters": 2, "spans": [
        span(2, 5, "a"), span(4, 11, "b"), span(35, 40, "a"), span(18, 27, "a", "Source issue")]},
    {"id": "sys2/001", "set": "x-zh-en21", "kind": "mt", "text": TEXT, "raters": 1,
     "spans": [span(0, len(TEXT), "a")]},
    {"id": "n/1", "set": "native", "kind": "native", "text": "Ten words, one red crown and one new crown here."},
    {"id": "u/1", "set": "unread", "kind": "mt", "text": TEXT},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    lines = "".join(json.dumps(document) + "\n" for document in DOCUMENTS)
    (tmp_path / "manifest.jsonl").write_text(lines)
    return tmp_path


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "own" / "pack.yaml"
    path.parent.mkdir()
    path.write_text(PACK)
    return load([path])


def test_findings_are_counted_against_the_marks(rules, folder):
    found = measure(rules, samples(folder, {"unread"}), keep=1)
    assert found.words == {"mt": 22, "native": 10}
    crown = found.evidence["own/pack/crown"]
    assert (crown.documents, crown.rated, crown.marked) == (2, 4, 4)
    # By both raters only the first: of "new", and only where two looked.
    assert (crown.rated_by_two, crown.agreed) == (2, 1)
    assert crown.native_per_million == 100_000
    assert crown.mt_per_million == round(1e6 * 4 / 22, 1)
    assert len(found.places["own/pack/crown"]) == 1


def test_a_rule_that_waits_for_the_source_is_measured_where_it_is_known(rules, folder):
    found = measure(rules, samples(folder, {"unread"}))
    assert found.fired["own/pack/waits"] == {
        "mt": 2, "rated": 2, "marked": 1, "rated_by_two": 1, "agreed": 0,
    }  # fmt: skip


def test_chance_is_what_a_finding_of_that_length_has_anywhere(rules, tmp_path):
    document = {**DOCUMENTS[0], "text": "A new crown.", "spans": [span(0, 1, "a")]}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(document))
    # "new crown" has nine letters and four places to start in twelve; one of them touches.
    assert measure(rules, samples(tmp_path)).evidence["own/pack/crown"].chance == 0.25


def test_plain_texts_do(rules, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    found = measure(rules, samples(tmp_path))
    assert found.fired["own/pack/crown"]["text"] == 2
    assert found.evidence["own/pack/crown"].rated == 0
    (sample,) = samples(tmp_path, kind="native")
    assert sample.kind == "native"


def test_nothing_is_worth_what_was_read():
    assert room(1_000_000).startswith("nothing in 1,000,000 words: up to 3 findings in a million")
    assert room(0)


def test_a_folder_without_texts_and_a_broken_manifest(tmp_path):
    with pytest.raises(InputError, match="no texts"):
        list(samples(tmp_path))
    (tmp_path / "manifest.jsonl").write_text('{"set": "x"}\n')
    with pytest.raises(InputError, match="line 1 is no document"):
        list(samples(tmp_path))


def test_what_was_measured_lies_beside_the_pack_and_goes_with_the_rule(rules, folder):
    found = measure(rules, samples(folder))
    write_evidence(found.evidence, rules.docs)
    path = Path(rules.docs["own/pack/crown"].file).with_suffix(".measured.json")
    again = load([path.with_name("pack.yaml")]).evidence
    silent = again.pop("own/pack/silent")
    assert again == found.evidence
    assert silent.in_words() == "It found nothing in the texts that it was measured on."
    write_evidence({}, rules.docs)
    assert set(load([path.with_name("pack.yaml")]).evidence.values()) == {silent}


def test_the_command_prints_and_writes(mtcheck, rules, folder):
    done = mtcheck(
        *("rules", "measure", "--texts", ".", "--unread", "unread", "--write", "own/pack.yaml"),
        cwd=folder,
    )
    assert done.returncode == 0
    assert "two professional raters agreed with 1 of 2 findings" in done.stdout.decode()
    assert "A <new crown> and a red crown" in done.stdout.decode()
    assert "1 rule found nothing" in done.stderr.decode()
    assert (folder / "own" / "pack.measured.json").exists()


def test_what_is_kept_speaks_of_original_english(mtcheck, rules, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    write = ("rules", "measure", "--texts", "texts", "--write", "own/pack.yaml")
    kept = tmp_path / "own" / "pack.measured.json"
    done = mtcheck(*write, cwd=tmp_path)
    assert (done.returncode, kept.exists()) == (2, False)
    assert "say so with --kind native" in done.stderr.decode()
    assert mtcheck(*write, "--kind", "native", cwd=tmp_path).returncode == 0
    assert kept.exists()
