"""The hook of pre-commit and the GitHub Action, run as their users have them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mtcheck.formats.table import SUFFIXES
from repository import ROOT

BAD = "Cases of new crown pneumonia rose in the north of the city.\n"
GOOD = "The minister spoke to reporters in the north of the city.\n"

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))

DATA = {".atom", ".csv", ".json", ".jsonl", ".ndjson", ".parquet", ".pq", ".rss", ".tab", ".tsv"}
ARCHIVES = {".tar", ".tar.bz2", ".tar.gz", ".tar.xz", ".tbz2", ".tgz", ".txz", ".zip"}
"""Formats that a hook leaves alone by itself: most such files hold no articles."""


def git(folder, *arguments):
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit_all(folder):
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """What of the repository is installed, as a repository of its own."""
    folder = tmp_path_factory.mktemp("source")
    for name in ("src", "rules"):
        left_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml"):
        shutil.copy(ROOT / name, folder)
    commit_all(folder)
    return folder


def test_the_hook_takes_all_texts_and_nothing_else():
    [hook] = HOOKS
    takes = {suffix for suffix in SUFFIXES if re.search(hook["files"], f"A{suffix.upper()}")}
    assert set(SUFFIXES) - takes == DATA | ARCHIVES
    assert not re.search(hook["files"], "a.py")


@pytest.mark.wheel
def test_pre_commit_runs_the_hook(source, tmp_path):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    work = tmp_path / "work"
    work.mkdir()
    (work / "bad one.md").write_text(BAD)
    (work / "good.txt").write_text(GOOD)
    (work / "data.json").write_text('{"name": "x"}')
    config = {"repos": [{"repo": str(source), "rev": "HEAD", "hooks": [{"id": "mtcheck"}]}]}
    commit_all(work)
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    env.pop("PYTHONPATH", None)
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=source, capture_output=True, text=True, check=True
    )
    config["repos"][0]["rev"] = head.stdout.strip()
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(work, "add", "--all")

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments],
            cwd=work,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    done = run("--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"(?m)^mtcheck\.+Failed$", done.stdout)
    assert "bad one.md:1:10: error: " in done.stdout
    assert "gate: FAIL, 1 error in 1 of 2 files" in done.stdout
    (work / "bad one.md").write_text(GOOD)
    git(work, "add", "--all")
    done = run("--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"(?m)^mtcheck\.+Passed$", done.stdout)
    done = run("--files", "data.json")
    assert "no files to check" in done.stdout


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/test.yml"),
    ],
)
def test_files_for_github_fit_their_schemas(schema, name):
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


class Runner:
    """Stands in for GitHub's: runs the shell steps of the action, and leaves out those of other
    actions."""

    def __init__(self, source: Path, temp: Path) -> None:
        self.source, self.temp = source, temp

    def run(self, work: Path, **inputs: str) -> tuple[int, str, str, str]:
        """Return the status of the last step that ran, what was printed, and what the files of
        outputs and summary hold."""
        assert set(inputs) <= {name.replace("-", "_") for name in ACTION["inputs"]}
        given = {
            name: inputs.get(name.replace("-", "_"), about["default"])
            for name, about in ACTION["inputs"].items()
        }
        outputs, summary = self.temp / "outputs", self.temp / "summary"
        outputs.write_text("")
        summary.write_text("")
        # `actions/setup-python` puts a `python` where it is found first.
        path = os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"]))
        said, status = "", 0
        for step in ACTION["runs"]["steps"]:
            if "run" not in step or status:
                continue
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]
            env = {key: self._value(value, given) for key, value in step.get("env", {}).items()}
            files = {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(summary)}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=work,
                env={**_clean(), "PATH": path, "GITHUB_ACTIONS": "true", **files, **env},
                capture_output=True,
                text=True,
                check=False,
            )
            said, status = said + done.stdout + done.stderr, done.returncode
        return status, said, outputs.read_text(), summary.read_text("utf-8")

    def _value(self, value: str, inputs: dict[str, str]) -> str:
        known = {"github.action_path": str(self.source), "runner.temp": str(self.temp)}
        known |= {f"inputs.{name}": text for name, text in inputs.items()}
        return re.sub(r"\$\{\{ (\S+) \}\}", lambda one: known[one[1]], value)


def _clean():
    own = ("PYTHONPATH", "VIRTUAL_ENV")
    return {key: value for key, value in os.environ.items() if key not in own}


@pytest.fixture(scope="module")
def runner(source, tmp_path_factory):
    return Runner(source, tmp_path_factory.mktemp("runner"))


@pytest.fixture
def work(tmp_path):
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "good one.txt").write_text(GOOD)
    return tmp_path


@pytest.mark.wheel
def test_the_action_annotates_and_sums_up(runner, work):
    status, said, outputs, summary = runner.run(work)
    assert status == 1, said
    assert "::error file=bad.txt,line=1,endLine=1,col=10,endColumn=29,title=zh/" in said
    assert "gate: FAIL, 1 error in 1 of 2 files" in said
    assert outputs == "status=1\n"
    assert summary.startswith("## mtcheck\n\n**gate: FAIL")


@pytest.mark.wheel
def test_the_action_passes_what_passes(runner, work):
    status, said, outputs, summary = runner.run(work, paths="good one.txt\n")
    assert (status, outputs) == (0, "status=0\n"), said
    assert "gate: pass" in summary


@pytest.mark.wheel
def test_inputs_of_the_action_are_arguments(runner, work):
    status, said, _, summary = runner.run(
        work,
        paths="bad.txt\ngood one.txt",
        fail_on="never",
        profile="audit",
        **{"from": "zh"},
        annotations="false",
        summary="false",
        sarif="out.sarif",
        html="pages",
        args="--ignore\nany/leftovers\n",
    )
    assert status == 0, said
    assert "bad.txt:1:10: error: " in said
    assert "::error" not in said
    assert summary == ""
    assert '"exitCode": 0' in (work / "out.sarif").read_text("utf-8")
    assert list((work / "pages").glob("*.html"))


@pytest.mark.wheel
def test_the_action_knows_a_baseline_and_a_revision(runner, work):
    commit_all(work)
    assert runner.run(work, diff_base="HEAD")[0] == 0
    (work / "bad.txt").write_text(BAD + "\n" + BAD)
    assert runner.run(work, diff_base="HEAD")[0] == 1
    home = runner.temp / "mtcheck" / "bin" / "mtcheck"
    subprocess.run([home, "baseline", "create", "."], cwd=work, env=_clean(), check=True)
    assert runner.run(work, baseline=".mtcheck-baseline.json")[0] == 0


@pytest.mark.wheel
@pytest.mark.parametrize("paths", ["$(touch hacked)", "; touch hacked", "`touch hacked`", "--help"])
def test_no_input_of_the_action_is_a_command(runner, work, paths):
    status, said, outputs, _ = runner.run(work, paths=paths)
    assert (status, outputs) == (2, "status=2\n"), said
    assert not (work / "hacked").exists()


def test_every_input_of_the_action_is_documented():
    page = (ROOT / "docs" / "gate.md").read_text("utf-8")
    for name, about in ACTION["inputs"].items():
        assert about["description"]
        assert f"`{name}`" in page, name
    assert f"`{HOOKS[0]['id']}`" in page


def snippets(kind):
    page = (ROOT / "docs" / "gate.md").read_text("utf-8")
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", page)


@pytest.mark.parametrize(
    ("first", "schema"),
    [
        ("repos:", None),
        ("name: texts", "vendor.github-workflows"),
        ("mtcheck:", "vendor.gitlab-ci"),
    ],
)
def test_snippets_of_the_page_fit_their_schemas(tmp_path, first, schema):
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    [snippet] = (each for each in snippets("yaml") if each.startswith(first))
    path = tmp_path / "snippet.yaml"
    path.write_text(snippet)
    command = ["check_jsonschema", "--builtin-schema", schema]
    if schema is None:
        command = ["pre_commit", "validate-config"]
    done = subprocess.run(
        [sys.executable, "-m", *command, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_commands_of_the_page_have_options_that_exist(mtcheck):
    told = mtcheck("check", "--help").stdout.decode()
    page = (ROOT / "docs" / "gate.md").read_text("utf-8")
    forms = set(re.findall(r"(?:--format |--output )([a-z-]+)", page))
    assert forms
    for form in forms:
        assert form in told
    with_inputs = yaml.safe_load(snippets("yaml")[1])["jobs"]["mtcheck"]["steps"][1]["with"]
    assert set(with_inputs) <= set(ACTION["inputs"])


@pytest.mark.parametrize("tool", ["GitLab", "Jenkins"])
def test_the_scripts_of_other_servers_check(mtcheck, work, tool):
    """Their call of mtcheck, without what only the server knows."""
    page = (ROOT / "docs" / "gate.md").read_text("utf-8")
    section = re.split(r"(?m)^### ", page.split(f"\n### {tool}\n")[1])[0]
    call = re.search(r"mtcheck check (articles/(?:\s+--\w.*)+)", section)[1]
    arguments = re.sub(r'--diff-base "[^"]*"', "", call).split()
    (work / "articles").mkdir()
    (work / "bad.txt").rename(work / "articles" / "bad.txt")
    done = mtcheck("check", *arguments, cwd=work)
    assert done.returncode == 1, done.stderr
    assert len(list(work.glob("*.json")) + list(work.glob("*.xml"))) == 2
