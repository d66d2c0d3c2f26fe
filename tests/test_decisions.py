"""Decisions are applied exactly, or not at all."""

import json

import pytest

from mtcheck.decisions import Decision, Decisions, digest_of, edits, parse
from mtcheck.errors import DecisionsError
from mtcheck.formats.plain import read_text
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

RAW = "\N{GRINNING FACE} The new crown\r\nand the first heart."


def corrected(raw: str, decided: Decisions) -> str:
    return apply_edits(raw, edits(read_text(raw), decided))[0]


def entry(text, action="accept", replacement="X", **more):
    start = RAW.index(text)
    return {
        "rule": "zh/x/y",
        "start": start,
        "end": start + len(text),
        "text": text,
        "action": action,
        "replacement": replacement,
        **more,
    }


def decisions(*entries, **more):
    tree = {
        "mtcheck": 1,
        "file": "a.txt",
        "sha256": digest_of(RAW),
        "decisions": list(entries),
        **more,
    }
    return json.dumps(tree)


def test_accepted_and_edited_ones_are_made_and_dismissed_ones_not():
    text = decisions(
        entry("first heart", "edit", "founding mission"),
        entry("new crown", replacement="COVID-19"),
        entry("The", "dismiss", "unused", reason="a name"),
    )
    parsed = parse(text, "d.json")
    assert parsed.decisions[2].reason == "a name"
    assert corrected(RAW, parsed) == RAW.replace("first heart", "founding mission").replace(
        "new crown", "COVID-19"
    )


def test_nothing_decided_changes_nothing():
    assert corrected(RAW, parse(decisions(), "d.json")) == RAW


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "d.json: this is no JSON"),
        ("[]", "no decisions of mtcheck"),
        ('{"mtcheck": 2}', "no decisions of mtcheck"),
        ('{"mtcheck": 1}', 'expected "sha256"'),
        ("[" * 100_000 + "]" * 100_000, "this is no JSON"),
        (decisions(mtcheck=True), "no decisions of mtcheck"),
        (decisions(sha256=1), 'expected "sha256"'),
        (decisions({"rule": "x"}), "decision 1: expected 'start' to be a whole number"),
        (decisions({**entry("The"), "start": True}), "expected 'start' to be a whole number"),
        (decisions({**entry("The"), "start": 0.0}), "expected 'start' to be a whole number"),
        (decisions({**entry("The"), "text": [[]]}), "expected 'text' to be a text"),
        (decisions("x"), "decision 1: expected a table of keys"),
        (decisions(entry("The", "agree")), "no action 'agree'; known are accept, edit, dismiss"),
        (decisions(entry("The", replacement="\ud800")), "needs a 'replacement'"),
        (decisions(entry("The", "edit", None)), "needs a 'replacement'"),
        (decisions({**entry("The"), "start": 9, "end": 3}), "no span goes from 9 to 3"),
    ],
)
def test_what_is_no_decisions_file(text, says):
    with pytest.raises(DecisionsError, match=says):
        parse(text, "d.json")


def test_a_changed_article_is_refused_and_the_first_change_named():
    parsed = parse(decisions(entry("new crown")), "d.json")
    with pytest.raises(DecisionsError, match="'new crown' no longer stands at 6"):
        corrected(RAW.replace("new", "old"), parsed)
    with pytest.raises(DecisionsError, match="its text has changed"):
        corrected(RAW + "!", parsed)


def test_two_replacements_of_the_same_words_are_refused():
    parsed = parse(decisions(entry("new crown"), entry("The new")), "d.json")
    with pytest.raises(DecisionsError, match="want the same words: 'The new'"):
        corrected(RAW, parsed)


@pytest.mark.parametrize("length", [0, 3])
def test_a_place_behind_the_end_is_refused(length):
    at = len(RAW) + 1
    forged = {**entry("The"), "start": at, "end": at + length, "text": ""}
    with pytest.raises(DecisionsError, match="behind the end of the article"):
        corrected(RAW, parse(decisions(forged), "d.json"))


def test_two_insertions_at_one_place_are_refused():
    here = {**entry("The"), "end": RAW.index("The"), "text": ""}
    with pytest.raises(DecisionsError, match="want the same words"):
        corrected(RAW, parse(decisions(here, here), "d.json"))


def test_what_no_finding_needs_is_left_alone():
    odd = {**entry("The", "dismiss"), "reason": {"a": [1]}, "more": None}
    parsed = parse(decisions(odd, file=[1], more=2), "d.json")
    assert (parsed.file, parsed.decisions[0].reason) == ("", None)


def test_a_forged_text_is_refused():
    parsed = parse(decisions({**entry("new crown"), "text": "old crown"}), "d.json")
    with pytest.raises(DecisionsError, match="stands 'new crown', not 'old crown'"):
        corrected(RAW, parsed)


def test_what_is_not_read_cannot_be_decided_about() -> None:
    raw = "<nav>bad</nav><p>bad <b>words</b>"
    text, offsets = apply_edits(
        raw,
        [Edit(Span(0, 17), ""), Edit(Span(21, 24), ""), Edit(Span(29, 33), "")],
    )
    document = Document(raw, text, offsets, (Block("paragraph", Span(0, 9)),))

    def decided(words: str, at: int) -> Decisions:
        span = Span(at, at + len(words))
        return Decisions("a", digest_of(raw), (Decision("r", span, words, "accept", "x"),))

    assert edits(document, decided("bad <b>words", 17)) == [Edit(Span(0, 9), "x")]
    for words, at in (("bad", 5), ("bad</nav><p>bad", 5)):
        with pytest.raises(DecisionsError, match="is not among what is read"):
            edits(document, decided(words, at))
