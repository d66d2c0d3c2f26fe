"""Whatever stands in the XML of a Word document: it is read, or refused in one sentence."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from conformance import SAMPLES, positions_fit
from mtcheck.errors import InputError
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from word import edited, read, zipped

FOLDER = SAMPLES / "docx" / "article.docx"
MEMBERS = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*"))
    if path.is_file()
}
DOCUMENT = "word/document.xml"
TOKENS = re.findall(r"<[^>]*>|[^<]+", MEMBERS[DOCUMENT])
ODD = ["<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:tab/>", "<w:txbxContent>", "</w:txbxContent>"]
ODD += ["<w:tc>", "</w:tc>", "</w:tbl>", "<w:r>", "</w:r>", "<![CDATA[", "]]>", "&", "<!--", "\0"]
ODD += [
    "<w:br/>",
    "<w:del>",
    "</w:del>",
    "<w:fldChar w:fldCharType='end'/>",
    " xml:space='x'",
    "\n",
]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_document_is_read_or_refused(data):
    tokens = list(TOKENS)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(tokens) - 1))
        kind = data.draw(st.sampled_from(["drop", "twice", "swap", "odd", "pair"]))
        other = data.draw(st.integers(0, len(tokens) - 1))
        if kind == "drop":
            del tokens[at]
        elif kind == "twice":
            tokens.insert(at, tokens[other])
        elif kind == "swap":
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == "odd":
            tokens.insert(at, data.draw(st.sampled_from(ODD)))
        else:
            name = data.draw(
                st.sampled_from(["w:t", "w:tab", "w:p", "w:tbl", "w:txbxContent", "w:r"])
            )
            first, last = min(at, other), max(at, other)
            tokens.insert(last, f"</{name}>")
            tokens.insert(first, f"<{name}>")
    whole = zipped(MEMBERS | {DOCUMENT: "".join(tokens)})
    try:
        document = read(whole)
    except InputError as error:
        assert str(error).startswith("a.docx: word/")
        assert "\n" not in str(error)
        return
    positions_fit(document)
    assert edited(whole, []) == whole
    if document.text:
        start = data.draw(st.integers(0, len(document.text) - 1))
        after = read(edited(whole, [Edit(Span(start, start), "new ")]))
        assert after.text == document.text[:start] + "new " + document.text[start:]
