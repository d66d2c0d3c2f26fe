"""The facts of an article, each as an editor would look it up."""

import pytest

from mtcheck.engine.view import View
from mtcheck.factsheet import FACT_KINDS, fact_sheet
from mtcheck.formats.plain import read_text


def facts(text, kind, known=None):
    sheet = fact_sheet(View(read_text(text)), known or {})
    return [fact.text for fact in sheet.of(kind)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It paid $3.5 million for it.", ["$3.5 million"]),
        ("It took 40% of it and 7 per cent more.", ["40%", "7 per cent"]),
        (
            "There 12 people and 3,500 million yuan went in 5.",
            ["12 people", "3,500 million yuan", "5"],
        ),
        ("It was 12 of them who ran 1.5 km.", ["12", "1.5 km"]),
        ("It began at 12:30 on the 15th.", []),
        ("The score was 2-1.", ["2"]),
    ],
)
def test_numbers_come_with_what_they_count(text, numbers):
    assert facts(text, "number") == numbers


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On March 3, 2021 and on 4 April it rained.", ["March 3, 2021", "4 April"]),
        ("It rained in 2019, but since May 2020 it has not.", ["2019", "May 2020"]),
        ("Made 2021-03-04T05:06Z by us.", ["2021-03-04T05:06Z"]),
        ("They may go. The march on 2000 houses.", []),
    ],
)
def test_dates(text, dates):
    assert facts(text, "date") == dates
    assert not set(facts(text, "number")) & set(dates)


def test_one_fact_has_all_its_places_and_says_what_is_known():
    text = "OPEC met. Then OPEC and the U.N. spoke."
    sheet = fact_sheet(View(read_text(text)), {"OPEC": "a group of countries that sell oil"})
    opec, un = sheet.of("acronym")
    assert [place.of(text) for place in opec.places] == ["OPEC", "OPEC"]
    assert (opec.known, opec.note) == (True, "a group of countries that sell oil")
    assert (un.text, un.known, un.note) == ("U.N.", False, None)


def test_a_known_name_with_and_is_one_fact():
    text = "The Ministry of Ships and Harbours met Anna Torv. Ships and Harbours sank."
    known = {"Ministry of Ships and Harbours": "ministry of Norland"}
    names = fact_sheet(View(read_text(text)), known).of("name")
    assert [(fact.text, fact.note) for fact in names] == [
        ("Ministry of Ships and Harbours", "ministry of Norland"),
        ("Anna Torv", None),
        ("Harbours", None),
    ]
    assert facts(text, "name") == ["Ministry of Ships", "Harbours", "Anna Torv"]


def test_quotations_come_with_their_marks():
    text = 'He said "yes" and \N{LEFT DOUBLE QUOTATION MARK}no\N{RIGHT DOUBLE QUOTATION MARK}.'
    assert facts(text, "quotation") == [
        '"yes"',
        "\N{LEFT DOUBLE QUOTATION MARK}no\N{RIGHT DOUBLE QUOTATION MARK}",
    ]


def test_other_spellings_of_a_name_are_its_variants():
    text = "Sergei Holm came. Sergey Holm went. Sergei Holm slept. Sergei Holm woke."
    sheet = fact_sheet(View(read_text(text)), {})
    assert {fact.text: fact.variants for fact in sheet.of("name")}["Sergei Holm"] == ("Sergey",)


def test_an_empty_text_states_nothing():
    sheet = fact_sheet(View(read_text("")), {})
    assert all(sheet.of(kind) == () for kind in FACT_KINDS)
