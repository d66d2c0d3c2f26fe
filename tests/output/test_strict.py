"""Texts in formats whose readers are strict; names of files as URIs."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.output.csv import _safe
from mtcheck.output.strict import as_json, attributes, content, path, printable, uri, writable

ANY = st.text(st.characters(exclude_categories=[]))
WHOLE = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY)
def test_json_has_no_half_characters_and_is_else_as_it_was(text):
    back = json.loads(as_json({"a": text}))["a"]
    wanted = text.encode("utf-8", "backslashreplace").decode()
    assert back == wanted
    assert writable([text]) == ([text] if back == text else [])


@given(ANY)
def test_xml_gives_back_what_it_can_hold(text):
    element = ET.fromstring(f"<a{attributes(b=text)}>{content(text)}</a>")
    assert element.get("b") == printable(text)
    assert (element.text or "") == printable(text)


def test_what_xml_cannot_hold_is_an_escape():
    assert printable("a\x08\x00\ufffe\udcff\t\n\x85") == "a\\x08\\x00\\ufffe\\udcff\t\n\x85"


def test_attributes_without_a_value_are_left_out():
    assert attributes(line=None, column=3) == ' column="3"'


@given(WHOLE.filter(lambda name: name and "\0" not in name))
def test_a_uri_is_the_path(name):
    parts = urlsplit(uri(f"x{name}"))
    assert not parts.scheme
    assert not parts.query
    assert unquote_to_bytes(parts.path).decode() == path(f"x{name}")


def test_paths_are_seen_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert path(str(tmp_path / "a" / "b.txt")) == uri(str(tmp_path / "a" / "b.txt")) == "a/b.txt"
    assert uri("./a//b.txt") == "a/b.txt"
    assert uri("a:b") == "a%3Ab"
    assert uri("-") == "-"
    assert uri("../b.txt") == "../b.txt"
    beside = tmp_path.parent / "b c.txt"
    assert path(str(beside)) == str(beside)
    assert uri(str(beside)) == beside.as_uri()
    assert Path(unquote_to_bytes(urlsplit(uri(str(beside))).path).decode()) == beside


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠1"]
)
def test_no_cell_is_a_formula(text):
    assert _safe(text) == f"'{text}"


@given(ANY)
def test_cells_come_back(text):
    out = io.StringIO(newline="")
    csv.writer(out).writerow([_safe(text)])
    [[back]] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert back.removeprefix("'") == printable(text).removeprefix("'")
    assert back == _safe(text)
