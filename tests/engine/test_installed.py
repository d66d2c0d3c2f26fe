"""Packs that other Python packages bring."""

import importlib.metadata
from importlib.metadata import EntryPoint

import pytest

from mtcheck.engine.installed import GROUP, pack_path
from mtcheck.errors import InputError


@pytest.fixture
def installed(monkeypatch, tmp_path):
    (tmp_path / "acme_packs").mkdir()
    (tmp_path / "acme_packs" / "__init__.py").write_text("FOLDER = '/somewhere'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = [
        EntryPoint("acme", "acme_packs", GROUP),
        EntryPoint("acme-folder", "acme_packs:FOLDER", GROUP),
    ]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: found)
    return tmp_path / "acme_packs"


def test_an_entry_point_names_a_module_or_a_folder(installed):
    assert pack_path("acme") == str(installed)
    assert pack_path("acme-folder") == "/somewhere"


def test_a_path_is_a_path(tmp_path):
    assert pack_path(str(tmp_path)) == str(tmp_path)
    assert pack_path("some/where") == "some/where"


def test_what_is_neither_is_said(installed):
    with pytest.raises(InputError, match="did you mean 'acme'"):
        pack_path("acmee")
