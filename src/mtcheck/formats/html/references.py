"""Character references: `&amp;`, `&#8212;`, `&notit;` and what browsers make of them.

A name need not end in a semicolon when it is one of the old ones, and the longest name that is
there counts: `&notit;` is `¬it;`. Numbers from 128 to 159 are what Windows-1252 has there. See
<https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>.
"""

from __future__ import annotations

import re
from html.entities import html5

REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[A-Za-z][A-Za-z0-9]*;?)")
"""What may be a character reference."""

_LONGEST_NAME = max(map(len, html5))
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# What Windows-1252 has from 128 on; five of its places are empty and stay the controls they are.
_REMAPPED = {
    number: bytes([number]).decode("cp1252")
    for number in range(0x80, 0xA0)
    if number not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_XML_NAMES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def reference(written: str, following: str = "", *, attribute: bool = False) -> tuple[int, str]:
    """Return how many characters of what `REFERENCE` found are a reference, and to what.

    `following` is the character behind it: in an attribute an old name without its semicolon is
    none before `=`, a letter or a digit. A count of 0 means that it is text like any other.
    """
    if written[1] == "#":
        return len(written), _numbered(written)
    name = written[1 : _LONGEST_NAME + 2]
    for length in range(len(name), 1, -1):
        found = html5.get(name[:length])
        if found is None:
            continue
        if attribute and name[length - 1] != ";":
            after = (written[length + 1 :] or following)[:1]
            if after == "=" or (after.isascii() and after.isalnum()):
                return 0, ""
        return length + 1, found
    return 0, ""


def _numbered(written: str) -> str:
    digits = written[2:].rstrip(";")
    hexadecimal = digits[0] in "xX"
    digits = (digits[1:] if hexadecimal else digits).lstrip("0") or "0"
    if len(digits) > 7:  # beyond Unicode, and int() takes long for a million digits
        return _REPLACEMENT
    number = int(digits, 16 if hexadecimal else 10)
    if number in _REMAPPED:
        return _REMAPPED[number]
    if not number or number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return _REPLACEMENT
    return chr(number)


def unescaped(value: str) -> str:
    """Return the value of an attribute, its references replaced."""
    if "&" not in value:
        return value
    pieces: list[str] = []
    at = 0
    for match in REFERENCE.finditer(value):
        after = value[match.end() : match.end() + 1]
        length, text = reference(match.group(), after, attribute=True)
        if length:
            pieces += (value[at : match.start()], text)
            at = match.start() + length
    return "".join(pieces) + value[at:]


def escaped(text: str) -> str:
    """Return text as it is written between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_value(text: str, quote: str) -> str:
    """Return what `escaped` made of a text as it is written in an attribute's value, between marks
    `quote`, or bare where that is empty."""
    if quote:
        return text.replace(quote, "&quot;" if quote == '"' else "&#39;")
    return re.sub("[\t\n\f\r \"'`=]", lambda m: f"&#{ord(m.group())};", text)
