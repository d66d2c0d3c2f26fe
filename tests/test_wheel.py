"""The wheel, installed elsewhere, is the whole product: rules included."""

import json
import os
import subprocess
import sys
import venv

import pytest

from repository import ROOT

TEXT = "Cases of new crown pneumonia rose in the north of the city.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build the wheel and install it into an environment of its own; returns its folder."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    subprocess.run(
        [folder / "env" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel], check=True
    )
    return folder / "env"


def run(installed, folder, *arguments):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "MTCHECK_CACHE_DIR": str(folder / "c")}
    return subprocess.run(
        [installed / "bin" / "mtcheck", *arguments],
        cwd=folder,
        env=env,
        capture_output=True,
        check=False,
    )


@pytest.mark.wheel
def test_it_checks_and_reports_outside_the_repository(installed, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    done = run(installed, tmp_path, "check", "--format", "jsonl", "a.txt")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["text"] == "new crown pneumonia"
    done = run(installed, tmp_path, "report", "a.txt")
    assert done.returncode == 0, done.stderr
    assert "new crown pneumonia" in (tmp_path / "reports" / "a.html").read_text("utf-8")


@pytest.mark.wheel
def test_a_fresh_environment_is_small(installed):
    listed = subprocess.run(
        [installed / "bin" / "python", "-m", "pip", "list", "--format", "json"],
        capture_output=True,
        check=True,
    )
    # textstat brings nltk, which brings eight more, and ftfy one; the rest is 14 with pip and
    # mtcheck itself.
    assert len(json.loads(listed.stdout)) <= 26
    (site,) = (installed / "lib").glob("python*/site-packages")
    size = sum(p.stat().st_size for p in site.rglob("*") if p.is_file() and p.suffix != ".pyc")
    assert size < 75e6


@pytest.mark.wheel
def test_a_read_only_home_is_no_error(installed, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    env = {"PATH": os.environ["PATH"], "HOME": "/proc"}
    done = subprocess.run(
        [installed / "bin" / "mtcheck", "check", "a.txt"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
