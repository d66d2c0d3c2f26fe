"""YAML is read with its places, and no file can exhaust the stack or the memory."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.yamlnodes import DEEPEST, Item, compose
from mtcheck.errors import Problem


def problem(text):
    found = compose(text, "f")
    assert isinstance(found, Problem)
    return found.line, found.column, found.what


def test_scalars_stay_what_was_written():
    text = "a: no\nb: [on, 1:30, 0x10, ~, 'q', \"t\\t\"]\nc: |\n  two\n  lines\nd:\n"
    assert compose(text, "f").plain() == {
        "a": "no",
        "b": ["on", "1:30", "0x10", "~", "q", "t\t"],
        "c": "two\nlines\n",
        "d": "",
    }


def test_places_count_from_one():
    root = compose("a: x\nb:\n  - c: y\n", "f")
    (_, _), (_, items) = root.pairs()
    ((key, value),) = items.items()[0].pairs()
    assert [(i.line, i.column) for i in (root, items, key, value)] == [
        *((1, 1), (3, 3), (3, 5), (3, 8))
    ]


def test_an_anchor_stands_for_what_it_names():
    assert compose("a: &x [1, {b: 2}]\nc: *x\n", "f").plain()["c"] == ["1", {"b": "2"}]


LAUGHS = "".join(f"{b}: &{b} [{', '.join(['*' + a] * 10)}]\n" for a, b in pairwise("abcdefg"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "the file is empty; a pack needs `about` and `rules`")),
        ("# only this\n", (1, 1, "the file is empty; a pack needs `about` and `rules`")),
        ("a: [", (2, 1, "this is no YAML: did not find expected node content")),
        (
            "rules:\n  - id: x\n    find: {verb:walk} the line\n",
            (
                *(3, 23),
                "this is no YAML: did not find expected key; put a text that begins with { or [ "
                "in quotation marks",
            ),
        ),
        ("a:\n\tb: c", (2, 1, "this is no YAML: found character that cannot start any token")),
        ("a: b\nc\0", (2, 2, "this is no YAML: it may not hold U+0000")),
        ("\a\na", (1, 1, "this is no YAML: it may not hold U+0007")),
        ("a: 1\n---\nb: 2", (2, 1, "expected one YAML document, found another")),
        ("a: 1\nb:\n  c: 1\n  c: 2", (4, 3, "`c` is given twice")),
        ("? [a, b]\n: c", (1, 3, "a key is a text, found a list")),
        ("a: *b", (1, 4, "no anchor &b ends before this")),
        ("a: &b [*b]", (1, 8, "no anchor &b ends before this")),
        ("a: &a [x]\n" + LAUGHS, (6, 4, "with its aliases this has more than 200,000 values")),
        ("[" * 200_000, (1, DEEPEST + 1, f"nested more than {DEEPEST} levels deep")),
        ("- " * 200_000, (1, 2 * DEEPEST + 1, f"nested more than {DEEPEST} levels deep")),
    ],
)
def test_what_is_refused(text, expected):
    assert problem(text) == expected


trees = st.recursive(
    st.text(alphabet="ab: -#'\"\n&*\N{GRINNING FACE}", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=12,
)


@given(trees)
def test_what_was_dumped_is_read(tree):
    root = compose(yaml.safe_dump(tree, allow_unicode=True), "f")
    assert isinstance(root, Item)
    assert root.plain() == tree


@given(st.text(alphabet="ab:- \n[]{}&*'\"|>#?,\t", max_size=40))
def test_any_text_is_read_or_refused(text):
    found = compose(text, "f")
    if isinstance(found, Item):
        found.plain()
    else:
        assert found.line >= 1
