"""What errors say."""

import pytest

from mtcheck.errors import InputError, without_name


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("a.po: this is no text", "this is no text"),
        ("a.po:3: this is no line", "line 3: this is no line"),
        ("a.po:3:14: what: is this", "line 3, column 14: what: is this"),
        ("a.po:x: what", "a.po:x: what"),
        ("a.pot:3: what", "a.pot:3: what"),
        ("what", "what"),
        ("a.po:3", "a.po:3"),
        ("a.po: 3: 4", "3: 4"),
    ],
)
def test_an_error_is_said_of_a_file_that_was_named(what: str, said: str) -> None:
    assert without_name(InputError(what), "a.po") == said


def test_the_place_is_told_once(mtcheck, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.po").write_text('msgid "a\nmsgstr "b"\n', "utf-8")
    done = mtcheck("check", tmp_path / "a.po")
    said = done.stderr.decode().splitlines()[0]
    assert said.startswith(f"mtcheck: {tmp_path / 'a.po'}: line 1: ")
