"""`sentence`: shapes that are broken, and the ones that writers make on purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.finite_verbs import TOKEN, has_finite_verb
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import sentence
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

TEXTS = {
    "unfinished": ["among them, including", "such as"],
    "word-clash": ["the of", "the a", "of the of", "a of"],
}


def rule(problem, **params):
    if problem in TEXTS:
        params = {"texts": TEXTS[problem], **params}
    if problem == "long":
        params = {"words": 10, **params}
    return Rule(
        "a/b/c", "sentence", "m", "warning", "grammar", params={"problem": problem, **params}
    )


def hits(problem, text, **params):
    made = rule(problem, **params)
    plan = sentence.plan(made)
    view = View(read_text(text))
    low = view.low
    positions = sorted(
        at for literal in plan.literals for at in range(len(low)) if low.startswith(literal, at)
    )
    return view, list(sentence.check(made, plan)(view, positions))


def found(problem, text, **params):
    view, all_hits = hits(problem, text, **params)
    return [view.text[hit.start : hit.end] for hit in all_hits]


@pytest.mark.parametrize(
    "fragment",
    [
        "Coastal boats and the Falcon-3 radar system.",
        "Mass evacuation of the coast.",
        "Remedies of the council against the flood.",
        "One of the songs of the year.",
        "With the permission of the council of the town.",
        "Birds in the green trees of the wetland.",
        "Boats of the calm adore.",
        "Boats and Falcon boat masts of the navy.",
        "170 tanks and 200 trucks of the army.",
        "Light rain in the north.",
        "Range of the missiles of the navy.",
        "To expand the port of the old town.",
        "Ready to have a rest.",
    ],
)
def test_no_word_can_be_a_finite_verb(fragment):
    assert not has_finite_verb(TOKEN.findall(fragment))


@pytest.mark.parametrize(
    "sentence",
    [
        "Rockets hit the town.",
        "It rained.",
        "They hope so.",
        "The firm's growing fast.",
        "He'll come.",
        "The minister, a friend of hers, resigned.",
        "The key to the matter lies in trade.",
        "The old man dies.",
        "Growers in the south hope to use it.",
        "Old green trees and the tall poplars dazzle us.",
        "Russia and China share a border.",
        "2020 marks the year of the town.",
        "Formula 1 plans a race.",
        "Some smashed the windows.",
        "The interest in tourism and so on continues.",
        "If possible, apply for it.",
        "Keep the door shut.",
        "Use your head.",
        "Plant 20 trees a day.",
        "Thanks, the rest of us say.",
        "The British understand.",
        "Prices quickly rise.",
        "The parade kicked-off at noon.",
        "This led to a fall.",
    ],
)
def test_some_word_can_be_a_finite_verb(sentence):
    assert has_finite_verb(TOKEN.findall(sentence))


BEFORE = "The army marched north in May. "


@pytest.mark.parametrize(
    ("problem", "text", "expected"),
    [
        ("participles", BEFORE + "Joking and singing.", ["Joking and singing."]),
        ("participles", BEFORE + "Held by the town in secret.", ["Held by the town in secret."]),
        ("participles", BEFORE + "Building of the new bridge.", []),
        ("participles", "What did they do? Joking and singing.", []),
        ("participles", 'He said: "We marched. Joking and singing."', []),
        ("participles", BEFORE + "Joking and singing. Singing of the sea.", []),
        ("verbless", BEFORE + "Combined transport of goods.", ["Combined transport of goods."]),
        (
            "verbless",
            BEFORE + "Mass evacuation, saying “we will not stop”.",
            ["Mass evacuation, saying “we will not stop”."],
        ),
        ("verbless", BEFORE + 'The company "sold its mill" to a friend.', []),
        ("verbless", BEFORE + 'Its sales of cars such as "Zephyr" increased.', []),
        ("verbless", BEFORE + "Not a word more.", []),
        ("verbless", "- " + BEFORE + "Combined transport of goods.", []),
        ("verbless", 'He said: "' + BEFORE + 'Combined transport of goods. It rained."', []),
        ("verbless", BEFORE + "China News Service, of the capital.", []),
        ("verbless", BEFORE + "Chief of staff: a friend of hers.", []),
        ("verbless", BEFORE + "Rainy days of July.", []),
        ("verbless", BEFORE + "Mill wheels, stones, etc.", []),
        ("verbless", BEFORE + "Old Town Mill Wheel of Leeds.", []),
        ("verbless", BEFORE + "Scores of 17, 21, 9 and 8.", []),
        ("verbless", BEFORE + "Mill - a ruin of the town.", []),
        ("verbless", BEFORE + 'Rye "bread of the town.', []),
        ("verbless", BEFORE + 'Ruin "of stone".', []),
        ("verbless", BEFORE + "Ruin of stone!", []),
        ("verbless", BEFORE + "mill of the old town.", []),
        ("phrase", BEFORE + "In order to expand the port.", ["In order to expand the port."]),
        ("aside", BEFORE + "A splendid summer.", ["A splendid summer."]),
        ("aside", "Silver cup owner of the year. " + BEFORE, ["Silver cup owner of the year."]),
        ("aside", "- Silver cup owner of the year.", []),
        ("subjectless", BEFORE + "Will be held in May.", ["Will be"]),
        ("subjectless", BEFORE + "Has now built a port.", ["Has now built"]),
        ("subjectless", BEFORE + "Said the head of the village.", ["Said"]),
        ("subjectless", BEFORE + "Consists of nine islands.", ["Consists of"]),
        ("subjectless", BEFORE + "Posted a note on the door.", ["Posted a"]),
        ("subjectless", BEFORE + "Posted a note on the door, he left.", []),
        ("subjectless", BEFORE + "Posted a man who left.", []),
        ("subjectless", BEFORE + "Is held in May?", []),
        ("subjectless", BEFORE + "Was held in May, the town said.", []),
        ("subjectless", BEFORE + "Given the rain, it was late. Need the town pay.", []),
        ("unfinished", BEFORE + "Among them, including a mill.", ["Among them, including"]),
        ("unfinished", BEFORE + "A mill, such as it is. Such assets fell.", []),
        ("unfinished", "Such as a mill?", []),
        ("comma-splice", "The lynx was lost, there are few.", [", there are"]),
        ("comma-splice", "The hall was shut, the child was sent home.", [", the child was"]),
        ("comma-splice", "The hall was shut, the child and the dog was sent home.", []),
        ("comma-splice", "The hall was shut, the child that fell was sent home.", []),
        ("comma-splice", "If the hall was shut, they are home.", []),
        ("comma-splice", "The hall was shut, it is said.", []),
        ("comma-splice", "The hall was shut when it rained, they are home.", []),
        ("comma-splice", "It is not a hall, it is a barn.", []),
        ("comma-splice", "The first was red, the second one was blue.", []),
        ("comma-splice", "The song was sung, We Are the best.", []),
        ("comma-splice", "The hall was shut, it was wet, and it rained.", []),
        ("comma-splice", '"The hall was shut, it is wet."', []),
        ("comma-splice", "Halls, they are shut.", []),
        ("comma-splice", "The hall was shut " + "in the old town " * 30 + ", it is wet.", []),
        (
            "dangling-as",
            "As the oldest port, Genoa's share is large.",
            ["Genoa's share"],
        ),
        ("dangling-as", "As a man of honour, his word is law.", ["his word"]),
        ("dangling-as", "As a result, Genoa's share is large.", []),
        ("dangling-as", "As a first step, Genoa's port is shut.", []),
        ("dangling-as", "As the oldest port, Genoa's leaders met.", []),
        ("dangling-as", "As the oldest port, Genoa's introduced tolls.", []),
        ("dangling-as", "As the sun set, Genoa's team left.", []),
        ("dangling-as", "He read As the Port, Genoa's share.", []),
        ("dangling-as", "As a nation of sailors, its people swim.", []),
        ("concession", "Although it rained, but they sang.", [", but"]),
        ("concession", '"Even though it rained, but they sang."', [", but"]),
        ("concession", "She said that despite the rain, but with a song, they left.", []),
        ("concession", "She said that despite the rain, but they left.", [", but"]),
        ("concession", "She said, although it rained, but they left.", [", but"]),
        ("concession", "It was good, although it rained, but they left.", []),
        ("concession", "Although it rained, the sun shone, but they left.", []),
        ("concession", "Although it rained in the town, but\n\nthey left.", []),
        ("concession", "Although it rained, but also snowed.", []),
        ("open-list", "They grow crops such as rice, beans, etc.", [", etc"]),
        ("open-list", "They grow crops including rice and so on.", ["and so on"]),
        ("open-list", "Crops such as rice such as beans, etc.", [", etc"]),
        ("open-list", "They grow crops such as rice. And so on.", []),
        ("open-list", "They grow crops xsuch as rice, etc.", []),
        ("capital-inside", "The bank rose The move was late.", ["The"]),
        ("capital-inside", "The bank in The Hague and Serie A games.", []),
        ("capital-inside", "Bank Of The Town And the Fair Opens.", []),
        ("capital-inside", 'He read "the cat In the hat" and slept.', []),
        ("capital-inside", "Bank Of The Town of The fair Opens.", []),
        ("capital-inside", "The bank fell Often in May.", []),
        (
            "capital-inside",
            "He slept At this time it rained, and Through it all.",
            ["At", "Through"],
        ),
        ("capital-inside", "It was God in His mercy.", []),
        ("capital-inside", "The bureau director He said so; the man He said no.", ["He"]),
        ("capital-inside", "They saw the film In the woods.", []),
        ("capital-inside", "The bank rose The move\n\nIt rained.", []),
        ("capital-inside", "The band Liu He and the Bank The of it.", []),
        ("small-start", "The bank rose. the move was late.", ["the"]),
        ("small-start", "The bank rose (in May). the move was late.", ["the"]),
        ("small-start", "The firm Warner Bros. made it, etc. and so on.", []),
        ("word-clash", "He is the of man and the head of the of it.", ["the of", "of the of"]),
        ("word-clash", "The of man left.", ["The of"]),
        ("word-clash", "Bathe of it, re-the of it, in Serie A of it, The of it.", []),
        ("word-clash", "He saw the A team.", []),
        ("bracket", "Two towns (Nord, Sund fell.", ["("]),
        ("bracket", "Sund) among others.", [")"]),
        ("bracket", "Two towns (Nord] fell.", ["(", "]"]),
        ("bracket", "Two ) towns ( fell.", [")", "("]),
        ("bracket", "Ways: a) by sea, 2) by land :) and :(.", []),
        ("bracket", "It rained. (It had been dry.\n\nIt was wet now.)", []),
        ("bracket", "Two towns (Nord, Sund\N{FULLWIDTH RIGHT PARENTHESIS} fell.", []),
        (
            "bracket",
            "Two towns \N{LEFT BLACK LENTICULAR BRACKET}Nord fell.",
            ["\N{LEFT BLACK LENTICULAR BRACKET}"],
        ),
        ("number-start", "It rose. 64%, it fell. % of it was lost. 9 men left.", ["64%,", "%"]),
        ("statement-question", "The minister will come to the town?", ["?"]),
        ("statement-question", "War|The minister will come to the town?", ["?"]),
        ("statement-question", "Will the minister come to the town?", []),
        ("statement-question", "You will come to the old town?", []),
        ("statement-question", "Prince to return to the south?", []),
        ("statement-question", '"He will come to the town?" she asked?', []),
        (
            "statement-question",
            "It rained.\n\nIt blew.\n\nIt snowed. He will come to the town?",
            [],
        ),
        (
            "trailing-adjectives",
            "It was on the border this year steady and stable.",
            ["steady and stable"],
        ),
        ("trailing-adjectives", "It was seen this year in Rome and London.", []),
        ("trailing-adjectives", "It was seen this year near mills and barns.", []),
        (
            "long",
            "One two three four five six seven eight nine ten eleven.",
            ["One two three four five"],
        ),
        ("long", "One two three four five six seven eight nine ten.", []),
    ],
)
def test_shapes(problem, text, expected):
    assert [
        piece.replace("\N{LEFT DOUBLE QUOTATION MARK}", '"') for piece in found(problem, text)
    ] == [
        piece.replace("\N{LEFT DOUBLE QUOTATION MARK}", '"').replace(
            "\N{RIGHT DOUBLE QUOTATION MARK}", '"'
        )
        for piece in expected
    ]


PARAGRAPH = (
    "The bank raised its rates in the spring after long and heated talks with the state. "
    "The ministry said that the move had been expected by most of the "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PARAGRAPH + "market", ["market"]),
        (PARAGRAPH + "market.", []),
        (PARAGRAPH + "Market", []),
        (PARAGRAPH + "market - in the paper of the town it was the first page", []),
        (PARAGRAPH[:84] + "The town", []),
        (PARAGRAPH[:84] + "A Bank Raises Its Rates After Talks With the State in the spring", []),
        (PARAGRAPH[:84] + "A list of the banks of the state and of the towns of the south", []),
        (PARAGRAPH[84:] * 3 + "market", []),
    ],
)
def test_missing_stop(text, expected):
    assert found("no-stop", text) == expected


def test_replacements_replace_what_is_marked():
    assert hits("small-start", "The bank rose. the move.")[1][0].replacements == ("The",)
    assert hits("no-stop", PARAGRAPH + "market")[1][0].replacements == ("market.",)
    assert hits("long", "One two three four five six seven eight nine ten eleven.")[1][
        0
    ].values == {"count": "11"}


def test_exempt():
    assert found("word-clash", "He is the of man.", exempt=["The Of"]) == []
    assert found("word-clash", "He is the a man.", exempt=["the of"]) == ["the a"]


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"problem": "odd"}, "problem"),
        ({"problem": "long"}, "words"),
        ({"problem": "long", "words": -1}, "words"),
        ({"problem": "long", "words": 0}, "words"),
        ({"problem": "long", "words": 2.5}, "words"),
        ({"problem": "bracket", "words": 3}, "words"),
        ({"problem": "unfinished"}, "texts"),
        ({"problem": "bracket", "texts": ["the of"]}, "texts"),
    ],
)
def test_wrong_parameters(params, field):
    with pytest.raises(RuleProblem) as error:
        sentence.plan(Rule("a/b/c", "sentence", "m", "warning", "grammar", params=params))
    assert error.value.field == field


ALL = sorted(sentence.PARAMETERS["problem"].choices)
PIECES = [
    "The",
    "the",
    "of",
    "it",
    "is",
    "was",
    "said",
    "as",
    "a",
    "China's",
    "27%",
    ",",
    ".",
    "?",
    '"',
    "(",
    ")",
    "\n\n",
    "ing",
    "Talking",
    "this year",
    "clear",
    "and",
    "Will be",
    "Such as",
    "--",
    "|",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_hits_lie_in_one_block(text):
    for problem in ALL:
        view, all_hits = hits(problem, text)
        for hit in all_hits:
            assert 0 <= hit.start < hit.end <= len(view.text)
            assert "\n" not in view.text[hit.start : hit.end]


@given(
    st.text(
        alphabet="()[] \N{FULLWIDTH LEFT PARENTHESIS}\N{FULLWIDTH RIGHT PARENTHESIS}x", max_size=30
    )
)
def test_a_text_whose_brackets_are_paired_is_silent(text):
    assert found("bracket", f"x ({text.translate(str.maketrans('', '', '()[]（）'))}) x") == []
