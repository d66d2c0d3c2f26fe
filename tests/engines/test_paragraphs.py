"""What LanguageTool is asked about: English prose, no code, nothing too long."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.engine.view import View
from mtcheck.engines.languagetool import paragraphs as module
from mtcheck.engines.languagetool.paragraphs import LONGEST, paragraphs
from mtcheck.formats.file import File, Options
from mtcheck.formats.markdown import read as read_markdown
from mtcheck.formats.plain import read_text

CHINESE = "新冠疫情之后，部长首次访问了这个港口，并与工人们进行了交谈。他们讨论了渡轮的问题。"


def asked(text):
    """The paragraphs of a plain text."""
    return [paragraph.text for paragraph in paragraphs(View(read_text(text)))]


def test_paragraphs_are_asked_as_they_are_read():
    page = (
        "# Title\n\nThe *new* port &amp; “pier”.\n\n```\ncode here\n```\n\n- One.\n- Two `x y`.\n"
    )
    [document] = read_markdown(File("a.md", page.encode()), Options())
    found = list(paragraphs(View(document)))
    assert [each.text for each in found] == ["Title", "The new port & “pier”.", "One.", "Two x y."]
    for start, text in found:
        assert document.text[start : start + len(text)] == text


def test_other_languages_are_not_asked():
    assert asked(f"The minister came.\n\n{CHINESE * 3}\n\nShe left again.") == [
        *("The minister came.", "She left again.")
    ]


def test_nothing_is_asked_of_nothing():
    assert asked("") == asked(" \n\n \n") == []


def test_a_long_paragraph_is_parted_where_sentences_end():
    sentences = [f"This is sentence {number} of a long paragraph." for number in range(600)]
    found = asked(" ".join(sentences))
    assert len(found) > 1
    assert " ".join(each.strip() for each in found) == " ".join(sentences)
    assert all(each.rstrip().endswith("paragraph.") for each in found)
    assert LONGEST / 2 < max(map(len, found)) <= LONGEST


def test_a_long_sentence_is_parted_between_words_and_a_long_word_anywhere():
    found = asked("word " * 4000)
    assert max(map(len, found)) <= LONGEST
    assert {word for each in found for word in each.split()} == {"word"}
    assert [len(each) for each in asked("x" * (LONGEST * 2 + 1))] == [LONGEST, LONGEST, 1]


PIECES = st.sampled_from(
    [
        "He left. ",
        "word ",
        "x" * 15,
        "\n\n",
        "\n",
        "\r\n",
        "  ",
        "\N{GRINNING FACE}",
        "Mr. ",
        "“No.” ",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_word_is_asked_once_and_nothing_too_long(text):
    view, longest = View(read_text(text)), module.LONGEST
    module.LONGEST = 30
    try:
        found = list(paragraphs(view))
    finally:
        module.LONGEST = longest
    seen = view.doc.text
    at = 0
    for start, words in found:
        assert start >= at
        assert seen[at:start].strip() == ""
        assert seen[start : start + len(words)] == words
        assert len(words) <= 30 + 2 * words.count("\n") + words.count("  ") * 60
        at = start + len(words)
    assert seen[at:].strip() == ""
