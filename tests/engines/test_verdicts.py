"""The tables of rules: what figures decide, and what is decided without them."""

from fnmatch import fnmatchcase

import pytest

from mtcheck.engines.languagetool.families import (
    BY_CATEGORY,
    BY_ID,
    DROP,
    KEEP,
    NAME,
    READ,
    family,
)
from mtcheck.engines.languagetool.verdicts import Figures, decide
from mtcheck.finding import CATEGORIES
from repository import ROOT

TABLE = (ROOT / "src/mtcheck/engines/languagetool/rules.tsv").read_text("utf-8").splitlines()
PAGE = (ROOT / "docs/languagetool-rules.md").read_text("utf-8")
ROWS = [line.split("\t") for line in TABLE[1:]]
GRAMMAR = family("UNSEEN", "GRAMMAR", "grammar")
PUNCTUATION = family("UNSEEN", "PUNCTUATION", "typographical")


@pytest.mark.parametrize("of", [*BY_ID, *BY_CATEGORY], ids=lambda of: of.pattern)
def test_a_family_is_what_findings_can_be(of):
    assert of.category in CATEGORIES
    assert of.verdict in (KEEP, DROP, NAME)
    assert of.severity in ("warning", "suggestion")
    assert of.reason


def test_no_family_is_hidden_by_an_earlier_one():
    for table in (BY_ID, BY_CATEGORY):
        patterns = [of.pattern for of in table]
        for at, pattern in enumerate(patterns):
            name = pattern.replace("*", "X")
            first = next(i for i, other in enumerate(patterns) if fnmatchcase(name, other))
            assert first == at, pattern


@pytest.mark.parametrize(
    ("figures", "of", "verdict"),
    [
        (Figures(), GRAMMAR, KEEP),
        (Figures(), PUNCTUATION, DROP),
        (Figures(rated=20, agreed=10, chance=4.0), GRAMMAR, KEEP),
        (Figures(rated=20, agreed=9, chance=4.0), GRAMMAR, DROP),
        (Figures(rated=20, agreed=10, chance=4.0), PUNCTUATION, KEEP),
        (Figures(rated=4, agreed=0, chance=1.0), GRAMMAR, KEEP),
        (Figures(rated=5, agreed=2, chance=0.5), GRAMMAR, KEEP),
        (Figures(rated=5, agreed=2, chance=0.5), PUNCTUATION, DROP),
        (Figures(seen=3, native=0.5, machine=0.4), GRAMMAR, DROP),
        (Figures(seen=2, native=0.5, machine=0.4), GRAMMAR, KEEP),
        (Figures(seen=3, native=0.5, machine=0.6), GRAMMAR, KEEP),
        (Figures(20, 20, 4.0, seen=30, native=2.1, machine=9.0), GRAMMAR, DROP),
        (Figures(20, 20, 4.0, seen=30, native=2.1, machine=9.0), BY_ID[0], NAME),
    ],
)
def test_figures_decide(figures, of, verdict):
    assert decide(figures, of)[0] == verdict


def test_the_issue_type_says_more_than_the_category():
    assert family("UNSEEN", "MISC", "duplication").category == "duplication"
    assert family("UNSEEN", "TYPOGRAPHY", "whitespace").category == "whitespace"
    assert family("UNSEEN", "GRAMMAR", "style").severity == "suggestion"
    assert family("UNSEEN", "NEVER_HEARD_OF", "grammar").verdict == DROP


def test_the_table_says_what_its_figures_decide():
    assert len(ROWS) > 400
    for rule, verdict, category, reason, *values in ROWS:
        assert len(values) == 2 * len(Figures._fields)
        rated, agreed, chance, seen, *rates = map(float, values[: len(Figures._fields)])
        figures = Figures(int(rated), int(agreed), chance, int(seen), *rates)
        assert decide(figures, family(rule, category, "")) == (verdict, reason), rule


def test_the_page_shows_the_table():
    kept = [row[0] for row in ROWS if row[1] != DROP]
    assert all(f"\n| {rule} | " in PAGE for rule in kept)
    assert all(f"\n| `{of.pattern}` | {of.verdict} | " in PAGE for of in (*BY_ID, *BY_CATEGORY))


def test_rules_that_were_read_fired_on_the_bench():
    assert {row[0] for row in ROWS} >= READ
