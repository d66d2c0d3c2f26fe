"""`repetition`: what is said twice, and the doubling that is good English."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.repetition_phrases import phrases
from mtcheck.engine.kind import RuleProblem
from mtcheck.engine.kinds import repetition
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text


def rule(problem, **params):
    return Rule(
        "a/b/c", "repetition", "m", "warning", "duplication", params={"problem": problem, **params}
    )


def hits(problem, text, **params):
    made = rule(problem, **params)
    plan = repetition.plan(made)
    view = View(read_text(text))
    positions = sorted(
        at
        for literal in plan.literals
        for at in range(len(view.low))
        if view.low.startswith(literal, at)
    )
    return view, list(repetition.check(made, plan)(view, positions))


def found(problem, text, **params):
    view, all_hits = hits(problem, text, **params)
    return [view.text[hit.start : hit.end] for hit in all_hits]


@pytest.mark.parametrize(
    ("problem", "text", "expected"),
    [
        ("small-word", "He saw the the man.", ["the the"]),
        ("small-word", "The the man left.", ["The the"]),
        ("small-word", "He saw the  the man.", ["the the"]),
        ("small-word", "He saw the\n\nthe man.", []),
        ("small-word", 'He saw "the" the man.', []),
        ("small-word", "The The played.", []),
        ("small-word", "He saw the the-man.", []),
        ("small-word", "What it is is a mess.", []),
        ("small-word", "Where it is is a mess is unknown, the road is is long.", ["is is"]),
        ("small-word", "The river river ran.", []),
        ("small-word", "It is an OR or AND gate; they met US us and US US.", []),
        ("small-word", "The OR OR gate.", []),
        ("small-word", "Where a country is is a matter of taste; a road is is long.", ["is is"]),
        ("small-word", "The ones I look at at the moment, and in in for for years.", ["in in"]),
        ("small-word", "They look at at the men.", ["at at"]),
        ("word", "The river river ran.", ["river river"]),
        ("word", "The River River ran.", ["River River"]),
        ("word", "The Yang Yang ran.", []),
        ("word", "The Chain Chain ran along a chain.", ["Chain Chain"]),
        ("word", "The saba saba march.", []),
        ("word", "The data data were lost.", ["data data"]),
        ("word", "It was 100 100 times.", []),
        ("word", "An x-ray x-ray was taken.", []),
        ("and", "The march and march of time.", ["march and march"]),
        ("and", "It was bent or bent.", ["bent or bent"]),
        ("and", "All work is well-made and well-made.", ["well-made and well-made"]),
        ("and", "It gets better and better, drier and drier.", []),
        ("and", "Steel and steel products are dear.", []),
        ("and", "A quiet and quiet hall.", ["quiet and quiet"]),
        (
            "and",
            "Of members and members who pay, plans and plans 2, entries and entries within.",
            [],
        ),
        ("and", "The march and march slowed.", ["march and march"]),
        ("and", "We ran, climbing climbing and climbing.", []),
        ("and", "Ruling and ruling and ruling.", []),
        ("and", "He saw the cat and cat.", []),
        ("and", "Each image and image family, seed and seed supply, seed and seed bed.", []),
        ("and", "The price and price actually fell.", ["price and price"]),
        ("and", "The old military and military firms; the poor and poor lands.", []),
        ("and", "It is a poor and poor land.", ["poor and poor"]),
        ("and", "So poor and poor lands.", ["poor and poor"]),
        (
            "and",
            "The Journal of Travel and Travel Trends, or of Rural and Rural Rays.",
            ["Rural and Rural"],
        ),
        ("and", "The Town Travel and Travel Office met.", ["Travel and Travel"]),
        ("of", "The verses of the verses of the hymn.", ["verses of the verses"]),
        ("of", "Shares of A shares fell; shares of a shares firm.", []),
        ("of", "The song of the song song.", []),
        ("of", "A friend of a friend, the head of the Head Office.", []),
        ("and", "The board and Board men met.", []),
        ("small-word", "It was lost but but for him.", []),
        ("to", "Strong to strong winds fell.", ["Strong to strong"]),
        ("to", "From strong to strong winds.", []),
        ("to", "They met heart to heart, wall to wall people.", []),
        ("list", "A calm, calm and warm day.", ["calm, calm"]),
        ("list", "A cat, cat and dog day for Rome, Rome and us.", []),
        ("list", "A warm, calm, calm day.", ["calm, calm"]),
        ("list", "Calm, calm, calm and calm.", []),
        ("list", "It was calm, calm seas.", []),
        ("list", "The warm, calm, calm, calm day.", []),
        ("list", "He was calm, calm, she said.", []),
        ("list", "In China, China and India.", []),
        (
            "name",
            "They held the National Trade Fair National last week in the town.",
            ["National Trade Fair National"],
        ),
        ("name", "They held the National Trade Fair National", []),
        ("word", "The River River\n\nIt rained.", []),
        ("name", "They met Juan Carlos Perez Juan last week in the town.", []),
        ("name", "National Trade Fair National Opens In Town On Monday.", []),
        ("plural", "They crossed the valley valleys.", ["valley valleys"]),
        ("plural", "They hiked in Valley Valleys.", ["Valley Valleys"]),
        ("plural", "They deal with plan plans.", ["plan plans"]),
        ("plural", "The patrol patrols the river.", []),
        ("plural", "The valley Valleys ran.", []),
        ("predicate", "The patrol patrols the river.", ["patrol patrols"]),
        ("predicate", "The announcement announced it.", ["announcement announced"]),
        ("predicate", "The supply supplied it.", ["supply supplied"]),
        ("predicate", "The passage passes it.", ["passage passes"]),
        ("predicate", "The teacher teaches, the farmer farms.", []),
        ("participle", "Of documents documented in May.", ["documents documented"]),
        ("participle", "Of changes changed in May.", ["changes changed"]),
        ("participle", "Of workers worked hard.", []),
        ("modifier", "It has a hopeful hope.", ["hopeful hope"]),
        ("modifier", "They want to punish punishments.", ["punish punishments"]),
        ("modifier", "A fenced fence ran.", ["fenced fence"]),
        ("modifier", "It was a regional rain.", []),
        ("phrase", "Read the new rules the new rules.", ["the new rules the new rules"]),
        ("phrase", "The crops the crops grew.", ["The crops the crops"]),
        ("phrase", "It will be will be late.", ["will be will be"]),
        ("phrase", "What will be will be.", []),
        ("phrase", "x" * 300 + " read the rules the rules.", ["the rules the rules"]),
        ("phrase", "It gets faster and faster and faster.", []),
        ("phrase", "The vote was as early as early June.", []),
        ("phrase", "Compare the file with the file with that name.", []),
        ("phrase", "Read the\n\nrules the rules.", []),
        ("phrase", "He saw the old-town old-town wall; x-rays rays x-rays rays-up.", []),
        ("phrase", "It went so so so so well.", []),
        ("phrase", "The Old Town Old Town wall.", []),
        ("phrase", "So it is so it is.", []),
        ("phrase", "They sang cold rain cold rain cold rain all day.", []),
        (
            "phrase-joined",
            "Of flood control and flood control.",
            ["flood control and flood control"],
        ),
        (
            "phrase-joined",
            "In flood control and flood control at home.",
            ["flood control and flood control"],
        ),
        ("phrase-joined", "Of flood control and flood control plans.", []),
        ("phrase-joined", "Of good wine and good wine of old.", []),
        ("phrase-joined", "Of good wine, and good wine in May.", []),
        ("phrase-joined", "He could go and he could go.", []),
        ("phrase-joined", "The more trouble and the more trouble.", []),
        ("phrase-joined", "Five years and five years.", []),
        ("phrase-joined", "Rio Grande and Rio Grande.", ["Rio Grande and Rio Grande"]),
        ("phrase-joined", "By the Rio Grande and the Rio Grande Valley.", []),
        ("phrase-joined", "Read page 5 and page 5.", []),
        ("phrase-listed", "There was heavy rain, heavy rain.", ["heavy rain, heavy rain"]),
        ("phrase-listed", "There was heavy rain, heavy rain that fell.", []),
        ("phrase-listed", "“There was heavy rain, heavy rain.”", []),
        ("phrase-listed", "It was a road, a road.", []),
        ("phrase-listed", "He could win, he could win.", []),
        ("phrase-listed", "Rain.", []),
    ],
)
def test_words(problem, text, expected):
    assert found(problem, text) == expected


LONG = "The two leaders met in the old town for the first time in years."
OTHER = "Nobody in the town had thought that they would ever come back."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG} {LONG}", [LONG]),
        (f"{LONG}\n\n{OTHER}\n\n{LONG} {OTHER}", [f"{LONG} {OTHER}"]),
        (f"{LONG}\n\n{OTHER}\n\n{LONG}\n\n{OTHER}", [LONG, OTHER]),
        (f"{LONG[:-1]}\n\n{LONG} It rained.", []),
        (f'{LONG} He said: "No." "{LONG}"', []),
        ("It rained. It rained.", []),
        ("Extraordinarily, incomprehensible misunderstandings. " * 2, []),
    ],
)
def test_sentences(text, expected):
    assert found("sentence", text) == expected


POST = "a member of the council of the old town"
CLAUSE = "when the bridge over the river was opened in May"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"He left, {CLAUSE}. She said that, {CLAUSE}, he left.", [CLAUSE]),
        (f"He left, {CLAUSE}. It rained. Then it blew. It snowed. She said, {CLAUSE}, no.", []),
        (f"He met Li, {POST}. Li, {POST}, left.", []),
        (f"{CLAUSE.capitalize()}. She left. {CLAUSE.capitalize()}.", []),
    ],
)
def test_clauses(text, expected):
    assert found("clause", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He heard views and opinions, opinions and views.",
            ["views and opinions", "opinions and views"],
        ),
        ("Previews and opinions, views and opinions' worth.", []),
        ("Views and opinions", ["Views and opinions"]),
    ],
)
def test_synonyms(text, expected):
    assert found("synonyms", text, pairs=["views opinions"]) == expected


def test_synonyms_offer_each_word():
    _, (hit,) = hits("synonyms", "Views and opinions", pairs=["views opinions"])
    assert hit.replacements == ("Views", "opinions")


def test_phrases_are_said_once():
    _, (hit,) = hits("phrase-joined", "Of flood control, and flood control.")
    assert hit.replacements == ("flood control",)
    assert found("phrase-joined", "Of calm seas or calm seas.", exempt=["calm seas"]) == []


@pytest.mark.parametrize(
    "unit", ["ab cd ", "abcd efgh and ", "a ", "ab, ab ", "abcd efgh ijkl mnop qrst "]
)
def test_the_work_on_phrases_grows_with_the_text(unit):
    def work(times):
        text = " ".join(f"{unit}x{i % 7}" if times % 2 else unit for i in range(times))
        made = View(read_text(text))
        calls = 0

        def count(frame, event, arg):
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            list(phrases(made, "phrase", frozenset()))
        finally:
            sys.setprofile(None)
        return calls

    assert work(4000) <= 2.5 * work(2000) + 200
    assert work(4001) <= 2.5 * work(2001) + 200


def test_only_and_exempt():
    assert found("list", "A calm, calm and warm day.", exempt=["calm"]) == []
    assert found("plural", "They crossed the valley valleys.", exempt=["valley"]) == []
    text = "The river river ran to to the sea sea."
    assert found("word", text, only=["River"]) == ["river river"]
    assert found("word", text, exempt=["river"]) == ["sea sea"]
    assert found("and", "It was calm and calm.", exempt=["calm and calm"]) == []
    assert (
        found(
            "synonyms",
            "Views and opinions",
            pairs=["views opinions"],
            exempt=["views and opinions"],
        )
        == []
    )


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"problem": "echo"}, "problem"),
        ({"problem": "synonyms"}, "pairs"),
        ({"problem": "word", "pairs": ["a b"]}, "pairs"),
        ({"problem": "synonyms", "pairs": ["views"]}, "pairs"),
    ],
)
def test_wrong_parameters(params, field):
    with pytest.raises(RuleProblem) as error:
        repetition.plan(Rule("a/b/c", "repetition", "m", "warning", "duplication", params=params))
    assert error.value.field == field


@given(st.sampled_from(["bridge", "market", "growth", "calm", "investigation", "heavy"]))
def test_a_word_doubled_is_found_wherever_it_stands(word):
    for text in (f"They saw the {word} {word}.", f"{word.capitalize()} {word} was seen."):
        view, (hit,) = hits("word", text)
        assert view.low[hit.start : hit.end] == f"{word} {word}"
        once = text[: hit.start] + hit.replacements[0] + text[hit.end :]
        assert once.lower().count(word) == 1


@given(st.text(alphabet="aA the,.\n\"()-'of and\N{LATIN SMALL LETTER E WITH ACUTE}", max_size=120))
def test_hits_lie_in_one_block(text):
    for problem in repetition.FINDERS:
        view, all_hits = hits(problem, text)
        for hit in all_hits:
            assert 0 <= hit.start < hit.end <= len(view.text)
            assert "\n" not in view.text[hit.start : hit.end]
