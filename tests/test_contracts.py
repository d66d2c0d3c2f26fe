"""What the house rules say, checked: sizes, tables that agree with folders, no shipped borrowings."""

import ast
import re
from statistics import median

import pytest

from mtcheck.engine.kind import Parameter
from mtcheck.engine.kinds import KINDS, kind
from mtcheck.output import FORMATS, writer
from mtcheck.output.target import Target
from repository import ROOT

SOURCE = ROOT / "src" / "mtcheck"
MODULES = sorted(SOURCE.rglob("*.py"))


def lines(path):
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_module_and_no_function_is_too_long(path):
    assert lines(path) <= 300
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 60, node.name


def test_modules_are_short_as_a_rule():
    assert median(map(lines, MODULES)) <= 130
    for path in (SOURCE / "cli").glob("*.py"):
        assert lines(path) <= 120, path.name


def test_the_table_of_kinds_is_the_folder():
    folder = {p.stem for p in (SOURCE / "engine" / "kinds").glob("*.py")} - {"__init__"}
    assert folder == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_what_the_engine_expects(name):
    module = kind(name)
    assert module.__doc__
    assert all(isinstance(p, Parameter) and p.doc for p in module.PARAMETERS.values())
    assert callable(module.plan)
    assert callable(module.check)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_writer(name):
    assert callable(writer(name, Target("x")).result)


def test_the_table_of_outputs_is_the_folder():
    with_writer = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        for path in (SOURCE / "output").rglob("*.py")
        if any(
            isinstance(node, ast.ClassDef) and node.name == "Writer" and path.stem != "__init__"
            for node in ast.parse(path.read_text("utf-8")).body
        )
    }
    assert with_writer == set(FORMATS.values())


def test_public_names_are_documented():
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith(
                "_"
            )
            if public:
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


# Python before 3.11.5 matches a possessive group wrongly when it has choices inside
# (https://github.com/python/cpython/issues/106052); Debian 12 has 3.11.2. `(?>(?:…)*)` is right.
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,{}]+\})\+")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_group_of_an_expression_is_possessive(path):
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if POSSESSIVE_GROUP.search(text)]
