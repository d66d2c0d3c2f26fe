"""`figure`: what contradicts itself, and what only looks so."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import figure
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text


def rule(problem):
    return Rule("a/b/c", "figure", "m", "warning", "mistranslation", params={"problem": problem})


def hits(problem, text):
    made = rule(problem)
    plan = figure.plan(made)
    view = View(read_text(text))
    low = view.low
    positions = sorted(
        at for literal in plan.literals for at in range(len(low)) if low.startswith(literal, at)
    )
    return view, list(figure.check(made, plan)(view, positions))


def found(problem, text):
    view, all_hits = hits(problem, text)
    return [view.text[hit.start : hit.end] for hit in all_hits]


@pytest.mark.parametrize(
    ("problem", "text", "expected"),
    [
        ("direction", "It rose from 30 to 20 tons.", ["rose from 30 to 20"]),
        (
            "direction",
            "It rose from 30 tons in May to 20 tons.",
            ["rose from 30 tons in May to 20"],
        ),
        ("direction", "It fell sharply from 5 to 8.", ["fell sharply from 5 to 8"]),
        (
            "direction",
            "It fell from $5 million to $8 million.",
            ["fell from $5 million to $8 million"],
        ),
        ("direction", "It fell from 5 percent to 8%.", []),
        ("direction", "It fell from 5% in May to 8%.", ["fell from 5% in May to 8%"]),
        ("direction", "It fell from 5 to 8 feet.", []),
        ("direction", "It fell from two to five.", ["fell from two to five"]),
        ("direction", "It rose from 1,200 to 1,100.5.", ["rose from 1,200 to 1,100.5"]),
        ("direction", "It reduced its beds for the old and the new and the ill from 5 to 8.", []),
        ("direction", "It reduced the beds from 5 to 8.", ["reduced the beds from 5 to 8"]),
        ("direction", "It rose from 20 to 30, and fell from 30 to 20.", []),
        ("direction", "It rose from 20 to 20.", []),
        ("direction", "It rose from 800,000 to 1.2 million.", []),
        ("direction", "It rose from 1.2 to 1.5 million.", []),
        ("direction", "It rose from 1.5 to 1.2 million.", []),
        ("direction", "It rose from 2015 to 2010.", []),
        ("direction", "It was cut from 5 days to 8 weeks.", []),
        ("direction", "It was cut from 5% to 8 weeks.", []),
        ("direction", "It rose from 8 to 5%.", ["rose from 8 to 5%"]),
        ("direction", "It was cut from $5 to €8.", []),
        ("direction", "It was cut from 5 days to 8 men.", []),
        ("direction", "It rose from 12 to 9 in the ranking.", []),
        ("direction", "It rose from 12th to 9th.", []),
        ("direction", "It did not rise; it has not increased from 12 to 9.", []),
        ("direction", "It rose from 9 a.m. to 3 p.m. and from 20 to 5 May.", []),
        ("direction", "It rose from one in five to one in three.", []),
        ("direction", "It rose from 2-1 to 1-0; it rose from 12:30 to 11:30.", []),
        ("direction", "It prearose from 30 to 20.", []),
        ("direction", "It fell from minus 5 to 8; rain fell from 5 to 8.", []),
        ("direction", "It fell from 0 to 8.", []),
        ("compared", "It was 3.2%, up from 3.5%.", ["up from 3.5%"]),
        ("compared", "It was $5 million, down from $4 million.", ["down from $4 million"]),
        ("compared", "It was 3.5%, up from 3.2%.", []),
        ("compared", "It was 3.5%, down from 4.2%.", []),
        ("compared", "It rose 4% to 3.2%, up from 3.5%.", []),
        ("compared", "It was 5 tons, up from 6 tons.", []),
        ("compared", "It was $5 million, up from $900.", []),
        ("compared", "It was $5, up from 6%.", []),
        ("compared", "He got up from 3%.", []),
        ("compared", "It was 3.2%, up from 3.5% a year in the table.", []),
        ("percentage", "It rose 20% from 100 to 150.", ["20%"]),
        ("percentage", "It rose by 20 percent from 100 to 150.", ["20 percent"]),
        ("percentage", "It fell 50% to 5 million from 20 million.", ["50%"]),
        ("percentage", "It rose from 100 to 150, an increase of 20%.", ["20%"]),
        ("percentage", "It rose from 100 to 150, up 20%.", ["20%"]),
        ("percentage", "It rose from 100 to 150, up 50%, or 20 men.", []),
        ("percentage", "It rose 50% from 100 to 150.", []),
        ("percentage", "It rose 20% to 5 million from 2015 to 2019.", []),
        ("percentage", "It rose 33% from 1.2 to 1.6.", []),
        ("percentage", "It rose 20% from 10% to 12%.", []),
        ("percentage", "It rose 20% a year from 100 to 150.", []),
        ("percentage", "It rose 20% from 0 to 150.", []),
        ("multiple", "It doubled from 10 to 30.", ["doubled from 10 to 30"]),
        ("multiple", "It halved from 8 to 6.", ["halved from 8 to 6"]),
        ("multiple", "It doubled from 10 to 20, and tripled from 10 to 30.", []),
        ("multiple", "It more than doubled from 10 to 40.", []),
        ("multiple", "It more than doubled from 10 to 15.", ["doubled from 10 to 15"]),
        ("percentage", "It rose from 100 to 150.", []),
        ("multiple", "It doubled from 1990 to 2010.", []),
        ("multiple", "It doubled from 0 to 2; it doubled from 10 in the table to 30.", []),
        ("fraction", "Half of them (70%) left.", ["70%"]),
        ("fraction", "Nearly half (70 percent) left.", ["70 percent"]),
        ("fraction", "More than half (40%) left.", ["40%"]),
        ("fraction", "Less than half (60 per cent) left.", ["60 per cent"]),
        ("fraction", "Half of them (52%), over a third (85%), under a fifth (9%) left.", []),
        ("fraction", "Half (200%) left.", []),
        ("fraction", "They (70%) left.", []),
        ("remainder", "He has 60% of it; the remaining 50% is lost.", ["50%"]),
        ("remainder", "He owns 60% and the rest is 50%.", ["50%"]),
        ("remainder", "He has 60% of it; the remaining 40% is lost.", []),
        ("remainder", "It rose 60%; the remaining 50% is lost.", []),
        ("remainder", "He has 30% of it, 60% of them; the remaining 50% is lost.", []),
        ("remainder", "The remaining men and the rest left.", []),
        ("age", "He was born in 1950 and died in 2020 at the age of 52.", ["52"]),
        ("age", "Aged 52, he died in 2020; born in May 1950.", ["52"]),
        ("age", "He was born in 1950 and died in 2020 aged 69.", []),
        ("age", "He was born in 1950 and died in 2020 aged 71.", []),
        ("age", "He was born in 1950.", []),
        ("age", "Born in 1950, aged 20 she joined a choir there, and she died in 2020.", []),
        ("age", "He was born in 1950, she was born in 1940 and died in 2020 aged 52.", []),
        ("weekday", "On Monday, December 20, 2022, it rained.", ["Monday"]),
        ("weekday", "On Monday, 20 December 2022, it rained.", ["Monday"]),
        ("weekday", "On December 20, 2022 (Monday) it rained.", ["Monday"]),
        ("weekday", "On 20 December (Monday), 2022 it rained.", ["Monday"]),
        ("weekday", "On Tuesday, December 20, 2022, it rained.", []),
        ("weekday", "On Monday, February 30, 2022, it rained.", []),
        ("weekday", "On Monday, November 7, 1917 it rained.", []),
        ("weekday", "On Monday it rained; on monday, May 2, 2022 it blew.", []),
        ("weekday", "Monday, May 2; Tuesday, May 3; Friday, May 5.", ["Friday"]),
        ("weekday", "Monday, May 2; Tuesday, May 3; Thursday, May 5.", []),
        ("weekday", "Monday, May 2; Friday, May 5.", []),
        ("weekday", "Monday, May 2; Tuesday, May 3; Friday, October 5.", []),
        ("weekday", "Monday, May 2; Tuesday, May 3; Friday, January 5.", []),
        ("weekday", "Monday, May 2, Monday, May 2 and Friday, May 5.", []),
        ("no-such-day", "On February 30 it rained.", ["February 30"]),
        ("no-such-day", "Until June 31 it rained; it rained (Sept. 31).", ["June 31", "Sept. 31"]),
        ("no-such-day", "February 29, 2023, February 29, 2024, February 29th.", ["February 29"]),
        ("no-such-day", "In June 31 men, by June 31 men fell; June 30.", []),
        ("no-such-day", "Prefebruary 30. In April it rained.", []),
        ("backwards", "From May 20 to May 10 it rained.", ["From May 20 to May 10"]),
        ("backwards", "It ran from May 20 to 10 June.", []),
        ("backwards", "It ran from 2015 to 2010.", ["from 2015 to 2010"]),
        ("backwards", "It ran from 2010 to 2015, from May 10 to 20.", []),
        ("backwards", "It ran from May 20 to June 10.", []),
        ("backwards", "It ran from May 20 to May 10 next year.", []),
        ("backwards", "It fell from 2015 to 2010.", []),
        ("backwards", "It ran from May 39 to May 35; it ran afrom 2015 to 2010.", []),
        ("backwards", "It ran from the town.", []),
        ("ordinal", "The 22th, the 11st and May 5st.", ["22th", "11st", "5st"]),
        ("ordinal", "The 21st, 12th, 113th and 10st 4lb; v1th.x, B1th.", []),
        ("clock", "At 15:70 pm, at 15:30 p.m., at 22 p.m.", ["15:70 pm", "15:30 p.m", "22 p.m"]),
        ("clock", "At 0:30 pm.", ["0:30 pm"]),
        ("clock", "At 3:30 pm, 0:30 am, 12 am, 45 am and 20 AM.", []),
        ("clock", "At 20 am I late?", []),
        ("scale", "It cost 1.2 million thousand yuan.", ["1.2 million thousand"]),
        (
            "scale",
            "It cost 5 yuan million and 3.5 hundred million.",
            ["5 yuan million", "3.5 hundred million"],
        ),
        ("scale", "It cost 1.5 million million.", ["1.5 million million"]),
        ("scale", "It cost 5 million million, 5 thousand billion, 3 hundred million.", []),
        ("scale", "Some million thousand men.", []),
        ("indian-groups", "It has 1,23,000 men.", ["1,23,000"]),
        ("indian-groups", "It has 1,23,000 men in Delhi.", []),
        ("indian-groups", "It has 123,000 men and 12,34.", []),
        ("groups-of-four", "It has 12,3456 men, 1,2345,6789 men.", ["12,3456", "1,2345,6789"]),
        ("groups-of-four", "On May 3,2020; 1234,5678; 12,345; 1,2345.678.", []),
    ],
)
def test_figures(problem, text, expected):
    assert found(problem, text) == expected


@pytest.mark.parametrize(
    ("problem", "text", "replacements", "values"),
    [
        ("percentage", "It rose 20% from 100 to 150.", (), {"actual": "50%"}),
        ("percentage", "It rose 20% from 1.0 to 1.5 million.", (), {"actual": "50%"}),
        ("multiple", "It doubled from 10 to 35.", (), {"times": "3.5"}),
        ("fraction", "Half (70%) left.", (), {"share": "Half"}),
        ("remainder", "He owns 60%; the remaining 50% is lost.", (), {"left": "40%"}),
        ("age", "He was born in 1950 and died in 2020 aged 52.", (), {"years": "70"}),
        ("weekday", "On Monday, December 20, 2022.", ("Tuesday",), {"actual": "Tuesday"}),
        (
            "weekday",
            "Monday, May 2; Tuesday, May 3; Friday, May 5.",
            ("Thursday",),
            {"actual": "Thursday"},
        ),
        ("no-such-day", "On June 31.", (), {"days": "30"}),
        ("ordinal", "The 22th.", ("22nd",), {}),
        ("clock", "At 15:30 p.m.", ("15:30",), {}),
        ("clock", "At 22 p.m.", (), {}),
        ("indian-groups", "It has 1,23,000 men.", ("123,000",), {}),
        ("groups-of-four", "It has 12,3456 men.", (), {}),
        ("groups-of-four", "It has 1,2345,6789 men.", ("123,456,789",), {}),
    ],
)
def test_what_a_hit_says(problem, text, replacements, values):
    _, (hit,) = hits(problem, text)
    assert (hit.replacements, dict(hit.values)) == (replacements, values)


def test_a_wrong_problem():
    with pytest.raises(RuleProblem) as error:
        figure.plan(rule("odd"))
    assert error.value.field == "problem"


PIECES = [
    *("rose", "fell from", "from", "to", "5", "8%", "1,23,000", "million", "yuan million", "2015"),
    *(
        "May 20",
        "February 30",
        "Monday,",
        "(Monday)",
        "2022",
        ",",
        ".",
        "\n\n",
        "half of them",
        "(70%)",
    ),
    *("born in 1950", "died in 2020", "aged 52", "22th", "15:70 pm", "the remaining 50%", "60% of"),
    *(", up from", "doubled", "From", "12,3456", "an increase of 20%"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_hits_lie_in_one_block(text):
    for problem in figure.PROBLEMS:
        view, all_hits = hits(problem, text)
        for hit in all_hits:
            assert 0 <= hit.start < hit.end <= len(view.text)
            assert "\n" not in view.text[hit.start : hit.end]


@pytest.mark.parametrize("problem", figure.PROBLEMS)
@pytest.mark.parametrize(
    "unit",
    [
        "rose from 5 ",
        "from 2015 to 2010 ",
        "Monday, May 2, ",
        "born in 1950 died in 2020 aged 52 ",
        "half of them (70%) ",
        "60% of it the remaining 50% ",
        "1,23,",
        "22th",
        "5 million thousand ",
        "5%, up from 6% ",
        "15 pm ",
    ],
)
def test_the_work_grows_with_the_text(problem, unit):
    made = rule(problem)
    plan = figure.plan(made)

    def work(times):
        view = View(read_text(unit * times))
        low = view.low
        starts = [at for at in range(len(low)) if low.startswith(plan.literals, at)]
        calls = 0

        def count(frame, event, arg):
            nonlocal calls
            calls += 1

        assert view.sentences
        sys.setprofile(count)
        try:
            list(figure.check(made, plan)(view, starts))
        finally:
            sys.setprofile(None)
        return calls

    assert work(200) <= 2.5 * work(100) + 200
