"""OpenDocument texts made from pieces of XML."""

from __future__ import annotations

import io
import zipfile

NAME = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(f'xmlns:{n}="{NAME}:{n}:1.0"' for n in ("office", "text", "table", "style")),
        f'xmlns:draw="{NAME}:drawing:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
MIME = "application/vnd.oasis.opendocument.text"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def members(body: str, styles: str = "", automatic: str = "") -> dict[str, str]:
    """Return the members of a text: `body` is what stands in `office:text`, and so on."""
    content = (
        f'{HEAD}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", MIME), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    return {
        "mimetype": MIME,
        "content.xml": content,
        "styles.xml": f"{HEAD}<office:document-styles {SPACES}><office:styles>{styles}"
        "</office:styles></office:document-styles>",
        "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="{NAME}:manifest:1.0">'
        f"{entries}</manifest:manifest>",
    }


def packed(members: dict[str, str]) -> bytes:
    """Return an archive of these members, the first one not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number, (name, content) in enumerate(members.items()):
            member = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            archive.writestr(
                member, content, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            )
    return target.getvalue()


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    """Return the bytes of a text; the arguments are those of `members`."""
    return packed(members(body, styles, automatic))


def p(content: str, style: str = "") -> str:
    """Return a paragraph."""
    return (
        f'<text:p text:style-name="{style}">{content}</text:p>'
        if style
        else f"<text:p>{content}</text:p>"
    )
