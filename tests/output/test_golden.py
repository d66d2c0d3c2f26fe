"""What each format looks like, to the letter: `pytest tests/output/test_golden.py --update` writes
the files anew, and their changes are read before they are committed."""

from pathlib import Path

import pytest

from mtcheck.output import FORMATS
from mtcheck.version import __version__
from output_samples import made, written

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "sarif": ".sarif",
    "github-sarif": ".sarif",
    "checkstyle": ".xml",
    "junit": ".xml",
    "github-summary": ".md",
    **dict.fromkeys(("json", "gitlab", "rdjson"), ".json"),
    "jsonl": ".jsonl",
    "csv": ".csv",
}


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"html"}))
def test_a_run_with_a_bit_of_everything(form, tmp_path, pytestconfig):
    sample = dict(made(tmp_path))["mixed"]
    written(sample, tmp_path, form, tmp_path / "out")
    now = (tmp_path / "out").read_bytes().replace(f'"{__version__}"'.encode(), b'"VERSION"')
    path = GOLDEN / f"{form}{SUFFIXES.get(form, '.txt')}"
    if pytestconfig.getoption("update"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(now)
    assert now.decode() == path.read_bytes().decode()


def test_there_is_no_file_without_a_format():
    assert {path.stem for path in GOLDEN.iterdir()} == {*FORMATS} - {"html"}
