"""What files of each format are made of, and what readers stumble over: see `mutations.py`."""

from __future__ import annotations

HOSTILE = [
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
    "feed": [
        *([*_XML, b"<item>", b"</item>", b"<title>", b"</title>", b"<description>", b"</entry>"]),
        *(b"<content type='html'>", b"<content type='xhtml'>", b"</content>", b"<summary>"),
        *(b"<content:encoded>", b"<![CDATA[<p>", b"</p>]]>", b"&lt;p&gt;", b"&lt;/p&gt;"),
        *(b"&lt;b&gt;", b"&amp;amp;", b"&amp;nbsp;", b"&amp;lt;", b"&lt;!--", b"--&gt;", b"&lt;"),
    ],
    **{form: [] for form in ("text", "zip", "tar", "parquet")},
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
KEPT = (b'"id"', b'"text"', b'"title"', b'"body"', b'"content"', b'""', b'"headline"')
_STRING, _BETWEEN = rb'"(?:[^"\\]|\\.)*"', rb">[^<>]+<"
SOUND: dict[str, tuple[bytes, list[str]]] = {
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
