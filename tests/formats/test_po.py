"""PO catalogues: translations are read, originals kept beside them."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

TEXTS = st.text(st.sampled_from("ab \"'\\\\,\t\né中😀%{}"), min_size=1, max_size=90).filter(
    str.strip
)


def catalogue(texts):
    """Write translations by polib, long ones over several lines."""
    made = polib.POFile(wrapwidth=30)
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for number, text in enumerate(texts):
        made.append(polib.POEntry(msgid=f"original {number}", msgstr=text, msgctxt="a" * number))
    return str(made).encode()


def one(data, **options):
    [document] = documents(File("a.po", data), Options(**options))
    return document


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_the_texts_are_those_that_polib_wrote(texts):
    document = one(catalogue(texts))
    assert document.text == "\n".join(texts)
    assert document.source.text == "\n".join(f"original {n}" for n in range(len(texts)))
    assert [s.of(document.text) for s, _ in document.aligned] == texts
    assert [s.of(document.source.text) for _, s in document.aligned] == [
        f"original {n}" for n in range(len(texts))
    ]


@given(TEXTS, st.text(st.sampled_from('ab "\\\\\n\t'), max_size=9))
def test_what_is_written_back_is_read_by_polib(text, new):
    start = text.rfind("\n") + 1
    edits = [Edit(Span(start, len(text)), new)]
    data = b"".join(rewritten(File("a.po", catalogue([text])), lambda d: edits))
    assert polib.pofile(data.decode())[0].msgstr == text[:start] + new


def test_plurals_are_translations_of_the_plural():
    document = one(
        b'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "A"\nmsgstr[1] "B"\nmsgstr[2] "C"\n'
    )
    assert document.text == "A\nB\nC"
    assert [s.of(document.source.text) for _, s in document.aligned] == ["one", "many", "many"]


def test_codes_of_programs_are_no_words():
    document = one(b'msgid "x"\nmsgstr "The %(name)s of {0} is %5.2f, <b>new</b> crown."\n')
    assert [s.of(document.text) for s in document.unchecked] == ["%(name)s", "{0}", "%5.2f"]
    assert document.text.endswith("new crown.")


def test_a_template_has_nothing_to_read():
    data = (
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n\nmsgid "a"\nmsgstr ""\n'
    )
    assert list(documents(File("a.pot", data))) == []
    assert b"".join(rewritten(File("a.pot", data), lambda d: [])) == data


def test_what_is_no_catalogue_is_said():
    with pytest.raises(InputError, match=r"a\.po:2: this is no line of a PO catalogue"):
        one(b'msgid "a"\nmsgsrt "b"\n')
    with pytest.raises(InputError, match=r"a\.po:1: this is no line of a PO catalogue"):
        one(b'"lost"\n')


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b'# c\nmsgid ""\nmsgstr ""\n', "po"),
        (b'\nmsgctxt "a"\nmsgid "b"\n', "po"),
        (b"msgid is a word\n", "text"),
        (b"", "text"),
    ],
)
def test_a_catalogue_is_known_by_its_content(data, form):
    assert format_of(File("-", data)) == form


def test_only_a_header_says_an_encoding():
    entry = 'msgid "a"\nmsgstr "The café has charset=ISO-8859-1."\n'
    assert one(entry.encode()).text == "The café has charset=ISO-8859-1."
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\n'
    data = (header + entry).encode("latin-1")
    assert one(data).text == "The café has charset=ISO-8859-1."
    edits = [Edit(Span(0, 3), "\N{EURO SIGN}")]
    assert b"".join(rewritten(File("a.po", data), lambda d: edits)).decode() == (
        header.replace("ISO-8859-1", "UTF-8") + entry.replace("The", "\N{EURO SIGN}")
    )
