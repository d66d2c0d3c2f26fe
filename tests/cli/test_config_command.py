"""The config as the commands follow it: through processes of their own."""

import json
import tomllib

import pytest

from mtcheck.cli.check import command as check
from mtcheck.cli.group import main
from mtcheck.gate.config.keys import KEYS
from mtcheck.gate.config.schema import schema
from mtcheck.output import FORMATS
from repository import ROOT

PACK = """
about: Test.
rules:
  - {id: a, find: new crown, message: "{found}.", severity: warning, category: style}
  - {id: b, find: old crown, message: "{found}.", severity: error, category: style}
"""
TEXT = "A new crown.\n\nAn old crown.\n"


@pytest.fixture
def house(tmp_path):
    """Write a config with own rules into a folder with a text in it."""
    for name in ("own/pack.yaml", "own/more.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PACK if "more" not in name else PACK.replace("style", "grammar"))
    for name in ("a.txt", "legal/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)

    def house(text, name="mtcheck.toml"):
        (tmp_path / name).write_text(text)
        return tmp_path

    return house


OWN = 'rules = ["own/pack.yaml"]\n'


def found(done):
    """Each finding of JSON Lines: file, rule without its pack, severity."""
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [(row["file"], row["rule"][-1], row["severity"], row["penalty"]) for row in rows]


def test_severities_of_rules_and_families_and_of_paths(mtcheck, house):
    folder = house(
        f"""{OWN}format = "jsonl"
        [severity]
        "own" = "off"
        "own/pack/a" = "error"
        [[overrides]]
        paths = ["legal"]
        [overrides.severity]
        "own/pack/b" = "suggestion"
        """
    )
    done = mtcheck("check", ".", cwd=folder)
    assert found(done) == [
        ("a.txt", "a", "error", 5.0),
        ("legal/b.txt", "a", "error", 5.0),
        ("legal/b.txt", "b", "suggestion", 0.0),
    ]
    assert (done.returncode, b"2 errors in 2 of 2 files" in done.stderr) == (1, True)


def test_limits_and_what_is_shown_of_paths(mtcheck, house):
    folder = house(
        f"""{OWN}format = "jsonl"
        fail-on = "never"
        show = "error"
        [[overrides]]
        paths = ["legal"]
        fail-on = "error"
        show = "warning"
        """
    )
    done = mtcheck("check", ".", cwd=folder)
    assert [row[:2] for row in found(done)] == [
        ("a.txt", "b"),
        ("legal/b.txt", "a"),
        ("legal/b.txt", "b"),
    ]
    assert (done.returncode, b"gate: FAIL, 1 error in 1 of 2 files" in done.stderr) == (1, True)
    assert mtcheck("check", "a.txt", cwd=folder).returncode == 0


def test_a_score_of_paths(mtcheck, house):
    text = f'{OWN}fail-on = "never"\n[[overrides]]\npaths = ["legal"]\nmin-score = 99'
    folder = house(text)
    for name in ("a.txt", "legal/b.txt"):
        (folder / name).write_text(TEXT * 10)
    done = mtcheck("check", ".", cwd=folder)
    assert done.returncode == 1
    assert b"legal/b.txt scores" in done.stdout
    assert b"below 99" in done.stdout
    assert mtcheck("check", "a.txt", cwd=folder).returncode == 0


def test_the_command_line_goes_first_and_adds(mtcheck, house):
    folder = house(
        'packs = ["own/pack.yaml"]\nonly = ["own"]\nfail-on = "error"\nformat = "jsonl"\n'
    )
    done = mtcheck("check", "--only", "own/pack/a", "a.txt", cwd=folder)
    assert (done.returncode, [row[1] for row in found(done)]) == (0, ["a"])
    assert mtcheck("check", "--fail-on", "warning", "a.txt", cwd=folder).returncode == 1
    done = mtcheck("check", "--packs", "own/more.yaml", "a.txt", cwd=folder)
    assert [row[1] for row in found(done)] == ["a", "a", "b", "b"]


def test_which_config_is_read(mtcheck, house):
    folder = house(OWN)
    house('rules = ["own/pack.yaml"]\nignore = ["own/pack/b"]', "other.toml")
    house(f"[tool.mtcheck]\n{OWN}\nonly = ['own/pack/b']", "pyproject.toml")
    run = ("check", "--format", "jsonl", "../a.txt")
    below = folder / "legal"
    assert len(found(mtcheck(*run, cwd=below))) == 2
    assert [row[1] for row in found(mtcheck(*run, "--config", "../other.toml", cwd=below))] == ["a"]
    python = mtcheck(*run, "--config", "../pyproject.toml", cwd=below)
    assert [row[1] for row in found(python)] == ["b"]
    assert found(mtcheck(*run, "--no-config", cwd=below)) == []
    done = mtcheck(*run, "--no-config", "--config", "../other.toml", cwd=below)
    assert done.returncode == 2
    assert b"--config and --no-config exclude each other" in done.stderr
    done = mtcheck(*run, "--config", "no.toml", cwd=below)
    assert (done.returncode, b"no.toml: cannot be read" in done.stderr) == (2, True)


def test_a_profile_of_the_config(mtcheck, house):
    folder = house(f'{OWN}[profiles.ci]\nprofile = "gate"\nfail-on = "never"')
    assert mtcheck("check", "a.txt", cwd=folder).returncode == 1
    assert mtcheck("check", "--profile", "ci", "a.txt", cwd=folder).returncode == 0


def test_paths_of_the_config_are_checked_when_none_is_named(mtcheck, house):
    folder = house(f'{OWN}paths = ["leg*"]\nformat = "jsonl"')
    assert {row[0] for row in found(mtcheck("check", cwd=folder))} == {"legal/b.txt"}
    house(f'{OWN}paths = ["legal"]\nformat = "jsonl"')
    seen = {row[0] for row in found(mtcheck("check", cwd=folder / "own"))}
    assert seen == {"../legal/b.txt"}
    for command in ("report", "baseline create"):
        assert mtcheck(*command.split(), cwd=folder).returncode == 0


def test_what_is_excluded_is_left_out_of_folders_only(mtcheck, house):
    folder = house(f'{OWN}exclude = ["/legal"]\nformat = "jsonl"')
    assert {row[0] for row in found(mtcheck("check", ".", cwd=folder))} == {"a.txt"}
    assert {row[0] for row in found(mtcheck("check", "legal/b.txt", cwd=folder))} == {"legal/b.txt"}
    done = mtcheck("check", ".", "--exclude", "a.*", cwd=folder)
    assert done.returncode == 2
    assert b"leaves out every file" in done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("profil = 1", "mtcheck.toml:1: there is no key 'profil'; did you mean 'profile'?"),
        ('profile = "gat"', "mtcheck.toml:1: there is no profile 'gat'; did you mean 'gate'?"),
        (
            '\npacks = ["owm"]',
            "mtcheck.toml:2: owm: there is no such file, folder or installed pack",
        ),
        (
            '\nrules = ["owm"]',
            "mtcheck.toml:2: owm: there is no such file, folder or installed pack",
        ),
        (
            'format = "jsn"',
            "mtcheck.toml:1: `format`: there is no format 'jsn'; did you mean 'json'?",
        ),
        ('output = ["x:y"]', "mtcheck.toml:1: `output` x:y: there is no format 'x'; known are "),
        (
            'output = ["json"]',
            "mtcheck.toml:1: `output` json: say where it is written, as json:PATH",
        ),
        ('paths = ["no*"]', "mtcheck.toml:1: `paths`: no file fits 'no*'"),
        ('paths = ["nowhere"]', "mtcheck.toml:1: `paths`: no file fits 'nowhere'"),
        ('exclude = ["*"]', "mtcheck.toml:1: `exclude` ('*') leaves out every file"),
        (
            f'{OWN}only = ["own/pack/c"]',
            "mtcheck.toml:2: there is no rule 'own/pack/c'; did you mean",
        ),
        (f'{OWN}ignore = ["owm"]', "mtcheck.toml:2: there is no rule 'owm'; did you mean 'own'?"),
        (
            f'{OWN}[severity]\nown = "on"\n"owm" = "off"',
            "mtcheck.toml:4: there is no rule 'owm'; did",
        ),
        (
            f'{OWN}[[overrides]]\npaths = ["x"]\nonly = ["owm"]',
            "mtcheck.toml:4: there is no rule 'owm'; did you mean 'own'?",
        ),
        (
            f'{OWN}[[ignore]]\npaths = ["x"]\nrule = "owm"\nreason = "y"',
            "mtcheck.toml:2: there is no rule 'owm'; did you mean 'own'?",
        ),
        (
            f'{OWN}only = ["own"]\nignore = ["own"]',
            "mtcheck.toml:2 and mtcheck.toml:3 leave no rule",
        ),
        (f'{OWN}[severity]\nown = "off"', "mtcheck.toml:3 leaves no rule to run"),
        (
            f'{OWN}[[overrides]]\npaths = ["x"]\nignore = ["own"]',
            "mtcheck.toml:4 leaves no rule to run",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_place(mtcheck, house, text, says):
    done = mtcheck("check", *([] if 'paths = ["no' in text else ["."]), cwd=house(text))
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"mtcheck: {says}")


def test_an_old_name_of_a_rule_is_told(mtcheck, house):
    folder = house(f'{OWN}\n[severity]\n"own/pack/z" = "error"')
    pack = PACK.replace("id: a,", "id: a, aliases: [own/pack/z],")
    (folder / "own" / "pack.yaml").write_text(pack)
    done = mtcheck("check", "--format", "jsonl", "a.txt", cwd=folder)
    assert {row[2] for row in found(done)} == {"error"}
    assert b"mtcheck.toml:4: the rule 'own/pack/z' is now called 'own/pack/a'" in done.stderr


def test_what_tells_of_rules_knows_those_of_the_config(mtcheck, house):
    folder = house('packs = ["own"]\n')
    assert mtcheck("explain", "own/pack/a", cwd=folder).returncode == 0
    assert b"own/more/a" in mtcheck("rules", "list", cwd=folder).stdout
    listed = mtcheck("rules", "list", "own/pack.yaml", cwd=folder).stdout
    assert listed.startswith(b"own/pack/a ")
    assert b"own/more/a" not in listed
    both = mtcheck("rules", "list", "--packs", "own/more.yaml", "own/pack.yaml", cwd=folder).stdout
    assert b"own/more/a" in both
    assert mtcheck("rules", "catalogue", cwd=folder).returncode == 0
    assert 'id="own/more/a"' in (folder / "rules.html").read_text("utf-8")


def test_explain_says_every_value_and_who_said_it(mtcheck, house):
    folder = house(
        f"""profile = "gate"
        {OWN}
        exclude = ["no", "legal"]
        ignore = [{{text = "x", reason = "y"}}, {{rule = "own", text = "old crown", reason = "a name"}}]
        [severity]
        "own/pack/a" = "error"
        [normalize]
        quotes = "curly"
        [[overrides]]
        paths = ["legal"]
        limit = {{record = 5}}
        severity = {{"own/pack/b" = "off"}}
        """
    )
    done = mtcheck("config", "explain", "legal/b.txt", "--max-findings", "3", cwd=folder)
    assert done.returncode == 0, done.stderr
    head, *lines = done.stdout.decode().splitlines()
    assert head == "legal/b.txt: by mtcheck.toml"
    told = [tuple(part.strip() for part in line.split("  ") if part) for line in lines]
    for row in [
        ("profile", "gate", "mtcheck.toml:1"),
        ("show", "warning", "profile gate"),
        ("from", "none", "profile gate"),
        ("rules", "own/pack.yaml", "mtcheck.toml:2"),
        ("severity own/pack/a", "error", "mtcheck.toml:7"),
        ("severity own/pack/b", "off", "mtcheck.toml:13"),
        ("limit record", "5", "mtcheck.toml:12"),
        ("max-findings", "3", "command line"),
        ("require-reason", "true", "default"),
        ("min-score", "-", "default"),
        ("[[ignore]]", "own “old crown” (a name)", "mtcheck.toml:5"),
        ("normalize.quotes", "curly", "mtcheck.toml:9"),
    ]:
        assert row in told
    assert {row[0].split()[0] for row in told} >= set(KEYS)
    assert "1 of 2 rules run, 1 with another severity than their own." in lines
    assert (
        "It is checked only where it is named itself: excluded ('legal', mtcheck.toml:4)." in lines
    )
    alone = mtcheck("config", "explain", "x", "--no-config", cwd=folder).stdout.decode()
    assert alone.startswith("x: no config\n")


NO_KEYS = {
    *("config", "no-config", "show-suppressed", "quiet"),
    *("fix", "unsafe", "diff", "backup", "backup-suffix"),
}


def test_every_option_of_check_is_a_key_by_its_name():
    options = {
        name.removeprefix("--")
        for param in check.params
        for name in param.opts
        if name.startswith("--")
    }
    assert options - NO_KEYS == set(KEYS) - {"paths", "severity", "require-reason"}


def test_every_command_that_checks_follows_a_config():
    without = {"config", "doctor", "explain", "rules"}
    for name in set(main.list_commands(None)) - without:
        command = main.get_command(None, name)
        options = [name for param in command.params for name in param.opts]
        assert "--config" in options or hasattr(command, "commands"), name


# The schema of the docs: `mtcheck config schema > docs/mtcheck.schema.json` renews it.
def test_the_schema_is_fresh(mtcheck):
    written = (ROOT / "docs" / "mtcheck.schema.json").read_bytes()
    assert written == mtcheck("config", "schema").stdout


GOOD = [
    "",
    'extends = "x"\npacks = ["a"]\nignore = ["a", {rule = "b", reason = "c"}]\n',
    'extends = ["x"]\n[severity]\nzh = "off"\n[limit]\nrecord = 1\n',
    '[[overrides]]\npaths = ["a"]\nmin-score = 90\n[profiles.ci]\nprofile = "gate"\njobs = 2\n',
    'output = ["html:x"]\n[normalize]\nquotes = "curly"\n[normalize.profiles.web]\nedit = []\n',
]
BAD = [
    "profil = 1",
    'show = "x"',
    'packs = "x"',
    "max-findings = -1",
    "min-score = 101",
    'format = "x"',
    'output = ["x:y"]',
    "[[overrides]]\nonly = []",
    '[[overrides]]\npaths = ["a"]\nprofile = "gate"',
    '[[ignore]]\nreason = "x"',
    '[severity]\nzh = "of"',
    "[limit]\nrecords = 1",
    "[normalize]\nquote = 1",
]


@pytest.mark.parametrize("text", [*GOOD, *BAD])
def test_the_schema_takes_what_we_take(text):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    made = schema(FORMATS)
    jsonschema.Draft7Validator.check_schema(made)
    valid = jsonschema.Draft7Validator(made).is_valid(tomllib.loads(text))
    assert valid == (text in GOOD)
