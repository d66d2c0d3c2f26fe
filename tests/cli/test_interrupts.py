"""Ctrl-C and `kill` at any moment: no half file, no process stays, and the status says it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PACK = """
about: Test.
rules:
  - id: crown
    find: new crown
    suggest: [COVID-19]
    safe: true
    message: "{found}."
    severity: error
    category: style
"""
TEXT = "A new crown .\n"

# Before the operation on files with this number, the process gets the signal.
SITE = """
import os, sys

_left = int(os.environ["TEST_WHEN"])
_folder = os.environ["TEST_FOLDER"]

def _hook(event, args):
    global _left
    if event not in ("open", "os.rename", "os.chmod", "os.remove", "os.mkdir"):
        return
    name = os.fspath(args[0]) if isinstance(args[0], (str, os.PathLike)) else ""
    if not name.startswith(_folder) or "__pycache__" in name:
        return
    if event == "open" and not args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        return
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), int(os.environ["TEST_SIGNAL"]))

sys.addaudithook(_hook)
"""

BOXES = ["--accept", "ok", "--review", "desk", "--reject", "back"]
COMMANDS = {
    "check --fix": ["check", "--rules", "own", "--fix", "--backup", "texts"],
    "check --output": ["check", "--rules", "own", "--output", "json:out.json", "texts"],
    "normalize": ["normalize", "--in-place", "--backup", "texts"],
    "gate": ["gate", "texts", "--rules", "own", *BOXES],
    "baseline create": ["baseline", "create", "--rules", "own", "texts"],
}


def _world(folder):
    (folder / "own").mkdir(parents=True)
    (folder / "own" / "pack.yaml").write_text(PACK)
    (folder / "texts").mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / "texts" / name).write_text(TEXT)


def _files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["INT", "TERM"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_left_half_done(tmp_path, command, number):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SITE)
    whole: set[bytes] = set()
    ended = []
    for when in (0, *range(1, 40)):
        folder = tmp_path / f"run-{when}"
        _world(folder)
        path = os.pathsep.join([str(tmp_path / "site"), *filter(None, sys.path)])
        env = {
            **os.environ,
            "PYTHONPATH": path,
            "TEST_WHEN": str(when),
            # Paths as a command is given them, and absolute ones.
            "TEST_FOLDER": str(folder),
            "TEST_SIGNAL": str(int(number)),
            "MTCHECK_CACHE_DIR": str(tmp_path / "cache"),
        }
        words = [
            str(folder / each) if (folder / each).exists() else each for each in COMMANDS[command]
        ]
        words = [str(folder / each) if each in ("ok", "desk", "back") else each for each in words]
        words = [each.replace("json:", f"json:{folder}/") for each in words]
        done = subprocess.run(
            [sys.executable, "-m", "mtcheck", *words], cwd=folder, env=env, capture_output=True
        )
        files = _files(folder)
        names = {Path(name).name for name in files}
        assert not [
            name for name in names if name.startswith(".mtcheck-") and "baseline" not in name
        ]
        assert not [name for name in names if name.endswith((".new", ".tmp", ".plan", ".data"))]
        assert b"Traceback" not in done.stderr
        if when == 0:
            whole = {data.replace(bytes(folder), b"") for data in files.values()} | {TEXT.encode()}
            assert done.returncode in (0, 1), done.stderr
            continue
        assert {data.replace(bytes(folder), b"") for data in files.values()} <= whole
        articles = [name for name in names if name in ("a.txt", "b.txt")]
        assert len(articles) == 2
        if done.returncode in (0, 1):
            break
        ended.append(done.returncode)
    assert ended
    assert set(ended) == {128 + number}
