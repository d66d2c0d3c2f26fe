"""Where compiled packs are kept, and that keeping them never is a reason to fail."""

import os
import sys
from pathlib import Path

import pytest

from mtcheck.engine import cache


@pytest.fixture
def bare(monkeypatch):
    """No variable that says where the cache is; a home at /home/x."""
    for name in ("MTCHECK_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda _: "/home/x")
    return monkeypatch


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", "/home/x/.cache/mtcheck"),
        ("darwin", "/home/x/Library/Caches/mtcheck"),
        ("win32", "/home/x/AppData/Local/mtcheck"),
    ],
)
def test_each_system_has_its_place(bare, platform, expected):
    bare.setattr(sys, "platform", platform)
    assert Path(cache.folder()) == Path(expected)


def test_variables_go_first(bare):
    bare.setenv("XDG_CACHE_HOME", "/xdg")
    assert Path(cache.folder()) == Path("/xdg/mtcheck")
    bare.setenv("MTCHECK_CACHE_DIR", "/own")
    assert Path(cache.folder()) == Path("/own")


def test_what_is_kept_comes_back_and_nothing_else(bare, tmp_path):
    bare.setenv("MTCHECK_CACHE_DIR", str(tmp_path))
    cache.write("key", b"packs\n", b"docs")
    assert cache.read("key") == b"packs\n"
    assert cache.read_docs("key") == b"docs"
    assert cache.read("other") is None


def test_what_was_seen_is_known_while_it_looks_the_same(bare, tmp_path):
    bare.setenv("MTCHECK_CACHE_DIR", str(tmp_path))
    assert cache.seen("rules", "a 1\nb 2") is None
    cache.see("rules", "a 1\nb 2", "key")
    assert cache.seen("rules", "a 1\nb 2") == "key"
    assert cache.seen("rules", "a 1\nb 3") is None
    assert cache.seen("other", "a 1\nb 2") is None


def test_a_write_that_fails_leaves_nothing_behind(bare, tmp_path):
    bare.setenv("MTCHECK_CACHE_DIR", str(tmp_path))

    def fail(*_):
        raise OSError(28, "No space left on device")

    bare.setattr(os, "replace", fail)
    cache.write("key", b"[]", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_write_leaves_nothing_behind_and_goes_on(bare, tmp_path):
    bare.setenv("MTCHECK_CACHE_DIR", str(tmp_path))

    def interrupt(*_):
        raise KeyboardInterrupt

    bare.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cache.write("key", b"[]", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_what_is_used_stays_longest(bare, tmp_path):
    bare.setenv("MTCHECK_CACHE_DIR", str(tmp_path))
    for number in range(8):
        cache.write(f"{number}", b"", b"")
        os.utime(tmp_path / f"{number}.packs", (number, number))
    cache.read("0")
    cache.write("new", b"", b"")
    assert {path.stem for path in tmp_path.glob("*.packs")} == {"new", "0", *"234567"}
