"""Which indefinite article words take: sound decides."""

import pytest

from mtcheck.text.articles import article_before


@pytest.mark.parametrize(
    ("words", "article"),
    [
        *((w, "a") for w in ("cat", "house", "historic", "one-off", "once-only", "European")),
        *((w, "a") for w in ("union", "unanimous vote", "user", "useful", "euro", "ewe", "usage")),
        *((w, "a") for w in ("7-day stay", "100 m", "1,200", "COVID-19", "BBC", "COLD DAY")),
        *((w, "an") for w in ("apple", "hour", "honest man", "heir", "unanswered call", "urn")),
        *((w, "an") for w in ("undue", "uninvited", "OECD", "AI", "8", "11th", "18-year-old")),
        *((w, "an") for w in ("“epidemic”", "80,000", "EARLY DAY", "umbrella")),
        *(
            (w, None)
            for w in ("NATO", "MP", "US firm", "x-ray", "a", "", "—", "1,800", "S. Korea", "UNHCR")
        ),
    ],
)
def test_article(words, article):
    assert article_before(words) == article
