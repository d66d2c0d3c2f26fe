"""Packs that are added to others: compiled by themselves, and the same as if all were compiled."""

import os

import pytest

from mtcheck.engine import compile as compiling
from mtcheck.engine.packs import load
from mtcheck.errors import RuleError

PACK = """about: Test.
defaults: {severity: error, category: terminology}
rules:
  - id: %s
    aliases: [%s]
    find: "(new crown|crown of the|new car) (virus|pneumonia)"
    unless: [royal]
    message: "{found}; write {suggest}."
    suggest: [coronavirus]
"""
QUOTES = """about: Test.
defaults: {severity: error, category: punctuation}
rules:
  - {id: quotes, kind: quotes, problem: unclosed, message: "{found}."}
"""


@pytest.fixture
def roots(tmp_path, monkeypatch):
    """Three roots that share literals, and a cache of their own."""
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    made = []
    for name, text in (
        ("one/any", PACK % ("a", "old-a")),
        ("two/zh", PACK % ("b", "old-b")),
        ("three/any", QUOTES),
    ):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(text, "utf-8")
        made.append(str(folder.parent))
    (tmp_path / "three/any/pack.yaml").rename(tmp_path / "three/any/other.yaml")
    return made


def test_they_are_as_if_compiled_together(roots):
    joined, whole = load(roots), load(roots, use_cache=False)
    assert joined.shelf.pack() == whole.shelf.pack()
    assert joined.cold == whole.cold
    assert joined.rules == whole.rules
    assert joined.renamed(["zh/pack/old-b"]) == whole.renamed(["zh/pack/old-b"])


def test_an_edit_compiles_what_was_edited(roots, monkeypatch):
    load(roots)
    compiled = []
    real = compiling.compile_packs

    def counted(packs):
        compiled.append([name for name, _, _ in packs])
        return real(packs)

    monkeypatch.setattr(compiling, "compile_packs", counted)
    path = os.path.join(roots[1], "zh", "pack.yaml")
    with open(path, "a", encoding="utf-8") as file:
        file.write("# edited\n")
    assert len(load(roots)) == 3
    assert compiled == [["zh/pack"]]


def test_problems_of_all_are_told_at_once(roots):
    for root, name in ((roots[0], "any/pack"), (roots[1], "zh/pack")):
        path = os.path.join(root, f"{name}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write((PACK % ("a", "b")).replace("category: terminology", "category: terms"))
    with pytest.raises(RuleError) as told:
        load(roots)
    assert len(told.value.problems) == 2


def test_a_rule_of_two_roots_is_told_and_a_root_inside_another_is_read_once(roots):
    inner = os.path.join(roots[0], "any", "pack.yaml")
    assert len(load([roots[0], inner])) == 1
    twin = os.path.join(roots[1], "any")
    os.mkdir(twin)
    with open(os.path.join(twin, "pack.yaml"), "w", encoding="utf-8") as file:
        file.write(PACK % ("a", "new-a"))
    with pytest.raises(RuleError, match="'any/pack/a' is used in"):
        load(roots)
