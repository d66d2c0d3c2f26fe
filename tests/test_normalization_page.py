"""The page about normalization lists the edits that there are."""

import subprocess
import sys

from mtcheck.text.normal.table import EDITS
from repository import ROOT


def test_the_list_of_edits_is_what_the_rules_say():
    command = [sys.executable, ROOT / "tools" / "edits.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_edit_is_listed_once():
    page = (ROOT / "docs" / "normalization.md").read_text("utf-8")
    assert {edit: page.count(f"| `{edit}` |") for edit in EDITS} == dict.fromkeys(EDITS, 1)
