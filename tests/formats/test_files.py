"""Paths stand for files: each once, in name order, and what cannot be read is said."""

import errno
import os
import subprocess
import sys

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.files import find_files, read_file


def found(*paths):
    return [name if error is None else str(error) for name, error in find_files(map(str, paths))]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to stand in, with texts in folders in it, hidden ones and others."""
    names = ("b.txt", "a/z.TXT", "a/b/c.text", "a.txt", "a/x.png", ".git/d.txt", "a/.e.txt")
    for name in (*names, "a/~$x.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_its_texts_in_name_order_without_hidden_ones(folder):
    assert found(".") == ["a/b/c.text", "a/z.TXT", "a.txt", "b.txt"]
    assert found(folder / "a") == [str(folder / "a" / n) for n in ("b/c.text", "z.TXT")]


def test_what_is_named_is_read_whatever_its_name(folder):
    assert found("a/x.png", ".git", "a/.e.txt") == [".git/d.txt", "a/.e.txt", "a/x.png"]


def test_each_file_is_yielded_once(folder):
    assert found("a.txt", ".", "./a.txt", folder / "b.txt") == [
        *("a/b/c.text", "a/z.TXT", "a.txt", "b.txt")
    ]
    assert found("-", "-") == ["-"]


def test_the_order_of_paths_makes_no_difference(folder):
    paths = ["./b.txt", "a", "b.txt", ".", "a/z.TXT", "-", folder / "a.txt", "gone"]
    wanted = ["-", "a/b/c.text", "a/z.TXT", "a.txt", "b.txt"]
    wanted.append("gone: there is no such file or folder")
    for each in (paths, paths[::-1], sorted(map(str, paths))):
        assert found(*each) == wanted


def test_links_to_files_are_read_and_links_to_folders_not_followed(folder):
    (folder / "b" / "sub").mkdir(parents=True)
    (folder / "b" / "link.txt").symlink_to(folder / "a.txt")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "b" / "gone.txt").symlink_to("nothing")
    (folder / "b" / "self.txt").symlink_to("self.txt")
    assert found("b") == [
        "b/gone.txt: this link leads nowhere",
        "b/link.txt",
        "b/self.txt: this link leads nowhere",
    ]


def test_a_pipe_in_a_folder_is_no_text(folder):
    os.mkfifo(folder / "a" / "pipe.txt")
    assert found("a") == ["a/b/c.text", "a/z.TXT"]
    assert found("a/pipe.txt") == ["a/pipe.txt"]


def test_a_link_to_itself(folder):
    (folder / "loop.txt").symlink_to("loop.txt")
    assert found("loop.txt") == ["loop.txt: cannot be read: Too many levels of symbolic links"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("missing", "missing: there is no such file or folder"),
        ("a.txt/b", "a.txt/b: there is no such file or folder"),
        ("", "'': there is no such file or folder"),
        ("x" * 300, "x" * 300 + ": cannot be read: File name too long"),
        ("nul\0", "nul\0: cannot be read: embedded null byte"),
        (
            "empty",
            "empty: no file in this folder is in a format that is known by its suffix; name a "
            "file, and its format with --input-format",
        ),
    ],
)
def test_what_is_no_path_to_a_text(folder, path, says):
    (folder / "empty").mkdir()
    assert sorted(found(path, "a.txt")) == sorted([says, "a.txt"])


def test_a_folder_that_may_not_be_read_is_said_and_the_rest_done(folder, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("b"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found("a") == ["a/b: cannot be read: Permission denied", "a/z.TXT"]


def test_a_very_deep_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    depth = 1100  # more than Python allows calls
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    open("a.txt", "w").close()
    os.chdir(tmp_path)
    try:
        assert found("d") == ["/".join("d" * depth) + "/a.txt"]
    finally:  # pytest's own tidying up does not get that deep
        subprocess.run(["rm", "-rf", "d"], check=True)


def test_reading(folder, monkeypatch):
    assert read_file("a.txt") == b"x"
    with pytest.raises(InputError, match=r"^a: cannot be read: Is a directory$"):
        read_file("a")
    with pytest.raises(InputError, match="no such file"):
        read_file("missing")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="-: there is no standard input"):
        read_file("-")
