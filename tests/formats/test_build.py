import pytest

from mtcheck.formats.build import Builder, Passage, Piece, document_of
from mtcheck.text.document import Block
from mtcheck.text.span import Span

RAW = "<p> The ship <a>sailed</a> at dawn.</p><p></p><p>It sank.</p>"


def put(builder, words):
    start = builder.raw.index(words)
    builder.put(start, start + len(words))


def test_what_lies_between_pieces_is_markup_and_between_blocks_the_end_of_a_line():
    builder = Builder(RAW)
    builder.begin("title", 2)
    put(builder, " The ship ")
    put(builder, "sailed")
    builder.begin("paragraph")
    builder.begin("quotation")
    put(builder, "It sank.")
    document = builder.document()
    assert document.text == " The ship sailed\nIt sank."
    assert document.blocks == (Block("title", Span(1, 16), 2), Block("quotation", Span(17, 25)))
    assert document.raw_span(Span(10, 16)).of(RAW) == "sailed"


def test_a_passage_without_ink_is_no_block():
    gap = RAW.index("</p><p>It")
    document = document_of(
        RAW, [Passage([Piece(4, 7)]), Passage(), Passage([Piece(gap, gap + 4, " ")])]
    )
    assert document.text == "The\n "
    assert [block.span for block in document.blocks] == [Span(0, 3)]


@pytest.mark.parametrize(
    ("pieces", "links"),
    [
        ([Piece(4, 7, None, "x"), Piece(8, 12, None, "x")], [(0, 7, "x")]),
        ([Piece(4, 7, None, "x"), Piece(8, 12, None, "y")], [(0, 3, "x"), (3, 7, "y")]),
        (
            [Piece(4, 7, None, "x"), Piece(7, 8), Piece(8, 12, None, "x")],
            [(0, 3, "x"), (4, 8, "x")],
        ),
    ],
)
def test_a_link_goes_on_where_it_ended(pieces, links):
    document = document_of(RAW, [Passage(pieces)])
    assert [(*link.span, link.target) for link in document.links] == links


def test_a_link_ends_with_its_block():
    document = document_of(
        RAW, [Passage([Piece(4, 7, "", "x")]), Passage([Piece(8, 12, None, "x")])]
    )
    assert [tuple(link.span) for link in document.links] == [(0, 4)]


def test_stretches_that_touch_are_unchecked_as_one():
    builder = Builder(RAW)
    builder.begin("paragraph")
    builder.put(4, 12)
    builder.uncheck(0, 3)
    builder.uncheck(3, 5)
    builder.uncheck(6, 6)
    builder.uncheck(7)
    assert builder.document().unchecked == (Span(0, 5), Span(7, 8))


def test_white_space_before_a_break_is_not_read():
    builder = Builder("a  <br> b ")
    builder.begin("paragraph")
    builder.space(0, 0)
    builder.put(0, 1)
    builder.space(1, 3)
    assert (builder.here, builder.length) == (2, 1)
    builder.line_break(3, 7)
    builder.space(7, 8)
    builder.put(8, 9)
    builder.white(9, 10)
    assert builder.here == 4
    document = builder.document()
    assert document.text == "a\nb"
    assert [run.verbatim for run in document.offsets.runs] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
