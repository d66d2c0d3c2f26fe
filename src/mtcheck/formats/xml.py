"""XML cut into tags and text, each with its place to the code point; no tree is built.

The parsers of the standard library give bytes, lines or nothing, and join text with its escapes;
what is written back has to know every character's place. A document type with declarations of its
own is refused, so that there are no entities to expand, and nothing is ever fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.encoding import BYTE_ORDER_MARK
from mtcheck.text.lazy import lazy

_NAME = r"[^\s<>/=&\"'?!]++"
_TOKEN = lazy(
    rf"</(?P<close>{_NAME})\s*+>"
    rf"|<(?P<open>{_NAME})"
    rf"(?P<attributes>(?>(?:\s++{_NAME}\s*+=\s*+(?:\"[^<\"]*+\"|'[^<']*+'))*))\s*+(?P<empty>/?)>"
    r"|<!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>"
    r"|<!--(?s:.*?)-->"
    r"|<\?(?s:.*?)\?>"
    r"|<!DOCTYPE(?P<doctype>(?>(?:[^\[\]<>\"']|\"[^\"]*+\"|'[^']*+')*))>"
)
_ATTRIBUTE = lazy(rf"({_NAME})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = lazy(r"&(?:#(?P<decimal>[0-9]{1,7})|#x(?P<hex>[0-9A-Fa-f]{1,6})|(?P<name>\w{1,40}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NO_CHARACTER = lazy("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = lazy(r"<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_ENCODINGS = lazy(
    r"utf-?8|utf-?16|us-ascii|ascii|iso-8859-\d+|windows-125\d|cp125\d|gb\w+|big5|shift_jis"
    r"|euc-(?:jp|kr)|koi8-[ru]"
)
_XML = "http://www.w3.org/XML/1998/namespace"


class XmlError(ValueError):
    """What is wrong with some XML, and at which code point of it."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


Kind = Literal["open", "close", "text", "cdata"]
Names = Mapping[str, str]
"""The prefix that stands for a namespace in the names that `scan` gives, whatever the file says."""


class Token(NamedTuple):
    """A tag, or a stretch of text as it stands in the file; an empty element is two tags in one
    place. `name` is like "w:p", with the prefix of `Names`, ":p" in an unknown namespace."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    source: str = ""
    scope: Mapping[str, str] = {}

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of an opening tag by their names; XmlError for a bad reference."""
        found = {}
        for name, double, single in _ATTRIBUTE.findall(self.source):
            prefix, colon, local = name.partition(":")
            known = f"{self.scope.get(prefix, '')}:{local}" if colon else name
            found[known] = unescaped(double or single, self.start)
        return found


def scan(
    raw: str, names: Names, *, start: int = 0, end: int | None = None, depth: int = 1_000
) -> Iterator[Token]:
    """Yield the tags and the text of the XML at `[start, end)` of `raw`, in order.

    `names` says which prefix each known namespace gets. Comments and instructions are left out.
    Raises XmlError where it is not well-formed, has a document type with declarations, or more than
    `depth` elements in each other.
    """
    end = len(raw) if end is None else end
    at = start + raw.startswith(BYTE_ORDER_MARK, start, end)
    scope: dict[str, str] = {"xml": "xml", "xmlns": "xmlns"}
    known: dict[str, str] = {}
    opened: list[tuple[str, str, dict[str, str], dict[str, str]]] = []
    rooted = False
    while at < end:
        if raw[at] != "<":
            stop = raw.find("<", at, end)
            stop = end if stop < 0 else stop
            if opened:
                yield Token("text", at, stop)
            elif raw[at:stop].strip():
                raise XmlError("text stands outside of all elements", at)
            at = stop
            continue
        match = _TOKEN.match(raw, at, end)
        if match is None:
            raise XmlError(_what_stands(raw, at), at)
        kind, stop = match.lastgroup, match.end()
        if kind == "empty":
            if (rooted and not opened) or len(opened) >= depth:
                deep = f"more than {depth:,} elements lie in each other; see --limit depth"
                raise XmlError(deep if opened else "there are two outermost elements", at)
            rooted = True
            qualified, source, is_empty = match.group("open", "attributes", "empty")
            before = scope, known
            if "xmlns" in source:
                scope, known = _declared(source, scope, names, at), {}
            name = known.get(qualified) or _resolved(qualified, scope, known, at)
            yield Token("open", at, stop, name, source, scope)
            if is_empty:
                yield Token("close", at, stop, name)
                scope, known = before
            else:
                opened.append((qualified, name, *before))
        elif kind == "close":
            if not opened or opened[-1][0] != match["close"]:
                raise XmlError(f"</{match['close'][:40]}> closes nothing", at)
            _, name, scope, known = opened.pop()
            yield Token("close", at, stop, name)
        elif kind == "cdata":
            yield Token("cdata", match.start("cdata"), match.end("cdata"))
        at = stop
    if opened or not rooted:
        raise XmlError(f"<{opened[-1][0][:40]}> is not closed" if opened else "it is empty", end)


def sections(raw: str) -> list[tuple[int, int]]:
    """Return where the content of each CDATA section of well-formed XML begins and ends."""
    if "<![CDATA[" not in raw:
        return []
    return [(t.start, t.end) for t in scan(raw, {}, depth=len(raw)) if t.kind == "cdata"]


def is_in(sections: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether a position lies in one of some sections, their ends included."""
    at = bisect_right(sections, position, key=lambda section: section[0]) - 1
    return at >= 0 and position <= sections[at][1]


def references(
    raw: str, start: int, end: int, named: Names = _NAMED
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, character) for each reference of a text; XmlError for an unknown one.

    `named` are those that have names.
    """
    at = raw.find("&", start, end)
    while at >= 0:
        match = _REFERENCE.match(raw, at, end)
        text = _character(match, named) if match else None
        if match is None or text is None:
            raise XmlError(f"{raw[at : min(end, at + 12)]!r} is no known reference", at)
        yield at, match.end(), text
        at = raw.find("&", match.end(), end)


def unescaped(text: str, at: int = 0) -> str:
    """Return an attribute's or a text's value; XmlError, at `at`, for an unknown reference."""
    pieces: list[str] = []
    before = 0
    try:
        for start, end, character in references(text, 0, len(text)):
            pieces += (text[before:start], character)
            before = end
    except XmlError as error:
        raise XmlError(str(error), at) from None
    return "".join(pieces) + text[before:]


def escaped(text: str) -> str:
    """Return a text as XML has it; InputError for a character that XML cannot have."""
    odd = _NO_CHARACTER.search(text)
    if odd:
        raise InputError(f"{odd[0]!r} cannot be written into XML; replace it by something else")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of an XML file's bytes, a byte-order mark included, and its encoding.

    Raises XmlError when they cannot be decoded, and for encodings that nobody uses for XML.
    """
    head = data[:200]
    if head.startswith((b"\xff\xfe", b"<\0")):
        encoding = "utf-16-le"
    elif head.startswith((b"\xfe\xff", b"\0<")):
        encoding = "utf-16-be"
    else:
        match = _DECLARED.match(head.decode("latin-1").removeprefix("\xef\xbb\xbf"))
        encoding = match[1].lower() if match else "utf-8"
        if not _ENCODINGS.fullmatch(encoding) or encoding.startswith("utf"):
            if encoding not in ("utf-8", "utf8"):
                raise XmlError(f"its encoding {encoding!r} is not read", 0)
            encoding = "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise XmlError(f"it is no {encoding}", 0) from None
    return text, encoding


def encoded(text: str, encoding: str) -> bytes:
    """Return XML as bytes; what the encoding does not have becomes a reference."""
    return text.encode(encoding, "xmlcharrefreplace")


def _what_stands(raw: str, at: int) -> str:
    """Return what is wrong where no token begins."""
    if raw.startswith("<!DOCTYPE", at):
        return "its document type declares entities or the like, which is not read"
    return f"{raw[at : at + 20]!r} is no tag"


def _declared(source: str, scope: dict[str, str], names: Names, at: int) -> dict[str, str]:
    """Return the prefixes that hold inside a tag, with what they stand for in `names`."""
    inner = dict(scope)
    for name, double, single in _ATTRIBUTE.findall(source):
        if name == "xmlns" or name.startswith("xmlns:"):
            uri = unescaped(double or single, at)
            inner[name[6:]] = names.get(uri, "xml" if uri == _XML else "")
    return inner


def _resolved(qualified: str, scope: dict[str, str], known: dict[str, str], at: int) -> str:
    prefix, colon, local = qualified.partition(":")
    if not colon:
        prefix, local = "", qualified
    elif prefix not in scope:
        raise XmlError(f"the prefix {prefix[:40]!r} is declared nowhere", at)
    name = known[qualified] = f"{scope.get(prefix, '')}:{local}"
    return name


def _character(match: re.Match[str], named: Names) -> str | None:
    if match["name"]:
        return named.get(match["name"])
    code = int(match["decimal"] or match["hex"], 10 if match["decimal"] else 16)
    if code > 0x10FFFF or _NO_CHARACTER.match(chr(code)):
        return None
    return chr(code)
