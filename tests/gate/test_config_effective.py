"""What is in force for a file, and who says so."""

import os

import pytest

from mtcheck.errors import InputError
from mtcheck.gate.config.effective import configured_by, on_command_line
from mtcheck.gate.config.files import NAME
from mtcheck.gate.config.keys import KEYS
from mtcheck.gate.settings import Ignore, Settings
from mtcheck.gate.verdict import Limits


@pytest.fixture
def config(tmp_path, monkeypatch):
    """What is in force by the text of a config and what the command line says."""
    monkeypatch.chdir(tmp_path)

    def config(text, **said):
        (tmp_path / NAME).write_text(text, "utf-8")
        given = {key.replace("_", "-"): value for key, value in said.items()}
        return configured_by(str(tmp_path / NAME), on_command_line(given))

    return config


def test_without_anything_it_is_what_the_editor_gets():
    run = configured_by(None, {}).of_run
    assert run.settings() == Settings()
    assert run.limits() == Limits("warning")
    assert [run[key] for key in ("profile", "show", "format")] == ["editor", "suggestion", "text"]
    assert {run.origin(key) for key in KEYS} == {"default", "profile editor"}


LAYERS = [
    ("", {}, "warning", "profile editor"),
    ('profile = "audit"', {}, "never", "profile audit"),
    ('profile = "audit"\nfail-on = "suggestion"', {}, "suggestion", "mtcheck.toml:2"),
    (
        'profile = "ci"\nfail-on = "suggestion"\n[profiles.ci]\nfail-on = "error"',
        {},
        "error",
        "mtcheck.toml:4 (profile ci)",
    ),
    ('[profiles.ci]\nprofile = "audit"', {"profile": "ci"}, "never", "profile audit"),
    ('[profiles.audit]\nshow = "error"', {"profile": "audit"}, "never", "profile audit"),
    (
        'profile = "ci"\n[profiles.ci]\nfail-on = "error"\n[[overrides]]\npaths = ["a.txt"]\n'
        'fail-on = "never"',
        {},
        "never",
        "mtcheck.toml:6",
    ),
    (
        '[[overrides]]\npaths = ["b.txt"]\nfail-on = "never"',
        {},
        "warning",
        "profile editor",
    ),
    (
        '[[overrides]]\npaths = ["*.txt"]\nfail-on = "never"\n'
        '[[overrides]]\npaths = ["a.*"]\nfail-on = "error"',
        {},
        "error",
        "mtcheck.toml:6",
    ),
    (
        '[[overrides]]\npaths = ["a.txt"]\nfail-on = "never"',
        {"fail_on": "suggestion"},
        "suggestion",
        "command line",
    ),
]


@pytest.mark.parametrize(("text", "said", "value", "origin"), LAYERS)
def test_who_has_the_last_word(config, text, said, value, origin):
    effective = config(text, **said).at("a.txt")
    assert (effective["fail-on"], effective.origin("fail-on")) == (value, origin)
    assert effective.limits().fail_on == value


def test_every_key_reaches_the_settings_or_the_limits(config, tmp_path):
    (tmp_path / "terms.csv").write_text("")
    made = config(
        """
        from = "zh"
        rules = ["own"]
        packs = ["terms.csv", "acme"]
        only = ["zh"]
        ignore = ["zh/pandemic", {rule = "ru", text = "x", reason = "y"}]
        encoding = "cp1252"
        input-format = "text"
        text-field = ["body"]
        id-field = "id"
        attributes = true
        whole-page = false
        limit = {record = 5}
        severity = {zh = "warning"}
        require-reason = false
        fail-on = "error"
        fail-on-category = ["grammar"]
        max-findings = 1
        max-per-1000-words = 2
        min-score = 90.5
        """
    ).at("a.txt")
    settings = made.settings()
    assert settings.rules == (("own",), ("terms.csv", "acme"), ("zh",), ("zh/pandemic",))
    assert settings.reading == ("cp1252", ("body",), "id", True, False, {"record": 5})
    assert settings._replace(rules=None, reading=None) == Settings(
        rules=None,
        source="zh",
        reading=None,
        form="text",
        measured=True,
        ignores=(Ignore("ru", "x", "y"),),
        require_reason=False,
        severities=(("zh", "warning"),),
    )
    assert made.limits() == Limits("error", ("grammar",), 1, 2, 90.5)


def test_lists_that_add_up_and_tables_that_are_put_together(config):
    text = """
    packs = ["a", "b"]
    ignore = ["zh"]
    only = ["ru"]
    [severity]
    zh = "off"
    ru = "error"
    [limit]
    record = 1
    [[overrides]]
    paths = ["a.txt"]
    ignore = ["ru"]
    only = ["any"]
    severity = {zh = "on", any = "off"}
    limit = {depth = 2}
    """
    made = config(text, packs=("b", "c"), ignore=("x",)).at("a.txt")
    assert made["packs"] == ("a", "b", "c")
    assert made["ignore"] == ("zh", "ru", "x")
    assert made["only"] == ("any",)
    assert dict(made["severity"]) == {"zh": "on", "ru": "error", "any": "off"}
    assert dict(made["limit"]) == {"record": 1, "depth": 2}


def test_entries_to_ignore_are_of_their_files(config):
    made = config(
        '[[ignore]]\npaths = ["*.docx"]\nrule = "zh"\nreason = "quoted"\n'
        '[[ignore]]\ntext = "New Crown"\nreason = "a drink"\n'
    )
    everywhere = Ignore("all", "New Crown", "a drink")
    assert made.at("x/a.docx").settings().ignores == (Ignore("zh", "", "quoted"), everywhere)
    assert made.at("a.txt").settings().ignores == (everywhere,)
    assert made.of_run.ignores == ()


def test_paths_are_seen_from_the_config(config, tmp_path, monkeypatch):
    made = config(
        'paths = ["in"]\nbaseline = "old.json"\noutput = ["html:pages", "sarif"]\n'
        'exclude = ["/in/x"]'
    )
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    made = configured_by(os.path.join(os.pardir, NAME), {}).of_run
    assert made["paths"] == (os.path.join(os.pardir, "in"),)
    assert made["baseline"] == os.path.join(os.pardir, "old.json")
    assert made["output"] == (f"html:{os.path.join(os.pardir, 'pages')}", "sarif")
    assert made["exclude"][0].fits("../in/x/a.txt")


def test_the_style_of_normalize_has_profiles(config):
    made = config(
        '[normalize]\nquotes = "curly"\nno-edit = ["percent"]\n'
        '[normalize.profiles.web]\nquotes = "straight"\naggressive = true\n'
    )
    assert {key: said.value for key, said in made.style(None).items()} == {
        "quotes": "curly",
        "no-edit": ("percent",),
    }
    assert made.style("web")["quotes"] == ("straight", "mtcheck.toml:5")
    with pytest.raises(InputError, match=r"^mtcheck.toml has no profile 'wep'; did you mean 'web'"):
        made.style("wep")
    with pytest.raises(InputError, match=r"^mtcheck.toml has no profile 'web'"):
        configured_by(None, {}).style("web")
