"""Characters that cannot be seen are named and isolated, and nothing else is touched."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.output.html.hidden import full_name, hidden_names, plain, short_name, visible

BOX = re.compile(r'<span class="ctl"[^>]*>(.?)</span>', re.DOTALL)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"])))
def test_ordinary_text_is_escaped_and_comes_back(text: str) -> None:
    html = visible(text)
    assert "<" not in html
    assert unescape(html) == text


@given(st.text())
def test_no_hidden_character_stands_outside_a_box(text: str) -> None:
    outside = BOX.sub("", str(visible(text)))
    assert hidden_names([outside]) == {}
    assert "<" not in outside


@pytest.mark.parametrize(
    ("character", "short"),
    [
        ("\N{RIGHT-TO-LEFT OVERRIDE}", "RLO"),
        ("\N{RIGHT-TO-LEFT ISOLATE}", "RLI"),
        ("\N{ZERO WIDTH SPACE}", "ZWSP"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}", "BOM"),
        ("\N{LINE SEPARATOR}", "LS"),
        ("\N{SOFT HYPHEN}", "SHY"),
        ("\N{TAG LATIN SMALL LETTER A}", "U+E0061"),
    ],
)
def test_it_is_named_and_kept(character: str, short: str) -> None:
    html = str(visible(f"a{character}b"))
    assert f'data-name="{short}"' in html
    assert BOX.findall(html) == [character]
    assert plain(f"a{character}b") == f"a[{short}]b"


@pytest.mark.parametrize("character", ["\N{NULL}", "\x07", "\x85", "\ud800", "\uffff"])
def test_what_a_parser_would_change_is_named_and_left_out(character: str) -> None:
    assert BOX.findall(str(visible(f"a{character}b"))) == [""]


@pytest.mark.parametrize(
    "kept", ["👩\N{ZERO WIDTH JOINER}🚀", "❤\N{VARIATION SELECTOR-16}", "a\tb"]
)
def test_what_emoji_and_tables_need_is_no_fault(kept: str) -> None:
    assert str(visible(kept)) == kept


def test_a_carriage_return_survives_the_parser() -> None:
    assert visible("a\r\nb") == "a&#13;\nb"


def test_names() -> None:
    assert short_name("\x01") == "U+0001"
    assert full_name("\x01") == "u+0001"
    assert full_name("\N{RIGHT-TO-LEFT OVERRIDE}") == "right-to-left override"
    assert hidden_names(["a\u200b", "\u200bb\x00"]) == {
        "\x00": ("NUL", "u+0000"),
        "\u200b": ("ZWSP", "zero width space"),
    }
