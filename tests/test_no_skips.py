"""The guard against skipped tests, run on a small suite of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import pytest

def test_fine(): pass

@pytest.mark.skip(reason="no browser here")
def test_left_out(): pass
"""


def run(folder, ci, *more):
    (folder / "test_small.py").write_text(SUITE)
    here = str(Path(__file__).parent)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no_skips", *more, "test_small.py"],
        cwd=folder,
        env={**os.environ, "CI": ci, "PYTHONPATH": here},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_skip_fails_under_ci_and_is_named(tmp_path):
    done = run(tmp_path, "true")
    assert done.returncode == 1
    assert "FAILED test_small.py::test_left_out: skipped under CI: Skipped: no browser here" in (
        done.stdout
    )


@pytest.mark.parametrize("ci", ["", "0", "false"])
def test_elsewhere_a_skip_is_a_skip(tmp_path, ci):
    done = run(tmp_path, ci)
    assert done.returncode == 0
    assert "under CI" not in done.stdout


def test_what_was_deselected_is_not_skipped(tmp_path):
    assert run(tmp_path, "true", "-k", "fine").returncode == 0
