"""What was measured of a rule, in one sentence that claims no more than was looked at."""

import pytest

from mtcheck.engine.evidence import Evidence


def evidence(rated=0, marked=0, rated_by_two=0, agreed=0, native=0.0):
    return Evidence(3, rated, marked, 0.2, rated_by_two, agreed, native, 1.0, 2.0)


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        (
            evidence(),
            "No finding lies in a translation that professionals rated; it fires 0 times per "
            "million words of original English.",
        ),
        (
            evidence(rated=4, marked=3, native=1.25),
            "A professional rater agreed with 3 of 4 findings; it fires 1.2 times per million "
            "words of original English.",
        ),
        (
            evidence(rated=4, marked=3, rated_by_two=2, agreed=1, native=12.0),
            "Two professional raters agreed with 1 of 2 findings; it fires 12 times per million "
            "words of original English.",
        ),
    ],
)
def test_in_words(measured, words):
    assert measured.in_words() == words
