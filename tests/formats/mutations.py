"""Damaged files, made at random from the samples: what the fuzzer (`fuzzing.py`) reads.

A sample is cut into tokens, some of which are dropped, doubled, moved, repeated thousands of times
or replaced by what its format stumbles over. Of a container a member is damaged, or its bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from conformance import bytes_of, options_of, samples
from mtcheck.formats.file import Options

_TOKEN = re.compile(rb"<[^<>]{0,300}>|[A-Za-z0-9\x80-\xff]+|[ \t]+|\r?\n|.", re.DOTALL)
_LONGEST = 400_000  # bytes of a file; more only costs time

_HOSTILE = [
    *(b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85"),
    *(b"\r", b"\n", b"\r\n", b"\n\n", b"\t", b"\x0b", b"\x0c", b"\x1c", b"\x1a", b" ", b"\\"),
    *(b'"', b"'", b"<", b">", b"&", b";", b",", b"|", b"{", b"}", b"[", b"]", b"(", b")", b"%"),
    *(b"\xf0\x9f\x98\x80", b"e\xcc\x81", b"\xe2\x80\x9d", b"\xc2\xa0", b"\xe3\x80\x80", b"word"),
    *(b"\xef\xbf\xbf", b"\xe2\x80\xae", b"\xcc\x81", b"\x93word\x94", b"0", b"-", b":", b"..."),
]
_XML = [
    *(b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x ?>", b"<?xml", b"&amp;", b"&#0;", b"&#x110000;"),
    *(
        b"&#65;",
        b"&lt;",
        b"&e;",
        b"&#xD800;",
        b'<!DOCTYPE a [<!ENTITY e "eeee">]>',
        b"<a>",
        b"</a>",
    ),
    *(b"<!DOCTYPE a>", b' xmlns="urn:x"', b' a="b"', b"/>", b"</", b"&#10;", b"&#x9;", b"<a/>"),
    b'<!DOCTYPE a SYSTEM "file:///etc/passwd">',
]
_HTML = [
    *(
        b"<p>",
        b"</p>",
        b"<table>",
        b"<td>",
        b"<tr>",
        b"<pre>",
        b"<b>",
        b"</b>",
        b"<br>",
        b"<script>",
    ),
    *(
        b"<style>",
        b"<title>",
        b"<textarea>",
        b"<svg>",
        b"<math>",
        b"<template>",
        b"<select>",
        b"<li>",
    ),
    *(
        b"&nbsp;",
        b"&not",
        b"&notit;",
        b"&ampx",
        b"<!-->",
        b"<!doctype html>",
        b"<plaintext>",
        b"<h1>",
    ),
    *(
        b"<a href=x>",
        b"</div>",
        b"<div hidden>",
        b"<code>",
        b'<i lang="zh">',
        b"<body>",
        b"</html>",
    ),
]
_SUBTITLES = [
    *(
        b"1\n00:00:01,000 --> 00:00:02,000\n",
        b"00:01.000 --> 00:02.000\n",
        b" --> ",
        b"<i>",
        b"</i>",
    ),
    *(
        b"00: 00: 01, 000 -> 00: 00: 04, 000\n",
        b"NOTE\n",
        b"STYLE\n",
        b"WEBVTT\n",
        b"<v Ann>",
        b"</v>",
    ),
    *(
        b"{\\an8}",
        b"- ",
        b">> ",
        b"[DOOR]",
        b"\xe2\x99\xaa",
        b"ANN: ",
        b"\n12\n",
        b"&lt;",
        b"&nbsp;",
    ),
    *(b"<ruby>a<rt>b</rt></ruby>", b"<00:01.000>", b"\\N", b"<br>", b"\n\n\n", b"99", b"REGION\n"),
]
_JSON = [
    *(
        b'"text": "One two."',
        b'{"text": "',
        b'"}',
        b"{}",
        b"[]",
        b"null",
        b"1e999",
        b"NaN",
        b"\\u0000",
    ),
    *(
        b"\\ud800",
        b"\\udc00",
        b"\\ud83d\\ude00",
        b'\\"',
        b"\\\\",
        b"\\n",
        b"\\u00e9",
        b"\\/",
        b"\\x",
    ),
    *(b'"title": "', b'"a": [', b'{"a":', b"[[", b"-", b"true", b'"id": "', b'"": "x"', b"\n{}\n"),
]
_PO = [
    *(b'msgid "x"\n', b'msgstr "One two."\n', b'msgstr ""\n', b'"more"\n', b"#~ ", b"#, fuzzy\n"),
    *(
        b'msgctxt "c"\n',
        b'msgid_plural "xs"\n',
        b'msgstr[0] "a"\n',
        b"\\n",
        b'\\"',
        b"\\x41",
        b"\\303",
    ),
    *(
        b"\\251",
        b"%s",
        b"{x}",
        b"<b>",
        b"\\",
        b'"\n"',
        b'msgid ""\n',
        b"charset=CP1252",
        b"\\xc3\\xa9",
    ),
]
_WORD = [
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:t>",
        b"</w:t>",
        b"<w:r>",
        b"</w:r>",
        b"<w:tab/>",
        b"<w:br/>",
        b"<w:del>",
    ),
    *(b"<w:txbxContent>", b"</w:txbxContent>", b"<w:tc>", b"</w:tc>", b"</w:tbl>", b"<w:sdt>"),
    *(b"<w:fldChar w:fldCharType='begin'/>", b"<w:fldChar w:fldCharType='end'/>", b"<w:vanish/>"),
]
_OPEN = [
    *(b"<text:p>", b"</text:p>", b"<text:span>", b"</text:span>", b"<text:s/>", b"<text:tab/>"),
    *(b"<text:note>", b"</text:note>", b"<text:h>", b"<text:line-break/>", b"<table:table-cell>"),
]
_MARKDOWN = [
    *(b"# ", b"> ", b"- ", b"1. ", b"```", b"~~~\n", b"**", b"_", b"[a](b)", b"![a](b)", b"[^1]"),
    *(
        b"[a]: b\n",
        b"| a | b |\n|---|---|\n",
        b"<b>",
        b"`",
        b"    ",
        b"\\",
        b"---\n",
        b"***",
        b"<!--",
    ),
]
TOKENS: dict[str, list[bytes]] = {
    "text": [],
    "markdown": _MARKDOWN + _HTML[:6],
    "srt": _SUBTITLES,
    "webvtt": _SUBTITLES,
    "jsonl": _JSON,
    "json": _JSON,
    "csv": [b'""', b'","', b'"\n"', b'\n"', b'";"', b"\ttext\t", b'"a"b', b"text,", b",,,", b'"""'],
    "xliff": [
        *([*_XML, b"<target>", b"</target>", b"<source>", b"<g id='1'>", b"</g>", b"<x id='1'/>"]),
        *(b"<trans-unit>", b"</trans-unit>", b"<sub>", b"<segment>", b"<mrk mtype='protected'>"),
    ],
    "tmx": [
        *_XML,
        b"<tu>",
        b"</tu>",
        b"<tuv xml:lang='en'>",
        b"</tuv>",
        b"<seg>",
        b"</seg>",
        b"<ph>",
    ],
    "po": _PO,
    "html": _HTML + _XML,
    "docx": _WORD + _XML,
    "odt": _OPEN + _XML,
    "epub": _HTML + _XML,
}
"""What each format is made of, or stumbles over."""


_ANY = [
    "word",
    "two words",
    " ",
    "\n",
    "caf\u00e9",
    "\U0001f600",
    "'",
    "(x)",
    "9",
    "-",
    "\u2028",
    "\u0300",
]
_OF_XML = [
    *(
        *_ANY,
        "&amp;",
        "&#65;",
        "&#x1F600;",
        "<![CDATA[a<b&c;]]>",
        "<![CDATA[]]>",
        "<!-- x -->",
        "<?x y?>",
    ),
    *("&lt;b&gt;", "&quot;", '"', "]]&gt;", "&#10;", "<a xmlns='urn:x'>b</a>", "&#xA0;"),
]
_OF_JSON = [
    *_ANY[:3],
    *_ANY[4:],
    *(r"\n", r"\"", r"\\", r"\/", r"\u00e9", r"\ud83d\ude00", r"\ud800", r"\u0000"),
]
_KEPT = (b'"id"', b'"text"', b'"title"', b'"body"', b'"content"', b'""', b'"headline"')
_STRING, _BETWEEN = rb'"(?:[^"\\]|\\.)*"', rb">[^<>]+<"
_SOUND: dict[str, tuple[bytes, list[str]]] = {
    "json": (_STRING, _OF_JSON),
    "jsonl": (_STRING, _OF_JSON),
    "csv": (rb'"(?:[^"]|"")*"', [*_ANY, '""', ",", ";", "\t", "|", "\r\n", "\r"]),
    "po": (
        _STRING,
        [*_ANY[:3], *_ANY[4:], r"\n", r"\"", r"\303\251", r"\xc3\xa9", "%s", "<b>", '"\n"', "{a}"],
    ),
    "xliff": (
        _BETWEEN,
        [*_OF_XML, "<x id='1'/>", "<g id='2'>y</g>", "<ph id='3'>z</ph>", "<ph id='4'/>"],
    ),
    "tmx": (_BETWEEN, [*_OF_XML, "<ph x='1'>z<sub>inner</sub></ph>", "<bpt i='1'/>", "<hi>y</hi>"]),
    "html": (
        _BETWEEN,
        [*_OF_XML, "&nbsp", "&copy", "<b>y</b>", "<br>", "<p>", "<i>a<b>c</i>d</b>", "&notin;"],
    ),
    "epub": (_BETWEEN, [*_OF_XML, "<b>y</b>", "<br/>", "&nbsp;", "<p>z</p>"]),
    "docx": (rb"(?<=<w:t)>[^<>]+<", _OF_XML[:-3]),
    "odt": (
        _BETWEEN,
        [*_OF_XML, "<text:s/>", "<text:tab/>", "<text:span>y</text:span>", "<text:line-break/>"],
    ),
}
"""Which stretches of a format hold text, and what may stand there without damaging the file."""


class Input(NamedTuple):
    """A file to read: its name, its bytes, and what is said about reading it."""

    name: str
    data: bytes
    options: Options


@cache
def _sources(form: str) -> list[tuple[Path, bytes]]:
    return [(path, bytes_of(path)) for path in samples() if path.parent.name == form]


def mutated(rng: Random, form: str) -> Input:
    """Return a damaged sample of a format."""
    path, data = rng.choice(_sources(form))
    other = rng.choice(_sources(form))[1]
    if zipfile.is_zipfile(io.BytesIO(data)):
        data = _container(rng, form, data, other)
    else:
        data = _damaged(rng, form, data, other)
        if rng.random() < 0.05:
            data = _recoded(rng, data)
    options = options_of(path)
    if rng.random() < 0.03:
        options = options._replace(encoding=rng.choice(["cp1252", "utf-16", "utf-8", "gb18030"]))
    if form == "html" and rng.random() < 0.8:  # finding the article takes its time
        options = options._replace(whole_page=False)
    return Input(path.name, data, options)


def _damaged(rng: Random, form: str, data: bytes, other: bytes) -> bytes:
    """Return a text with some of its tokens dropped, doubled, moved, repeated, or odd."""
    if form in _SOUND and rng.random() < 0.6:
        data = _woven(rng, data, *_SOUND[form])
        if rng.random() < 0.7:
            return data
    tokens = _TOKEN.findall(data)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        change = rng.choice(_CHANGES)
        change(rng, tokens, TOKENS[form], other)
    if rng.random() < 0.02:
        ends = rng.choice((b"\r", b"\r\n", b"\n"))
        tokens = [ends if token in (b"\r\n", b"\n") else token for token in tokens]
    return b"".join(tokens)[:_LONGEST]


def _woven(rng: Random, data: bytes, where: bytes, pieces: list[str]) -> bytes:
    """Return a text in which some stretches of `where` hold pieces that are allowed there."""

    def new(match: re.Match[bytes]) -> bytes:
        old = match[0]
        if rng.random() < 0.8 or old.lower() in _KEPT:
            return old
        made = "".join(rng.choice(pieces) for _ in range(rng.choice((0, 1, 2, 4, 9))))
        inner = old[1:-1] if rng.random() < 0.5 else b""
        return old[:1] + made.encode() + inner + old[-1:]

    return re.sub(where, new, data)


def _some(rng: Random, tokens: list[bytes], most: int) -> slice:
    start = rng.randint(0, len(tokens))
    return slice(start, min(len(tokens), start + rng.randint(1, most)))


def _drop(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    del tokens[_some(rng, tokens, 12)]


def _copy(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    piece = tokens[_some(rng, tokens, 30)]
    at = rng.randint(0, len(tokens))
    tokens[at:at] = piece


def _put(rng: Random, tokens: list[bytes], odd: list[bytes], _: bytes) -> None:
    known = odd if odd and rng.random() < 0.7 else _HOSTILE
    at = rng.randint(0, len(tokens))
    piece = [rng.choice(known) for _ in range(rng.choice((1, 1, 1, 2, 4)))]
    tokens[at : at + rng.choice((0, 0, 1, 2))] = piece


def _flip(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if tokens:
        at = rng.randrange(len(tokens))
        changed = bytearray(tokens[at])
        changed[rng.randrange(len(changed))] = rng.randrange(256)
        tokens[at] = bytes(changed)


def _repeat(rng: Random, tokens: list[bytes], odd: list[bytes], _: bytes) -> None:
    """Repeat a token, or a few in turn, up to some thousand times; seldom, as it takes its time."""
    most = 3 if rng.random() < 0.8 else rng.choice((50, 300, 1_500, 6_000))
    piece = tokens[_some(rng, tokens, 3)]
    if rng.random() < 0.5:
        piece = [rng.choice(odd or _HOSTILE)]
    if sum(map(len, piece)) * most < _LONGEST:
        at = rng.randint(0, len(tokens))
        tokens[at:at] = piece * most


def _cut(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if rng.random() < 0.3:
        del tokens[rng.randint(0, len(tokens)) :]


def _splice(rng: Random, tokens: list[bytes], _: list[bytes], other: bytes) -> None:
    start = rng.randint(0, len(other))
    at = rng.randint(0, len(tokens))
    tokens.insert(at, other[start : start + rng.choice((5, 40, 400))] or b" ")


def _swap(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if tokens:
        one, two = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        tokens[one], tokens[two] = tokens[two], tokens[one]


Change = Callable[[Random, list[bytes], list[bytes], bytes], None]
_CHANGES: list[Change] = [_drop, _copy, _put, _put, _put, _flip, _repeat, _cut, _splice, _swap]


def _recoded(rng: Random, data: bytes) -> bytes:
    """Return a text in another encoding, or half of it."""
    encoding = rng.choice(["utf-16", "utf-16-le", "utf-8-sig", "cp1252", "utf-32", "latin-1"])
    half = rng.choice((0, 0, len(data) // 2))
    text = data[half:].decode("utf-8", "replace")
    return data[:half] + text.encode(encoding, "replace")


def _container(rng: Random, form: str, data: bytes, other: bytes) -> bytes:
    """Return an archive with a damaged member, or damaged itself."""
    if rng.random() < 0.1:
        changed = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        members = old.infolist()
        texts = [m for m in members if m.filename.endswith(("xml", "html", "opf", "rels"))]
        body = max(texts, key=lambda member: member.file_size)
        chosen = body if rng.random() < 0.7 else rng.choice(texts)
        for member in members:
            content = old.read(member)
            if member is chosen:
                content = _damaged(rng, form, content, content)
            if member is not chosen or rng.random() < 0.98:
                new.writestr(member, content)
    return target.getvalue()
