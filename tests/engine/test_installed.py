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
    (tmp_path / "bare_packs").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    found = [
        EntryPoint("acme", "acme_packs", GROUP),
        EntryPoint("acme-folder", "acme_packs:FOLDER", GROUP),
        EntryPoint("acme-bare", "bare_packs", GROUP),
        EntryPoint("acme-gone", "gone_packs", GROUP),
    ]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: found)
    return tmp_path / "acme_packs"


def test_an_entry_point_names_a_module_or_a_folder(installed):
    assert pack_path("acme") == str(installed)
    assert pack_path("acme-folder") == "/somewhere"


def test_a_module_may_be_a_folder_without_code(installed):
    assert pack_path("acme-bare") == str(installed.with_name("bare_packs"))


def test_a_module_that_is_not_there_is_said(installed):
    with pytest.raises(InputError, match="acme-gone: the installed pack gone_packs cannot be read"):
        pack_path("acme-gone")


def test_a_path_is_a_path(tmp_path):
    assert pack_path(str(tmp_path)) == str(tmp_path)


def test_what_is_neither_is_said(installed):
    with pytest.raises(InputError, match="did you mean 'acme'"):
        pack_path("acmee")
    with pytest.raises(InputError, match="some/where: there is no such file, folder or installed"):
        pack_path("some/where")
