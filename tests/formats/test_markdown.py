"""Markdown: what is read is what markdown-it shows, where it stands, and how it is written back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from conformance import positions_fit
from markdown_cases import CASES
from mtcheck.checker import check
from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.markdown import looks_like, read_text
from mtcheck.formats.reading import format_of
from mtcheck.formats.rewrite import raw_edits
from mtcheck.text.offsets import Edit, apply_edits
from mtcheck.text.span import Span

BREAK = "\0"


@pytest.fixture(scope="module")
def stock():
    """The parser as its authors ship it, without anything of ours."""
    made = MarkdownIt("commonmark", {"alerts": True, "tasklists": True})
    return made.enable(["table", "strikethrough"]).use(
        footnote_plugin, inline=False, move_to_end=False
    )


def shown(stock, raw):
    """Return the text of each block as the parser gives it, white space as a browser shows it."""
    found, before = [], ""
    for token in stock.parse(raw):
        if token.type == "inline" and before != "alert_title_open":
            text = "".join(map(shown_inline, token.children))
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
            text = re.sub(f"(?: ?{BREAK} ?)+", "\n", text).strip(" \n")
            found += [text] if text.strip() else []
        elif token.type in ("fence", "code_block"):
            found += [unindented(token.content)] if token.content.strip() else []
        before = token.type
    return found


def unindented(code):
    """Return code without the white space that lines begin with, where half a tab may stand."""
    return re.sub("(?m)^[ \t]+", "", code).strip(" \n\t\r\f\v")


def shown_inline(token):
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "hardbreak" or re.match(r"</?br\b", token.content, re.IGNORECASE):
        return BREAK
    return " " if token.type == "softbreak" else ""


def texts(document):
    found = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    return [unindented(text) if kind == "code" else text for kind, text in found]


def listed(document):
    return [f"{b.kind[0]}{b.level}:{b.span.of(document.text)}" for b in document.blocks]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_what_is_read(stock, raw, expected):
    document = read_text(raw)
    assert listed(document) == expected
    positions_fit(document)
    if raw[:3] not in ("---", "+++") and "\0" not in raw:
        assert shown(stock, raw) == texts(document)


MARKS = [
    *("a", "b ", " c", "word", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\t", "    ", "é", "新", "\f"),
    *("*", "**", "_", "__", "~~", "`", "``", "[", "]", "](x)", "[b]", "![", "(", ")", "|", "\\|"),
    *("# ", "## ", "- ", "+ ", "1. ", "> ", ">", "---", "===", "|-|-|", "***", "```", "~~~"),
    *("\\", "\\*", "&amp;", "&nbsp;", "&#42;", "<b>", "</b>", "<br>", "<!-- x -->", "<div>"),
    *("<https://x.org/%41>", "<a@b.org>", "\n[b]: x\n", "[^n]", "\n[^n]: ", "- [ ] ", "> [!TIP]\n"),
]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_a_heap_of_marks_is_read_as_markdown_it_reads_it(stock, raw):
    document = read_text(raw)
    positions_fit(document)
    if raw[:3] != "---":
        expected = [text.replace("x.org/A", "x.org/%41") for text in shown(stock, raw)]
        assert texts(document) == expected


WORDS = st.lists(
    st.sampled_from(["ship", "Harbour", "naïve", "3", "don’t"]), min_size=1, max_size=4
)
STYLES = ["{}", "*{}*", "**{}**", "***{}***", "~~{}~~", "[{}](<a b> 't')", "[{}][ref]", "<b>{}</b>"]
JOINTS = [(" ", " "), ("\n", " "), ("  \n", "\n"), ("\\\n", "\n"), (" &amp; ", " & ")]
CONTAINERS = [
    ("", "", "paragraph", 0),
    ("> ", "> ", "quotation", 0),
    ("- ", "  ", "list-item", 1),
    ("12. ", "    ", "list-item", 1),
    ("- > 1) ", "  >    ", "list-item", 2),
    ("> * > ", ">   > ", "quotation", 0),
]


@st.composite
def blocks(draw):
    """A block of Markdown, and (kind, level, text) of what it reads as."""
    raw = text = ""
    for number in range(draw(st.integers(1, 4))):
        joint, read = draw(st.sampled_from(JOINTS)) if number else ("", "")
        words = " ".join(draw(WORDS))
        raw += joint + draw(st.sampled_from(STYLES)).format(words)
        text += read + words
    first, others, kind, level = draw(st.sampled_from(CONTAINERS))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return first + raw.replace("\n", end + others), (kind, level, text)


@settings(deadline=None)
@given(st.lists(blocks(), min_size=1, max_size=5))
def test_what_a_text_was_built_from_is_read_of_it(made):
    raw = "\n\n<!-- -->\n\n".join(block for block, _ in made) + "\n\n[ref]: x\n"
    document = read_text(raw)
    assert [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks] == [
        expected for _, expected in made
    ]


def changed(raw, old, new, options=None):
    document = read_text(raw, options)._replace(format="markdown")
    start = document.text.index(old)
    edits = raw_edits(document, [Edit(Span(start, start + len(old)), new)])
    return apply_edits(raw, edits)[0]


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("the new crown", "new crown", "*COVID*", "the \\*COVID\\*"),
        ("plain", "plain", "snake_case", "snake_case"),
        ("plain", "plain", "_x", "\\_x"),
        ("plain", "plain", "2 * 3", "2 * 3"),
        ("a plain b", "plain", "[sic]", "a \\[sic\\] b"),
        ("a plain b", "plain", "AT&T", "a AT&T b"),
        ("a plain b", "plain", "&amp;", "a \\&amp; b"),
        ("a plain; b", "plain", "&lt", "a \\&lt; b"),
        ("a plain b", "plain", "a < b", "a a < b b"),
        ("a plain b", "plain", "<b>", "a \\<b> b"),
        ("a plain b", "plain", "`x`", "a \\`x\\` b"),
        ("a plain b", "plain", "C:\\x", "a C:\\x b"),
        ("a plain* b", "plain", "x\\", "a x\\\\* b"),
        ("a plain b", "plain", "a\nb", "a a b b"),
        ("a\\plain b", "plain", "*", "a\\\\\\* b"),
        ("a\\plain.", "plain", "", "a\\\\."),
        ("plain b", "plain", "# x", "\\# x b"),
        ("plain b", "plain", "#x", "#x b"),
        ("plain b", "plain", "1.", "1\\. b"),
        ("- plain b", "plain", "- x", "- \\- x b"),
        ("a\nplain", "plain", "---", "a\n\\---"),
        ("a\nplain", "plain", "===", "a\n\\==="),
        ("plain - b", "plain ", "", "\\- b"),
        ("plain 1. b", "plain ", "", "1\\. b"),
        ("well\N{EN DASH}known", "\N{EN DASH}", "-", "well-known"),
        ("# a plain", "plain", "C #", "# a C \\#"),
        ("a [plain](x)", "plain", "b]", "a [b\\]](x)"),
        ("wow[x](y)", "wow", "wow!", "wow\\![x](y)"),
        ("a~plain", "plain", "~b", "a~\\~b"),
        ("R&amp;D", "R&D", "R & D", "R & D"),
        ("\\*a\\*", "*a*", "b", "b"),
        ("| a \\| b |\n|---|", "a | b", "c | d", "| c \\| d |\n|---|"),
        ("a very **very** b", "very very", "very", "a very b"),
        ("very *very* **very** b", "very very very b", "b", "b"),
        ("***one** two*", "one two", "X", "***X***"),
        ("new\n> crown", "new", "x", "x\n> crown"),
        ("> the new\n> crown b", "new crown", "COVID", "> the COVID\n>  b"),
        ("new\\\ncrown", "new\ncrown", "COVID", "COVID\\\n"),
        ("[foo] b\n\n[foo]: x", "foo", "bar", "[bar][foo] b\n\n[foo]: x"),
        ("[*foo* c][] b\n\n[*foo* c]: x", "foo", "bar", "[*bar* c][*foo* c] b\n\n[*foo* c]: x"),
        ("[foo][ref] b\n\n[ref]: x", "foo", "bar", "[bar][ref] b\n\n[ref]: x"),
        ("[foo](ref) b\n\n[foo]: x", "foo", "bar", "[bar](ref) b\n\n[foo]: x"),
        ("a `b*c` d", "b*c", "b_*c", "a `b_*c` d"),
        ("one ![a](b) two", "two", "2", "one ![a](b) 2"),
    ],
)
def test_new_text_is_plain_text_and_markup_stays(raw, old, new, expected):
    assert changed(raw, old, new) == expected


NEW = st.text("ab .*_[](){}<>&;#`~|\\!-+=1:/x", min_size=1, max_size=6).filter(
    # A backslash before the end of a cell of a table cannot be written.
    lambda text: text == " ".join(text.split()) and not text.endswith("\\")
)


@settings(deadline=None)
@given(
    new=NEW, frame=st.sampled_from(["a {} b", "{} b", "# a {}", "> a\n> {}", "- {}", "|a {}|\n|-|"])
)
def test_any_new_text_reads_as_it_was_given(new, frame):
    raw = frame.format("word")
    assert read_text(changed(raw, "word", new)).text == read_text(raw).text.replace("word", new)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_code_is_read_line_by_line_and_not_checked(end):
    raw = "It is so.\n\n> ~~~\n> the the\n>\n>   it it\n> ~~~\n\nHe saw the the ship.\n".replace(
        "\n", end
    )
    document = read_text(raw)
    assert texts(document) == ["It is so.", "the the\n\nit it", "He saw the the ship."]
    for words in ("the the", "it it"):
        place = Span(document.text.index(words), document.text.index(words) + len(words))
        assert document.raw_span(place) == Span(raw.index(words), raw.index(words) + len(words))
    assert [found.text for found in check(document)] == ["the the"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1. a\n2. b\n", "1:a 2:b"),
        ("7) a\n1) b\n", "7:a 8:b"),
        ("0. a\n", "0:a"),
        ("- a\n\n  b\n- c\n", "-:a more:b -:c"),
        ("3. a\n\n   b\n\n   - c\n\n   d\n4. e\n", "3:a more:b -:c more:d 4:e"),
        ("1. ```\n   a\n   ```\n\n   b\n", "-:a 1:b"),
        ("a | b\n--|--\nc | d", "head:a head:b -:c -:d"),
    ],
)
def test_numbers_and_heads(raw, expected):
    document = read_text(raw)
    found = [
        f"{b.role or ('-' if b.number is None else b.number)}:{b.span.of(document.text)}"
        for b in document.blocks
    ]
    assert " ".join(found) == expected


def test_words_in_code_and_addresses_are_read_and_not_checked():
    document = read_text(
        "He typed `the the` at <https://example.com/the/the> and <code>a a</code>."
    )
    assert document.text == "He typed the the at https://example.com/the/the and a a."
    assert [span.of(document.text) for span in document.unchecked] == [
        *("the the", "https://example.com/the/the", "a a")
    ]
    assert check(document) == ()
    assert [f.text for f in check(read_text("He saw the *the* ship in the harbour of the town."))]


def test_links_lead_where_they_lead():
    raw = 'A [b *c*](<d e> "f") [g][h] ![i](j) <https://k.org> [![l](m)](n).\n\n[h]: o\n'
    document = read_text(raw)
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        *(("b c", "d%20e"), ("g", "o"), ("https://k.org", "https://k.org"))
    ]


def test_descriptions_of_images_are_read_if_asked_for():
    raw = "![a *b*](c)\n![d][e]\n\n[e]: x\n\ntext ![f](g) text\n\n[![h ![i](j)](k)](l)"
    assert listed(read_text(raw)) == ["p0:text text"]
    document = read_text(raw, Options(attributes=True))
    assert listed(document) == ["c0:a b", "c0:d", "p0:text text", "c0:h"]
    positions_fit(document)
    assert changed(raw, "b", "[x]", Options(attributes=True)).startswith("![a *\\[x\\]*](c)")


def test_html_that_is_not_read_is_said_with_its_line():
    assert read_text("---\na: b\n---\n\n<p>one</p>\n").notes == (
        "1 block of HTML, in line 5, is not read",
    )
    assert read_text("<p>one</p>\n\ntwo\n\n<p>\nthree").notes == (
        "2 blocks of HTML, the first in line 1, are not read",
    )
    assert read_text("<hr>\n\n<!-- words -->\n\n<style>\np {}\n</style>").notes == ()
    assert read_text("<!-- a <b> --> words").notes == ("1 block of HTML, in line 1, is not read",)
    assert read_text("one\n\n<!-- never closed > words").notes == ()


def test_what_lies_too_deep_is_said():
    raw = "one\n\n" + "> " * 120 + "two\n"
    document = read_text(raw)
    assert document.text == "one"
    assert document.notes == (
        "what lies too deep in quotations and lists, first in line 3, is not read; "
        "--limit nesting=NUMBER allows more",
    )
    assert read_text(raw, Options(limits={"nesting": 130})).text == "one\ntwo"
    with pytest.raises(InputError, match="lower the limit with --limit nesting=100"):
        read_text("> " * 9000 + "two\n", Options(limits={"nesting": 9000}))


@pytest.mark.parametrize(
    ("head", "is_markdown"),
    [
        (b"---\ntitle: a\n---\n", True),
        (b"\xef\xbb\xbf+++\ntitle = 'a'\n+++\n", True),
        (b"# A title\n\nSee [this](https://example.com).", True),
        (b"# A title\n\n# Another one", False),
        (b"---\nA line across the page\n---\n", False),
        (b"Plain text - with a dash.\n\n* And\n* a list.", False),
        (b"", False),
    ],
)
def test_what_looks_like_markdown(head, is_markdown):
    assert looks_like(head) == is_markdown
    assert (format_of(File("a", head)) == "markdown") == is_markdown


def test_the_command_line_reads_it(mtcheck, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"# News\r\n\r\nCases of **new crown** pneumonia rose &amp; fell.\r\n")
    done = mtcheck("check", path)
    assert b"  3:12  error  new crown pneumonia" in done.stdout.replace(b"**", b"")
    assert done.returncode == 1
