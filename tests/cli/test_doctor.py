"""`mtcheck doctor`: what works, what is missing, what is broken."""

import os
import sys
import tomllib

import pytest

from mtcheck.errors import InputError
from mtcheck.gate import doctor, packages
from mtcheck.gate.doctor import PARTS, Finding
from mtcheck.gate.packages import Need, fits, needs
from mtcheck.version import __version__
from repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def told(done):
    """What was said, by grade."""
    lines = done.stdout.decode().splitlines()
    grades = {"ok": [], "missing": [], "broken": []}
    for line in lines[:-1]:
        grade, _, what = line.partition(" ")
        grades.get(grade, grades["ok"]).append(what.strip())
    return grades, lines[-1]


def test_it_says_what_there_is(mtcheck, tmp_path):
    (tmp_path / "mtcheck.toml").write_text('profile = "gate"\nonly = ["zh/pandemic"]')
    tool = tmp_path / "lt" / "LanguageTool-6.8" / "languagetool-server.jar"
    tool.parent.mkdir(parents=True)
    tool.write_text("")
    done = mtcheck("doctor", cwd=tmp_path, LTP_PATH=str(tmp_path / "lt"))
    grades, last = told(done)
    assert (done.returncode, grades["broken"]) == (0, [])
    assert last.startswith("mtcheck works")
    everything = "\n".join(grades["ok"])
    assert f"mtcheck {__version__} in " in everything
    assert f"Python {sys.version.split()[0]}" in everything
    assert "click 8" in everything
    assert " rules in " in everything
    assert "zh 1," in everything
    assert "config mtcheck.toml: profile gate, " in everything
    assert f"caches in {os.environ['MTCHECK_CACHE_DIR']}: " in everything
    assert f"LanguageTool in {tool.parent}" in everything


def test_it_says_what_is_missing_and_how_to_get_it(mtcheck, tmp_path):
    (tmp_path / "file").write_text("")
    cache = str(tmp_path / "file")
    done = mtcheck(
        "doctor", cwd=tmp_path, PATH="", HOME=str(tmp_path), MTCHECK_CACHE_DIR=cache, LTP_PATH=""
    )
    grades, last = told(done)
    assert done.returncode == 0
    assert {what.partition(",")[0] for what in grades["missing"]} >= {
        "git",
        "Java",
        "LanguageTool",
        f"caches: {cache} cannot be written",
    }
    assert b"-> install git\n" in done.stdout
    assert "things that it can do without" in last


def test_without_a_home_there_is_no_place_for_caches(mtcheck, tmp_path):
    nowhere = {"HOME": "x", "USERPROFILE": "x", "XDG_CACHE_HOME": "", "MTCHECK_CACHE_DIR": ""}
    grades, _ = told(mtcheck("doctor", cwd=tmp_path, **nowhere))
    assert "a place for caches" in grades["missing"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("profil = 1", "mtcheck.toml:1: there is no key 'profil'"),
        ('only = ["zhh"]', "there is no rule 'zhh'"),
        ('[[overrides]]\npaths = ["x"]\nignore = ["zhh"]', "there is no rule 'zhh'"),
    ],
)
def test_a_broken_config_is_status_one(mtcheck, tmp_path, text, says):
    (tmp_path / "mtcheck.toml").write_text(text)
    done = mtcheck("doctor", cwd=tmp_path)
    (broken,) = told(done)[0]["broken"]
    assert done.returncode == 1
    assert says in broken
    assert done.stdout.endswith(b"mtcheck does not work as it should: 1 thing to mend.\n")


def test_packs_that_are_installed_are_looked_at(mtcheck, tmp_path):
    site = tmp_path / "site"
    (site / "a-1.dist-info").mkdir(parents=True)
    points = "[mtcheck.packs]\ngood = good\nbad = bad\n"
    (site / "a-1.dist-info" / "entry_points.txt").write_text(points)
    rule = '{id: a, find: crown, message: "x.", severity: warning, category: style}'
    for name, text in (("good", f"about: Test.\nrules:\n  - {rule}\n"), ("bad", "about: 1")):
        (site / name).mkdir()
        (site / name / "pack.yaml").write_text(text)
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
    grades, _ = told(mtcheck("doctor", cwd=tmp_path, PYTHONPATH=path))
    assert f"installed pack good: 1 rule in {site / 'good'}" in grades["ok"]
    assert [what.startswith("installed pack bad: ") for what in grades["broken"]] == [True]


@pytest.mark.parametrize("name", ["ahocorasick_rs", "yaml"])
def test_it_speaks_where_packages_are_broken(mtcheck, tmp_path, name):
    (tmp_path / f"{name}.py").write_text(f"raise ImportError('{name} is broken')")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    cache = str(tmp_path / "cache")
    done = mtcheck("doctor", cwd=tmp_path, PYTHONPATH=path, MTCHECK_CACHE_DIR=cache)
    assert (done.returncode, told(done)[0]["broken"]) == (1, [f"{name} is broken"])


def test_every_optional_part_is_described():
    assert set(PARTS) == set(PROJECT["optional-dependencies"])


def test_needs_are_those_of_the_project():
    found = {each.name.lower() for each in needs() if not each.extra}
    wanted = {each.partition(">")[0].lower() for each in PROJECT["dependencies"]}
    assert found == wanted
    assert all(each.is_met for each in needs() if not each.extra)
    assert not Need("x", ">=1", "", None).is_met
    assert not Need("x", ">=2", "", "1.9").is_met


@pytest.mark.parametrize(
    ("version", "bounds", "expected"),
    [
        ("1.2", "", True),
        ("1.2", ">=1.2", True),
        ("1.2.0", ">=1.2", True),
        ("1.10", ">=1.9", True),
        ("1.2", ">=1.2.1", False),
        ("0.7.13", "<0.8,>=0.7.13", True),
        ("0.8", "<0.8,>=0.7.13", False),
        ("2.0rc1", ">1", True),
        ("1", ">1", False),
        ("1", "<=1", True),
        ("1.1", "!=1.1", False),
        ("1.1", "==1.1.0", True),
    ],
)
def test_versions_are_compared_as_numbers(version, bounds, expected):
    assert fits(version, bounds) == expected


def looked_at(monkeypatch, *wanted):
    """What is found where mtcheck needs these packages: lines as they are in its metadata."""
    monkeypatch.setattr(packages.metadata, "requires", lambda name: wanted)
    return [each for each in doctor.examined() if each.what.startswith(("the pack", "opt", "need"))]


def test_packages_that_are_missing_or_old_are_told(monkeypatch):
    found = looked_at(
        monkeypatch, "click>=8.1", "no-such-package>=2", "PyYAML<1", "none-such>=1; extra == 'web'"
    )
    version = packages.installed("PyYAML")
    assert found[1:] == [
        Finding(
            "broken",
            "the package no-such-package is not installed",
            "pip install 'no-such-package>=2'",
        ),
        Finding("broken", f"the package PyYAML is {version}, not <1", "pip install 'PyYAML<1'"),
        Finding("missing", f"optional part web: {PARTS['web']}", "pip install 'mtcheck[web]'"),
    ]
    assert found[0].what.startswith("needs click 8")
    assert not looked_at(monkeypatch, "(not a requirement)")


def test_sources_need_no_metadata(monkeypatch):
    def requires(name):
        raise packages.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(packages.metadata, "requires", requires)
    assert needs() == []
    assert any("runs from its sources" in each.what for each in doctor.examined())


def test_shipped_rules_that_cannot_be_loaded_are_told(monkeypatch):
    def loaded(*_):
        raise InputError("rules: cannot be read\nand more")

    monkeypatch.setattr("mtcheck.gate.rules.loaded", loaded)
    told = Finding("broken", "the shipped rules: rules: cannot be read", "install mtcheck anew")
    assert told in list(doctor.examined())


def test_a_program_that_hangs_or_fails_is_missing(monkeypatch, tmp_path):
    def run(*_, **__):
        raise doctor.subprocess.TimeoutExpired("java", 20)

    monkeypatch.setattr(doctor.subprocess, "run", run)
    missing = {each.what for each in doctor.examined() if each.grade == "missing"}
    assert {"git, for --diff-base", "Java, for LanguageTool"} <= missing
