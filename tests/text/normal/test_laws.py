"""What is true of a normalization whatever the text."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.text.normal.change import Style
from mtcheck.text.normal.changes import MOST_PASSES, applied, changes, normalized
from mtcheck.text.normal.table import DEFAULT, EDITS
from mtcheck.text.offsets import Edit, OffsetMap
from mtcheck.text.span import Span
from text.normal.cases import KEPT, REPAIRED

SLIPS = sorted({piece for cases in REPAIRED.values() for case in cases for piece in case})
PIECES = [
    *SLIPS,
    *KEPT,
    *"ab ,.!?;:'\"()[]-|&%$5\n\r\t",
    "The ",
    "word",
    "\u0301",
    "\u738b",
    "\u0430",
]
PIECES += [c for slip in SLIPS for c in slip if not c.isascii()]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text(max_size=30))
STYLES = st.builds(
    Style,
    st.sampled_from(["keep", "straight", "curly"]),
    st.sampled_from(["keep", "american", "british"]),
    st.sampled_from(["keep", "lf", "crlf"]),
    st.sampled_from(["\n", " "]),
)
CHOICES = st.sampled_from([DEFAULT, EDITS]) | st.frozensets(st.sampled_from(sorted(EDITS)))
BARS = "\u4e28\u3163\u30fc"
"""Letters of Chinese, Korean and Japanese that stand for a bar or a dash."""
REWRITES = {"mojibake", "html-entity", "look-alike-letter"}
"""Edits of letters that were never meant."""


def words(text):
    """The letters and digits of a text, whatever their width, case and composition."""
    kept = "".join(
        c for c in text if (c.isalnum() or unicodedata.category(c)[0] == "M") and c not in BARS
    )
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold())
    return [str(unicodedata.decimal(c, c)) for c in folded if c.isalnum()]


@settings(max_examples=500, deadline=None)
@given(TEXTS, CHOICES, STYLES)
def test_twice_is_once(text, edits, style):
    once = normalized(text, edits, style)
    assert normalized(once, edits, style) == once


@settings(max_examples=500, deadline=None)
@given(TEXTS, STYLES)
def test_words_never_change(text, style):
    assert words(normalized(text, DEFAULT - REWRITES, style)) == words(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS, CHOICES, STYLES)
def test_changes_are_apart_and_really_change(text, edits, style):
    end = 0
    for change in changes(text, edits, style):
        assert end <= change.span.start <= change.span.end <= len(text)
        assert change.shown.covers(change.span)
        assert change.shown.end <= len(text)
        assert change.span.of(text) != change.text
        assert change.edit in edits
        end = change.span.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.data())
def test_a_span_there_and_back_is_covered(text, data):
    made = changes(text)
    offsets = OffsetMap.from_edits(len(text), [Edit(c.span, c.text) for c in made])
    assert offsets.new_length == len(applied(text, made))
    # What was inserted or deleted has nothing to map to; a span begins and ends with what stays.
    kept = [at for run in offsets.runs if run.verbatim for at in range(*run.old)]
    if kept:
        first, last = sorted(data.draw(st.tuples(st.sampled_from(kept), st.sampled_from(kept))))
        span = Span(first, last + 1)
        assert offsets.to_old(offsets.to_new(span)) == span


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_comes_out_is_nfc(text):
    assert unicodedata.is_normalized("NFC", normalized(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_few_passes_are_enough(text):
    seen = 0
    while (made := changes(text)) and seen < 2:
        text, seen = applied(text, made), seen + 1
    assert seen < 2 <= MOST_PASSES


def test_long_hostile_texts_take_linear_work():
    for piece in (
        " ,",
        "( ",
        "\u300c",
        "\u00ab",
        "`",
        "''",
        "&amp;",
        "\u00c3\u00a9",
        "e\u0301",
        "1,",
        "U. ",
        "\u3002",
        '"',
        "|",
        "\u0662",
    ):
        normalized(piece * 20_000)  # ends soon, or the run does not
