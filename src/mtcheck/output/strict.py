"""Texts for strict readers: what JSON, XML and URIs cannot hold is written as an escape."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

_HALF = re.compile("[\ud800-\udfff]")
# What is no character of XML 1.0 (https://www.w3.org/TR/xml/#charsets).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# xml.sax.saxutils would do this, and import all of HTTP for it.
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _CONTENT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def as_json(value: Any, indent: int | None = None) -> bytes:
    r"""Return `value` as JSON in UTF-8 that strict parsers take.

    Half a surrogate pair becomes the six characters of its escape (`\udcff`): as a JSON escape of
    its own it is what RFC 8259 calls unpredictable, and many refuse it.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _HALF.sub(lambda half: f"\\\\u{ord(half[0]):04x}", text).encode()


def writable(texts: Iterable[str]) -> list[str]:
    """Return those of `texts` that can be written without an escape: what replaces words in a file
    must be nothing else."""
    return [text for text in texts if not _HALF.search(text)]


def printable(text: str) -> str:
    r"""Return `text` with what XML cannot hold (controls, half characters) as escapes: `\x08`."""
    return _NO_XML.sub(lambda one: one[0].encode("unicode_escape").decode(), text)


def content(text: str) -> str:
    """Return `text` as the content of an XML element."""
    return printable(text).translate(_CONTENT)


def attributes(**values: object) -> str:
    """Return XML attributes, each behind a space; those without a value are left out."""
    return "".join(
        f' {name.rstrip("_")}="{printable(str(value)).translate(_ATTRIBUTE)}"'
        for name, value in values.items()
        if value is not None
    )


def path(name: str) -> str:
    """Return the name of a file as seen from the working folder, with slashes; what does not lie in
    it as it is."""
    if name == "-":
        return name
    if os.path.isabs(name):
        seen = os.path.relpath(name)
        name = name if seen.startswith(os.pardir) else seen
    return os.path.normpath(name).replace(os.sep, "/")


def uri(name: str) -> str:
    """Return a path as a URI reference: relative where the path is, else with the scheme `file`."""
    seen = path(name)
    try:
        as_bytes = seen.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that stands for no byte
        as_bytes = seen.encode("utf-8", "surrogatepass")
    quoted = quote(as_bytes, safe="/")
    return f"file:///{quoted.lstrip('/')}" if os.path.isabs(seen) else quoted
