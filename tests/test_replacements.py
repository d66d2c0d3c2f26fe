"""What is offered instead of a calque can stand where the calque stood: no "a economic", "the the"."""

import re

import pytest

from mtcheck.checker import check, shipped
from mtcheck.source import ANY_SOURCE
from mtcheck.text.articles import article_before

RULES = shipped()

_OWN = r"(?:an?|the|my|your|his|its|our|their)"
FAULTS = {
    "a word twice": r"(?!(?:that|had|in|on|so|very|long) )(?=[a-z])(\w+) \1",
    "two determiners": rf"{_OWN} (?:{_OWN}|this|that|these|those)",
    "he have": r"(?:he|she|it) (?:have|are|were|do|am)",
    "they was": r"(?:they|we) (?:was|has|is|does|am)|you (?:was|has|is|does)",
    "is are": r"(?:is|are|was|were) (?:is|are|was|were|be|has|have|had|do|does|did)",
    "has was": r"(?:has|have|had) (?:is|are|was|were|be|being|has|have|do|does|did)",
    "must is": r"(?:will|would|can|could|may|must|should|might|cannot|did not|does not|do not)"
    r" (?:is|are|was|were|been|being|has|had|did|does)",
    "to was": r"to (?:is|are|was|were|been|has|had|did|does|am)",
    "more better": r"(?:more|most) (?:more|most|better|best|worse)",
}
WORDS = {name: re.compile(rf"(?<![\w'-])(?:{row})(?![\w'-])", re.I) for name, row in FAULTS.items()}
MARKS = {
    "two spaces": re.compile(r"  "),
    "a space before a stop": re.compile(r" [,.;:!?)]"),
    "two stops": re.compile(r",,|;;|,[.;]|;,|(?<!\.)\.\.(?!\.)"),
}
ARTICLE = re.compile(r"(?<![\w'.-])(?:a|an|(?<![a-z] )An?)(?= \w)")
OPENS = re.compile(r"(?:^|[.!?] )[\"'“‘(]*$")


def faults(text):
    """Yield (name, start, end) of what no sentence has."""
    for name, row in (WORDS | MARKS).items():
        for match in row.finditer(text):
            yield name, match.start(), match.end()
    for match in ARTICLE.finditer(text):
        wanted = article_before(text[match.end() + 1 :])
        if wanted not in (None, match[0].lower()):
            yield f"{match[0]} for {wanted}", match.start(), match.end() + 2


def new_faults(text, start, end, words):
    """Yield the faults that `words` in place of text[start:end] bring along."""
    fixed = text[:start] + words + text[end:]
    old = {(name, text[a:b].lower()) for name, a, b in faults(text)}
    for name, a, b in faults(fixed):
        if b > start and a <= start + len(words) and (name, fixed[a:b].lower()) not in old:
            yield f"{name}: …{fixed[max(0, a - 20) : b + 20]}…"
    found = text[start:end]
    for opening, closing in ("()", "[]"):
        if found.count(opening) - found.count(closing) != words.count(opening) - words.count(
            closing
        ):
            yield f"unbalanced {opening}{closing}: {fixed}"
    if OPENS.search(text[:start]) and found[:1].isupper() and words[:1].islower():
        yield f"a small letter opens the sentence: {fixed}"


PHRASES = [rule for rule in RULES.rules if rule.kind == "phrase" and rule.suggest]


@pytest.mark.parametrize("area", sorted({rule.id.partition("/")[0] for rule in PHRASES}))
def test_every_first_suggestion_fits_its_place_in_every_example(area):
    wrong = [
        f"{rule.id}: “{found.text}” → “{found.replacements[0]}”: {fault}"
        for rule in PHRASES
        if rule.id.startswith(f"{area}/")
        for example in RULES.docs[rule.id].bad
        for found in check(example.text, RULES.select(only=[rule.id]), source=ANY_SOURCE)
        for fault in (
            new_faults(example.text, *found.span, found.replacements[0])
            if found.replacements
            else ()
        )
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        ("It is a <x>.", "epidemic", "a for an"),
        ("He met the <x>.", "the mayor", "two determiners"),
        ("A part of <x>.", "of it", "a word twice"),
        ("They <x>.", "was there", "they was"),
        ("He is <x>.", "are", "is are"),
        ("He <x>, and slept.", "ran,", "two stops"),
        ("He ran (<x> in May).", "here)", "unbalanced ()"),
        ("<X> came.", "it", "a small letter opens the sentence"),
        ("He ran <x>, and slept.", "", "a space before a stop"),
    ],
)
def test_a_fault_is_seen(text, words, says):
    start = text.index("<")
    plain = text.replace("<", "").replace(">", "")
    assert any(f.startswith(says) for f in new_faults(plain, start, start + 1, words))
    assert not list(new_faults(plain, start, start + 1, plain[start : start + 1]))
