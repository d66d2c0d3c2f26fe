"""Word documents made from pieces of XML."""

from __future__ import annotations

import io
import zipfile

from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import documents
from mtcheck.formats.rewrite import written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>'
    f'<Override PartName="/word/endnotes.xml" ContentType="{_TYPE}.endnotes+xml"/>'
    "</Types>"
)


def relations(*targets: tuple[str, str, str]) -> str:
    """Return a part of relations: (id, kind, target); a target with "://" is external."""
    mode = ' TargetMode="External"'
    made = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{mode if '://' in target else ''}/>"
        for id_, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def zipped(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of these members, in order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content, method)
    return target.getvalue()


def members(
    body: str,
    *,
    styles: str = "",
    footnotes: str = "",
    endnotes: str = "",
    numbering: str = "",
    links: dict[str, str] | None = None,
) -> dict[str, str | bytes]:
    """Return the members of a document: `body` is what stands in `w:body`, and so on."""
    related = [("rId1", "styles", "styles.xml")]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{HEAD}<w:styles {SPACES}>{styles}</w:styles>",
    }
    for name, content in (
        *(("footnotes", footnotes), ("endnotes", endnotes)),
        ("numbering", numbering),
    ):
        if content:
            related.append((name, name, f"{name}.xml"))
            made[f"word/{name}.xml"] = f"{HEAD}<w:{name} {SPACES}>{content}</w:{name}>"
    related += [(id_, "hyperlink", target) for id_, target in (links or {}).items()]
    made["word/_rels/document.xml.rels"] = relations(*related)
    return made


def docx(body: str, **more: object) -> bytes:
    """Return the bytes of a document; the arguments are those of `members`."""
    return zipped(members(body, **more))  # type: ignore[arg-type]


def read(data: bytes, name: str = "a.docx", **limits: int):
    """Return the one document of a file."""
    [document] = documents(File(name, data), Options(limits=limits))
    return document


def blocks(document) -> list[tuple[str, int, str]]:
    """Return the blocks as (kind, level, text)."""
    return [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks]


def marked(document) -> str:
    """Return what is said before each block (its role, its number, or a stroke), and its text."""
    return " ".join(
        f"{b.role or ('-' if b.number is None else b.number)}:{b.span.of(document.text)}"
        for b in document.blocks
    )


def edited(data: bytes, edits, name: str = "a.docx") -> bytes:
    """Return the bytes of a file after edits of its text."""
    file = File(name, data)
    [document] = documents(file)
    return written(file, document, edits)


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs, each a text or XML."""
    says = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{says}{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run; `text` is escaped already."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
