"""Comments of each format, and which findings they are about."""

import io
import tarfile

import pytest

import word
from mtcheck.formats.file import File
from mtcheck.gate.checking import results
from opendocument import odt, p
from suppressing import checked, settings
from test_epub import epub

XLIFF = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>
{0}<trans-unit id="1"><source>x</source><target>The new crown fell.</target>{1}</trans-unit>
<trans-unit id="2"><source>x</source><target>The new crown rose.</target>{2}</trans-unit>
</body></file></xliff>
"""
XLIFF2 = """<xliff version="2.0" srcLang="zh" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
<unit id="1">{0}<segment><source>x</source><target>The new crown fell.</target></segment></unit>
<unit id="2">{1}<segment><source>x</source><target>The new crown rose.</target></segment></unit>
</file></xliff>
"""
TMX = """<tmx version="1.4"><header/><body>
{0}<tu>{1}<tuv xml:lang="en"><seg>The new crown fell.</seg></tuv></tu>
<tu>{2}<tuv xml:lang="en"><seg>The new crown rose.</seg></tuv></tu>
</body></tmx>
"""
PO = 'msgid ""\nmsgstr ""\n\n{0}#: a.c:3\nmsgid "x"\nmsgstr "The new crown fell."\n\n{1}msgid "y"\nmsgid_plural "ys"\nmsgstr[0] "The new crown rose."\nmsgstr[1] "The new crown rose."\n{2}'
VTT = "WEBVTT\n\n{0}1\n00:01.000 --> 00:02.000\nThe new crown fell and\n\n{1}00:02.000 --> 00:03.000\nthe new crown rose.\n\n{2}"


@pytest.mark.parametrize(
    ("name", "form", "comments", "left"),
    [
        ("a.xlf", XLIFF, ("<!-- mtcheck: ignore-next-line zh — a -->", "", ""), ["rose"]),
        ("a.xlf", XLIFF, ("", "<!-- mtcheck: ignore-next-line zh — a -->", ""), ["fell"]),
        ("a.xlf", XLIFF, ("", "<note>mtcheck: ignore-line zh -- a &amp; b</note>", ""), ["rose"]),
        ("a.xlf", XLIFF, ("", "", "<note>mtcheck: ignore-next-line zh -- a</note>"), ["fell"]),
        ("a.xlf", XLIFF, ("<note>mtcheck: ignore-file zh -- a</note>", "", ""), ["fell", "rose"]),
        ("a.xlf", XLIFF, ("<![CDATA[<!-- mtcheck: ignore-file zh -- a -->]]>", "", ""), ["fell", "rose"]),
        ("a.xlf", XLIFF2, ("<notes><note><![CDATA[mtcheck: ignore-line zh -- <a>]]></note></notes>", ""), ["rose"]),
        ("a.tmx", TMX, ("<!-- mtcheck: ignore-next-line zh — a -->", "", ""), ["rose"]),
        ("a.tmx", TMX, ("", "", "<note>mtcheck: ignore-line zh -- a</note>"), ["fell"]),
        ("a.tmx", TMX, ("", "<note>a<note>mtcheck: ignore-file zh -- a</note></note>", ""), []),
        ("a.tmx", TMX, ("<tu>", "<note>mtcheck: ignore-line zh -- a</note>", "</tu>"), ["rose"]),
        ("a.po", PO, ("# mtcheck: ignore-next-line zh -- a\n", "", ""), ["rose", "rose"]),
        ("a.po", PO, ("", "# mtcheck: ignore-line zh -- a\n", ""), ["fell"]),
        ("a.po", PO, ("", "", "# mtcheck: ignore-file zh -- a\n"), []),
        ("a.po", PO, ("#. mtcheck: ignore-file zh -- a\n", "", ""), ["fell", "rose", "rose"]),
        ("a.vtt", VTT, ("NOTE mtcheck: ignore-next-line zh -- a\n\n", "", ""), ["rose"]),
        ("a.vtt", VTT, ("", "NOTE\nmtcheck: ignore-line zh\n-- a\n\n", ""), ["fell"]),
        ("a.vtt", VTT, ("NOTE a\n\n", "", "NOTE mtcheck: ignore-file zh -- a"), []),
        ("a.vtt", VTT, ("NOTES mtcheck: ignore-file zh -- a\n\n", "", ""), ["fell", "rose"]),
    ],
)  # fmt: skip
def test_translation_files_and_subtitles(tmp_path, name, form, comments, left):
    text = form.format(*comments)
    result = checked(name, text, settings(tmp_path, choice={"ignore": ("mtcheck",)}))
    words = [text[each.end :].split()[0].strip('."<') for each in result.found]
    assert [word.partition(".")[0] for word in words] == left


def test_crlf(tmp_path):
    text = VTT.format("", "NOTE mtcheck: ignore-line zh -- a\n\n", "").replace("\n", "\r\n")
    result = checked("a.vtt", text, settings(tmp_path))
    assert [each.line for each in result.found] == [5]


def test_a_book(tmp_path):
    one = "<script src='x'/><!-- mtcheck: ignore-next-line zh — a --><p>The new crown fell.</p><p>A new crown.</p>"
    data = epub({"one.xhtml": one, "two.xhtml": f"\n{one.replace('zh', 'zhh')}"})
    found = checked("a.epub", data, settings(tmp_path)).found
    where = [(f.place.part, f.place.paragraph, f.finding.rule.rpartition("/")[2]) for f in found]
    one, two = "OPS/one.xhtml", "OPS/two.xhtml"
    assert where == [
        (one, 2, "crown"),
        (two, 1, "unknown-rule"),
        (two, 1, "crown"),
        (two, 2, "crown"),
    ]


def commented(body, *texts):
    """Return a Word document with these comments, numbered from 0; a text may have lines."""
    made = word.members(body)
    comments = "".join(
        f'<w:comment w:id="{n}">{"".join(word.p(line) for line in text.splitlines())}</w:comment>'
        for n, text in enumerate(texts)
    )
    made["word/comments.xml"] = f"{word.HEAD}<w:comments {word.SPACES}>{comments}</w:comments>"
    made["word/_rels/document.xml.rels"] = word.relations(("c", "comments", "comments.xml"))
    return word.zipped(made)


def hung(n, text):
    return (
        f'<w:commentRangeStart w:id="{n}"/>{word.r(text)}<w:commentRangeEnd w:id="{n}"/>'
        f'<w:r><w:commentReference w:id="{n}"/></w:r>'
    )


CROWN = "The new crown fell."


@pytest.mark.parametrize(
    ("body", "texts", "left"),
    [
        ((word.p(CROWN), word.p(hung(0, CROWN)), word.p(CROWN)), ["mtcheck: ignore-line zh -- a"], [1, 3]),
        ((word.p(hung(0, CROWN)), word.p(CROWN)), ["mtcheck: ignore-next-line zh -- a"], [1]),
        ((word.p(CROWN), word.p(hung(0, CROWN))), ["mtcheck: ignore-file zh\n-- a"], []),
        ((word.p(CROWN), word.p(hung(0, CROWN))), ["He said mtcheck: ignore-file zh -- a"], [1, 2]),
        ((word.p(CROWN), word.p(hung(1, CROWN))), ["no", "mtcheck: ignore “New Crown” zh — a &amp; b"], []),
        ((word.p(CROWN), word.p(hung(7, CROWN))), ["mtcheck: ignore-file zh -- a"], [1, 2]),
        # Words of two paragraphs, and no words at all.
        (
            (word.p('<w:commentRangeStart w:id="0"/>', CROWN), word.p(CROWN, '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'), word.p(CROWN)),
            ["mtcheck: ignore-line zh -- a"],
            [3],
        ),
        ((word.p(CROWN, '<w:r><w:commentReference w:id="0"/></w:r>'), word.p(CROWN)), ["mtcheck: ignore-line zh -- a"], [2]),
    ],
)  # fmt: skip
def test_comments_of_word(tmp_path, body, texts, left):
    chosen = settings(tmp_path, choice={"ignore": ("mtcheck",)})
    result = checked("a.docx", commented("".join(body), *texts), chosen)
    assert [each.place.paragraph for each in result.found] == left


def test_a_problem_in_word_stands_where_the_comment_hangs(tmp_path):
    body = word.p("A word.") + word.p("Two words ", hung(0, CROWN))
    [told, _] = checked(
        "a.docx", commented(body, "mtcheck: ignore-line zh"), settings(tmp_path)
    ).found
    assert told.finding.rule == "mtcheck/suppression/no-reason"
    assert (told.place.paragraph, told.shown) == (2, "mtcheck: ignore-line zh")


def test_a_document_that_lost_its_comments_is_read(tmp_path):
    data = word.docx(word.p(hung(0, CROWN)))
    assert len(checked("a.docx", data, settings(tmp_path)).found) == 1
    data = commented(word.p(hung(0, CROWN)), "mtcheck: ignore-file zh -- a <")
    assert len(checked("a.docx", data, settings(tmp_path)).found) == 1


def test_files_in_an_archive(tmp_path):
    inside = commented(word.p(hung(0, CROWN)), "mtcheck: ignore-file zh -- a")
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name, data in (
            ("a.docx", inside),
            ("b.md", b"<!-- mtcheck: ignore-file zh -- a -->\n"),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    found = [*results(File("a.tar", tar.getvalue()), settings(tmp_path))]
    rules = [[each.finding.rule for each in result.found] for result in found]
    assert rules == [["zh/test/crown"], ["mtcheck/suppression/unused"]]


def annotation(*lines, name=""):
    says = f' office:name="{name}"' if name else ""
    return f"<office:annotation{says}>{''.join(map(p, lines))}</office:annotation>"


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ((p(CROWN), p(f"{annotation('mtcheck: ignore-line zh -- a')}{CROWN}"), p(CROWN)), [1, 3]),
        ((p(CROWN), p(f"{annotation('mtcheck: ignore-file', 'zh -- a &amp; b')}{CROWN}")), []),
        ((p(f"{annotation('So mtcheck: ignore-file zh -- a')}{CROWN}"),), [1]),
        ((p(f"{annotation('mtcheck: ignore-next-line zh -- a')}{CROWN}"), p(CROWN), p(CROWN)), [1, 3]),
        (
            (
                p(f"{annotation('mtcheck: ignore-line zh -- a', name='n')}{CROWN}"),
                p(f'{CROWN}<office:annotation-end office:name="n"/>'),
                p(CROWN),
            ),
            [3],
        ),
        ((p(CROWN), f"<text:list><text:list-item>{p(annotation('<text:span>mtcheck: </text:span>ignore-line zh -- a') + CROWN)}</text:list-item></text:list>"), [1]),
    ],
)  # fmt: skip
def test_comments_of_open_document(tmp_path, body, left):
    result = checked("a.odt", odt("".join(body)), settings(tmp_path))
    assert [each.place.paragraph for each in result.found] == left
