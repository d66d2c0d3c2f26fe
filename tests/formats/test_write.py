"""Files are written whole or not at all, where the user said, and nothing else is touched."""

import os
import stat

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.write import write_atomically


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_gets_its_folders_and_the_usual_mode(tmp_path):
    path = tmp_path / "a" / "b" / "c.txt"
    before = os.umask(0o027)
    try:
        write_atomically(path, b"x")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"x"
    assert mode(path) == 0o640
    assert [p.name for p in path.parent.iterdir()] == ["c.txt"]


def test_a_file_that_is_there_keeps_its_mode(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o604)
    write_atomically(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o604)


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "sub" / "target.txt", tmp_path / "link.txt"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_and_stays_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(path, b"x")
        assert os.read(reader, 9) == b"x"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_the_longest_name_there_can_be(tmp_path):
    path = tmp_path / ("x" * 255)
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(InputError, match=r"a\.txt: cannot be written: No space left on device"):
        write_atomically(path, b"new")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InputError, match="cannot be written: Is a directory"):
        write_atomically(tmp_path, b"x")
