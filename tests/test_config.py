"""The nearest mtcheck.toml: defaults for the command line."""

import pytest

from mtcheck import config
from mtcheck.errors import InputError


def test_the_nearest_one_is_found(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / config.NAME).write_text("")
    assert config.find(str(inner)) == str(tmp_path / config.NAME)
    (tmp_path / "a" / config.NAME).write_text("")
    assert config.find(str(inner)) == str(tmp_path / "a" / config.NAME)


def test_packs_are_paths_from_the_config(tmp_path):
    path = tmp_path / config.NAME
    (tmp_path / "terms.csv").write_text("")
    path.write_text('packs = ["terms.csv", "acme"]\nfrom = "zh"\nfail-on = "error"\n')
    assert config.read(str(path)) == {
        "added": [str(tmp_path / "terms.csv"), "acme"],
        "source": "zh",
        "fail_on": "error",
    }


def test_normalize_has_a_table_and_profiles(tmp_path):
    path = tmp_path / config.NAME
    path.write_text(
        '[normalize]\nquotes = "curly"\nno-edit = ["percent"]\n'
        "[normalize.profiles.web]\naggressive = true\n"
    )
    assert config.read(str(path))["normalize"] == {
        "quotes": "curly",
        "unwanted": ["percent"],
        "profiles": {"web": {"aggressive": True}},
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('profil = "gate"', "there is no key 'profil'; did you mean 'profile'"),
        ("packs = 'x'", "`packs` should be a list of texts"),
        ("packs = [1]", "`packs` should be a list of texts"),
        ("from = ['zh']", "`from` should be a text"),
        ("from zh", r"mtcheck\.toml: .*line 1"),
        ("normalize = 'x'", "`normalize` should be a table"),
        ("[normalize]\nquote = 'x'", "there is no key 'quote'; did you mean 'quotes'"),
        ("[normalize]\naggressive = 'x'", "`aggressive` should be true or false"),
        ("[normalize.profiles]\nweb = 1", "a profile of `normalize` should be a table"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, says):
    path = tmp_path / config.NAME
    path.write_text(text)
    with pytest.raises(InputError, match=says):
        config.read(str(path))


PACK = """
about: Test.
rules:
  - {id: a, find: new crown, message: "{found}.", severity: warning, category: style}
"""


def test_the_command_line_takes_its_defaults_from_it_and_options_go_first(mtcheck, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    (tmp_path / "a.txt").write_text("A new crown.\n")
    (tmp_path / config.NAME).write_text('packs = ["own"]\nonly = ["own/pack"]\nfail-on = "error"\n')
    done = mtcheck("check", "a.txt", cwd=tmp_path)
    assert (done.returncode, b"new crown" in done.stdout) == (0, True)
    done = mtcheck("check", "--fail-on", "warning", "a.txt", cwd=tmp_path)
    assert done.returncode == 1


def test_a_wrong_config_is_one_sentence_and_status_two(mtcheck, tmp_path):
    (tmp_path / "a.txt").write_text("A text.\n")
    (tmp_path / config.NAME).write_text("profil = 1")
    done = mtcheck("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b"did you mean 'profile'" in done.stderr
    (tmp_path / config.NAME).write_text('profile = "gat"')
    done = mtcheck("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b"'gat' is not one of" in done.stderr


def test_what_tells_of_rules_knows_those_of_the_config(mtcheck, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    (tmp_path / "own" / "more.yaml").write_text(PACK)
    (tmp_path / config.NAME).write_text('packs = ["own"]\n')
    assert mtcheck("explain", "own/pack/a", cwd=tmp_path).returncode == 0
    assert b"own/more/a" in mtcheck("rules", "list", cwd=tmp_path).stdout
    listed = mtcheck("rules", "list", "own/pack.yaml", cwd=tmp_path).stdout
    assert listed.startswith(b"own/pack/a ")
    assert b"own/more/a" not in listed
    assert mtcheck("rules", "catalogue", cwd=tmp_path).returncode == 0
    assert 'id="own/more/a"' in (tmp_path / "rules.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "says"),
    [('packs = ["owm"]', "installed pack of rules; "), ('profile = "gats"', "'gats' is not one")],
)
def test_a_value_that_is_wrong_is_looked_for_in_the_config(mtcheck, tmp_path, text, says):
    (tmp_path / config.NAME).write_text(text)
    said = mtcheck("check", "-", cwd=tmp_path).stderr.decode()
    assert says in said
    assert config.NAME in said
    assert "--help" not in said
