"""What is read of a Word document, and as what."""

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.docx import looks_like
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents as read_documents
from mtcheck.formats.reading import format_of
from mtcheck.text.document import Link
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from word import blocks, docx, edited, marked, members, p, r, read, relations, zipped

LONG = "This is what the first of the paragraphs says to whom it may concern, in one sentence."
ANOTHER = "This is what stands in the next one of them, and it is a sentence as well."


def field(code, result="", end=True):
    """Return the runs of a field."""
    said = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        step("begin")
        + said
        + (step("separate") + (result if result.startswith("<") else r(result)) if result else "")
        + (step("end") if end else "")
    )


def box(*paragraphs, fallback=""):
    """Return a run with a box of text, in the two ways that Word writes it."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{fallback or inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows):
    """Return a table; a cell is XML or a text."""
    cells = ["".join(f"<w:tc>{c if c[0] == '<' else p(c)}</w:tc>" for c in row) for row in rows]
    return "<w:tbl><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


RUNS = {
    "runs": (p("new ", r("crown", "<w:b/>"), " cases"), "new crown cases"),
    "escapes": (p("R&amp;D &lt;1 &#8212; &#x201C;x&quot;"), 'R&D <1 — “x"'),
    "cdata": (p("<w:r><w:t><![CDATA[a & b]]></w:t></w:r>"), "a & b"),
    "a comment inside": (p("<w:r><w:t>a<!-- no -->b</w:t></w:r>"), "ab"),
    "tab, break, hyphens": (
        p(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
            "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>"
        ),
        "a\tb\nc\nd\N{NON-BREAKING HYPHEN}e\N{SOFT HYPHEN}f",
    ),
    "a tab stop is no tab": (p("a", properties='<w:tabs><w:tab w:val="left"/></w:tabs>'), "a"),
    "a symbol": (p("<w:r><w:t>5</w:t><w:sym w:font='Arial' w:char='00B0'/></w:r>"), "5°"),
    "a picture of a symbol font": (
        p("<w:r><w:t>a</w:t><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>b</w:t></w:r>"),
        "ab",
    ),
    "space that does not count": (
        p("<w:r><w:t> \n a  b </w:t></w:r>", "<w:r><w:t>\tc</w:t></w:r>"),
        "a  bc",
    ),
    "space that counts": (p("<w:r><w:t xml:space='preserve'>a </w:t></w:r>", "b"), "a b"),
    "space that counts in all of it": (
        "<w:p xml:space='preserve'><w:r><w:t>a </w:t><w:t xml:space='default'> b </w:t>"
        "<w:t>c</w:t></w:r></w:p>",
        "a bc",
    ),
    "a line break in the file is a space": (p("a\nb\r\nc"), "a b c"),
    "inserted": (p("a ", f'<w:ins w:id="1">{r("new ")}</w:ins>', "b"), "a new b"),
    "deleted": (
        p("a ", "<w:del w:id='1'><w:r><w:delText>old </w:delText></w:r></w:del>", "b"),
        "a b",
    ),
    "moved": (
        p(f"<w:moveFrom>{r('was here ')}</w:moveFrom>", "a ", f"<w:moveTo>{r('b')}</w:moveTo>"),
        "a b",
    ),
    "hidden": (p("a", r(" no", "<w:vanish/>"), r(" b", '<w:vanish w:val="0"/>')), "a b"),
    "a hidden paragraph mark hides nothing": (
        p("a", properties="<w:rPr><w:vanish/></w:rPr>"),
        "a",
    ),
    "hidden by style": (p("a", r(" no", '<w:rStyle w:val="Secret"/>')), "a"),
    "shown against its style": (
        p("a", r(" b", '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>')),
        "a b",
    ),
    "a field": (p("Page ", field("PAGE", "7"), " of ", field("NUMPAGES", "9")), "Page 7 of 9"),
    "fields in each other": (
        p("a ", field("IF " + "1 = 1", field("REF x", "inner") + r(" result")), " b"),
        "a inner result b",
    ),
    "text in the code of a field": (
        p(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            field("DATE", "code "),
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            "a",
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        ),
        "a",
    ),
    "a field that never ends hides nothing": (p(field("PAGE", end=False), "a"), "a"),
    "a simple field": (
        p("<w:fldSimple w:instr=' DATE '>" + r("May 5") + "</w:fldSimple>"),
        "May 5",
    ),
    "a content control": (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("a") + "</w:sdtContent></w:sdt>",
        "a",
    ),
    "a prompt": (
        p(
            "a<w:r/>".replace("a", r("a")),
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + r("Click here")
            + "</w:sdtContent></w:sdt>",
        ),
        "a",
    ),
    "a formula": (p("a ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "b"), "a b"),
    "ruby": (
        p(
            "<w:r><w:ruby><w:rt><w:r><w:t>guide</w:t></w:r></w:rt><w:rubyBase>"
            + r("base")
            + "</w:rubyBase></w:ruby></w:r>"
        ),
        "base",
    ),
    "the first alternative": (
        p(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>a</w:t></mc:Choice>"
            "<mc:Choice Requires='wps'><w:t>b</w:t></mc:Choice>"
            "<mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "a",
    ),
    "the only alternative": (
        p("<mc:AlternateContent><mc:Fallback>" + r("c") + "</mc:Fallback></mc:AlternateContent>"),
        "c",
    ),
    "marks that are no text": (
        p(
            "a",
            "<w:bookmarkStart w:id='0' w:name='x'/><w:proofErr w:type='spellStart'/>"
            "<w:commentRangeStart w:id='1'/><w:r><w:footnoteReference w:id='2'/></w:r>"
            "<w:r><w:lastRenderedPageBreak/></w:r>",
            "b",
        ),
        "ab",
    ),
    "what was before a change of format": (
        p("a", properties="<w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange>"),
        "a",
    ),
    "no run but text": ("<w:p><w:smartTag>" + r("a") + "</w:smartTag></w:p>", "a"),
}
RUNS_OUT_OF_PLACE = {
    "only space that does not count": p("a", "<w:r><w:t> </w:t><w:t><!-- --> <!-- --></w:t></w:r>"),
    "a step of no field": p(
        *(f"<w:r><w:fldChar w:fldCharType='{step}'/></w:r>" for step in ("separate", "end", "x")),
        "<w:r><w:instrText>no</w:instrText></w:r>",
        "a",
    ),
    "a code that is not escaped": p(
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText><![CDATA[ A&B ]]></w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        "a",
    ),
    "a cell and a row of no table": "<w:tr><w:tc>" + p("a") + "</w:tc></w:tr>",
    "a choice of nothing": p("<mc:Choice Requires='wps'>" + r("a") + "</mc:Choice>"),
    "a prompt that is filled in": p(
        "<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>"
        + r("a")
        + "</w:sdtContent></w:sdt>"
    ),
    "signs of no run": p("<w:br/><w:sym w:char='0041'/><w:tab/>", "a"),
    "a symbol of no number": p("<w:r><w:sym w:char='x'/><w:sym/></w:r>", "a"),
    "properties of no paragraph": "<w:pPr><w:pStyle w:val='Title'/></w:pPr>" + p("a"),
    "a style of no run": p("<w:rStyle w:val='Secret'/><w:vanish/>", "a"),
    "a style of nothing": p("a", properties="<w:x><w:pStyle w:val='Title'/></w:x>")
    + "<w:x><w:outlineLvl w:val='0'/></w:x>",
    "text of no paragraph": r("no") + p("a"),
    "a text inside of a text": p("<w:r><w:t>no<w:t>a</w:t></w:t></w:r>"),
    "a hyphen inside of a text": p("<w:t>no<w:r><w:softHyphen/></w:r>a</w:t>"),
}


@pytest.mark.parametrize("name", RUNS_OUT_OF_PLACE)
def test_what_stands_where_it_may_not(name):
    assert read(docx(RUNS_OUT_OF_PLACE[name], styles=SECRET)).text.strip("\N{SOFT HYPHEN}") == "a"


SECRET = (
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


@pytest.mark.parametrize("name", RUNS)
def test_what_is_text(name):
    body, text = RUNS[name]
    document = read(docx(body, styles=SECRET))
    assert document.text == text
    assert [kind for kind, _, _ in blocks(document)] == ["paragraph"]
    assert document.notes == ()


STYLES = "".join(
    f'<w:style w:type="paragraph" {more} w:styleId="{id_}"><w:name w:val="{name}"/>{rest}</w:style>'
    for id_, name, more, rest in (
        ("a", "Normal", 'w:default="1"', ""),
        ("b1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("b2", "Überschrift 2", "", ""),
        ("b3", "标题 3", "", ""),
        ("mine", "My section", "", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
        ("derived", "My head", "", '<w:basedOn w:val="b1"/>'),
        ("loop", "Loop", "", '<w:basedOn w:val="loop"/>'),
        ("T", "Title", "", ""),
        ("S", "Subtitle", "", ""),
        ("Q", "Intense Quote", "", ""),
        ("C", "caption", "", ""),
        ("X", "Source Code", "", ""),
        ("LB", "List Bullet 2", "", ""),
        ("LP", "List Paragraph", "", ""),
        (
            "LN",
            "My list",
            "",
            '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>',
        ),
        ("toc", "toc 1", "", ""),
        ("H", "Ghost", "", "<w:rPr><w:vanish/></w:rPr>"),
    )
)


def numbered(id_, level=None):
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{depth}<w:numId w:val="{id_}"/></w:numPr>'


@pytest.mark.parametrize(
    ("style", "properties", "kind", "level"),
    [
        ("", "", "paragraph", 0),
        ("a", "", "paragraph", 0),
        ("loop", "", "paragraph", 0),
        ("LP", "", "paragraph", 0),
        ("b1", "", "title", 1),
        ("b2", "", "title", 2),
        ("b3", "", "title", 3),
        ("mine", "", "title", 4),
        ("derived", "", "title", 1),
        ("T", "", "title", 1),
        ("S", "", "title", 2),
        ("Heading4", "", "title", 4),  # a style that is defined nowhere
        ("", '<w:outlineLvl w:val="1"/>', "title", 2),
        ("", '<w:outlineLvl w:val="9"/>', "paragraph", 0),
        ("Q", "", "quotation", 0),
        ("C", "", "caption", 0),
        ("X", "", "code", 0),
        ("LB", "", "list-item", 2),
        ("LN", "", "list-item", 2),
        ("LN", numbered(0), "paragraph", 0),
        ("", numbered(1), "list-item", 1),
        ("", numbered(1, 2), "list-item", 3),
        ("b1", numbered(1), "title", 1),
    ],
)
def test_what_a_paragraph_is(style, properties, kind, level):
    body = p(LONG, style=style, properties=properties) + p(ANOTHER)
    assert blocks(read(docx(body, styles=STYLES))) == [
        (kind, level, LONG),
        ("paragraph", 0, ANOTHER),
    ]


def levels(*formats):
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/></w:lvl>'
        for at, (start, form) in enumerate(formats)
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="9">{levels(*[(1, "decimal")] * 10)}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="5">'
    + levels((3, "decimal"), (1, "lowerLetter"), (1, "bullet"))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="6">'
    + levels((1, "bullet"))
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="5"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="7"><w:abstractNumId w:val="6"/><w:lvlOverride w:ilvl="0">'
    + levels((2, "upperRoman"))
    + "</w:lvlOverride></w:num>"
    + '<w:num w:numId="8"><w:abstractNumId w:val="9"/></w:num>'
)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1.0 1.0 1.0", "3:a 4:b 5:c"),
        ("1.0 2.0 1.0", "3:a 4:b 5:c"),  # two names of one list
        ("1.0 1.1 1.1 1.0 1.1", "3:a 1:b 2:c 4:d 1:e"),
        ("1.0 1.2 1.0", "3:a -:b 4:c"),
        ("3.0 1.0 3.0", "-:a 3:b -:c"),
        ("1.0 4.0 4.0 1.0", "3:a 8:b 9:c 10:d"),
        ("7.0 7.0", "2:a 3:b"),
        ("9.0 1.5", "-:a -:b"),  # defined nowhere
        ("8.8 8.9 8.8", "1:a -:b 2:c"),  # there are nine levels
    ],
)
def test_numbers_of_items(items, expected):
    body = "".join(
        p(text, properties=numbered(*item.split(".")))
        for text, item in zip("abcde", items.split(), strict=False)
    )
    assert marked(read(docx(body, numbering=NUMBERING))) == expected
    assert {b.number for b in read(docx(body)).blocks} == {None}


def test_an_item_of_two_pages_has_one_number():
    body = p(r("a"), '<w:r><w:br w:type="page"/></w:r>', r("b"), properties=numbered(1))
    assert marked(read(docx(body, numbering=NUMBERING))) == "3:a more:b"


def test_broken_numbers_are_an_error():
    with pytest.raises(InputError, match="word/numbering.xml"):
        read(docx(p("a"), numbering="<w:num>"))


@pytest.mark.parametrize(("says", "role"), [("<w:tblHeader/>", "head"), ("", "-")])
def test_the_head_of_a_table(says, role):
    rows = (
        f"<w:tr><w:trPr>{properties}</w:trPr>"
        + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
        + "</w:tr>"
        for properties, cells in ((says, "ab"), ('<w:tblHeader w:val="0"/>', "cd"), ("", "ef"))
    )
    document = read(docx(f"<w:tbl>{''.join(rows)}</w:tbl>"))
    assert marked(document) == f"{role}:a {role}:b -:c -:d -:e -:f"


@pytest.mark.parametrize(
    "before",
    [
        '<w:style w:type="table" w:styleId="g"><w:tblPr/><w:name w:val="x"/></w:style>' * 2,
        '<w:style w:type="table" w:styleId="g"/>',
        "<w:style w:styleId='g' w:type = 'table'><w:rPr><w:vanish/></w:rPr></w:style>",
        '<!-- <w:style w:type="table"> -->',
        '<?remark <w:style w:type="table"> ?>',
    ],
)
def test_styles_of_tables_hide_no_other_style(before):
    title = '<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="heading 2"/></w:style>'
    for styles in (before + title, title + before):
        document = read(docx(p(LONG, style="mine") + p(ANOTHER), styles=styles))
        assert blocks(document)[0] == ("title", 2, LONG)


def test_a_style_of_a_table_that_is_never_closed_is_an_error():
    with pytest.raises(InputError, match=r"styles\.xml"):
        read(docx(p(LONG), styles='<w:style w:type="table">'))


def test_what_a_program_wrote_or_hides_is_not_read():
    body = p("Contents 1", style="toc") + p(LONG, style="H") + p(ANOTHER)
    assert read(docx(body, styles=STYLES)).text == ANOTHER
    contents = p(field("TOC \\o", "Contents 1", end=False)) + p("More 2")
    end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ANOTHER)
    assert read(docx(contents + end)).text == ANOTHER


def test_a_short_line_without_a_stop_is_a_title_as_in_plain_text():
    body = p("City opens new bridge") + p(LONG)
    assert [kind for kind, _, _ in blocks(read(docx(body)))] == ["title", "paragraph"]


def test_tables():
    body = table(["Name", "Age"], ["Li", table(["inner", "x"]) + p("51")]) + p(LONG)
    assert blocks(read(docx(body))) == [
        ("cell", 1, "Name"),
        ("cell", 1, "Age"),
        ("cell", 2, "Li"),
        ("cell", 1, "inner"),
        ("cell", 1, "x"),
        ("cell", 2, "51"),
        ("paragraph", 0, LONG),
    ]


def test_a_table_of_one_cell_is_a_frame():
    body = table([p("Heading", style="b1") + p(LONG)]) + p(ANOTHER)
    assert [kind for kind, _, _ in blocks(read(docx(body, styles=STYLES)))] == [
        *("title", "paragraph", "paragraph")
    ]


def test_a_row_that_was_deleted_is_not_read():
    gone = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr>"
    body = table(["a", "b"]).replace("</w:tbl>", gone + "</w:tbl>") + p(LONG)
    assert read(docx(body)).text == f"a\nb\n{LONG}"


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next():
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = p("The end is ", properties=deleted) + p("here.", style="Q") + p(LONG)
    assert blocks(read(docx(body, styles=STYLES)))[0] == ("quotation", 0, "The end is here.")
    assert read(docx(p(LONG, properties=deleted))).text == LONG


@pytest.mark.parametrize(
    ("body", "expected", "notes"),
    [
        (p(box(p("In a box.")), LONG), ["In a box.", LONG], ()),
        (p(LONG, box(p("In a box."))), [LONG, "In a box."], ()),
        (p(box(p("One box."), p("Two lines."))), ["One box.", "Two lines."], ()),
        (p("  ", box(p("In a box.")), LONG, "  "), ["In a box.", LONG], ()),
        (
            p("A sentence", box(p("In a box.")), " goes on behind it."),
            ["A sentence goes on behind it."],
            ("not read: 1 text boxes, each inside of a sentence",),
        ),
        (p("A sentence", box(p("")), " goes on."), ["A sentence goes on."], ()),
        (p(box(p(box(p("inner")), "outer"))), ["inner", "outer"], ()),
        (p(box(p("b.")), box(p("c.")), "d.", box(p("e."))), ["b.", "c.", "d.", "e."], ()),
        ("<wps:txbx><w:txbxContent>" + p("a") + "</w:txbxContent></wps:txbx>", ["a"], ()),
    ],
)
def test_boxes_of_text_stand_beside_their_paragraph(body, expected, notes):
    document = read(docx(body))
    assert [text for _, _, text in blocks(document)] == expected
    assert document.notes == notes


def test_the_run_around_a_box_goes_on_as_it_began():
    hidden = box(p("seen")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    body = p(hidden.removesuffix("</w:r>") + "<w:t>hidden</w:t></w:r>", LONG)
    assert read(docx(body)).text == f"seen\n{LONG}"


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ("<w:br/>", ["a\nb"]),
        ('<w:br w:type="textWrapping"/>', ["a\nb"]),
        ("<w:br/><w:br/>", ["a", "b"]),
        ('<w:br/><w:t xml:space="preserve"> </w:t><w:br/>', ["a", "b"]),
        ('<w:br w:type="page"/>', ["a", "b"]),
        ('<w:br w:type="column"/>', ["a", "b"]),
    ],
)
def test_empty_lines_and_pages_cut_a_paragraph(breaks, expected):
    body = p(f"<w:r><w:br/><w:t>a</w:t>{breaks}<w:t>b</w:t><w:br/></w:r>", style="Q")
    document = read(docx(body, styles=STYLES))
    assert blocks(document) == [("quotation", 0, text) for text in expected]
    assert document.text == "\n".join(expected)


def test_links():
    body = p(
        "See ",
        f'<w:hyperlink r:id="out">{r("this")}{r(" page", "<w:b/>")}</w:hyperlink>',
        " or ",
        f'<w:hyperlink w:anchor="part2">{r("below")}</w:hyperlink>',
        ", or ",
        field('HYPERLINK "https://b.example/" \\l "x"', "there"),
        f'<w:hyperlink r:id="none">{r(".")}</w:hyperlink>',
    )
    document = read(docx(body, links={"out": "https://a.example/?x=1"}))
    assert document.text == "See this page or below, or there."
    assert document.links == (
        Link(Span(4, 13), "https://a.example/?x=1"),
        Link(Span(17, 22), "#part2"),
        Link(Span(27, 32), "https://b.example/#x"),
    )


def test_notes_come_behind_the_body_with_their_parts():
    separator = '<w:footnote w:type="separator" w:id="-1">' + p("no") + "</w:footnote>"
    data = docx(
        p(LONG),
        footnotes=separator + '<w:footnote w:id="2">' + p("A footnote.") + "</w:footnote>",
        endnotes='<w:endnote w:id="2">' + p("An endnote.") + "</w:endnote>",
    )
    document = read(data)
    assert document.text == f"{LONG}\nA footnote.\nAn endnote."
    assert [part.name for part in document.parts] == [
        *("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    ]
    for part in document.parts:
        assert document.raw.startswith("<?xml", part.start)


def test_a_document_inside_of_another_is_said_not_to_be_read():
    document = read(docx(p(LONG) + '<w:altChunk r:id="x"/>'))
    assert document.notes == ("not read: 1 other documents that are put into this one",)


def test_other_names_for_the_same_things():
    """Another prefix, the strict namespace, another main part, an absolute target."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f'<document xmlns="{strict}"><body><p><r><t>One.</t></r></p></body></document>'
    relation = relations(("x", "officeDocument", "/Word/Body2.xml"))
    data = zipped({"_rels/.rels": relation, "word\\body2.xml": "\ufeff" + main})
    assert read(data).text == "One."
    [data] = [zipped({"word/document.xml": main.encode("utf-16")})]
    assert read(data).text == "One."


def test_it_is_known_by_suffix_and_by_content():
    data = docx(p(LONG))
    assert looks_like(data[:4096])
    assert format_of(File("-", data)) == "docx"
    assert format_of(File("x.DOCM", b"")) == "docx"
    assert not looks_like(zipped({"xl/workbook.xml": "<x/>"})[:4096])
    assert not looks_like(LONG.encode())


def test_a_document_without_text():
    data = docx("<w:p/>")
    document = read(data)
    assert (document.text, document.blocks) == ("", ())
    with pytest.raises(InputError, match="'a' has no place, since there is no text"):
        edited(data, [Edit(Span(0, 0), "a")])


BROKEN = {
    "no zip": (b"PK\3\4 not really", "it is no zip archive, or cut off"),
    "a text": (b"Dear Sir", "this is no Word document (.docx)"),
    "an old one": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Word document"),
    "cut off": (docx(p(LONG))[:-30], "no zip archive, or cut off"),
    "another document": (
        zipped(
            {
                "_rels/.rels": relations(("a", "officeDocument", "xl/book.xml")),
                "xl/book.xml": "<x/>",
            }
        ),
        "xl/book.xml, character 1: this is no text of Word",
    ),
    "a missing part": (zipped({"_rels/.rels": relations()}), "word/document.xml is missing"),
    "a tag that is not closed": (docx("<w:p>"), "word/document.xml, character"),
    "broken styles": (docx(p(LONG), styles="<w:style>"), "word/styles.xml, character"),
    "broken relations": (
        zipped(members(p(LONG)) | {"word/_rels/document.xml.rels": "<a>"}),
        "word/_rels/document.xml.rels, character 4: <a> is not closed",
    ),
    "entities": (
        zipped(
            members(p(LONG)) | {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
        ),
        "its document type declares entities",
    ),
    "an unknown entity": (docx(p("&nbsp;")), "'&nbsp;' is no known reference"),
    "another encoding": (
        zipped(members("") | {"word/document.xml": '<?xml version="1.0" encoding="hex"?><a/>'}),
        "its encoding 'hex' is not read",
    ),
    "no UTF-8": (zipped(members("") | {"word/document.xml": b"<a>\xff</a>"}), "it is no utf-8"),
    "very deep": (docx("<w:p>" * 10_000 + "</w:p>" * 10_000), "more than 1,000 elements"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_word_document(name):
    data, says = BROKEN[name]
    with pytest.raises(InputError) as caught:
        list(read_documents(File("a.docx", data)))
    assert says in str(caught.value)
    assert str(caught.value).startswith("a.docx: ")
    assert "\n" not in str(caught.value)
