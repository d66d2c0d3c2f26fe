"""Glossaries: terms to avoid are found, terms to use suggested, mistakes named with their line."""

import pytest

from mtcheck.checker import check
from mtcheck.engine.packs import load
from mtcheck.errors import RuleError
from mtcheck.ruletest import lint

CSV = """avoid,use,why,severity,case
Saruna harbour|Saruna haven,Port Saruna,house name,error,
kiev,Kyiv,,,
polish,Polish,,suggestion,
C++ (old),C++17|C++20,,,
,,,,
"""
TBX = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><text><body>
<conceptEntry id="1"><descrip type="definition">A rocket.</descrip>
<langSec xml:lang="en-GB">
<termSec><term>carrier rocket</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
<termSec><term>launch vehicle</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Rakete</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
MARTIF = """<martif type="TBX"><text><body><termEntry><langSet lang="en">
<ntig><termGrp><term>dug-out</term><termNote type="administrativeStatus">superseded</termNote>
</termGrp></ntig><ntig><termGrp><term>bunker</term></termGrp></ntig>
</langSet></termEntry></body></text></martif>
"""


@pytest.fixture
def glossary(tmp_path):
    def write(text, name="terms.csv"):
        path = tmp_path / "house" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


def found(path, text):
    return [(f.text, f.replacements, f.severity) for f in check(text, load([path]))]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_terms_of_a_table(glossary, separator):
    path = glossary(CSV.replace(",", separator))
    assert found(path, "The Saruna Harbour and Saruna haven lie near kiev.") == [
        ("Saruna Harbour", ("Port Saruna",), "error"),
        ("Saruna haven", ("Port Saruna",), "error"),
        ("kiev", ("Kyiv",), "warning"),
    ]
    assert found(path, "They use C++ (old) here.") == [("C++ (old)", ("C++17", "C++20"), "warning")]


def test_columns_that_a_spreadsheet_left_empty_are_none(glossary):
    assert found(glossary("avoid,use,,\nkiev,Kyiv,,\n"), "In kiev.") == [
        ("kiev", ("Kyiv",), "warning")
    ]


def test_where_only_capitals_differ_capitals_count(glossary):
    path = glossary(CSV)
    assert found(path, "He is polish.") == [("polish", ("Polish",), "suggestion")]
    assert found(path, "He is Polish, from Kyiv.") == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (TBX, "t.tbx", [("carrier rocket", ("launch vehicle",), "warning")]),
        (MARTIF, "t.tbx", [("dug-out", ("bunker",), "warning")]),
    ],
)
def test_terms_of_tbx(glossary, text, name, expected):
    assert found(glossary(text, name), "A carrier rocket, a dug-out, a Rakete.") == expected


def test_a_glossary_needs_no_examples_and_says_why(glossary):
    rules = load([glossary(CSV)])
    assert lint(rules) == []
    assert rules.docs["house/terms/saruna-harbour"].why == "house name"


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("avoid,sue\na,b", "x.csv", r"x\.csv:1:1: there is no column 'sue'; did you mean 'use'"),
        ("term,use\na,b", "x.csv", r"x\.csv:1:1: a glossary needs a first row"),
        ("avoid,use,severity\na,b,eror", "x.csv", r"x\.csv:2:1: .*did you mean 'error'"),
        ("avoid,use\n,b", "x.csv", r"x\.csv:2:1: there is no term to avoid"),
        ('avoid,use\n"a,b\nc,d\n', "x.csv", r"x\.csv:2:1: this row cannot be read.*left open"),
        ('"avoid,use\na,b\n', "x.csv", r"x\.csv:1:1: this row cannot be read"),
        ("avoid,use\na,b,c", "x.csv", r"x\.csv:2:1: this row has 3 cells under 2 columns; .* ','"),
        ("avoid,case\na,maybe", "x.csv", r"x\.csv:2:1: `case` is true or false, not 'maybe'"),
        ("<tbx>", "x.tbx", r"x\.tbx:1:6: this is no XML: no element found$"),
        ("<tbx/>", "x.tbx", r"x\.tbx:1:1: no English term has the status deprecated"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(glossary, text, name, says):
    with pytest.raises(RuleError, match=says):
        load([glossary(text, name)])
