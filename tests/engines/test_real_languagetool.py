"""The real LanguageTool 6.8: what it finds, where, and how it is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mtcheck.checker import examine, shipped
from mtcheck.engine.view import View
from mtcheck.engines.languagetool import asking
from mtcheck.engines.languagetool.asking import LanguageTool
from mtcheck.engines.languagetool.client import Client
from mtcheck.engines.languagetool.service import Service
from mtcheck.formats.plain import read_text

ROOT = Path(__file__).resolve().parents[2]
FACE = "\N{GRINNING FACE}"
TEXT = (
    f"{FACE} The goverment {FACE} has decided. He go to school.\n\n"
    f"We definately agree {FACE} with that plan.\n"
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def findings(url, text, *, keep=False):
    view = View(read_text(text))
    tool = LanguageTool(Service(url), keep=keep)
    try:
        found, fault = tool.findings(view, examine(view, shipped()).findings)
    finally:
        tool.close()
    assert fault is None
    return found


def test_it_says_what_it_is(languagetool):
    assert Client(Service(languagetool)).version().startswith("6.8 (")
    assert Client(Service(f"{languagetool}/v2/")).version().startswith("6.8 (")


def test_findings_stand_where_they_are_behind_characters_of_two_units(languagetool):
    found = findings(languagetool, TEXT)
    assert [each.text for each in found] == ["goverment", "go", "definately"]
    assert all(TEXT[each.span.start : each.span.end] == each.text for each in found)
    assert [each.replacements[0] for each in found] == ["government", "goes", "definitely"]
    assert [each.origin.rule for each in found] == [
        *("MORFOLOGIK_RULE_EN_US", "HE_VERB_AGR", "MORFOLOGIK_RULE_EN_US")
    ]


def test_names_of_the_article_are_no_misspellings(languagetool):
    text = (
        "Minister Wolodarski met Khamatova in Zvyozdny. Mr. Wolodarski said that Khamatova had "
        "recieved the letter. Zvyozdny is far away."
    )
    assert [each.text for each in findings(languagetool, text)] == ["recieved"]


def test_only_paragraphs_that_changed_are_asked(languagetool, cache, monkeypatch):
    asked = []
    real = Client.matches
    monkeypatch.setattr(
        asking.Client, "matches", lambda self, text: asked.append(text) or real(self, text)
    )
    first = findings(languagetool, TEXT, keep=True)
    assert len(asked) == 2
    asked.clear()
    assert findings(languagetool, TEXT, keep=True) == first
    assert asked == []
    more = findings(languagetool, f"{TEXT}\nIt was recieved so.\n", keep=True)
    assert asked == ["It was recieved so."]
    assert more[:-1] == first


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(
        "# News\n\nHe go to the *goverment* of the the town.\n\n```\nThey go seperately\n```\n\n"
        "<!-- mtcheck: ignore-next-line languagetool -- as it was written -->\n"
        "They definately agree.\n",
        "utf-8",
    )
    return path


def test_the_command_line_shows_one_list(languagetool, cache, mtcheck, article):
    asked = ("check", "--no-config", "--languagetool", languagetool, "--format", "jsonl", article)
    done = mtcheck(*asked)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["rule"], row["line"], row["column"]) for row in rows] == [
        ("languagetool/he-verb-agr", 3, 4),
        ("languagetool/morfologik-rule-en-us", 3, 15),
        ("any/repetition/doubled-small-word", 3, 29),
    ]
    assert done.returncode == 1
    assert not done.stderr.replace(b"gate: FAIL, 1 error, 2 warnings in 1 of 1 file", b"").strip(
        b"\nmtcheck: "
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--ignore", "languagetool/he-verb-agr"], ["goverment", "the the"]),
        (["--ignore", "languagetool"], ["the the"]),
        (["--only", "languagetool"], ["go", "goverment", "the the"]),
        (["--only", "any/repetition"], ["the the"]),
        (["--show", "error"], ["the the"]),
    ],
)
def test_its_rules_are_chosen_like_ours(languagetool, cache, mtcheck, article, options, expected):
    base = ("check", "--no-config", "--languagetool", languagetool, "--format", "jsonl")
    done = mtcheck(*base, *options, article)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == expected, done.stderr


def test_config_baseline_and_fixes_treat_both_alike(languagetool, cache, mtcheck, article):
    folder = article.parent
    (folder / "mtcheck.toml").write_text(
        f'languagetool = "{languagetool}"\n[severity]\n"languagetool/he-verb-agr" = "error"\n'
        '"languagetool/morfologik-rule-en-us" = "suggestion"\n',
        "utf-8",
    )
    rows = mtcheck("check", "--format", "jsonl", article.name, cwd=folder).stdout.splitlines()
    levels = {row["text"]: row["severity"] for row in map(json.loads, rows)}
    assert levels == {"go": "error", "goverment": "suggestion", "the the": "error"}
    assert mtcheck("baseline", "create", article.name, cwd=folder).returncode == 0
    known = ("check", "--baseline", ".mtcheck-baseline.json", article.name)
    assert mtcheck(*known, cwd=folder).returncode == 0
    done = mtcheck("check", "--fix", "--unsafe", article.name, cwd=folder)
    assert "He goes to the *government* of the town." in article.read_text("utf-8"), done.stderr


def test_its_findings_are_ignored_with_a_reason(languagetool, cache, mtcheck, article):
    asked = ("--no-config", "--languagetool", languagetool)
    place = f"{article}:3:4"
    done = mtcheck("ignore", *asked, place, "--reason", "as she said it")
    assert done.returncode == 0, done.stderr
    assert "languagetool/he-verb-agr" in article.read_text("utf-8")
    rows = mtcheck("check", *asked, "--format", "jsonl", article).stdout.splitlines()
    assert [json.loads(row)["text"] for row in rows] == ["goverment", "the the"]


def test_a_second_run_asks_nobody(languagetool, cache, mtcheck, article):
    asked = ("check", "--no-config", "--format", "jsonl", article, "--languagetool")
    first = mtcheck(*asked, languagetool)
    (cache / "languagetool.sqlite3").unlink()
    again = mtcheck(*asked, languagetool)  # the results of the file are kept, too
    assert (again.stdout, again.returncode) == (first.stdout, first.returncode)
    assert not (cache / "languagetool.sqlite3").exists()


def test_it_is_started_and_ended_when_asked_to(languagetool_folder, cache, mtcheck, article):
    pytest.importorskip("language_tool_python")
    home = str(languagetool_folder.parent)
    asked = ("check", "--no-config", "--format", "jsonl", "--languagetool", "local", article)
    done = mtcheck(*asked, LTP_PATH=home)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [
        *("go", "goverment", "the the")
    ], done.stderr
    running = subprocess.run(["ps", "axww"], capture_output=True, text=True, check=True).stdout
    started = f"-cp {languagetool_folder}"
    ours = [line for line in running.splitlines() if started in line and "-Xmx2g" not in line]
    assert not ours


def test_nothing_is_fetched_for_it(tmp_path, mtcheck, article):
    done = mtcheck(
        *("check", "--no-config", "--languagetool", "local", article),
        LTP_PATH=str(tmp_path / "nothing"),
    )
    assert b"LanguageTool 6.8 is not in" in done.stderr or b"language-tool-python" in done.stderr
    assert not (tmp_path / "nothing").exists()


def test_the_installer_names_every_library_and_does_nothing_twice(languagetool_folder):
    jar = zipfile.ZipFile(languagetool_folder / "languagetool-server.jar")
    lines = jar.read("META-INF/MANIFEST.MF").decode().split("\r\n")
    assert max(len(line) for line in lines) <= 70
    path = "".join(line.removeprefix(" ") for line in lines[1:]).removeprefix("Class-Path: ")
    named = set(path.split(" "))
    assert named == {f"libs/{each.name}" for each in (languagetool_folder / "libs").iterdir()}
    assert len(named) > 50
    before = os.stat(languagetool_folder).st_mtime_ns
    script = ROOT / "tools" / "languagetool" / "install.py"
    command = [sys.executable, script, languagetool_folder.parent]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("already\n")
    assert os.stat(languagetool_folder).st_mtime_ns == before


def test_a_server_that_is_gone_stops_nothing_but_what_has_to_be_whole(cache, mtcheck, article):
    folder, gone = article.parent, ("--no-config", "--languagetool", "http://127.0.0.1:9")
    patient = ("--languagetool-retries", "0")
    done = mtcheck("check", *gone, *patient, article.name, cwd=folder)
    assert (done.returncode, done.stdout.count(b"the the")) == (1, 2)
    assert done.stderr.count(b"cannot be reached") == 1
    assert b"LanguageTool did not answer for 1 file" in done.stdout
    required = mtcheck("check", *gone, *patient, "--languagetool-required", article, cwd=folder)
    assert required.returncode == 2
    kept = mtcheck("baseline", "create", *gone, *patient, article.name, cwd=folder)
    assert kept.returncode == 2
    assert not (folder / ".mtcheck-baseline.json").exists()


@pytest.mark.parametrize(("option", "box"), [("optional", "ok"), ("required", "held")])
def test_the_pipeline_holds_what_was_not_asked_when_it_has_to_be(
    cache, mtcheck, tmp_path, option, box
):
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "a.txt").write_text("A clean text.\n", "utf-8")
    boxes = [tmp_path / name for name in ("ok", "held", "bad")]
    options = zip(("--accept", "--review", "--reject"), boxes, strict=True)
    done = mtcheck(
        *("gate", inbox, *(each for pair in options for each in pair), "--settle", "0"),
        *("--no-config", "--languagetool", "http://127.0.0.1:9", "--languagetool-retries", "0"),
        f"--languagetool-{option}",
    )
    assert (tmp_path / box / "a.txt").exists(), done.stderr
    assert b"cannot be reached" in done.stderr
