"""Globs of a config."""

import glob
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.gate.config.globs import Glob, wrong


@pytest.mark.parametrize(
    ("text", "fitting", "others"),
    [
        ("*.md", ["a.md", "b/c/a.md"], ["a.mdx", "a.txt", "../a.md"]),
        ("legal", ["legal", "legal/a.txt", "x/legal/b/a.txt"], ["legals/a.txt", "a.legal"]),
        ("/legal", ["legal/a.txt"], ["x/legal/a.txt"]),
        ("./legal/", ["legal/a.txt", "legal/b/a.txt"], ["x/legal/a.txt"]),
        ("legal/", ["legal/a.txt", "x/legal/a.txt"], ["legal"]),
        ("legal/**", ["legal/a.txt", "legal/b/a.txt"], ["legal", "x/legal/a.txt"]),
        ("**/legal/*.txt", ["legal/a.txt", "x/y/legal/a.txt"], ["legal/b/a.txt", "legal.txt"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b", "a/b/c"], ["b", "a/xb"]),
        ("a/*/b", ["a/x/b"], ["a/b", "a/x/y/b"]),
        ("/?.txt", ["a.txt"], ["ab.txt", "x/a.txt"]),
        ("[ab-c].txt", ["a.txt", "c.txt"], ["d.txt", "-.txt"]),
        ("[!a].txt", ["b.txt"], ["a.txt"]),
        ("a[!b]c", ["axc"], ["a/c", "abc"]),
        ("[]x]", ["]", "x"], ["y"]),
        ("*.{md,txt}", ["a.md", "b/a.txt"], ["a.{md,txt}", "a.html"]),
        ("a,b}", ["a,b}"], ["a"]),
        ("{a", ["{a"], ["a"]),
        ("[a", ["[a"], ["a"]),
        ("(a|b)+.txt", ["(a|b)+.txt"], ["a.txt"]),
    ],
)
def test_what_a_glob_means(text, fitting, others):
    assert not wrong(text)
    here = os.path.abspath(os.curdir)
    assert [each for each in fitting if not Glob(text, here).fits(each)] == []
    assert [each for each in others if Glob(text, here).fits(each)] == []


def test_it_is_seen_from_its_folder():
    meant = Glob("/a.txt", os.path.abspath("x"))
    assert meant.fits("x/a.txt")
    assert meant.fits(os.path.abspath("x/a.txt"))
    assert not meant.fits("a.txt")
    assert not Glob("*", os.path.abspath("x")).fits("-")


@pytest.mark.parametrize("text", ["", "/", "./", "a\\b", "!a", "../a", "a/../b"])
def test_what_is_none_is_said(text):
    assert wrong(text)


names = st.text(
    st.characters(exclude_characters="/\\\0{},!", exclude_categories=["Cs"]), min_size=1
)


@given(names.filter(lambda name: name.strip(".")))
def test_an_escaped_name_means_that_file_alone(name):
    meant = Glob("/" + glob.escape(name), os.path.abspath(os.curdir))
    assert not wrong(meant.text)
    assert meant.fits(name)
    assert not meant.fits(f"x{name}")
    assert not meant.fits(f"{name}y/{name}")
