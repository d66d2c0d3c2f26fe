"""Several formats in one run, as a user has them."""

import json

import pytest

from mtcheck.output import FORMATS

TEXT = "Cases of new crown pneumonia rose.\n\nThe minister actively spoke.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a b.txt").write_text(TEXT)
    return tmp_path


def test_every_format_at_once_says_what_it_says_alone(mtcheck, folder):
    more = [form for form in FORMATS if form != "html"]
    asked = [part for form in more for part in ("--output", f"{form}:out/{form}")]
    (folder / "out").mkdir()
    run = mtcheck("check", "a b.txt", *asked, "--output", "html:pages", cwd=folder)
    assert run.returncode == 1, run.stderr
    for form in more:
        alone = mtcheck("check", "a b.txt", "--format", form, cwd=folder)
        assert alone.stdout == (folder / "out" / form).read_bytes(), form
        assert alone.returncode == 1
        assert (b"gate: FAIL" in alone.stderr) == (form != "text")
    [page] = (path.name for path in (folder / "pages").glob("a*.html"))
    assert "new crown" in (folder / "pages" / page).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "successful"),
    [(["a b.txt"], 1, True), (["a b.txt", "gone"], 2, False), (["ok.txt"], 0, True)],
)
def test_sarif_says_the_exit_status(mtcheck, folder, arguments, status, successful):
    (folder / "ok.txt").write_text("Fine.")
    run = mtcheck("check", *arguments, "--format", "sarif", cwd=folder)
    [invocation] = json.loads(run.stdout)["runs"][0]["invocations"]
    assert run.returncode == invocation["exitCode"] == status
    assert invocation["executionSuccessful"] == successful
    notes = invocation["toolExecutionNotifications"]
    assert [each["level"] for each in notes] == ["error"] * (status == 2)


def test_the_help_of_a_rule_is_in_sarif(mtcheck, folder):
    run = mtcheck("check", "a b.txt", "--format", "sarif", cwd=folder)
    [rule, *_] = json.loads(run.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert "<b>new crown pneumonia</b>" in rule["help"]["markdown"]
    assert "<new crown pneumonia>" in rule["help"]["text"]
    assert f"--ignore {rule['id']}" in rule["help"]["text"]


def test_what_is_not_shown_is_nowhere_not_even_among_what_does_not_count(mtcheck, folder):
    (folder / "a b.txt").write_text("He  said it .\n")
    mtcheck("baseline", "create", "a b.txt", cwd=folder)
    for form in ("sarif", "junit"):
        arguments = ("check", "a b.txt", "--baseline", ".mtcheck-baseline.json", "--format", form)
        shown = mtcheck(*arguments, "--show", "suggestion", cwd=folder)
        hidden = mtcheck(*arguments, "--show", "error", cwd=folder)
        assert b"any/spacing" in shown.stdout
        assert b"any/spacing" not in hidden.stdout


@pytest.mark.parametrize("twice", ["sarif:x", "csv:./x"])
def test_two_formats_do_not_share_a_file(mtcheck, folder, twice):
    run = mtcheck("check", "a b.txt", "--output", "json:x", "--output", twice, cwd=folder)
    assert run.returncode == 2
    assert b"two formats would be written to" in run.stderr


def test_the_locale_changes_no_byte(mtcheck, folder):
    (folder / "中é.txt").write_text(TEXT)
    for form in FORMATS:
        if form not in ("html", "text", "concise"):
            runs = {
                mtcheck("check", ".", "--format", form, cwd=folder, **env).stdout
                for env in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONHASHSEED": "7"})
            }
            assert len(runs) == 1, form
