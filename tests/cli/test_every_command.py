"""Every command works without a network, and gives the same bytes for the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click
import pytest

import every_command
from every_command import LINES, Kind
from mtcheck.checker import shipped
from mtcheck.cli.group import main
from mtcheck.output import FORMATS
from repository import ROOT

# Python runs this before anything else. What opens a socket or asks for an address gets an error,
# and is written down, in case somebody catches it; folders can be listed the other way round.
SITE = """
import os, sys

def _hook(event, args):
    if event.startswith("socket."):
        with open(os.environ["TEST_SOCKETS"], "a") as file:
            file.write(event + "\\n")
        raise OSError("no network: " + event)

sys.addaudithook(_hook)

if os.environ.get("TEST_REVERSED"):
    _scandir, _listdir = os.scandir, os.listdir

    class _Entries:
        def __init__(self, entries):
            self._entries = entries
            self._all = iter(sorted(entries, key=lambda each: each.name)[::-1])
        def __iter__(self):
            return self._all
        def __next__(self):
            return next(self._all)
        def __enter__(self):
            return self
        def __exit__(self, *error):
            self._entries.close()
        close = __exit__

    os.scandir = lambda *path: _Entries(_scandir(*path))
    os.listdir = lambda *path: sorted(_listdir(*path))[::-1]
"""

PROBE = """
import socket
for how in (socket.socket, lambda: socket.getaddrinfo("localhost", 80), socket.socketpair,
            lambda: socket.create_connection(("127.0.0.1", 9))):
    try:
        how()
    except OSError as error:
        assert "no network" in str(error), error
    else:
        raise SystemExit("a socket was opened")
"""


class Way(NamedTuple):
    """How everything is run once more: what is different in the environment."""

    env: dict[str, str]
    kind: Kind = Kind()
    is_cold: bool = False  # whether packs are compiled anew


WAYS = {
    "as ever": Way({"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}),
    "all the other way round": Way(
        {
            "LC_ALL": "C",
            "TZ": "Asia/Tokyo",
            "PYTHONHASHSEED": "1",
            "PYTHONUTF8": "0",
            "TEST_REVERSED": "1",
        },
        Kind(reverse=True),
        is_cold=True,
    ),
    "two processes": Way(
        {
            "LANG": "tr_TR.UTF-8",
            "LANGUAGE": "tr",
            "TZ": "America/St_Johns",
            "PYTHONHASHSEED": "77",
            "PYTHONUTF8": "1",
            "COLUMNS": "41",
            "TERM": "xterm",
        },
        Kind(jobs=2),
    ),
    "an old terminal": Way(
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "random"}
    ),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The files that the commands work on, and a folder of caches that holds the compiled packs."""
    folder = tmp_path_factory.mktemp("world")
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(SITE)
    before = os.environ["MTCHECK_CACHE_DIR"]
    os.environ["MTCHECK_CACHE_DIR"] = str(folder / "cache")
    if Path(before).exists():
        shutil.copytree(before, folder / "cache", ignore=shutil.ignore_patterns("results"))
    try:
        every_command.make(folder / "files", folder)
        assert len(shipped())  # compiled here at the latest
    finally:
        os.environ["MTCHECK_CACHE_DIR"] = before
    shutil.rmtree(folder / "cache" / "results", ignore_errors=True)
    return folder


@pytest.fixture(scope="module")
def results(world):
    """What became of each line, by way; each way in a folder of its own name and depth."""
    found = {}

    def run(name):
        if name not in found:
            found[name] = _run(world, name)
        return found[name]

    return run


def _environment(world, name):
    home = world / ("deeper/" * (len(name) % 5)) / name.replace(" ", "-")
    home.mkdir(parents=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    path = [world / "site", *(ROOT / "tests" / part for part in (".", "formats"))]
    given = [each for each in sys.path if each]
    return home, {
        **kept,
        "PYTHONPATH": os.pathsep.join(map(str, [*path, *given])),
        "TEST_SOCKETS": str(home / "sockets"),
        "MTCHECK_CACHE_DIR": str(home / "cache"),
        **WAYS[name].env,
    }


def _run(world, name):
    way = WAYS[name]
    home, env = _environment(world, name)
    shutil.copytree(world / "files", home / "files")
    if not way.is_cold:
        shutil.copytree(world / "cache", home / "cache")
    done = subprocess.run(
        [
            *(sys.executable, every_command.__file__, home / "files"),
            *(json.dumps(way.kind._asdict()), home / "done.json"),
        ],
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    text = (home / "done.json").read_text("utf-8", "surrogateescape")
    for place in (str(home), os.path.realpath(home)):
        text = text.replace(json.dumps(place)[1:-1], "HOME")
    return json.loads(text), home


def leaves(command, *path):
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from leaves(command.get_command(context, name), *path, name)
    else:
        yield " ".join(path)


def test_every_command_and_every_format_has_a_line():
    assert set(leaves(main)) == {line.command for line in LINES}
    assert {*every_command.FORMATS, "html"} == set(FORMATS)


def test_sockets_are_blocked_in_the_processes_of_these_tests(world):
    home, env = _environment(world, "as ever")
    done = subprocess.run([sys.executable, "-c", PROBE], env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (home / "sockets").read_text().splitlines()[:2] == [
        "socket.__new__",
        "socket.getaddrinfo",
    ]
    shutil.rmtree(home)


def test_every_command_works_without_a_network(results):
    done, home = results("as ever")
    for line, each in zip(LINES, done, strict=True):
        assert each["status"] == line.status, (line, each["out"], each["err"])
        assert "Traceback" not in each["err"]
        assert each["out"] or each["err"] or each["files"], line
    assert not (home / "sockets").exists()


@pytest.mark.parametrize("name", list(WAYS)[1:])
def test_the_same_bytes_come_out_whatever_the_surroundings(results, name):
    (wanted, _), (done, home) = results("as ever"), results(name)
    for line, one, other in zip(LINES, wanted, done, strict=True):
        one = dict(one)
        if line.command == "doctor":  # it says what is there
            assert one["status"] == other["status"]
            continue
        if "PYTHONIOENCODING" in WAYS[name].env:
            for stream in ("out", "err"):
                if stream == "err" or not line.machine:
                    as_bytes = one[stream].encode("latin-1", "backslashreplace")
                    one[stream] = as_bytes.decode("utf-8", "surrogateescape")
        for part in one:
            assert other[part] == one[part], (line, part)
    assert not (home / "sockets").exists()


def test_packs_are_compiled_to_the_same_bytes(results):
    _, one = results("as ever")
    _, other = results("all the other way round")
    names = {path.name for path in (one / "cache").glob("*.packs")}
    common = [path for path in (other / "cache").glob("*.packs") if path.name in names]
    assert common
    for path in common:
        assert path.read_bytes() == (one / "cache" / path.name).read_bytes()
