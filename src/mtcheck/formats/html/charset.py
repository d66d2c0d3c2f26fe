"""The encoding that a page says it is in, in a `meta` element or an XML declaration."""

from __future__ import annotations

import re

from mtcheck.formats.html.references import unescaped
from mtcheck.formats.html.tokens import Tokens, attributes

_HEAD = 4096  # bytes in which it is looked for; the standard asks for the first 1024
_DECLARATION = re.compile(r"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)[\"']")
_IN_CONTENT = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)
# What browsers take a label for, where Python takes it for something smaller or for nothing:
# <https://encoding.spec.whatwg.org/#names-and-labels>.
_LABELS = {
    **dict.fromkeys(
        (
            *("ascii", "us-ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso_8859-1"),
            *("latin1", "latin-1", "l1", "cp819", "ibm819", "x-cp1252"),
        ),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "l5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "iso8859-11", "tis-620", "dos-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "csgb2312"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    "iso-8859-8-i": "iso8859_8",
    "x-mac-cyrillic": "mac_cyrillic",
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode", "utf8"), "utf-8"),
}


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the beginning of a page names, by its Python name; None without.

    What is found there was read byte by byte, so "utf-16" cannot be true and means UTF-8.
    """
    head = data[:_HEAD].decode("latin-1")
    label = _label(head)
    if label is None:
        return None
    label = label.strip().lower()
    return _LABELS.get(label, label)


def _label(head: str) -> str | None:
    declaration = _DECLARATION.match(head)
    if declaration is not None:
        return declaration.group(1)
    if "charset" not in head.lower():
        return None
    for token in Tokens(head, alone=True):
        if token.kind != "start" or token.name != "meta":
            continue
        found = {a.name: unescaped(head[a.start : a.end]) for a in attributes(head, token)}
        if found.get("charset"):
            return found["charset"]
        if found.get("http-equiv", "").strip().lower() == "content-type":
            content = _IN_CONTENT.search(found.get("content", ""))
            if content is not None:
                return content.group(1)
    return None
