"""Lists in lists, tables, headings and links of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mtcheck.output.html.marks import Segment, cut
from mtcheck.output.html.shapes import groups, headings, link, links_of, nesting
from mtcheck.text.document import Block, BlockRole, Link
from mtcheck.text.span import Span


def blocks(*made: tuple[str, int]) -> list[Block]:
    return [Block(kind, Span(at, at + 1), level) for at, (kind, level) in enumerate(made)]  # type: ignore[arg-type]


def test_what_belongs_together() -> None:
    made = blocks(
        *[("paragraph", 0), ("paragraph", 0), ("list-item", 1), ("list-item", 3)],
        *[("cell", 1), ("cell", 1), ("cell", 2), ("cell", 1), ("quotation", 1), ("quotation", 2)],
    )
    assert list(groups(made)) == [[0], [1], [2, 3], [4, 5, 6], [7], [8, 9]]
    assert list(groups([])) == []
    assert list(groups(made[4:5])) == [[0]]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], {}),
        ([0, 0], {0: 2, 1: 3}),
        ([2, 1, 4, 4, 2, 6], {0: 3, 1: 2, 2: 3, 3: 4, 4: 3, 5: 4}),
        ([3, 4, 5, 6, 6], {0: 2, 1: 3, 2: 4, 3: 5, 4: 6}),
    ],
)
def test_headings(levels: list[int], expected: dict[int, int]) -> None:
    assert headings(blocks(*[("title", level) for level in levels])) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1], "<ul>0</li></ul>"),
        ([0, 0], "<ul>0</li>1</li></ul>"),
        ([1, 2, 1], "<ul>0<ul>1</li></ul></li>2</li></ul>"),
        ([2, 4, 3, 1], "<ul>0<ul>1</li>2</li></ul></li>3</li></ul>"),
    ],
)
def test_lists_in_lists(levels: list[int], expected: str) -> None:
    around = nesting(blocks(*[("list-item", level) for level in levels]))
    assert "".join(f"{a}{n}{b}" for n, (a, b) in enumerate(around)) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([(1, 1, ""), (1, 2, "")], "<ol>0</li>1</li></ol>"),
        ([(1, 1, ""), (1, None, "more"), (1, 2, "")], "<ol>0</li>1</li>2</li></ol>"),
        ([(1, 1, ""), (1, None, "")], "<ol>0</li></ol><ul>1</li></ul>"),
        ([(1, None, "more"), (1, 2, "")], "<ul>0</li></ul><ol>1</li></ol>"),
        (
            [(1, 1, ""), (2, None, ""), (1, None, "more"), (1, 5, "")],
            "<ol>0<ul>1</li></ul></li>2</li>3</li></ol>",
        ),
        ([(1, None, ""), (2, 1, ""), (1, 1, "")], "<ul>0<ol>1</li></ol></li></ul><ol>2</li></ol>"),
    ],
)
def test_ordered_lists(items: list[tuple[int, int | None, BlockRole]], expected: str) -> None:
    made = [Block("list-item", Span(0, 1), *item) for item in items]
    assert "".join(f"{a}{n}{b}" for n, (a, b) in enumerate(nesting(made))) == expected


ITEMS = st.builds(
    Block,
    st.just("list-item"),
    st.just(Span(0, 1)),
    st.integers(0, 5),
    st.none() | st.just(1),
    st.sampled_from(["", "more"]),
)


@given(st.lists(ITEMS, min_size=1, max_size=12))
def test_every_list_that_begins_ends(items: list[Block]) -> None:
    written = "".join(f"{before}<li>{after}" for before, after in nesting(items))
    open_: list[str] = []
    for tag in written.removesuffix(">").split(">"):
        if tag.startswith("</"):
            assert open_.pop() == tag.replace("/", "")
        else:
            assert (tag == "<li") == (bool(open_) and open_[-1] in ("<ul", "<ol"))
            open_.append(tag)
    assert open_ == []


def test_links_are_parts_of_blocks() -> None:
    spans = [Span(0, 5), Span(6, 9), Span(10, 12)]
    links = [Link(Span(2, 8), "a"), Link(Span(7, 11), "b"), Link(Span(12, 12), "c")]
    assert links_of(links, spans) == [
        [Link(Span(2, 5), "a")],
        [Link(Span(6, 8), "a"), Link(Span(8, 9), "b")],
        [Link(Span(10, 11), "b")],
    ]


@pytest.mark.parametrize(
    ("target", "followed"),
    [
        ("https://a.example/?q=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https://a.example/ x", False),
        ("data:text/html,x", False),
        ("/relative", False),
        ("", False),
    ],
)
def test_only_addresses_on_the_web_can_be_followed(target: str, followed: bool) -> None:
    html = link(Markup("x"), target)
    assert ("<a " in html) is followed
    assert html.startswith('<span class="link" title="')
    assert link(Markup("x"), '"><b>').count("<") == 2


def test_segments_are_cut() -> None:
    segment = Segment(Span(2, 8), ((0, 1),), 1, (1,))
    point = Segment(Span(8, 8), ((0, 2),), 1, (2,))
    assert cut([segment, point], [0, 2, 4, 8, 9]) == [
        Segment(Span(2, 4), ((0, 1),), 1, ()),
        Segment(Span(4, 8), ((0, 1),), 1, (1,)),
        point,
    ]
