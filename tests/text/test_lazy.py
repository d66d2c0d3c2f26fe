"""Lazy regular expressions work as compiled ones do."""

import re

import pytest

from mtcheck.text.lazy import lazy


def test_it_is_compiled_at_the_first_use_and_then_is_the_real_thing():
    pattern = lazy(r"(?P<x>a+)b", re.IGNORECASE)
    assert "finditer" not in vars(pattern)
    assert [m["x"] for m in pattern.finditer("aab AB")] == ["aa", "A"]
    assert "finditer" in vars(pattern)
    assert pattern.sub("-", "aab") == "-"
    assert pattern.groups == 1


def test_a_wrong_expression_is_refused_when_used():
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("x")
