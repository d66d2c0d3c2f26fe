"""What becomes of LanguageTool's matches: kept, dropped, judged by the word, folded into ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.engine.view import View
from mtcheck.engines.languagetool.match import Match
from mtcheck.engines.languagetool.names import shipped_names, words_of_names
from mtcheck.engines.languagetool.sieve import rule_id, sieve
from mtcheck.finding import CATEGORIES, Finding
from mtcheck.formats.file import File, Options
from mtcheck.formats.html import read
from mtcheck.formats.plain import read_text
from mtcheck.text.span import Span

SPELLER = "MORFOLOGIK_RULE_EN_US"


def match(text, found, new=(), rule=SPELLER, category="TYPOS", issue="misspelling", at=0):
    """LanguageTool's word about the first `found` in `text` from `at` on."""
    start = text.index(found, at)
    said = "Possible spelling mistake found." if rule == SPELLER else "Something is wrong here."
    return Match(start, start + len(found), rule, None, category, issue, said, "", tuple(new), None)


def sifted(text, *matches, ours=(), known=frozenset()):
    """Findings of a plain text."""
    return sieve(View(read_text(text)), matches, ours, lambda: known)


def read_html(page):
    """The document of a page."""
    (document,) = read(File("page.html", page.encode()), Options())
    return document


def ours(text, found, category, rule="any/test/rule"):
    """A finding of mtcheck's own."""
    start = text.index(found)
    return Finding(rule, Span(start, start + len(found)), "warning", category, "", found)


# text with the suspect in [brackets] | what LanguageTool suggests | what is offered (- nothing)
SPELLING = """
The [goverment] met on Monday. | government, governments | government
The [goverment's] plan failed. | government's | -
They [occured] here and there. | occurred, occurs | occurred
It fell in the [theoutcome] of this. | the outcome | the outcome
Sales went to [thethe] market. | the the | -
A [tailwater] pond was dug. | tail water, tailgater | -
The [centre] is closed now. | center | -
They [organised] a march. | organized | -
He eats [moyashi] daily. | Monash, moreish | -
He eats "[goverment]" daily. | government | -
The goverment met. Its [goverment] fell. | government | -
The [goverment] (a body) met. | government | -
Look at www.[goverment].example today. | government | -
Follow @[goverment] for this. | government | -
The [goverment]. | government | government
The [governmnt]'s plan failed. | government | -
In [tokyo] it rained. Tokyo is wet. | Tokyo, too | Tokyo
In [tokyo] it rained. | Tokyo, too | -
It fell on [friday] last. | Friday, Fridays | Friday
Its friday, [friday] again. | Friday | -
It is [siam] weed. | Siam, Sam | -
The [dpa] wrote so. | DPA, spa | -
A [Goverment] plan failed. | Government | Government
The [Horschem] choir sang. | Horsham, Hochheim | -
In Bejing and Beijing, near Beijing, [Bejing] grew. | Beijing | -
Near Beijing, in Beijing, old [Bejing] Tower fell. | Beijing | Beijing
Liu [Xianhua] met Xinhua and Xinhua. | Xinhua | -
The [GOVERMENT] met. | GOVERNMENT | -
The [iGoverment] met. | iGovernment | -
The [gov1rment] met. | government | -
The [правит] met. | prevent | -
"""


def rows(table):
    """Lines of a table, split at its bars."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("marked", "suggested", "offered"), rows(SPELLING))
def test_suspected_misspellings(marked, suggested, offered):
    at = marked.index("[")
    found = marked[at + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    findings = sifted(text, match(text, found, suggested.split(", "), at=at))
    expected = [] if offered == "-" else [tuple(offered.split(", "))]
    assert [f.replacements for f in findings] == expected
    for finding in findings:
        assert (finding.text, finding.category) == (found, "spelling")
        assert f"“{found}”" in finding.message
        assert f"“{offered}”" in finding.message


def test_names_that_are_known_are_spelled_right():
    text = "We met the goverment in Tyumen."
    said = match(text, "goverment", ["government"])
    assert sifted(text, said)
    assert not sifted(text, said, known=frozenset({"goverment"}))
    small = "We met them in tyumen."
    assert not sifted(small, match(small, "tyumen", ["Tyumen"]))
    assert sifted(small, match(small, "tyumen", ["Tyumen"]), known=frozenset({"tyumen"}))


def test_unknown_words_side_by_side_are_another_language():
    text = "He plays sepak takraw now, and the goverment knows."
    said = [match(text, w, [n]) for w, n in (("sepak", "speak"), ("takraw", "taka"))]
    assert sifted(text, said[0])
    assert not sifted(text, *said)
    assert sifted(text, *said, match(text, "goverment", ["government"]))


# text with the place in [brackets] | rule | category | issue | suggestions | kept as
RULES = """
They [is] here. | AGREEMENT_UNSEEN | GRAMMAR | grammar | are | grammar
They [is] here. | AGREEMENT_UNSEEN | GRAMMAR | grammar | | -
We go to [there] house. | THERE_UNSEEN | CONFUSED_WORDS | misspelling | their | spelling
A [very unique] thing. | VERY_UNSEEN | REDUNDANCY | style | unique | -
The [well known] man. | KNOWN_HYPHEN | COMPOUNDING | uncategorized | well-known | -
He left ["] then. | EN_UNPAIRED_QUOTES | PUNCTUATION | typographical | “ | -
Over [per cent] more. | PER_CENT | COMPOUNDING | uncategorized | percent | -
At [the weekend] it rained. | AT_THE_WEEKEND | BRITISH_ENGLISH | locale-violation | on the weekend | -
It[ ,] too. | COMMA_PARENTHESIS_WHITESPACE | TYPOGRAPHY | whitespace | , | whitespace
It[，，] too. | COMMA_PARENTHESIS_WHITESPACE | TYPOGRAPHY | whitespace | , | -
We [went went] there. | ENGLISH_WORD_REPEAT_RULE | MISC | duplication | went | duplication
We [it* it] there. | ENGLISH_WORD_REPEAT_RULE | MISC | duplication | it | -
Here [Lang Lang] plays. | ENGLISH_WORD_REPEAT_RULE | MISC | duplication | Lang | -
It is [very very] good. | ENGLISH_WORD_REPEAT_RULE | MISC | duplication | very | -
It has [a] hour. | EN_A_VS_AN | MISC | misspelling | an | grammar
[An] Jing said so. | EN_A_VS_AN | MISC | misspelling | A | -
He fell down.[This] is bad. | SENTENCE_WHITESPACE | TYPOGRAPHY | whitespace | _This | whitespace
In the J.[League] too. | SENTENCE_WHITESPACE | TYPOGRAPHY | whitespace | _League | -
Some [thing] is here. | BRAND_NEW_RULE | BRAND_NEW | grammar | what | -
Half [EN] here. | EN_DATE_WEEKDAY_CURRENTYEAR | SEMANTICS | inconsistency | 1 | -
"""


@pytest.mark.parametrize(("marked", "rule", "category", "issue", "suggested", "kept"), rows(RULES))
def test_rules_that_are_kept_and_dropped(marked, rule, category, issue, suggested, kept):
    at = marked.index("[")
    found = marked[at + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    new = [suggested.replace("_", " ")] if suggested else []
    findings = sifted(text, match(text, found, new, rule, category, issue, at))
    assert [f.category for f in findings] == ([] if kept == "-" else [kept])
    assert all(f.rule == f"languagetool/{rule.lower().replace('_', '-')}" for f in findings)


def test_what_a_rule_says_that_nobody_has_read_is_a_suggestion():
    text = "He say so."
    seen = {"rule": "HE_VERB_AGR", "category": "GRAMMAR", "issue": "grammar"}
    (finding,) = sifted(text, match(text, "say", ["says"], **seen))
    assert (finding.severity, finding.penalty) == ("warning", 1.0)
    (unread,) = sifted(text, match(text, "say", ["says"], **{**seen, "rule": "HE_UNSEEN"}))
    assert (unread.severity, unread.penalty) == ("suggestion", 0.0)


GRAMMAR = {"rule": "AGREEMENT_UNSEEN", "category": "GRAMMAR", "issue": "grammar"}


@pytest.mark.parametrize(
    ("found", "category", "is_folded"),
    [
        ("is", "grammar", True),
        ("is", "spelling", True),  # the very same words
        ("They is", "unidiomatic", True),
        ("They is", "punctuation", False),
        ("here", "grammar", False),
        ("They is here, and this goes on and on and on.", "grammar", True),
        ("They is here, and this goes on and on and on.", "style", False),
    ],
)
def test_what_mtcheck_says_already_is_not_said_again(found, category, is_folded):
    text = "They is here, and this goes on and on and on."
    said = match(text, "is", ["are"], **GRAMMAR)
    assert (not sifted(text, said, ours=[ours(text, found, category)])) == is_folded


def test_of_two_matches_for_the_same_words_one_remains():
    text = "They is here."
    first = match(text, "is", ["are"], **GRAMMAR)
    second = match(text, "They is", ["They are"], rule="OTHER_UNSEEN", category="GRAMMAR")
    assert len(sifted(text, first, second)) == 1
    assert len(sifted(text, first, first)) == 1


def test_at_most_three_replacements_none_of_which_is_the_text_or_breaks_the_line():
    text = "They is here."
    said = match(text, "is", ["is", "are", "are", "was\n", "were", "be", "been"], **GRAMMAR)
    (finding,) = sifted(text, said)
    assert finding.replacements == ("are", "were", "be")
    assert not finding.safe_fix


def test_messages_quote_the_words_and_are_not_endless():
    text = "They is\nhere."
    said = match(text, "is", ["are"], **GRAMMAR)
    (finding,) = sifted(text, said)
    assert finding.message == "“is”: Something is wrong here."
    (quoting,) = sifted(text, said._replace(message="Not  “is”,\nbut “are”."))
    assert quoting.message == "Not “is”, but “are”."
    (long,) = sifted(text, said._replace(message="is " * 500))
    assert len(long.message) == 300 + len("“is”: ")


def test_positions_are_of_the_raw_text():
    page = "<html><body><p>&#x1F600; “They&nbsp;<b>is</b>   here.”</p><p>Ok.</p></body></html>"
    document = read_html(page)
    text = document.text
    (finding,) = sieve(View(document), [match(text, "is", ["are"], **GRAMMAR)], ())
    assert page[finding.span.start : finding.span.end] == finding.text == "is"


@pytest.mark.parametrize(("start", "end"), [(-2, 7), (5, 99), (7, 5), (7, 7), (99, 100)])
def test_places_outside_the_text_are_no_findings(start, end):
    text = "They is here."
    said = match(text, "is", ["are"], **GRAMMAR)
    assert sifted(text, said)
    assert not sifted(text, said._replace(start=start, end=end))


def test_names_are_looked_up_only_when_it_matters():
    def known():
        raise AssertionError("asked")

    text = "The Horschem choir ate moyashi in the centre."
    words = (("Horschem", "Horsham"), ("moyashi", "Monash"), ("centre", "center"))
    view = View(read_text(text))
    assert not sieve(view, [match(text, word, [new]) for word, new in words], (), known)


def test_nothing_is_found_in_what_is_not_checked():
    document = read_html("<p>They <code>goverment</code> is.</p>")
    text = document.text
    said = match(text, "goverment", ["government"])
    assert not sieve(View(document), [said], (), frozenset)


def test_rule_ids_have_one_form():
    text = "They is here."
    assert rule_id(match(text, "is", rule="A_B__C_2")) == "languagetool/a-b--c-2"


def test_words_of_names_come_from_the_facts_and_wrong_renderings_are_none():
    names = shipped_names()
    assert {"tokyo", "reuters", "zelensky"} <= names
    assert all(name == name.lower() for name in names)
    assert words_of_names(()) == frozenset()


TEXT = "The goverment is here 😀 and it  occured , “they is” late. In tokyo we is is , too."
RULE_IDS = ("MORFOLOGIK_RULE_EN_US", "AGREEMENT_UNSEEN", "COMMA_PARENTHESIS_WHITESPACE")
MATCHES = st.builds(
    lambda ends, rule, new: Match(
        min(ends),
        max(ends),
        rule,
        None,
        "GRAMMAR",
        "grammar",
        "So.",
        "",
        tuple(new),
        None,
    ),
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))),
    st.sampled_from(RULE_IDS),
    st.lists(
        st.sampled_from(["are", "is", "", "a\nb", "government", "occurred", " ,"]), max_size=5
    ),
)


@given(st.lists(MATCHES, max_size=8), st.randoms(use_true_random=False))
def test_whatever_matches_say_findings_lie_on_the_text_in_order(matches, random):
    found = sifted(TEXT, *matches)
    assert found == sorted(found, key=lambda f: (f.span.start, f.span.end, f.rule))
    for finding in found:
        assert finding.text == TEXT[finding.span.start : finding.span.end] != ""
        assert 0 < len(finding.replacements) <= 3
        assert finding.text not in finding.replacements
        assert finding.category in CATEGORIES
        assert finding.severity != "error"
    assert sifted(TEXT, *matches, ours=found) == []
