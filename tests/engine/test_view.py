"""The view: three strings with one set of coordinates, and the way back to the raw text."""

from hypothesis import example, given
from hypothesis import strategies as st

from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text

texts = st.text(
    alphabet="ab. \n\r\t\N{NO-BREAK SPACE}\N{LEFT DOUBLE QUOTATION MARK}\"'\N{GRINNING FACE}"
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}A\N{ZERO WIDTH NO-BREAK SPACE}",
    max_size=60,
)


@given(texts)
def test_the_three_strings_are_aligned(text):
    view = View(read_text(text))
    assert len(view.exact) == len(view.text) == len(view.low)
    assert view.text.lower() == view.low or "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" in text


@given(texts)
def test_no_line_feed_inside_a_block_and_one_between_two(text):
    view = View(read_text(text))
    for _, start, end in view.blocks:
        assert "\n" not in view.exact[start:end]
    for (_, _, end), (_, start, _) in zip(view.blocks, view.blocks[1:], strict=False):
        assert view.exact[end:start] == "\n"


@given(texts, st.data())
def test_a_place_in_the_view_is_a_place_in_the_raw_text(text, data):
    view = View(read_text(text))
    for _, start, end in view.blocks:
        a = data.draw(st.integers(start, end - 1))
        raw = view.raw_span(a, a + 1).of(text)
        assert raw == view.exact[a] or (raw.isspace() and view.exact[a] == " ")


@given(texts)
@example("A'.A\ra")
def test_sentences_lie_in_blocks(text):
    view = View(read_text(text))
    spans = [(start, end) for _, start, end in view.blocks]
    for start, end in view.sentences:
        assert any(a <= start < end <= b for a, b in spans)
    assert view.sentences == [
        (s.start, s.end) for s in map(view.offsets.to_new, view.doc.sentences)
    ]
