"""Data and code inside a page: inert, exact, and the only thing that may run."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.output.html.embed import bundle, embedded_json, policy
from mtcheck.output.html.hidden import hidden_names


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_json_comes_back_and_cannot_end_its_element(value: dict[str, object]) -> None:
    text = str(embedded_json(value))
    assert json.loads(text) == value
    assert not {"<", ">", "&"} & set(text)
    assert hidden_names([text]) == {}
    text.encode("utf-8")


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--", "]]>", "\u2028", "\u202e", "\ud800"]
)
def test_hostile_data_is_written_in_escapes(hostile: str) -> None:
    text = str(embedded_json([hostile]))
    assert hostile not in text
    assert json.loads(text) == [hostile]


def test_the_policy_names_the_hashes_and_nothing_else() -> None:
    made = policy("body{}", "1")
    for text in ("body{}", "1"):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"-src 'sha256-{digest}'" in made
    assert made.startswith("default-src 'none'; ")
    assert "unsafe" not in made
    assert "http" not in made


def test_files_are_put_one_after_the_other() -> None:
    both = bundle("open.js", "close.js")
    assert both.index('"use strict"') < both.index("})();")


def test_a_file_that_would_end_its_element_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    monkeypatch.setattr(Path, "read_text", lambda *_, **__: "x = '</SCRIPT>'")
    with pytest.raises(ValueError, match="theme.css cannot stand inside a page"):
        bundle.__wrapped__("theme.css")
