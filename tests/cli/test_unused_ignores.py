"""What ignores nothing any more, in the config and in comments; how grave that is."""

import json
import subprocess

import pytest

PACK = """
about: Test.
rules:
  - {id: crown, find: new crown, message: "{found}.", severity: error, category: style}
  - {id: hat, find: new hat, message: "{found}.", severity: error, category: style}
"""
UNUSED = "mtcheck/suppression/unused"


@pytest.fixture
def house(tmp_path):
    """Write a config, and texts that have a crown each, into a folder."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        path = tmp_path / "texts" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("A new crown.\n")

    def write(*entries, head=""):
        tables = "".join(f"\n[[ignore]]\n{entry}\nreason = 'x'\n" for entry in entries)
        config = f"rules = ['own']\npaths = ['texts']\n{head}{tables}"
        (tmp_path / "mtcheck.toml").write_text(config)
        return tmp_path

    return write


CROWN = "rule = 'own/pack/crown'"
HAT = "rule = 'own/pack/hat'"


def unused(done):
    """The line and the message of each entry that ignores nothing."""
    assert done.returncode in (0, 1), done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(row["file"] == "mtcheck.toml" for row in rows if row["rule"] == UNUSED)
    return [(row["line"], row["message"]) for row in rows if row["rule"] == UNUSED]


def test_an_entry_that_ignores_nothing_is_a_finding_in_the_config(mtcheck, house):
    folder = house(CROWN, HAT, f"{CROWN}\ntext = 'old crown'", "text = 'new crown'")
    done = mtcheck("check", "--format", "jsonl", cwd=folder)
    nothing = "This ignores nothing, because no file that it means has a finding of"
    assert done.returncode == 1
    assert unused(done) == [
        (8, f"{nothing} own/pack/hat; delete it."),
        (12, f"{nothing} own/pack/crown “old crown”; delete it."),
    ]
    row = json.loads(done.stdout.splitlines()[0])
    start = (folder / "mtcheck.toml").read_text().index("[[ignore]]", 60)
    assert (row["start"], row["end"], row["text"]) == (start, start + 10, "[[ignore]]")
    said = b"mtcheck.toml:8:1: warning: This ignores nothing"
    assert said in mtcheck("check", "--format", "concise", cwd=folder).stdout
    assert (
        b"mtcheck.toml:8: This ignores" in mtcheck("check", "--format", "html", cwd=folder).stderr
    )


def test_nothing_is_said_that_the_cache_or_a_second_process_would_change(mtcheck, house):
    folder = house(CROWN, HAT)
    options = ([], [], ["--no-cache"], ["--jobs", "2", "--no-cache"])
    outputs = [mtcheck("check", *each, cwd=folder) for each in options]
    assert len({(done.returncode, done.stdout, done.stderr) for done in outputs}) == 1
    assert b"1 warning in 4 files" in outputs[0].stdout


@pytest.mark.parametrize(
    ("paths", "lines"),
    [
        ((), [4, 8, 13, 18]),
        (("texts",), [13, 18]),
        ((".",), [4, 8, 13, 18]),
        (("./texts/../.",), [4, 8, 13, 18]),
        (("texts/a.txt",), [13]),
        (("texts/b.txt",), []),
        (("texts/sub", "texts/b.txt"), [18]),
        (("-",), []),
        (("--diff-base", "HEAD"), []),
        (("--only", "own/pack/crown"), []),
        (("--ignore", UNUSED), []),
        (("--no-config", "--rules", "own", "."), []),
    ],
)
def test_it_is_said_only_where_all_was_checked_that_it_means(mtcheck, house, paths, lines):
    folder = house(
        HAT,
        f"{HAT}\npaths = ['*.txt']",
        f"{HAT}\npaths = ['texts/a.txt']",
        f"{HAT}\npaths = ['texts/sub']",
        f"{HAT}\npaths = ['elsewhere/*.txt']",
        CROWN,
    )
    if "--diff-base" in paths:
        who = ["-c", "user.name=x", "-c", "user.email=x@y"]
        for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
            subprocess.run(["git", *words], cwd=folder, check=True)
    done = mtcheck("check", "--format", "jsonl", *paths, cwd=folder, stdin=b"A crown.")
    assert [line for line, _ in unused(done)] == lines


def test_a_file_that_could_not_be_read_may_hold_it(mtcheck, house):
    folder = house(HAT, f"{HAT}\npaths = ['a.txt']")
    (folder / "texts" / "b.txt").write_bytes(b"GIF\0\0")
    done = mtcheck("check", "--format", "concise", cwd=folder)
    assert done.returncode == 2
    assert [line.split(":")[1] for line in done.stdout.decode().splitlines() if UNUSED in line] == [
        "8"
    ]


def test_entries_of_a_config_that_is_extended_are_for_others_too(mtcheck, house):
    folder = house(CROWN)
    (folder / "shared.toml").write_text(f"[[ignore]]\n{HAT}\nreason = 'x'\n")
    house(CROWN, head="extends = 'shared.toml'\n")
    assert mtcheck("check", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("level", "found"),
    [("error", ["error", "error"]), ("suggestion", ["suggestion", "suggestion"]), ("off", [])],
)
@pytest.mark.parametrize("name", [UNUSED, "mtcheck/suppression", "mtcheck"])
def test_how_grave_it_is_says_the_config(mtcheck, house, name, level, found):
    folder = house(CROWN, HAT, head=f"[severity]\n'{name}' = '{level}'\n")
    (folder / "texts" / "d.md").write_text("<!-- mtcheck: ignore-file own/pack/hat -- a ship -->\n")
    done = mtcheck("check", "--format", "jsonl", "--show", "suggestion", cwd=folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["severity"] for row in rows if row["rule"] == UNUSED] == found
    said = mtcheck("config", "explain", "texts/a.txt", cwd=folder).stdout.decode()
    assert f"severity {name} {level} mtcheck.toml:4" in " ".join(said.split())


def test_an_own_rule_is_known_by_its_name_only(mtcheck, house):
    folder = house(head="[severity]\n'mtcheck/suppression/unusd' = 'off'\n")
    done = mtcheck("check", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "mtcheck: mtcheck.toml:4: there is no rule 'mtcheck/suppression/unusd'; "
        f"did you mean '{UNUSED}'?\n"
    )


def test_what_is_switched_off_is_not_missed(mtcheck, house):
    folder = house(HAT, CROWN, head="[severity]\n'own/pack/hat' = 'off'\n")
    (folder / "texts" / "d.md").write_text("<!-- mtcheck: ignore-file own/pack/hat -- a ship -->\n")
    assert mtcheck("check", cwd=folder).returncode == 0


def test_an_entry_can_let_a_useless_comment_pass(mtcheck, house):
    folder = house(CROWN, f"rule = '{UNUSED}'\npaths = ['texts/*.md']")
    (folder / "texts" / "d.md").write_text("<!-- mtcheck: ignore-file own/pack/hat -- a ship -->\n")
    done = mtcheck("check", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"suppressed: 4 by the config" in done.stdout
