"""From a text and rules to findings: messages, positions, and what is left out."""

import pytest

import mtcheck
from mtcheck.engine.packs import load
from mtcheck.text.document import Block, Document
from mtcheck.text.offsets import OffsetMap
from mtcheck.text.span import Span

HEAD = "about: Test.\ndefaults: {severity: error, category: style}\nrules:\n"


@pytest.fixture
def found(pack):
    """Check a text with rules of its own; returns (rule name, words) of the findings."""

    def run(rules, text):
        findings = mtcheck.check(text, load([pack(HEAD + rules)]))
        return [(f.rule.rpartition("/")[2], f.text) for f in findings]

    return run


def message(pack, text, suggest="[]", written="'{found} or {suggest} {more}.'"):
    rules = f"  - {{id: a, find: 'crown [{{word}}]', suggest: {suggest}, message: {written}}}\n"
    (finding,) = mtcheck.check(text, load([pack(HEAD + rules)]))
    return finding.message


@pytest.mark.parametrize(
    ("suggest", "expected"),
    [
        ("[]", "“crown” or  {more}."),
        ("[king]", "“crown” or “king” {more}."),
        ("[king, queen]", "“crown” or “king” or “queen” {more}."),
        ("[king, queen, ace]", "“crown” or “king”, “queen” or “ace” {more}."),
    ],
)
def test_a_message_quotes_what_was_found_and_what_to_write(pack, suggest, expected):
    assert message(pack, "One crown.", suggest) == expected


def test_white_space_is_made_plain_and_long_words_are_cut(pack):
    assert message(pack, "A crown\r\n  case.") == "“crown case” or  {more}."
    cut = mtcheck.check(
        "A " + "crown " * 16 + ".",
        load([pack(HEAD + f"  - {{id: a, find: {'crown ' * 16}, message: '{{found}}'}}\n")]),
    )[0].message
    assert len(cut) == 82
    assert cut.endswith("crown c…”")


def test_braces_of_the_text_are_no_placeholders(pack):
    rules = (
        "  - {id: a, find: 'crown \\{suggest\\}', suggest: [king], message: '{found}, {suggest}'}\n"
    )
    (finding,) = mtcheck.check("A crown {suggest}.", load([pack(HEAD + rules)]))
    assert finding.message == "“crown {suggest}”, “king”"


TWO = """  - {{id: a, find: new crown, message: x, severity: {0}}}
  - {{id: b, find: crown, message: x, severity: {1}}}
"""


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("error", "error", [("a", "new crown")]),
        ("error", "suggestion", [("a", "new crown")]),
        ("suggestion", "error", [("a", "new crown"), ("b", "crown")]),
    ],
)
def test_what_says_less_about_the_same_words_is_left_out(found, long, short, expected):
    assert found(TWO.format(long, short), "A new crown.") == expected


def test_findings_of_different_categories_stay(found):
    rules = TWO.format("error", "error").replace("id: b", "id: b, category: grammar")
    assert found(rules, "A new crown.") == [("a", "new crown"), ("b", "crown")]


def test_of_equal_findings_the_worse_and_then_the_first_stays(found):
    same = "  - {id: b, find: crown, message: x}\n  - {id: a, find: crown, message: x}\n"
    assert found(same, "A crown.") == [("a", "crown")]
    worse = same.replace("id: a", "id: a, severity: warning")
    assert found(worse, "A crown.") == [("b", "crown")]


@pytest.mark.parametrize("text", [b"bytes", None, 3])
def test_only_text_and_documents_are_checked(text):
    with pytest.raises(TypeError, match=f"not {type(text).__name__}"):
        mtcheck.check(text)


def test_a_document_that_is_all_code_has_no_sentences_and_is_no_error(pack):
    raw = "A new crown near a king"
    code = Document(raw, raw, OffsetMap.identity(len(raw)), (Block("code", Span(0, len(raw))),))
    rules = HEAD + (
        "  - {id: a, find: new crown, near: [king], message: x}\n"
        "  - {id: b, find: new crown, not-near: [king], message: x}\n"
    )
    assert mtcheck.check(code, load([pack(rules)])) == ()


def test_equal_texts_are_equal_documents():
    from mtcheck.formats.plain import read_text

    assert read_text("\ufeffa") == read_text("\ufeffa")
    assert read_text("\ufeffa") != read_text("a")
    assert len({read_text("a").offsets, read_text("b").offsets, read_text("ab").offsets}) == 2
    assert "Span(start=0, end=1)" in repr(read_text("a"))


@pytest.mark.parametrize(
    ("unchecked", "found"),
    [
        ((), ["a crown", "crown b", "the crown"]),
        ((Span(2, 7),), ["the crown"]),
        ((Span(4, 5), Span(15, 17)), []),
        ((Span(0, 1), Span(8, 9)), ["the crown"]),
        ((Span(0, 9), Span(10, 18)), []),
    ],
)
def test_what_touches_something_unchecked_is_not_found(pack, unchecked, found):
    text = "a crown b\nthe crown."
    blocks = (Block("paragraph", Span(0, 9)), Block("paragraph", Span(10, len(text))))
    rules = load(
        [
            pack(
                HEAD
                + "  - {id: a, find: a crown, message: m, category: grammar}\n"
                + "  - {id: b, find: crown b, message: m}\n"
                + "  - {id: c, find: the crown, message: m}\n"
            )
        ]
    )
    document = Document(text, text, OffsetMap.identity(len(text)), blocks, unchecked=unchecked)
    assert [f.text for f in mtcheck.check(document, rules)] == found
    code = document._replace(blocks=(Block("code", Span(0, 9)), blocks[1]), unchecked=())
    assert [f.text for f in mtcheck.check(code, rules)] == ["the crown"]
