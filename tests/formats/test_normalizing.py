"""Normalizing a file of any format: written back and read again, it is what the edits make of its
text, and there is nothing left to change."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conformance import NOT_WRITTEN, bytes_of, options_of, read_all, samples, words_of
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import pieces, reader
from mtcheck.formats.rewrite import raw_edits, rewritten, written
from mtcheck.text.normal.changes import applied
from mtcheck.text.normal.document import document_changes
from mtcheck.text.offsets import Edit, apply_edits
from text.normal.test_laws import SLIPS

each = pytest.mark.parametrize(
    "sample",
    [sample for sample in samples() if sample.parent.name not in (*NOT_WRITTEN, "zip")],
    ids=lambda sample: f"{sample.parent.name}/{sample.name}",
)
NO_CONTROLS = [slip for slip in SLIPS if not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\r]", slip)]
"""XML cannot hold the others, and a return of its own belongs to no text of a record."""


def normalized(name, data, options, form):
    """The bytes of a file after its normalization."""
    made = lambda document: [Edit(c.span, c.text) for c in document_changes(document)]  # noqa: E731
    return b"".join(rewritten(File(name, data), made, options, form))


def fits(document, edits):
    """Whether the encoding of a document has all characters of some edits."""
    return document.encode("".join(edit.text for edit in edits))[1] == document.encoding


def squeezed(text):
    """A text in which a run of spaces is one, as markup shows it."""
    return re.sub(" +", " ", text)


@each
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_file_is_normalized_once_and_nothing_else_of_it_changes(sample, data):
    options, form, whole = options_of(sample), sample.parent.name, bytes_of(sample)
    files = [d for d in read_all(sample.name, whole, options, form) if list(words_of(d))]
    if not files:
        return
    dirty = data.draw(st.sampled_from(files))
    words = list(words_of(dirty))
    places = sorted(data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1, max_size=3)))
    slips = [Edit(words[at], data.draw(st.sampled_from(NO_CONTROLS))) for at in places]
    if not fits(dirty, slips):
        return  # written in UTF-8, of which a declared encoding knows nothing
    soiled = b"".join(
        piece
        if isinstance(piece, bytes)
        else written(File(sample.name, whole), piece, slips if piece.record == dirty.record else ())
        for piece in pieces(File(sample.name, whole), options, form)
    )
    before = read_all(sample.name, soiled, options, form)
    if not all(fits(old, document_changes(old)) for old in before):
        return  # of an encoding that is not declared a changed text may speak in another way
    clean = normalized(sample.name, soiled, options, form)
    after = read_all(sample.name, clean, options, form)
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        made = document_changes(old)
        if new.encoding != old.encoding:
            return
        assert squeezed(new.text) == squeezed(applied(old.text, made))
        if not hasattr(reader(form), "write"):
            edits = raw_edits(old, [Edit(c.span, c.text) for c in made])
            assert new.raw == apply_edits(old.raw, edits)[0]
    assert normalized(sample.name, clean, options, form) == clean


CUE = "1\n00:00:01,000 --> 00:00:02,000\n"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=%s\\n"\n\nmsgid "a"\nmsgstr "%s"\n'


@pytest.mark.parametrize(
    ("form", "raw", "clean"),
    [
        ("html", "<p>Some 12  % and 9\n  % so</p>", "<p>Some 12% and 9% so</p>"),
        ("html", "<p><b>12 </b> % <i>and </i>\n<u> , so</u>", "<p><b>12</b>% <i>and</i><u>, so</u>"),
        ("html", "<p>&nbsp;</p><p>a&nbsp;b</p>", "<p>&nbsp;</p><p>a b</p>"),
        ("html", "<p title=12&#32;&#32;%>12", "<p title=12%>12"),
        ("markdown", "Some 12   % so  , and\n", "Some 12% so, and\n"),
        ("markdown", "5 \N{IDEOGRAPHIC FULL STOP}\n", "5\\.\n"),
        ("markdown", "5 . and\n", "5\\. and\n"),
        ("srt", CUE + "&lt;b&gt; or &eacute;\n", CUE + "&lt;b&gt; or \N{LATIN SMALL LETTER E WITH ACUTE}\n"),
        ("csv", 'id,text\n1,The 5" gun \u300cHope\u300d\n', 'id,text\n1,"The 5"" gun ""Hope"""\n'),
        ("po", HEAD % ("latin-1", "a &#8211; b"), HEAD % ("UTF-8", "a \N{EN DASH} b")),
        ("po", HEAD % ("latin-1", "a , b"), HEAD % ("latin-1", "a, b")),
        ("po", HEAD % ("UTF-8", "&lt;b&gt; c"), HEAD % ("UTF-8", "&lt;b&gt; c")),
    ],
)  # fmt: skip
def test_what_stands_beside_an_edit_is_minded(form, raw, clean):
    options = Options(attributes=True)
    made = normalized("x", raw.encode(), options, form)
    assert made.decode() == clean
    assert normalized("x", made, options, form) == made
