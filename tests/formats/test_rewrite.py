"""Edits of what is read change nothing else of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.formats import reading
from mtcheck.formats.rewrite import raw_edits
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import Edit, OffsetMap, apply_edits
from mtcheck.text.span import Span


class Markup:
    """A format of its own for these tests: `<x>` is markup, `&amp;` and `&lt;` are escapes."""

    @staticmethod
    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")


ESCAPES = {"&amp;": "&", "&lt;": "<", "&both;": "ab"}


def document(raw):
    edits, at = [], 0
    while at < len(raw):
        if raw[at] == "<":
            end = raw.index(">", at) + 1
            edits.append(Edit(Span(at, end), "\n" if raw[at:end] == "<br>" else ""))
        elif raw[at] == "&":
            end = raw.index(";", at) + 1
            edits.append(Edit(Span(at, end), ESCAPES[raw[at:end]]))
        else:
            end = at + 1
        at = end
    text, offsets = apply_edits(raw, edits)
    return Document(raw, text, offsets, (Block("paragraph", Span(0, len(text))),), format="own")


@pytest.fixture(autouse=True)
def _own_format(monkeypatch):
    monkeypatch.setattr("mtcheck.formats.rewrite.reader", lambda name: Markup)


def changed(raw, start, end, new):
    doc = document(raw)
    return apply_edits(raw, raw_edits(doc, [Edit(Span(start, end), new)]))[0]


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("the new crown", "new crown", "COVID", "the COVID"),
        ("the <b>new</b> crown", "new crown", "COVID", "the <b>COVID</b>"),
        ("the <b>new crown</b> case", "crown", "C & D", "the <b>new C &amp; D</b> case"),
        ("R &amp; D", "R & D", "R&D", "R&amp;D"),
        ("x&both;y", "a", "c", "xcby"),
        ("x&both;y", "b", "", "xay"),
        ("one<br>two", "two", "three", "one<br>three"),
        ("a<i>b</i>c", "abc", "axbyc", "ax<i>by</i>c"),
        ("a <i></i> b", "a  b", "a b", "a <i></i>b"),
        ("one<br>two", "\ntwo", " three", "one<br>three"),
        ("one<br>two", "\n", " and ", "one and <br>two"),
        ("one<br>two", "\n", " ", "one<br>two"),
    ],
)
def test_only_the_edited_words_change(raw, old, new, expected):
    start = document(raw).text.index(old)
    assert changed(raw, start, start + len(old), new) == expected


@pytest.mark.parametrize(
    ("raw", "at", "expected"),
    [
        ("a<b>c</b>", 1, "a!<b>c</b>"),  # as one types: behind the letter before
        ("a<b>c</b>", 2, "a<b>c!</b>"),
        ("<b>c</b>", 0, "<b>!c</b>"),
        ("a<br>c", 2, "a<br>!c"),
        ("&lt;", 1, "&lt;!"),
        ("", 0, "!"),
    ],
)
def test_what_is_inserted_stands_with_its_neighbour(raw, at, expected):
    assert changed(raw, at, at, "!") == expected


PIECES = st.sampled_from(["a", "b ", "&amp;", "&both;", "<b>", "</b>", "<br>", "c d", "&lt;"])


@given(pieces=st.lists(PIECES, max_size=12), data=st.data())
def test_the_text_becomes_what_was_asked_for_and_markup_stays(pieces, data):
    raw = "".join(pieces)
    doc = document(raw)
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, len(doc.text)))
    if "\n" in doc.text[start:end]:
        end = start
    new = data.draw(st.text("xab&< ", max_size=5))
    after = document(changed(raw, start, end, new))
    assert after.text == doc.text[:start] + new + doc.text[end:]
    assert tags(raw) == tags(after.raw)


def tags(raw):
    return [f"<{piece.partition('>')[0]}>" for piece in raw.split("<")[1:]]


def test_every_format_is_read_by_a_module_that_reads():
    for name in reading.FORMATS:
        assert callable(reading.reader(name).read)
    assert OffsetMap.identity(0) == document("").offsets
