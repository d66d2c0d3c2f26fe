"""`mtcheck baseline` and what a check says of it."""

import json
import subprocess

import pytest

BAD = "It is a new crown pneumonia case.\n"


@pytest.fixture
def here(tmp_path, mtcheck):
    """Run the command line in a folder with one bad article."""
    (tmp_path / "a.txt").write_text(BAD)

    def run(*arguments):
        done = mtcheck(*arguments, cwd=tmp_path)
        return done.returncode, (done.stdout + done.stderr).decode().strip()

    return run


def test_create_check_update_show(here, tmp_path):
    status, said = here("baseline", "create", ".")
    assert (status, said.splitlines()) == (
        0,
        [
            ".mtcheck-baseline.json: 1 finding kept.",
            "mtcheck: `mtcheck check --baseline .mtcheck-baseline.json` passes over them, as does "
            "`baseline` in the config",
        ],
    )
    known = ("check", "--baseline", ".mtcheck-baseline.json", ".")
    assert here(*known)[0] == 0
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    (tmp_path / "b.txt").write_text("Before.\n\n" + BAD + "\nA new crown pneumonia ward.\n")
    status, said = here(*known)
    assert status == 1
    assert "5:3" in said
    assert "3:9" not in said
    (tmp_path / "b.txt").write_text("Fine.\n")
    assert here(*known) == (
        0,
        "No findings in 1 file.\ngate: pass, no errors or warnings in 1 file\nmtcheck: 1 finding "
        "is fixed; `mtcheck baseline update` takes them out of .mtcheck-baseline.json",
    )
    assert here("baseline", "show")[1] == (
        "a.txt: new crown pneumonia  zh/pandemic/new-crown-pneumonia\n1 finding of 1 rule in 1 file."
    )
    assert here("baseline", "update", ".")[1] == ".mtcheck-baseline.json: 0 findings kept, 1 fixed."
    assert here("baseline", "show")[1] == "0 findings of 0 rules in 0 files."


def test_update_adds_nothing(here, tmp_path):
    here("baseline", "create", ".")
    (tmp_path / "b.txt").write_text("A new crown pneumonia ward.\n")
    assert here("baseline", "update", ".")[1] == ".mtcheck-baseline.json: 1 finding kept, 0 fixed."


def test_nothing_is_written_over_a_baseline_or_half_of_one(here, tmp_path):
    here("baseline", "create", ".")
    path = tmp_path / ".mtcheck-baseline.json"
    before = path.read_bytes()
    status, said = here("baseline", "create", ".")
    assert (status, "--force" in said) == (2, True)
    (tmp_path / "b.txt").write_bytes(b"GIF\0\0")
    status, said = here("baseline", "create", "--force", ".")
    assert status == 2
    assert said.endswith("mtcheck: .mtcheck-baseline.json was not written")
    assert path.read_bytes() == before
    assert json.loads(before)["mtcheck-baseline"] == 1
    (tmp_path / "b.txt").unlink()
    assert here("baseline", "create", "--force", "-b", "inner/b.json", ".")[0] == 0
    assert json.loads((tmp_path / "inner/b.json").read_text())["findings"][0]["file"] == "../a.txt"


def test_update_without_a_baseline_says_how_to_make_one(here):
    status, said = here("baseline", "update", ".")
    assert status == 2
    assert "mtcheck baseline create" in said


def test_what_stands_in_unchanged_lines_is_not_fixed(here, tmp_path):
    def git(*arguments):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    assert here("baseline", "create", "a.txt")[0] == 0
    known = ("check", "--baseline", ".mtcheck-baseline.json", "--diff-base", "HEAD", "a.txt")
    status, said = here(*known)
    assert (status, "fixed" in said) == (0, False)
    assert "1 by the baseline" in said
