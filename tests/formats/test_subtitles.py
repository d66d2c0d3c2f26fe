"""SRT and WebVTT: cues become sentences, whatever the file is like, and stay cues when written."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance import positions_fit
from mtcheck.errors import InputError
from mtcheck.formats import webvtt
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import written
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span


def read(text, form="srt", encoding="utf-8"):
    [document] = documents(File("x", text.encode(encoding)), form=form)
    positions_fit(document)
    return document


def texts(document):
    return [block.span.of(document.text) for block in document.blocks]


def clock(seconds, mark=","):
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{part:03}"


def srt(*cues, pause=0.5):
    """Return a file of cues that follow each other after a pause of so many seconds."""
    return "\n".join(
        f"{n}\n{clock(n * 5 - 3 if not n else n * 5)} --> {clock(n * 5 + 5 - pause)}\n{text}\n"
        for n, text in enumerate(cues, 1)
    )


def vtt(*cues):
    return "WEBVTT\n\n" + "\n\n".join(
        f"{clock(n * 5, '.')} --> {clock(n * 5 + 4.5, '.')}\n{text}" for n, text in enumerate(cues)
    )


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["One line.", "Another."], ["One line.", "Another."]),
        (["One\nline."], ["One line."]),
        (["One  \n  line."], ["One line."]),
        (["It runs", "over cues."], ["It runs\nover cues."]),
        (["It runs", "Over cues."], ["It runs\nOver cues."]),
        (["It runs,", "and. So", "it does."], ["It runs,\nand. So\nit does."]),
        (["“No.”", "He left."], ["“No.”", "He left."]),
        (["He left.", "and came."], ["He left.\nand came."]),
        (["I saw Mr.", "Smith."], ["I saw Mr.\nSmith."]),
        (["I think...", "So."], ["I think...", "So."]),
        (["I think…", "…so."], ["I think…\n…so."]),
        (["I think...", "so."], ["I think...\nso."]),
        (["- One.\n- Two."], ["One.", "Two."]),
        (["-One\n-Two", "three"], ["One", "Two\nthree"]),
        (["– One\n— Two"], ["One", "Two"]),
        (["I say\n-5 degrees"], ["I say -5 degrees"]),
        (["I say\n– and mean –\nthis"], ["I say – and mean – this"]),
        (["It--", "--runs"], ["It--\n--runs"]),
        ([">> One\n>>> Two"], ["One", "Two"]),
        (["[DOOR]\nOne", "(laughs)"], ["[DOOR]", "One", "(laughs)"]),
        (["(a door\nslams)", "Two"], ["(a door slams)", "Two"]),
        (["♪ One\ntwo ♪", "♪ Three ♪"], ["♪ One two ♪", "♪ Three ♪"]),
        (["<i>It</i> <b>runs</b>", "<i>on.</i>"], ["It runs\non."]),
        (["<i>One</i>\n<i>line.</i>"], ["One line."]),
        (['<font color="red">a</font> {\\an8}b {i}c{/i}'], ["a b c"]),
        (["a < b > c <3 <hello> {x}"], ["a < b > c <3 <hello> {x}"]),
        (["one\\Ntwo C:\\new <br>three"], ["one two C:\\new three"]),
        (["R&amp;D"], ["R&amp;D"]),
        (["two  words"], ["two  words"]),
        (["-\n- ", "."], ["."]),
        (["", "\n\n", "a"], ["a"]),
        (["a\n\nb"], ["a b"]),
        (["A --> B"], ["A --> B"]),
    ],
)
def test_what_cues_say(cues, expected):
    assert texts(read(srt(*cues))) == expected


def test_after_a_pause_no_sentence_goes_on():
    assert texts(read(srt("It runs", "On", pause=2.9))) == ["It runs\nOn"]
    assert texts(read(srt("It runs", "On", pause=3.1))) == ["It runs", "On"]


def test_where_nobody_sets_stops_a_cue_is_a_caption():
    document = read(srt(*["Some words"] * 25))
    assert {block.kind for block in document.blocks} == {"caption"}
    assert len(document.blocks) == 25
    assert len(read(srt(*["Some words"] * 25, *["Others."] * 3)).blocks) == 3


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["<v Ann>One <v Bob>Two", "<v Bob>three", "four"], ["One", "Two\nthree", "four"]),
        (["<v.loud Ann>One\n<v Ann>two"], ["One two"]),
        (["<c.a.b>One</c> <00:00:01.500>two <lang en>three</lang></>"], ["One two three"]),
        (["a &amp; b &lt;i&gt; &nbsp;c&#33; &x; &"], ["a & b <i> \N{NO-BREAK SPACE}c! &x; &"]),
        (["<ruby>house<rt>home</rt></ruby>"], ["house"]),
        (["<b>One\ntwo</b"], ["One two</b"]),
        (["1 < 2 <3"], ["1 < 2 <3"]),
        (["&gt;&gt; One"], ["One"]),
        (["One \n  <i>  two</i>  three"], ["One two  three"]),
        (["a&#10;b"], ["a b"]),
    ],
)
def test_what_cues_of_webvtt_say(cues, expected):
    assert texts(read(vtt(*cues), "webvtt")) == expected


def test_what_is_no_cue_is_not_read():
    text = (
        "WEBVTT title\nKind: captions\n\nNOTE one\ntwo\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\n"
        "name of a cue\n00:01.000 --> 00:02.000 line:0\nOne.\n\nNOTE\nthree\n\n"
        "two lines\nthat are no name\n00:03.000 --> 00:04.000\nTwo.\n\nlast words"
    )
    document = read(text, "webvtt")
    assert texts(document) == ["One.", "Two."]
    assert document.notes == ("the text in line 20 belongs to no cue and is not read",)


@pytest.mark.parametrize(
    ("text", "expected", "notes"),
    [
        ("00:00:01,000 --> 00:00:02,000\nOne.", ["One."], ()),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.",
            ["One.", "Two."],
            (),
        ),
        ("1\n\n00:00:01,000 --> 00:00:02,000\n\nOne.\n\ntwo\n", ["One. two"], ()),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nIn\n\n1984\n\nfive.\n",
            ["In 1984 five."],
            (),
        ),
        (
            "1\n00: 00: 01, 000 -> 00: 00: 02, 000\nOne.\n",
            ["One."],
            ("times that players may not understand, in line 2",),
        ),
        (
            "1\n00：00：01，000 —＞ 00：00：02，000\nOne.\n",
            ["One."],
            ("times that players may not understand, in line 2",),
        ),
        (
            "1\n00:00:61 --> 99:99\nOne.\n2\n00:00:01,000 -->\nTwo.",
            ["One.", "Two."],
            (
                "a time that cannot be read, in line 5",
                "times that players may not understand, in line 2",
            ),
        ),
        (
            "1\n00:00:05,000 --> 00:00:04,000\nOne.\n\n2\n00:00:03,000 --> 00:00:02,000\nTwo.",
            ["One.", "Two."],
            (
                "2 cues that end before they begin, the first in line 2",
                "a cue that begins before the one before it, in line 6",
            ),
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nIn\n1984\n\n00:00:02,000 --> 00:00:03,000\nit was.",
            ["In 1984\nit was."],
            (),
        ),
        (
            "A title\n\n1\n00:00:01,000 --> 00:00:02,000\nOne.",
            ["One."],
            ("what stands before the first subtitle, in line 1, is not read",),
        ),
        ("", [], ()),
        ("\n\n", [], ()),
    ],
)
def test_broken_files(text, expected, notes):
    for form in (text, text.replace("\n", "\r\n"), "\N{ZERO WIDTH NO-BREAK SPACE}" + text):
        document = read(form)
        assert texts(document) == expected
        assert document.notes == notes


def test_what_is_no_subtitle_is_refused():
    with pytest.raises(InputError, match=r"^x: there is no subtitle, .* --input-format text$"):
        read("Just a text.\nA --> B\n")
    with pytest.raises(InputError, match=r"^x: this is no WebVTT: .* --input-format text$"):
        read("Just a text.\n", "webvtt")
    assert read("00:01.000 --> 00:02.000\nOne.", "webvtt").notes == (
        "it does not begin with WEBVTT, so that browsers will not show it",
    )


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings(encoding):
    text = srt("It wasn’t “over” – the café was closed.", "Déjà vu, naïve, señor.")
    document = read(text, encoding=encoding)
    assert texts(document)[0] == "It wasn’t “over” – the café was closed."
    start = document.text.index("café")
    data = text.encode(encoding)
    edits = [Edit(Span(start, start + 4), "bar")]
    assert written(File("x", data), document, edits) == text.replace("café", "bar").encode(encoding)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"1\n00:00:01,000 --> 00:00:02,000\nOne", "srt"),
        (b"\xef\xbb\xbf\r\n1\r\n00:00:01,000 --> 00:00:02,000\r\nOne", "srt"),
        ("\ufeff1\n00:00:01,000 --> 00:00:02,000\nOne".encode("utf-16-le"), "srt"),
        (b"WEBVTT\n\n", "webvtt"),
        (b"\xef\xbb\xbfWEBVTT", "webvtt"),
        (b"1\nA list", "text"),
    ],
)
def test_what_a_file_looks_like(data, form):
    assert format_of(File("a", data)) == form


def changed(text, old, new, form="srt"):
    document = read(text, form)
    start = document.text.index(old)
    edits = [Edit(Span(start, start + len(old)), new)]
    return written(File("x", text.encode()), document, edits).decode()


HEAD = "1\n00:00:01,000 --> 00:00:02,000\n"
NEXT = "\n\n2\n00:00:02,000 --> 00:00:03,000\n"


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("the new crown", "new crown", "virus", "the virus"),
        ("the <i>new\ncrown</i> x", "new crown", "zip", "the <i>zip</i> x"),
        (f"the new{NEXT}crown x", "new\ncrown", "zip", f"the zip{NEXT} x"),
        (f"- One.\n- Two.{NEXT}Three.", "Two", "2", f"- One.\n- 2.{NEXT}Three."),
        ("one\ntwo", "one", "", "two"),
        ("one\r\ntwo\r\nthree", "two", "", "one\r\nthree"),
        ("one\ntwo", "two", "", "one\n"),
        ("one", "one", "a\nb", "a b"),
    ],
)
def test_cues_stay_cues(raw, old, new, expected):
    assert changed(HEAD + raw, old, new) == HEAD + expected


def test_new_text_of_webvtt_is_escaped():
    text = vtt("<b>one</b> &amp; two", "three")
    assert changed(text, "one & two", "a --> <b> & c", "webvtt") == text.replace(
        "one</b> &amp; two", "a --&gt; &lt;b&gt;</b> &amp; c"
    )


SAID = st.lists(
    st.sampled_from(["the ship", "Harbour", "naïve", "don’t", "3 May", "R&D", "a < b"]),
    min_size=1,
    max_size=4,
)
STYLES = [("{}", "{}"), ("<i>{}</i>", "<c.x>{}</c>"), ("{{\\an8}}{}", "<00:01.500>{}")]


@settings(deadline=None)
@given(
    speeches=st.lists(
        st.lists(st.tuples(SAID, st.sampled_from(STYLES), st.booleans()), min_size=1, max_size=4),
        min_size=1,
        max_size=5,
    ),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_subtitles_were_made_of_is_read_of_them(speeches, end):
    """A speech is one sentence, cut into cues, and each of them perhaps into two lines."""
    cues, expected = [], []
    for speech in speeches:
        said = ""
        for number, (words, style, divided) in enumerate(speech):
            stop = "." if number == len(speech) - 1 else ","
            lines = ["" if number else "Then ", " ".join(words) + ("" if divided else stop)]
            lines = ["".join(lines)] + ([f"so it was{stop}"] if divided else [])
            said += ("\n" if number else "") + " ".join(lines)
            cues.append((lines, style))
        expected.append(said)
    for form, which, make in (("srt", 0, srt), ("webvtt", 1, vtt)):
        escape = html.escape if which else str
        shown = [
            "\n".join(style[which].format(escape(line)) for line in lines) for lines, style in cues
        ]
        assert texts(read(make(*shown).replace("\n", end), form)) == expected


@given(st.text("ab<>&;- \n", max_size=12).map(webvtt.escaped))
def test_what_is_escaped_for_webvtt_reads_as_it_was(text):
    shown = read(vtt(f"x{text.replace(chr(10), ' ')}x"), "webvtt").text
    assert " ".join(shown.split()) == " ".join(html.unescape(f"x{text}x").split())
