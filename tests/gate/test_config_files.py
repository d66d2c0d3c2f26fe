"""Configs found, read with those that they extend, and what is wrong with them."""

import os
import re

import pytest

from mtcheck.errors import InputError
from mtcheck.gate.config.effective import configured_by
from mtcheck.gate.config.files import NAME, PYPROJECT, find, read
from mtcheck.gate.config.globs import Glob
from repository import ROOT


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a file of the folder that the test runs in; returns its path."""
    monkeypatch.chdir(tmp_path)

    def write(text, name=NAME):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return str(path)

    return write


def test_the_nearest_one_is_found(write, tmp_path):
    write("")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find(str(inner)) == str(tmp_path / NAME)
    near = write("[tool.mtcheck]", f"a/{PYPROJECT}")
    assert find(str(inner)) == near
    write("[tool.ruff]", f"a/b/{PYPROJECT}")
    write("[tool.ruff] # not mtcheck", f"a/b/c/{PYPROJECT}")
    assert find(str(inner / "c")) == near
    nearer = write("", f"a/{NAME}")
    assert find(str(inner)) == nearer


def test_a_folder_without_any_has_none(tmp_path):
    assert find(os.path.abspath(os.sep)) is None
    (tmp_path / NAME).mkdir()
    assert find(str(tmp_path)) is None


def test_a_pyproject_that_names_us_has_to_be_toml(write, tmp_path):
    write("[tool.mtcheck]\nx = \n", PYPROJECT)
    with pytest.raises(InputError, match=rf"^{PYPROJECT}: .*line 2"):
        find(str(tmp_path))
    write("[project", PYPROJECT)
    assert find(str(tmp_path)) is None


def test_what_extends_comes_last_and_wins(write):
    write('max-findings = 1\nencoding = "ascii"\nid-field = "x"', "far/base.toml")
    write('extends = "base.toml"\nmax-findings = 2\nid-field = "y"', "far/near.toml")
    write("max-findings = 9\nattributes = true", "other/mtcheck.toml")
    path = write('extends = ["other", "far/near.toml"]\nid-field = "z"')
    assert [os.path.basename(toml.path) for toml in read(path)] == [
        NAME,
        "base.toml",
        "near.toml",
        NAME,
    ]
    run = configured_by(path, {}).of_run
    keys = ("max-findings", "encoding", "id-field", "attributes")
    assert [run[key] for key in keys] == [2, "ascii", "z", True]
    assert [run.origin(key) for key in keys] == [
        os.path.join("far", "near.toml:2"),
        os.path.join("far", "base.toml:2"),
        "mtcheck.toml:2",
        os.path.join("other", "mtcheck.toml:2"),
    ]


def test_two_may_extend_the_same(write):
    write("max-findings = 1", "base.toml")
    write('extends = "base.toml"', "a.toml")
    write('extends = "base.toml"', "b.toml")
    assert len(read(write('extends = ["a.toml", "b.toml"]'))) == 5


def test_an_installed_pack_may_bring_one(write, tmp_path, monkeypatch):
    write('[[overrides]]\npaths = ["legal"]\nfail-on = "error"\n', "site/acme/mtcheck.toml")
    write("about: Test.", "site/acme/terms.yaml")
    write("[mtcheck.packs]\nacme = acme\nfile = acme:PACK\n", "site/a-1.dist-info/entry_points.txt")
    write(
        "import os\nPACK = os.path.join(os.path.dirname(__file__), 'terms.yaml')",
        "site/acme/__init__.py",
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    for name in ("acme", "file"):
        config = configured_by(write(f'extends = "{name}"'), {})
        # Globs of a package are seen from the folder of the config that extends it.
        assert config.at("legal/a.txt")["fail-on"] == "error"
        assert config.at("a.txt")["fail-on"] == "warning"


def test_globs_of_a_file_are_seen_from_its_folder(write):
    write('[[overrides]]\npaths = ["/legal"]\nfail-on = "error"\n', "far/base.toml")
    config = configured_by(write('extends = "far/base.toml"'), {})
    assert config.at("far/legal/a.txt")["fail-on"] == "error"
    assert config.at("legal/a.txt")["fail-on"] == "warning"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\nextends = 1", "mtcheck.toml:2: `extends` should be a text or a list of texts"),
        ("extends = [1]", "mtcheck.toml:1: `extends` should be a text or a list of texts"),
        ('extends = "mtcheck.toml"', "mtcheck.toml:1: `extends`: mtcheck.toml extends this file"),
        ('extends = "loop.toml"', "loop.toml:1: `extends`: mtcheck.toml extends this file in turn"),
        ('extends = "no.toml"', "mtcheck.toml:1: `extends`: no.toml: there is no such file"),
        (
            'extends = "acme"',
            "mtcheck.toml:1: `extends`: acme: there is no such file, folder or in",
        ),
        ('extends = "empty"', "mtcheck.toml:1: `extends`: empty/mtcheck.toml: cannot be read"),
        ('extends = "bad.toml"', "mtcheck.toml:1: `extends`: bad.toml: .*line 1"),
    ],
)
def test_what_cannot_be_extended_is_said(write, tmp_path, text, says):
    write('extends = "mtcheck.toml"', "loop.toml")
    write("x y", "bad.toml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=f"^{says}"):
        read(write(text))


def test_a_file_that_is_no_config_is_said(write, tmp_path):
    with pytest.raises(InputError, match=r"^pyproject.toml: there is no table \[tool.mtcheck\]"):
        read(write("[tool.ruff]", PYPROJECT))
    (tmp_path / NAME).write_bytes(b'id-field = "\xff"')
    with pytest.raises(InputError, match=r"^mtcheck.toml: byte 12 is no UTF-8"):
        read(str(tmp_path / NAME))


WRONG = [
    ('\nprofil = "gate"', "mtcheck.toml:2: there is no key 'profil'; did you mean 'profile'?"),
    ("zzzz = 1", "mtcheck.toml:1: there is no key 'zzzz'; known are paths, "),
    ("packs = 'x'", "mtcheck.toml:1: `packs` should be a list of texts"),
    ("packs = [\n1]", "mtcheck.toml:1: `packs` should be a list of texts"),
    ("from = ['zh']", "mtcheck.toml:1: `from` should be a text"),
    ("from = 'zhh'", "mtcheck.toml:1: `from` cannot be 'zhh'; did you mean 'zh'?"),
    ("show = 'xyzzy'", "mtcheck.toml:1: `show` cannot be 'xyzzy'; it may be error, warning"),
    ("max-findings = -1", "mtcheck.toml:1: `max-findings` should be at least 0, not -1"),
    ("max-findings = true", "mtcheck.toml:1: `max-findings` should be a whole number"),
    ("max-findings = 1.5", "mtcheck.toml:1: `max-findings` should be a whole number"),
    ("min-score = 101", "mtcheck.toml:1: `min-score` should be at most 100, not 101"),
    ("min-score = nan", "mtcheck.toml:1: `min-score` should be a number"),
    ("attributes = 'yes'", "mtcheck.toml:1: `attributes` should be true or false"),
    (
        "fail-on-category = ['grammer']",
        "mtcheck.toml:1: `fail-on-category` cannot be 'grammer'; did",
    ),
    (
        "[limit]\nrecords = 1",
        "mtcheck.toml:1: `limit`: there is no key 'records'; did you mean 're",
    ),
    ("limit = 1", "mtcheck.toml:1: `limit` should be a table of whole numbers"),
    (
        "[severity]\nzh = 'eror'",
        "mtcheck.toml:1: `severity` cannot be 'eror'; did you mean 'error'?",
    ),
    ("[severity]\nzh = 1", "mtcheck.toml:1: `severity` should be a table of rules"),
    ("exclude = ['!a']", "mtcheck.toml:1: the glob '!a' cannot say what it does not mean"),
    ("ignore = 1", "mtcheck.toml:1: `ignore` should be a list of texts"),
    ("overrides = 1", "mtcheck.toml:1: `overrides` should be tables: "),
    ("[[overrides]]\nonly = []", "mtcheck.toml:1: `overrides` needs `paths`"),
    ("overrides = [1]", "mtcheck.toml:1: `overrides` should be a table"),
    ("[[overrides]]\npaths = 'a'", "mtcheck.toml:2: `paths` should be a list of texts"),
    (
        "[[overrides]]\npaths = ['a']\nshw = 1",
        "mtcheck.toml:3: there is no key 'shw'; did you mean 'show'",
    ),
    (
        "[[overrides]]\npaths = ['a']\nprofile = 'gate'",
        "mtcheck.toml:3: `profile` is of the whole run",
    ),
    (
        "[[overrides]]\npaths = ['a']\n[[overrides]]\npaths = ['']",
        "mtcheck.toml:4: the glob '' names",
    ),
    ("[[ignore]]\nrule = 'zh'", "mtcheck.toml:1: `ignore` needs a `reason`"),
    ("[[ignore]]\nreason = 'x'", "mtcheck.toml:1: `ignore` needs a `rule`"),
    ("[[ignore]]\nwords = 'x'", "mtcheck.toml:2: there is no key 'words'; known are paths"),
    ("[[ignore]]\nrule = 1", "mtcheck.toml:2: `rule` should be a text"),
    ("profiles = 1", "mtcheck.toml:1: `profiles` should be a table"),
    ("[profiles]\nci = 1", "mtcheck.toml:2: `profiles.ci` should be a table"),
    ("[profiles.ci]\nfail = 1", "mtcheck.toml:2: there is no key 'fail'"),
    (
        "profile = 'ci'\n[profiles.ci]\nprofile = 'gat'",
        "mtcheck.toml:3: no built-in profile is called 'gat'; did you mean 'gate'?",
    ),
    ("profile = 'gat'", "mtcheck.toml:1: there is no profile 'gat'; did you mean 'gate'?"),
    (
        "profile = 'xyzzy'",
        "mtcheck.toml:1: there is no profile 'xyzzy'; there are editor, gate, audit",
    ),
    ("normalize = 'x'", "mtcheck.toml:1: `normalize` should be a table"),
    ("[normalize]\nquote = 'x'", "mtcheck.toml:2: there is no key 'quote'; did you mean 'quotes'"),
    ("[normalize]\nquotes = 'curled'", "mtcheck.toml:2: `quotes` cannot be 'curled'"),
    ("[normalize.profiles]\nweb = 1", "mtcheck.toml:2: `normalize.profiles.web` should be a table"),
    ("from zh", "mtcheck.toml: .*line 1"),
    ("ignore = []\n[[ignore]]", "mtcheck.toml: .*switch the rules off under [severity]"),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_what_is_wrong_is_said_with_its_place(write, text, says):
    with pytest.raises(InputError) as caught:
        configured_by(write(text), {})
    assert str(caught.value).startswith(says.partition(".*")[0])
    assert says.rpartition(".*")[2] in str(caught.value)


def test_in_a_pyproject_lines_are_those_of_the_file(write):
    path = write("[project]\nname = 'x'\n[tool.mtcheck]\n\nshwo = 1", PYPROJECT)
    with pytest.raises(InputError, match=r"^pyproject.toml:5: there is no key 'shwo'"):
        configured_by(path, {})


def test_on_another_drive_paths_stay_whole(write, monkeypatch):
    path = write("id-field = 'x'")

    def relpath(*_):
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(os.path, "relpath", relpath)
    assert read(path)[0].name == path
    assert not Glob("*", path).fits("a.txt")


EXAMPLES = [
    (path.name, example)
    for path in sorted((ROOT / "docs").glob("*.md"))
    for example in re.findall(r"^```toml\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)
    if "[project" not in example
]


@pytest.mark.parametrize(("page", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_of_the_docs_are_configs(write, page, text):
    write("[severity]", "../shared/mtcheck.toml")
    configured_by(write(text), {}).at("legal/a.docx").settings()


def test_the_docs_have_examples():
    assert {"gate.md", "normalization.md", "writing-rules.md"} <= {page for page, _ in EXAMPLES}
