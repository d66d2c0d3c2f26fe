"""The exit statuses that docs/gate.md tells, each by every way that leads to it."""

import os
import re
import signal
import subprocess
import sys

import pytest

from every_command import LINES
from mtcheck.cli import group
from mtcheck.cli.main import BUG
from repository import ROOT

PACK = """
about: Test.
rules:
  - {id: e, find: new crown, message: "{found}.", severity: error, category: style}
  - {id: w, find: old crown, message: "{found}.", severity: warning, category: grammar}
  - {id: s, find: red crown, message: "{found}.", severity: suggestion, category: style}
"""
DOC = (ROOT / "docs" / "gate.md").read_text("utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    filler = "Plain words follow here. " * 10
    for name, words in (("e", "A new crown."), ("w", "An old crown."), ("s", "A red crown.")):
        (tmp_path / f"{name}.txt").write_text(f"{words} {filler}\n")
    (tmp_path / "clean.txt").write_text(filler)
    (tmp_path / "bad.txt").write_bytes(b"GIF\0")
    (tmp_path / "wrong.toml").write_text("fail-onn = 'error'\n")
    (tmp_path / "broken.yaml").write_text("rules: [\n")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.txt"], 0),
        (["e.txt"], 1),
        (["w.txt"], 1),
        (["s.txt"], 0),
        (["e.txt", "clean.txt"], 1),
        (["w.txt", "--fail-on", "error"], 0),
        (["s.txt", "--fail-on", "suggestion"], 1),
        (["e.txt", "--fail-on", "never"], 0),
        (["e.txt", "--profile", "audit"], 0),
        (["s.txt", "--fail-on-category", "style"], 1),
        (["s.txt", "--fail-on-category", "grammar"], 0),
        (["e.txt", "--max-findings", "1"], 0),
        (["e.txt", "w.txt", "--max-findings", "1"], 1),
        (["e.txt", "--max-per-1000-words", "100"], 0),
        (["e.txt", "--max-per-1000-words", "1"], 1),
        (["e.txt", "--fail-on", "never", "--min-score", "1"], 0),
        (["e.txt", "--fail-on", "never", "--min-score", "99.9"], 1),
        (["e.txt", "--diff"], 1),
        (["e.txt", "--fix"], 1),
        (["clean.txt", "bad.txt"], 2),
        (["e.txt", "bad.txt"], 2),
        (["clean.txt", "gone.txt"], 2),
        (["empty"], 2),
        (["empty/..", "--exclude", "*.txt"], 2),
        ([], 2),
        (["clean.txt", "--fail-onn", "error"], 2),
        (["clean.txt", "--fail-on", "errors"], 2),
        (["clean.txt", "--config", "wrong.toml"], 2),
        (["clean.txt", "--config", "gone.toml"], 2),
        (["clean.txt", "--packs", "broken.yaml"], 2),
        (["clean.txt", "--ignore", "own/pack/x"], 2),
        (["clean.txt", "--only", "own", "--ignore", "own"], 2),
        (["clean.txt", "--baseline", "gone.json"], 2),
        (["clean.txt", "--diff-base", "nowhere"], 2),
        (["clean.txt", "--output", "json:empty"], 2),
        (["clean.txt", "--output", "xml:x"], 2),
        (["clean.txt", "--unsafe"], 2),
        (["clean.txt", "--encoding", "nothing"], 2),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else str(each),
)
def test_check(mtcheck, folder, arguments, status):
    done = mtcheck("check", "--rules", "own", "--format", "concise", *arguments, cwd=folder)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
    if status == 2:
        assert done.stderr


def test_a_bug_is_three(monkeypatch, capsys):
    def broken(*_, **__):
        raise ZeroDivisionError("x")

    monkeypatch.setattr(group.main, "main", broken)
    # Signals stay as they are: a pipe that a later test closes would end all tests.
    monkeypatch.setattr(group, "prepare", lambda: None)
    assert group.status(["check"]) == BUG == 3
    assert "this is a bug of mtcheck" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal(tmp_path, number, status):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "mtcheck", "check", str(pipe)], stderr=subprocess.PIPE
    )
    with open(pipe, "wb"):  # opens when the command does, which is at work then
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == status
    assert b"Traceback" not in said


def test_a_signal_that_is_ignored_stays_so(tmp_path):
    """`nohup mtcheck …` goes on when the terminal closes."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        ["nohup", sys.executable, "-m", "mtcheck", "check", "--format", "jsonl", str(pipe)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with open(pipe, "wb") as file:
        process.send_signal(signal.SIGHUP)
        file.write(b"Three plain words.\n")
    process.communicate()
    assert process.returncode == 0


def test_the_page_names_every_status_and_every_command():
    _, _, rest = DOC.partition("| Status | Means |")
    table, _, rest = rest.partition("\n\n")
    said = {int(each) for row in table.splitlines() for each in re.findall(r"\b\d+\b", row[:18])}
    assert said == {0, 1, 2, 3, 129, 130, 141, 143}
    _, _, rest = rest.partition("| Command | Status 1 |")
    commands = re.findall(r"`([a-z]+)[^`]*`", rest.partition("\n\n")[0])
    assert {line.command.split()[0] for line in LINES} <= set(commands)


def test_commands_that_never_fail_have_no_line_with_status_one():
    never = next(line for line in DOC.splitlines() if line.endswith("| never |"))
    for line in LINES:
        first = line.command.split()[0]
        if f"`{first}`" in never and first != "rules":
            assert line.status in (0, 2), line
