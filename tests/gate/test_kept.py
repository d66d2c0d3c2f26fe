"""Results kept from run to run: the same as new ones, or none."""

import json
import os
import sys
from pathlib import Path
from zlib import crc32

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.gate import kept, run
from mtcheck.gate.checking import results
from mtcheck.gate.run import How, Run
from mtcheck.gate.settings import RuleChoice, Settings

BAD = "It is a new crown pneumonia case. He walks the middle line.\n"
SAMPLES = Path(__file__).parent.parent / "formats" / "samples"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of its own, with compiled packs."""
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def counted(monkeypatch):
    """The names of files that are really checked."""
    names = []

    def counting(file, settings, other):
        names.append(file.name)
        return results(file, settings, other)

    monkeypatch.setattr(run, "results", counting)
    return names


def found(*paths, settings=Settings(), keep=True):  # noqa: B008
    return list(Run([(str(p), None) for p in paths], lambda _: settings, how=How(1, keep)))


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BAD)
    return path


def test_what_did_not_change_is_not_checked_again(cache, counted, article):
    first = found(article)
    assert found(article) == first
    assert counted == [str(article)]
    article.write_text(BAD * 2)
    assert found(article) != first
    assert len(counted) == 2
    found(article, keep=False)
    assert len(counted) == 3


def test_a_copy_is_known_and_has_its_own_name(cache, counted, article, tmp_path):
    [one] = found(article)
    copy = tmp_path / "b.txt"
    copy.write_bytes(article.read_bytes())
    assert found(copy) == [one._replace(file=str(copy))]
    assert len(counted) == 1
    page = tmp_path / "b.html"  # another format reads something else
    page.write_bytes(article.read_bytes())
    found(page)
    assert len(counted) == 2


@pytest.mark.parametrize(
    "other",
    [
        Settings(source="zh"),
        Settings(RuleChoice(ignore=("zh",))),
        Settings(RuleChoice(added=("pack.yaml",))),
        Settings(measured=True),
        Settings(form="markdown"),
    ],
)
def test_other_settings_are_other_results(cache, counted, article, other, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("pack.yaml").write_text(
        "about: Test.\nrules:\n  - id: a\n    find: case. He\n    message: No.\n"
        "    severity: error\n    category: style\n    bad: ['A <case. He>.']\n"
        "    good: ['A case. A he.', 'Case, he.']\n"
    )
    found(article)
    found(article, settings=other)
    assert len(counted) == 2


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-2], lambda data: b"", lambda data: b"0\n[]"]
)
def test_a_damaged_entry_is_made_again(cache, counted, article, damage):
    first = found(article)
    [entry] = (cache / "results").rglob("*.json")
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert found(article) == first
    assert entry.read_bytes() == whole
    assert len(counted) == 2


def test_an_entry_of_another_shape_is_made_again(cache, article):
    first = found(article)
    [entry] = (cache / "results").rglob("*.json")
    for rows in ([1], [[]], [["a"] * 9]):
        data = json.dumps(rows).encode()
        entry.write_bytes(b"%x\n%s" % (crc32(data), data))
        assert found(article) == first


@pytest.mark.parametrize("path", sorted(p for p in SAMPLES.rglob("*") if p.is_file()), ids=str)
def test_results_of_every_format_come_back_as_they_were(cache, path):
    settings = Settings(measured=True)
    try:
        new = list(results(File(str(path)), settings))
    except InputError:  # a damaged sample
        return
    key = kept.key_of(File(str(path)), settings)
    assert key is not None
    kept.put(key, new)
    assert kept.get(key, str(path)) == new


def test_what_cannot_be_read_is_not_kept_but_what_was_read_before_is_found(cache, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "There was a new crown pneumonia case."}\n{"text": \n')
    for _ in range(2):
        first, second = found(path)
        assert len(first.found) == 1
        assert second.name == str(path)
    assert not (cache / "results").exists()


def test_no_place_for_a_cache_is_no_fault(monkeypatch, article, cache, counted):
    cache.write_text("a file")
    found(article)
    found(article)
    assert len(counted) == 2


def test_reports_and_large_files_are_not_kept(cache, article, monkeypatch):
    assert kept.key_of(File(str(article)), Settings(reported=True)) is None
    monkeypatch.setattr(kept, "LARGEST", 10)
    assert kept.key_of(File(str(article)), Settings()) is None
    assert kept.key_of(File("-", BAD.encode()), Settings()) is None
    [reported] = results(File(str(article)), Settings(reported=True))
    with pytest.raises(ValueError, match="reports"):
        kept.put("0" * 40, [reported])


def test_old_entries_go(cache, article, monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "_KEPT", 2)
    for number in range(5):
        kept.put(f"00{number}", [])
        os.utime(tmp_path / f"cache/results/00/{number}.json", (number, number))
    kept.put("00x", [])
    assert sorted(p.stem for p in (cache / "results" / "00").iterdir()) == ["4", "x"]


def test_another_program_is_another_key(cache, article, monkeypatch):
    before = kept.key_of(File(str(article)), Settings())
    kept._programs.cache_clear()
    monkeypatch.setattr(sys, "version", "4.0")
    try:
        assert kept.key_of(File(str(article)), Settings()) != before
    finally:
        kept._programs.cache_clear()
