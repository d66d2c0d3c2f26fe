"""The lines of keys in TOML, found beside `tomllib`."""

import json
import tomllib
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.gate.config.lines import lines_of

TEXT = '''# [not.a.table]
a = 1
"b.c" = """
d = 2
\\""" = " [[x]]
"""
e.f = [  # ] "
  "]", '"',
  {g = "}"},
]
[t]
h = \'\'\'
'k = 3\'\'\'
[[o]]
i = 1
[o.s]
"x/y" = "off"
[[o]]

  i = 2
[[o.s]]
l = 1
'''


def test_each_key_has_its_line():
    tomllib.loads(TEXT)
    assert lines_of(TEXT) == {
        ("a",): 2,
        ("b.c",): 3,
        ("e",): 7,
        ("e", "f"): 7,
        ("t",): 11,
        ("t", "h"): 12,
        ("o", 0): 14,
        ("o", 0, "i"): 15,
        ("o", 0, "s"): 16,
        ("o", 0, "s", "x/y"): 17,
        ("o", 1): 18,
        ("o", 1, "i"): 20,
        ("o", 1, "s", 0): 21,
        ("o", 1, "s", 0, "l"): 22,
    }


@pytest.mark.parametrize("text", ["", "# x", "a = 1", "[a]", "a = ''''''", 'a = """"""""'])
def test_short_texts(text):
    tomllib.loads(text)
    assert all(line == 1 for line in lines_of(text).values())


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
quoted = partial(json.dumps, ensure_ascii=False)
plain = st.one_of(st.integers(), st.booleans(), texts, st.lists(texts, max_size=3))


@st.composite
def values(draw):
    """A value as TOML writes it, and how many line ends are in it."""
    value = draw(plain)
    form = draw(st.sampled_from(["json", "spread", "lines", "literal"]))
    if form == "spread" and isinstance(value, list):
        inner = "".join(f" # ] {each!r}\n{quoted(each)}," for each in value)
        return f"[{inner}\n]"
    if form == "lines" and isinstance(value, str):
        return f'"""\n{quoted(value)[1:-1]}\n[[a]]\n"""'
    if form == "literal" and isinstance(value, str) and "'" not in value:
        return f"'''{value}\n\\\n'''"
    return quoted(value)


@given(st.dictionaries(texts, st.dictionaries(texts, values(), max_size=4), max_size=4))
def test_every_key_is_found_where_it_was_written(tables):
    lines, expected = [], {}
    for name, table in tables.items():
        expected[name,] = len(lines) + 1
        lines.append(f"[{quoted(name)}] # x = 1")
        for key, value in table.items():
            expected[name, key] = len(lines) + 1
            lines += f"{quoted(key)} = {value}".split("\n")
    text = "\n".join(lines)
    tomllib.loads(text)
    assert lines_of(text) == expected
    assert lines_of(text.replace("\n", "\r\n")) == expected
