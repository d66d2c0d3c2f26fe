"""Kind `names`: what a name is, and one thing under several names in one text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.analysis.name_families import _FIRST_NAMES, _SURNAMES
from mtcheck.engine.analysis.name_people import people_by_sound, spellings_of
from mtcheck.engine.analysis.name_sounds import (
    is_open_syllables,
    same_length_of_vowels,
    sound,
)
from mtcheck.engine.analysis.name_writings import difference
from mtcheck.engine.kind import Hit, RuleProblem
from mtcheck.engine.kinds import names
from mtcheck.engine.packs import load, shipped_rules
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

FACTS_PACKS = load([shipped_rules() / "facts", shipped_rules() / "any" / "names.yaml"])
COUNTRIES = {"Norland": ["Norlandic", "Norlo"], "Sudland": ["Sudlandic"], "China": ["Chinese"]}


def view(text: str) -> View:
    return View(read_text(text))


def make(problem: str, **params: object) -> Rule:
    return Rule("x/y/z", "names", "m", "warning", "entity", params={"problem": problem, **params})


def run(text: str, problem: str, **params: object) -> list[tuple[str, Hit]]:
    rule = make(problem, **params)
    plan = names.plan(rule)
    shown = view(text)
    places = [
        i for i in range(len(shown.low)) if plan.literals and shown.low.startswith(plan.literals, i)
    ]
    found = sorted(names.check(rule, plan)(shown, places), key=lambda hit: hit.start)
    return [(shown.exact[hit.start : hit.end], hit) for hit in found]


def marked(text: str, problem: str, **params: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(words, hit.replacements) for words, hit in run(text, problem, **params)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday President Ana Torv met Ute.", ["Ana Torv", "Ute"]),
        ("Meanwhile the University of Warsaw closed.", ["University of Warsaw"]),
        ("The Minister of Finance of Japan resigned.", ["Finance", "Japan"]),
        ("He met Secretary of State Mike Dunn there.", ["Mike Dunn"]),
        (
            "Ludwig van Hoven and Charles de la Tour left.",
            ["Ludwig van Hoven", "Charles de la Tour"],
        ),
        ("George W. Lund ate in St. Moritz.", ["George W. Lund", "Moritz"]),
        ("It is Norland's fault, says O'Brien of the FBI.", ["Norland", "O'Brien"]),
        ("Rain fell. Rain is wet. Officials left.", []),
        ("He saw Torv. Torv waved.", ["Torv", "Torv"]),
        ("Seeing Lund leave, we left with Lund.", ["Lund", "Lund"]),
        ("the pro-Norland party and iPhone users", []),
        ("“Kovac left,” she said of Kovac.", ["Kovac", "Kovac"]),
        ("He met Minister President there. General Motors met ANNA KOVAC.", ["General Motors"]),
        (
            "Meeting Anna we met Anna. In the Black Sea. One of the Kovacs left.",
            ["Anna", "Anna", "Black Sea", "Kovacs"],
        ),
        ("The cat of Le Kovac.", ["Le Kovac"]),
        ("He met the Bank of Norland on Monday.", ["Bank of Norland"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert [name for name, _, _ in names.names_of(view(text))] == found


def test_headline_of_capitals_gives_names_known_from_the_text() -> None:
    text = "Anna Kovac Visits Three Farms in Spring\nIn spring, Anna Kovac went out to see farms."
    assert [name for name, _, _ in names.names_of(view(text))] == ["Anna Kovac", "Anna Kovac"]


def test_code_has_no_names() -> None:

    from mtcheck.text.document import Block
    from mtcheck.text.span import Span

    doc = read_text("He met Anna Kovac at noon")
    assert names.names_of(View(doc))
    assert not names.names_of(View(doc._replace(blocks=(Block("code", Span(0, len(doc.text))),))))


WORDS = st.sampled_from(
    [
        *("Anna", "Kovac", "Kovacs", "the", "of", "for", "The", "met", "In.", "University"),
        *('"Minister', "St.", "J.", "(RT)", "de", "\n", "and", "Le", "Maire's", "Kovač"),
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_names_stand_where_they_say(words: list[str]) -> None:
    shown = view(" ".join(words))
    found = names.names_of(shown)
    assert all(shown.text[start:end] == name for name, start, end in found)
    assert all(a[2] <= b[1] for a, b in pairwise(found))
    for variants in names.variants_of(shown):
        for places in (variants.main, *variants.others):
            assert all(shown.text[start:end] == places.text for start, end in places.spans)
        assert all(len(o.spans) <= len(variants.main.spans) for o in variants.others)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Valery Zaluzhny spoke. We asked Zaluzhnyi about Zaluzhny.",
            [("Zaluzhnyi", ("Zaluzhny",))],
        ),
        ("We saw Sergei Ganin and Sergey Ganin.", [("Sergey", ("Sergei",))]),
        ("We saw Bruno Le Maire; Lemaire left; Le Maire sat.", []),
        ("We like Netbase, NetBase and Netbase.", []),
        ("We like NOrland, NOrland and Norland.", [("NOrland", ("Norland",))] * 2),
        ("We saw Mcdonald, Mcdonald and McDonald.", [("Mcdonald", ("McDonald",))] * 2),
        ("We saw Northeastern University, then Northwestern University.", []),
        ("We saw Zaluzhny, or Zaluzhnyi, and Lund (spelled Lunnd).", []),
        ("We saw Stephen, then Steven; Clarke, then Mr Clark.", []),
        ("We saw Stephen Lund, then Steven Lund.", [("Steven", ("Stephen",))]),
        (
            "The Stena Impero and the Stanna Imperro.",
            [("Stanna", ("Stena",)), ("Imperro", ("Impero",))],
        ),
        ("From Beijing to Bejing and Beijing.", [("Bejing", ("Beijing",))]),
        ("We saw Ohtani, Otani and Ohtani.", [("Otani", ("Ohtani",))]),
        ("From Hümmel via Hummel to Hümmel.", [("Hummel", ("Hümmel",))]),
        ("We saw Kofman, Kauffman, Kofman.", []),
        ("We met Neil Clarkson and John Clarksen.", []),
        ("From Hebei via Hubei to Jiangsu and Jiangxi.", []),
        ("We met Takeshi, then Takashi.", []),
        ("We saw Kenya, Kenyan Kenyans and Israel, Israeli, Israelis.", []),
        ("We met Pavel Ivanov, Anna Ivanova and Ivanova's Ivanov.", []),
        ("The Angels left Los Angeles.", []),
        ("We saw a Ka-52M and a Ka-52 helicopter near Ka-52.", []),
        ("They came to Kov-Norland, KOV-NORLAND and Kov-Norland.", []),
        ("They saw Sho Torvald and Sho TORVALD.", []),
        ("They saw Ann McDonald and Jan Mcdonald.", []),
        ("The Russia-Ukraine and the Russo-Ukraine camps.", []),
    ],
)
def test_spellings(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "spellings") == found


def test_known_names_are_right_and_two_of_them_are_two() -> None:
    text = "We saw Bejing, then Bejing and Beijing; we saw Turing and Touring."
    assert marked(text, "spellings", known=["Beijing", "Turing", "Touring"]) == [
        ("Bejing", ("Beijing",)),
        ("Bejing", ("Beijing",)),
    ]
    assert [words for words, _ in marked(text, "spellings")] == ["Beijing", "Touring"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw Bruno Le Maire; Lemaire left; Le Maire sat.", [("Lemaire", ("Le Maire",))]),
        ("We saw Al-Lund Kim; Al Lund Kim sat.", [("Al Lund", ("Al-Lund",))]),
        ("We saw Norlander, then Norlandir, then NorLander.", []),
    ],
)
def test_joints(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "joints") == found


@pytest.mark.parametrize(
    ("main", "other", "what"),
    [
        ("Legend", "LeGend", "capitals"),
        ("Norland", "NOrland", "slip"),
        ("NOrland", "Norland", "capitals"),
        ("McDonald", "Mcdonald", "slip"),
        ("Jong Un", "Jong-un", "joints"),
        ("Chang'an", "Changan", "joints"),
        ("Weili", "Wei Li", "parted"),
        ("Lemaire", "Le Maire", "joints"),
        ("Wei-li", "Wei Li", "joints"),
        ("Vietnam", "Viet Nam", "joints"),
        ("Zaluzhny", "Zaluzhnyi", "letters"),
    ],
)
def test_difference(main: str, other: str, what: str) -> None:
    assert difference(main, other) == what


def test_families_are_apart() -> None:
    words = [name for line in (_FIRST_NAMES + _SURNAMES).split("\n") for name in line.split()]
    assert len(words) == len(set(words))
    assert all(name.isascii() and name.islower() for name in words)


def test_variants_name_the_commonest_first() -> None:
    (variants,) = names.variants_of(
        view("So Zaluzhnyi and Zaluzhny met Zaluzhny, who saw Zaluzhniy.")
    )
    assert variants.main.text == "Zaluzhny"
    assert [places.text for places in variants.others] == ["Zaluzhnyi", "Zaluzhniy"]


def test_time_is_linear_in_distinct_names() -> None:
    many = " and ".join(
        f"saw Kov{'aeiou'[i % 5]}{'aeiou'[i // 5 % 5]}tsch{i}x" for i in range(2000)
    )
    assert names.variants_of(view(many)) == []


def test_flipped() -> None:
    text = "We saw Nakajima Shoya, Nakajima Shoya and Shoya Nakajima."
    assert marked(text, "flipped") == [("Shoya Nakajima", ("Nakajima Shoya",))]
    assert marked("We saw Shoya, then Nakajima Shoya, in Shoya Street.", "flipped") == []


@pytest.mark.parametrize(
    "text",
    [
        "We read the ECHO LIVERPOOL and the LIVERPOOL ECHO, and the LIVERPOOL ECHO again.",
        "Kim Lundar, or Lundar Kim as we say, met us. So Kim Lundar and Kim Lundar ate.",
        "It is in Norland NEW here, the NEW Norland and so the NEW Norland.",
        "It is in China New here. The New China rose, and the New China fell.",
    ],
)
def test_what_is_shouted_or_everyday_is_not_flipped(text: str) -> None:
    assert marked(text, "flipped") == []


def test_renderings() -> None:
    text = "The Kovac Safety Bureau met. So the Kovac Safety Office met the Kovac Safety Bureau."
    assert marked(text, "renderings") == [("Kovac Safety Office", ("Kovac Safety Bureau",))]
    assert marked("The Kovac Town Council and the Kovac Town Bank met.", "renderings") == []
    assert marked("We saw Hong Kong College and Hong Kong University.", "renderings") == []


def test_unions_of_two_countries() -> None:
    official = {
        "Joint State of Norland": {
            "pair": ["Norland", "Sudland"],
            "head": "Union State",
            "wrong": ["Federation"],
        }
    }
    tables = {"countries": COUNTRIES, "official": official}
    alone = "We saw the Norland-Sudland Federation there."
    assert marked(alone, "unions", **tables) == [
        ("Norland-Sudland Federation", ("Joint State of Norland",))
    ]
    assert marked("We met Anna at the Norland-Sudland Bridge.", "unions", **tables) == []
    alliance = "We saw the Norlandic-Sudlandic Alliance there."
    assert marked(alliance, "unions", **tables) == []
    both = "The “Norland-Sudland Union State”, or the Norlandic–Sudlandic Alliance, met."
    assert [words for words, _ in marked(both, "unions", **tables)] == [
        "Norlandic–Sudlandic Alliance"
    ]
    unknown = "The China-Norland League met; so the China-Norland League and a China-Norland Union."
    assert marked(unknown, "unions", **tables) == [
        ("China-Norland Union", ("China-Norland League",))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "the Norlo-Sudland war",
            [("Norlo-Sudland", ("Norland-Sudland", "Norlo-Sudlandic"))],
        ),
        (
            "a Norland-Sudlandic bridge",
            [("Norland-Sudlandic", ("Norland-Sudland", "Norlandic-Sudlandic"))],
        ),
        ("the Norlandic-Sudlandic and the Norland-Sudland war", []),
        ("the Norlandic-Norland quarrel, Norlandic-Speak", []),
        ("the Norlandic-Sudland Steam Ship Line", []),
    ],
)
def test_mixed_pairs(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "mixed-pairs", countries=COUNTRIES) == found


def test_pairs_that_are_kept() -> None:
    tables = {"countries": COUNTRIES, "keep": ["Norlandic-Sudland"]}
    assert marked("the Norlandic–Sudland war", "mixed-pairs", **tables) == []


def test_sino_is_used_before_both() -> None:
    countries = {"China": ["Chinese", "Sino"], "Norland": ["Norlandic"]}
    assert marked("the Sino-Norland talks", "mixed-pairs", countries=countries) == []


def test_pair_forms() -> None:
    tables = {"countries": COUNTRIES}
    text = "The Norlo-Sudlandic war and the Norland-Sudland war; a Norland-Sudland bridge."
    assert marked(text, "pair-forms", **tables) == [("Norland-Sudland", ("Norlo-Sudlandic",))]
    turned = "The Norland-Sudland war and the Sudland-Norland war."
    assert marked(turned, "pair-forms", **tables) == []
    assert marked("The Norland–Rain war, a Norland-Norlandic war.", "pair-forms", **tables) == []
    bodies = "The Norland-Sudland Union and the Norlandic-Sudlandic Union."
    assert marked(bodies, "pair-forms", **tables) == []


PLACES = {"Kyiv": ["Kiev"], "Beijing": ["Peking"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From Kyiv to Kyiv and Kiev.", [("Kiev", ("Kyiv",))]),
        ("From Kiev to Kiev and Kyiv.", [("Kyiv", ("Kiev",))]),
        ("From Kyiv to Kiev.", [("Kiev", ("Kyiv",))]),
        ("From Kiev to Kiev.", []),
        ("From Beijing to the Peking Opera House.", []),
        ("From Beijing to Peking duck.", []),
        ("Kyiv (Kiev) and Kyiv, formerly Kiev, or Kyiv/Kiev.", []),
        ("In Kiev, as Kyiv was then known, he met us; so Kiev, now Kyiv, rose.", []),
        (
            "Peking became Beijing in one style; the name of Kiev, now quiet, is Kyiv.",
            [("Kiev", ("Kyiv",))],
        ),
        ("The University of Peking is in Beijing.", []),
        ("From Kyiv to anti-Kiev, kiev and Kievan.", []),
    ],
)
def test_old_and_new(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "old-and-new", places=PLACES, keep=["Peking duck"]) == found


OFFICES = ["commander-in-chief", "prime minister", "minister"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Jan, Commander-in-Chief of the Fleet, met the commander-in-chief of the Fleet.",
            [("commander-in-chief", ("Commander-in-Chief",))],
        ),
        (
            "She is commander in chief of the Fleet, not commander-in-chief of the Fleet.",
            [("commander-in-chief", ("commander in chief",))],
        ),
        (
            "Jan, Prime Minister of Oz, was prime minister of Oz.",
            [("prime minister", ("Prime Minister",))],
        ),
        ("Jan is prime minister of Oz. Prime Minister of Oz he stays.", []),
        ("So Prime Minister of Oz Jan Kovac met the prime minister of Oz.", []),
        ("Jan, Minister of Oz, met the minister of Ur, a vice-minister of Oz.", []),
        ("Jan, Prime Minister, met the prime minister.", []),
    ],
)
def test_capitals_of_offices(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "capitals", titles=OFFICES) == found


def test_office_before_its_holder() -> None:
    text = "Jan Zal, Commander-in-Chief of the Fleet, left. So the commander-in-chief of the Fleet Zal left."
    assert marked(text, "capitals", titles=OFFICES) == [
        ("commander-in-chief", ("Commander-in-Chief",))
    ]


NEAR = {"near": {"Malaysia": ["Malta", "Malawi"]}, "strange": {"Malaysia": ["Malawi"]}}
MANY = "Malaysia sings. Malaysia eats. Malaysia sleeps. Malaysia works."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{MANY} We went to Malta.", [("Malta", ("Malaysia",))]),
        (f"{MANY} We went to Malawi.", [("Malawi", ("Malaysia",))]),
        (f"{MANY} We went from Malaysia to Malta.", []),
        ("Malaysia sings. Malaysia eats. We went to Malta.", []),
        (f"{MANY} Malta. Malta. Malta.", []),
        (
            "Malawi sings. Malawi eats. Malawi works. In Malaysia. To Malaysia.",
            [("Malaysia", ("Malawi",)), ("Malaysia", ("Malawi",))],
        ),
        ("Malawi sings. We go to Malaysia.", []),
    ],
)
def test_near_countries(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "near-countries", **NEAR) == found


READING = {
    "topics": ["Vietnam"],
    "counter": ["China", "Chinese"],
    "surnames": {"Ruan": "Nguyen", "Chen": "Tran"},
}


def test_foreign_reading() -> None:
    about = "Vietnam sings. Vietnam eats, and Vietnam sleeps."
    ((words, hit),) = run(
        f"{about} So Mr Ruan Dezhong of Vietnam said.", "foreign-reading", **READING
    )
    assert words == "Ruan Dezhong"
    assert hit.values == {"surname": "Nguyen", "given": "Dezhong"}
    assert not run(f"{about} So Mr Wang Dezhong and Chen Smith.", "foreign-reading", **READING)
    assert not run("Vietnam. We met Ruan Dezhong.", "foreign-reading", **READING)
    china = "China, Chinese, China and China."
    assert not run(f"{about} {china} We met Ruan Dezhong.", "foreign-reading", **READING)
    far = "word " * 100
    assert not run(f"{about} {far} We met Ruan Dezhong.", "foreign-reading", **READING)


PEOPLE = {
    "people": {
        "politician": ["Antony/Tony Blinken", "Bruno Le|Maire", "Fumio Kishida", "José Núñez"]
    }
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Anthony Blinkin there.", [("Anthony Blinkin", ("Antony Blinken",))]),
        ("We met Bruno Lemaire there.", [("Bruno Lemaire", ("Bruno Le Maire",))]),
        ("We met Fumio Kishidaa there.", [("Fumio Kishidaa", ("Fumio Kishida",))]),
        ("We met Tony Blinken, Bruno Le Maire and Fumio Kishida.", []),
        ("We met Fumio Kashida and Fumia Kishida.", []),
        ("We met ANTHONY BLINKIN and Blinkin.", []),
        ("We met José Núñez, or Jose Nunez.", []),
        ("We met Toni Blinkenberg and Bruno Maier.", []),
    ],
)
def test_public_figures(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked(text, "public-figures", **PEOPLE) == found


def test_two_people_of_one_sound_keep_their_spellings() -> None:
    people = people_by_sound(["Vladimir Zelensky", "Vladimir Zelinsky"])
    assert people == {
        "fldmr slnsk": ("Vladimir Zelensky", frozenset({"Vladimir Zelensky", "Vladimir Zelinsky"}))
    }


UNION = {"pair": ["Norland", "Sudland"], "head": "Union", "wrong": ["Bloc"]}


@pytest.mark.parametrize(
    ("problem", "params", "field"),
    [
        ("unions", {}, "problem"),
        ("old-and-new", {"places": {"Kyiv": "Kiev"}}, "places"),
        ("old-and-new", {"places": ["Kyiv"]}, "places"),
        ("old-and-new", {"places": {"Kyiv": [["Kiev"]]}}, "places"),
        ("unions", {"countries": {"Norland": []}}, "countries"),
        ("unions", {"countries": {"Norland": {"a": "b"}}}, "countries"),
        ("unions", {"countries": COUNTRIES, "official": {"X": ["Y"]}}, "official"),
        ("unions", {"countries": COUNTRIES, "official": {"X": UNION | {"pair": "AB"}}}, "official"),
        (
            "unions",
            {"countries": COUNTRIES, "official": {"X": UNION | {"pair": ["A"]}}},
            "official",
        ),
        ("unions", {"countries": COUNTRIES, "official": {"X": UNION | {"head": []}}}, "official"),
        ("unions", {"countries": COUNTRIES, "official": {"X": UNION | {"tail": "x"}}}, "official"),
        ("public-figures", {"people": {"king": ["Olav"]}}, "people"),
        ("public-figures", {"people": {"king": [["Olav Norl"]]}}, "people"),
        ("foreign-reading", {"topics": ["x"], "surnames": {"Ruan": ["Nguyen"]}}, "surnames"),
        ("official-names", {}, "problem"),
        ("official-names", {"entities": {"body": {"see": "x", "names": ["A B"]}}}, "entities"),
    ],
)
def test_bad_tables_are_refused(problem: str, params: dict[str, object], field: str) -> None:
    with pytest.raises(RuleProblem) as error:
        names.plan(make(problem, **params))
    assert error.value.field == field


def test_sounds() -> None:
    assert sound("Zelenskyy") == sound("Zelenskiy") == "slnsk"
    assert sound("Impero") == sound("Empire")
    assert sound("Hümmel") == sound("Humel")
    assert [is_open_syllables(name) for name in ("Takahashi", "Kofman")] == [True, False]
    assert same_length_of_vowels("Ohtani", "Otani")
    assert not same_length_of_vowels("Otani", "Utani")


def test_known_names() -> None:
    other = Rule("x/y/z", "phrase", "m", "error", "entity")
    known = names.known_names([other, *FACTS_PACKS.rules])
    assert known["Iskander"] == "short-range ballistic missile"
    assert known["ISW"] == "Institute for the Study of War"
    assert known["Institute for the Study of War"] == "think tank or organisation"
    assert known["Belarus"] == "country"
    assert known["Belarusian"] == "Belarus"
    assert known["Kiev"] == "now usually Kyiv"
    assert known["Ursula von der Leyen"] == "European politician"


PUBLIC = [r for r in FACTS_PACKS.rules if r.params.get("problem") == "public-figures"]


@pytest.mark.parametrize("rule", PUBLIC, ids=lambda rule: rule.id)
def test_every_public_figure_is_spelled_right(rule: Rule) -> None:
    check = names.check(rule, names.plan(rule))
    for entries in rule.params["people"].values():
        for entry in entries:
            for name in spellings_of(entry):
                assert not list(check(view(f"Yesterday we met {name} there."), [])), name
