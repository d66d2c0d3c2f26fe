"""Limits have names, defaults and an option."""

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.file import Options
from mtcheck.formats.limits import LIMITS, limit, parsed
from repository import ROOT


def test_a_limit_is_what_the_user_said_or_its_default():
    assert limit(Options(limits=parsed(("record=7",))), "record") == 7
    assert limit(Options(), "record") == LIMITS["record"].default


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("recrod=7", "there is no limit 'recrod'; did you mean 'record'?"),
        (
            "xyz=7",
            "there is no limit 'xyz'; there are record, nesting, depth, unpacked, archive, ratio",
        ),
        ("record", "should be like record="),
        ("record=-1", "should be like record="),
        ("record=many", "should be like record="),
    ],
)
def test_what_is_no_limit_is_said(text, says):
    with pytest.raises(InputError, match=says.replace("?", r"\?")):
        parsed((text,))


def test_the_page_about_formats_lists_the_limits():
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    rows = [f"| `{name}` | {default:,} | {about} |" for name, (default, about) in LIMITS.items()]
    assert "\n".join(["| limit | default | what it limits |", "|---|---|---|", *rows, ""]) in page


def test_the_command_line_takes_limits(mtcheck):
    done = mtcheck("check", "-", "--limit", "recrod=1")
    assert done.returncode == 2
    assert b"there is no limit 'recrod'" in done.stderr
